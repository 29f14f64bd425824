"""Principle: one promise the organisation makes about how it serves people."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pledgebook.kinds.fields import (
    Dimension,
    Line,
    PrincipleRef,
    Prose,
    Role,
    SourceRef,
    Whole,
    at_most_words,
    described,
    starts_with,
)
from pledgebook.kinds.item import Item, Kind


class Principle(Item):
    """A service principle, with what it asks of people and what it forbids."""

    promise: Annotated[Line, at_most_words(15)] = described(
        "The promise in one sentence of at most 15 words."
    )
    why: Prose = described("Why it matters, in a few short paragraphs.")
    do: tuple[Line, ...] = described("Two to six things to do.", min_length=2, max_length=6)
    dont: tuple[Line, ...] = described("One to four things not to do.", min_length=1, max_length=4)
    pledge: Annotated[Line, starts_with("I will "), at_most_words(30)] = described(
        'What a person signs, in one sentence that begins "I will".'
    )
    dimensions: tuple[Dimension, ...] = described(
        "One or two dimensions of service, from handbook.yml.", min_length=1, max_length=2
    )
    precedence: Whole = described(
        "Its rank when two principles pull apart: the lower number decides.", ge=1
    )
    in_practice: dict[Role, Prose] = Field(
        default_factory=dict, description="What it looks like in a role's day."
    )
    questions: tuple[Line, ...] = Field((), description="Questions for a team to talk about.")
    related: tuple[PrincipleRef, ...] = Field((), description="Principles to read next.")
    sources: tuple[SourceRef, ...] = Field((), description="Where the idea comes from.")


KIND = Kind(
    name="principle",
    plural="principles",
    folder="",
    model=Principle,
    order=10,
    own_page=True,
    blurb="What we promise the people we serve, and what each promise asks of us.",
)
