"""A quote belongs to no principle.

Quotes are shown beside the principles they speak for. One without `principles` is only in the list
of quotes, where few people will come across it.

A quote that is `misattributed` or `unverified` may do without: it is kept as a warning, and not
to speak for anything.

Wrong, in `principles/quotes/better-early.yml`:

    principles: []

Right:

    principles: [keep-promises]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.kinds.quote import Quote
from pledgebook.model import Handbook

RULE = Rule("PB303", "unused-quote", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every published quote that names no principle and is kept for its own sake."""
    for entry in handbook.of_kind("quote"):
        quote = entry.item
        if not isinstance(quote, Quote) or quote.status != "published" or quote.principles:
            continue
        if quote.provenance in ("misattributed", "unverified"):
            continue
        yield RULE.found(
            "this quote belongs to no principle",
            entry.tree.value_span(("principles",)),
            help="add `principles:` with the ids of those it speaks for",
        )
