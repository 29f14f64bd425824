"""Session: a timed run sheet for a trainer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from pledgebook.kinds.fields import AnyRef, Line, Minutes, Model, OnlyFor, Prose, described
from pledgebook.kinds.item import Facilitator, Item, Kind


class Step(Model):
    """A stretch of a session."""

    minutes: Minutes = described("How long it takes.")
    activity: Prose = described("What the group does.")
    item: AnyRef | None = Field(None, description="The scenario, exercise or principle it uses.")
    notes: Prose | None = Field(None, description="What the trainer says or watches for.")


class Session(Item):
    """A training session; only trainers see it."""

    goal: Line = described("What people can do afterwards that they could not before.")
    minutes: Minutes = described("How long the whole takes; the steps add up to it.")
    group_size: Line = described("For how many people, such as 6 to 14.")
    materials: tuple[Line, ...] = Field((), description="What to bring.")
    steps: tuple[Step, ...] = described("The run sheet.", min_length=1)
    follow_up: Prose | None = Field(None, description="What happens in the weeks after.")
    remote: Prose | None = Field(None, description="What changes on a video call.")
    facilitator: Annotated[Facilitator | None, OnlyFor("trainers")] = Field(
        None, description="Private notes for trainers."
    )


KIND = Kind(
    name="session",
    plural="sessions",
    folder="sessions",
    model=Session,
    order=80,
    own_page=True,
    blurb="Ready-made run sheets for trainers, minute by minute.",
    only_for="trainers",
)
