"""Exercise: something to do alone or in a team, on screen or on paper."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pledgebook.kinds.fields import (
    Line,
    Minutes,
    OnlyFor,
    PrincipleRef,
    Prose,
    SourceRef,
    described,
)
from pledgebook.kinds.item import Facilitator, Item, Kind


class Exercise(Item):
    """An exercise: what it is for, how it goes, and the sheet to fill in."""

    purpose: Line = described("What one gains from it, in a sentence.")
    minutes: Minutes = described("How long it takes.")
    form: Literal["rating", "audit", "log", "rewrite"] = described(
        "rating: score statements. audit: check others against statements. "
        "log: note what happens. rewrite: put things into better words."
    )
    how: tuple[Line, ...] = described("The steps, in order.", min_length=1, max_length=8)
    statements: tuple[Line, ...] = Field(
        (), description="The rows of the sheet: what is scored, checked or rewritten."
    )
    columns: tuple[Line, ...] = described("The columns of the sheet.", min_length=1, max_length=6)
    scale: tuple[Line, ...] = Field(
        (), description="The names of the points to score with, from low to high."
    )
    afterwards: Prose | None = Field(None, description="What to do with the result.")
    principles: tuple[PrincipleRef, ...] = Field((), description="The principles it trains.")
    sources: tuple[SourceRef, ...] = Field((), description="Where the idea comes from.")
    facilitator: Annotated[Facilitator | None, OnlyFor("trainers")] = Field(
        None, description="Private notes for trainers."
    )


KIND = Kind(
    name="exercise",
    plural="exercises",
    folder="exercises",
    model=Exercise,
    order=30,
    own_page=True,
    blurb="Short things to do alone or with your team, on screen or on paper.",
)
