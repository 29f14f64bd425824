"""Evidence: a figure or finding, never shown without how strong it is."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pledgebook.kinds.fields import Line, PrincipleRef, Prose, SourceRef, described
from pledgebook.kinds.item import Item, Kind

STRENGTH_MEANING: dict[str, tuple[str, str]] = {
    "measured": ("Measured", "A study with a described method found it."),
    "reported": ("Reported", "Someone who was there tells it; nobody measured it."),
    "claimed": ("Claimed", "An author states it and names no study. Do not present it as fact."),
}
"""For each strength its badge and what the badge means."""


class Evidence(Item):
    """Something found, reported or claimed about service."""

    claim: Line = described("What is said to be so, in a sentence.")
    figure: Line | None = Field(None, description="The number, as the source gives it.")
    strength: Literal["measured", "reported", "claimed"] = described("How strong it is.")
    source: SourceRef = described("The source item it comes from.")
    locator: Line | None = Field(None, description="Where in the source.")
    caution: Prose | None = Field(None, description="What it does not show.")
    principles: tuple[PrincipleRef, ...] = Field((), description="The principles it bears on.")


KIND = Kind(
    name="evidence",
    plural="evidence",
    folder="evidence",
    model=Evidence,
    order=60,
    own_page=False,
    blurb="What has been measured, what is reported, and what is only claimed.",
)
