"""An item is in no edition.

An item is built into the editions whose `audiences` in `handbook.yml` include its own. This one is
meant for an audience that no edition has, so nobody will ever read it.

Add the audience to an edition, or give the item another one. To keep an item out on purpose, use
`status: draft`.

Wrong, in `principles/handbook.yml`:

    audiences:
      employees: Everyone
      trainers: Trainers
      board: The board
    default_audience: [board]

Right:

    audiences:
      employees: Everyone
      trainers: Trainers
      board: The board
    default_audience: [employees]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook
from pledgebook.settings import FILE_NAME
from pledgebook.wording import either

RULE = Rule("PB503", "unseen-item", Severity.WARNING)

_NEEDED = {"audiences", "default_audience", "editions"}


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every published item whose audiences are in no edition."""
    if not handbook.gaps.settings.isdisjoint(_NEEDED):
        return
    seen = {
        audience
        for edition in handbook.settings.editions.values()
        for audience in edition.audiences
    }
    for entry in handbook.entries.values():
        audiences = handbook.audience_of(entry)
        if entry.item.status != "published" or not seen.isdisjoint(audiences):
            continue
        if not set(audiences) <= set(handbook.settings.audiences):
            continue  # said as an unknown audience
        names = either(f"`{audience}`" for audience in audiences)
        yield RULE.found(
            f"nobody will see this item: no edition is for {names}",
            entry.tree.value_span(("audience",)),
            help=f"add {names} to an edition in {FILE_NAME}, or give the item another `audience`",
        )
