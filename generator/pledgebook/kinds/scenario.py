"""Scenario: a situation with a customer, and what could be done about it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pledgebook.kinds.fields import (
    Line,
    Minutes,
    Model,
    OnlyFor,
    PrincipleRef,
    Prose,
    Role,
    SourceRef,
    Trade,
    at_most_words,
    described,
)
from pledgebook.kinds.item import Facilitator, Item, Kind


class Effects(Model):
    """What an option leads to, for each of the three it touches."""

    customer: Line = described("What it means for the customer.")
    colleague: Line = described("What it means for colleagues.")
    company: Line = described("What it means for the organisation.")


class Option(Model):
    """One way to act, its consequences and how good it is."""

    choice: Line = described("What you would say or do.")
    effects: Effects = described("What it leads to.")
    rating: Literal["best", "fair", "poor"] = described("How well it serves.")


class Scenario(Item):
    """A worked scenario for practice: decide first, see the consequences after."""

    situation: Annotated[Prose, at_most_words(120)] = described(
        "What has happened, in at most 120 words."
    )
    stakes: Line = described("What there is to win or lose, in a sentence.")
    decision: Line = described('The question to answer, such as "What do you say to her?".')
    options: tuple[Option, ...] = described(
        "Two to four things one could do.", min_length=2, max_length=4
    )
    principle: PrincipleRef = described("The principle that decides it.")
    also: tuple[PrincipleRef, ...] = Field(
        (), max_length=2, description="Up to two other principles at work."
    )
    conflicts_with: PrincipleRef | None = Field(
        None,
        description="A principle that pulls the other way here, and gives way by its precedence.",
    )
    takeaway: Line = described("What to remember, in a sentence.")
    debrief: tuple[Line, ...] = described(
        "Three to five questions to talk about afterwards.", min_length=3, max_length=5
    )
    origin: Literal["real", "composite", "fictional"] = described(
        "real: it happened. composite: put together from several. fictional: made up."
    )
    setting: Trade = described("The trade it plays in, from handbook.yml.")
    roles: tuple[Role, ...] = Field((), description="Whom it helps most, from handbook.yml.")
    minutes: Minutes = described("How long practice takes.")
    difficulty: Literal["easy", "moderate", "hard"] = Field(
        "moderate", description="How hard the decision is."
    )
    sources: tuple[SourceRef, ...] = Field((), description="Where the story comes from.")
    facilitator: Annotated[Facilitator | None, OnlyFor("trainers")] = Field(
        None, description="Private notes for trainers."
    )


KIND = Kind(
    name="scenario",
    plural="scenarios",
    folder="scenarios",
    model=Scenario,
    order=20,
    own_page=True,
    blurb="Situations with customers to think through before they happen to you.",
)
