"""Who can see an item, and why."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.kinds.marks import restricted_fields
from pledgebook.model import Entry, Handbook


@dataclass(frozen=True, slots=True)
class EditionSight:
    """Whether an edition shows an item, why, and which of its fields it leaves out."""

    edition: str
    title: str
    shown: bool
    reason: str
    left_out: tuple[str, ...] = ()


def view_visibility(handbook: Handbook, entry: Entry) -> tuple[EditionSight, ...]:
    """Return for each edition whether it shows ``entry``, and why."""
    return tuple(_view_edition(handbook, entry, name) for name in handbook.settings.editions)


def _view_edition(handbook: Handbook, entry: Entry, name: str) -> EditionSight:
    edition = handbook.settings.editions[name]
    readers = handbook.audience_of(entry)
    shared = [audience for audience in readers if audience in edition.audiences]
    if entry.item.status == "draft":
        return EditionSight(name, edition.title, False, "it is a draft")
    if not shared:
        wanted = " or ".join(readers)
        return EditionSight(name, edition.title, False, f"it is for {wanted}, {_why(entry)}")
    if entry.item.status == "retired":
        reason = "it is retired: only its title, and what to read instead"
        return EditionSight(name, edition.title, True, reason)
    left_out = tuple(
        field
        for field, audience in restricted_fields(entry.kind.model).items()
        if audience not in edition.audiences and getattr(entry.item, field) is not None
    )
    reason = f"it is for {' and '.join(shared)}, {_why(entry)}"
    return EditionSight(name, edition.title, True, reason, left_out)


def _why(entry: Entry) -> str:
    if entry.kind.only_for is not None:
        return f"as every {entry.kind.name} is"
    if entry.item.audience:
        return "as its `audience` says"
    return "as handbook.yml has it for items that do not say"
