"""An old id leads to two places.

The ids under `aliases` are those an item had before, and their addresses lead to it. An old id must
be free: if another item has it as its id now, or also claims it as an old one, nobody can say where
a printed card with that address should lead.

Wrong, in `principles/keep-promises.yml`:

    aliases: [old-book]

Right:

    aliases: [say-it-keep-it]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span
from pledgebook.model import Entry, Handbook

RULE = Rule("PB209", "alias-clash", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every alias that is an id, or that an earlier item has too."""
    claimed: dict[str, tuple[Entry, Span]] = {}
    for entry in handbook.entries.values():
        for position, alias in enumerate(entry.item.aliases):
            span = entry.tree.value_span(("aliases", position))
            owner, first = claimed.setdefault(alias, (entry, span))
            living = handbook.entries.get(alias)
            if living is not None:
                yield _report_living(alias, span, entry, living)
            elif owner is not entry:
                yield RULE.found(
                    f"two items say that `{alias}` was their id",
                    span,
                    help="remove it from the one that did not have it",
                    related=(Related(first, f"“{owner.title}” says so too"),),
                )
            elif first != span:
                yield RULE.found(
                    f"the old id `{alias}` is here twice", span, help="remove one of the two"
                )


def _report_living(alias: str, span: Span, entry: Entry, living: Entry) -> Diagnostic:
    if living is entry:
        return RULE.found(
            f"`{alias}` is the id this item has now, so it is not an old one",
            span,
            help="remove it from `aliases`",
        )
    return RULE.found(
        f"`{alias}` is the id of another item, so it cannot lead to this one",
        span,
        help="remove it here, or rename the other item's file",
        related=(Related(living.tree.title_span(), f"the {living.kind.name} that has it"),),
    )
