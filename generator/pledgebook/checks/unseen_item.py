"""An item or a page is in no edition.

An item is built into the editions whose `audiences` in `handbook.yml` include its own, and so is a
page of `content/`. This one is meant for an audience that no edition has, so nobody will ever read
it.

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

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
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
        if entry.item.status == "published" and _is_unseen(audiences, seen, handbook):
            yield _report("this item", audiences, entry.tree.value_span(("audience",)))
    for page in handbook.pages:
        audiences = handbook.readers_of(page)
        if page.head.fault is None and _is_unseen(audiences, seen, handbook):
            place = next((span for _, span in page.head.audience), Span.at(page.path, 1, 1))
            yield _report("this page", audiences, place)


def _is_unseen(audiences: tuple[str, ...], seen: set[str], handbook: Handbook) -> bool:
    # An audience that is not defined at all is a finding of its own.
    defined = set(audiences) <= handbook.settings.audiences.keys()
    return defined and seen.isdisjoint(audiences)


def _report(what: str, audiences: tuple[str, ...], place: Span) -> Diagnostic:
    names = either(f"`{audience}`" for audience in audiences)
    return RULE.found(
        f"nobody will see {what}: no edition is for {names}",
        place,
        help=f"add {names} to an edition in {FILE_NAME}, or name another `audience` here",
    )
