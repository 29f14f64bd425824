"""Nothing refers to a source.

Sources are there to back up something. One that no quote, figure, principle or text names was
either left behind, or the item that draws on it does not say so.

Wrong, in `principles/sources/second-book.yml`:

    title: As You Like It
    type: play
    work: As You Like It

Right, in `principles/keep-promises.yml`:

    sources: [old-book, second-book]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook

RULE = Rule("PB302", "unused-source", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every published source that nothing but itself refers to."""
    for source in handbook.of_kind("source"):
        users = handbook.referrers.get(source.id, ())
        if source.item.status != "published" or any(user.origin is not source for user in users):
            continue
        if handbook.may_be_named(source):
            continue
        yield RULE.found(
            "nothing in the handbook refers to this source",
            source.tree.title_span(),
            help=f"name `{source.id}` in the item that draws on it, or delete the file",
        )
