"""Path: what to read and practise, in which order, for a role."""

from __future__ import annotations

from pydantic import Field

from pledgebook.kinds.fields import AnyRef, Line, Model, Prose, Role, described
from pledgebook.kinds.item import Item, Kind


class Stage(Model):
    """A part of a path."""

    when: Line = described('When to do it, such as "Day one".')
    purpose: Line | None = Field(None, description="What this stage is for.")
    items: tuple[AnyRef, ...] = described("What to read or do, in order.", min_length=1)


class Path(Item):
    """A learning path."""

    role: Role = described("Whom it is for, from handbook.yml.")
    summary: Line | None = Field(None, description="What the path is, in a sentence.")
    stages: tuple[Stage, ...] = described("The stages, in order.", min_length=1)
    finish: Prose = described("How to round it off.")


KIND = Kind(
    name="path",
    plural="paths",
    folder="paths",
    model=Path,
    order=40,
    own_page=True,
    blurb="Where to begin, and what comes next.",
)
