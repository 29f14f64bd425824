"""The head of a hand-written page cannot be understood.

A page of `content/` may say at its head, between two lines of three hyphens, who may see it. If
that block has a slip in it, nobody can tell for whom the page is meant, and showing it to everybody
would be the wrong guess.

Wrong, in `content/training-day.md`:

    ---
    audience: [trainers
    ---
    # The training day

Right:

    ---
    audience: [trainers]
    ---
    # The training day
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook

RULE = Rule("PB120", "page-head", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every page whose head cannot be understood."""
    for page in handbook.pages:
        if page.head.fault is not None:
            yield RULE.found(
                "the block at the head of this page cannot be understood, "
                "so it is not known who may see the page",
                page.head.fault.span,
                help="write a line `---`, then `audience: [trainers]`, then a line `---`",
            )
