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
    """Yield every alias that is an id, or that stands twice."""
    claimed: dict[str, tuple[Entry, int]] = {}
    for entry in handbook.entries.values():
        for position, alias in enumerate(entry.item.aliases):
            here = (entry, position)
            first = claimed.setdefault(alias, here)
            living = handbook.entries.get(alias)
            if living is not None:
                yield _report_living(alias, here, living)
            elif first != here:
                yield _report_claimed(alias, here, first)


def _place(claim: tuple[Entry, int]) -> Span:
    entry, position = claim
    return entry.tree.value_span(("aliases", position))


def _report_living(alias: str, claim: tuple[Entry, int], living: Entry) -> Diagnostic:
    if living is claim[0]:
        return RULE.found(
            f"`{alias}` is the id this item has now, so it is not an old one",
            _place(claim),
            help="remove it from `aliases`",
        )
    return RULE.found(
        f"`{alias}` is the id of another item, so it cannot lead to this one",
        _place(claim),
        help="remove it here, or rename the other item's file",
        related=(Related(living.tree.title_span(), f"the {living.kind.name} that has it"),),
    )


def _report_claimed(alias: str, claim: tuple[Entry, int], first: tuple[Entry, int]) -> Diagnostic:
    if first[0] is claim[0]:
        return RULE.found(
            f"the old id `{alias}` is here twice", _place(claim), help="remove one of the two"
        )
    return RULE.found(
        f"two items say that `{alias}` was their id",
        _place(claim),
        help="remove it from the one that did not have it",
        related=(Related(_place(first), f"“{first[0].title}” says so too"),),
    )
