"""Quote: somebody's words, with how sure we are that they said them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pledgebook.kinds.fields import (
    Day,
    Line,
    Model,
    PrincipleRef,
    Prose,
    SourceRef,
    Text,
    YesNo,
    described,
)
from pledgebook.kinds.item import Item, Kind

Provenance = Literal[
    "verified", "verified-secondary", "attributed", "disputed", "unverified", "misattributed"
]

PROVENANCE_MEANING: dict[str, tuple[str, str]] = {
    "verified": (
        "Verified",
        "We read the passage in the work itself, or in a faithful edition of it.",
    ),
    "verified-secondary": (
        "Verified second-hand",
        "We found it in a named book or page that quotes it, not in the original.",
    ),
    "attributed": ("Attributed", "Others name a source; we have not read it."),
    "disputed": ("Disputed", "Those who have looked into it do not agree."),
    "unverified": ("Not found", "We looked and found no source. Do not print it as a quotation."),
    "misattributed": (
        "Misattributed",
        "The evidence points to someone else than the name it usually carries.",
    ),
}
"""For each provenance its badge and what the badge means."""


class Checked(Model):
    """When the provenance was looked into, and how."""

    on: Day | None = Field(None, description="The day of the check, such as 2026-04-30.")
    how: Line = described("What was actually read.")


class Quote(Item):
    """A quotation and its provenance."""

    text: Text = described("The words, exactly as in the source.")
    said_by: Line | None = Field(None, description="Who said it, as far as we know.")
    paraphrase: YesNo = Field(
        False, description="true: an idea told of someone, not their words; shown unquoted."
    )
    language: str | None = Field(
        None,
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
        description="The language of the words when it is not the handbook's, such as la.",
    )
    translation: Line | None = Field(None, description="The words in the handbook's language.")
    provenance: Provenance = described("How sure we are that they said it.")
    source: SourceRef | None = Field(None, description="The source item it comes from.")
    locator: Line | None = Field(None, description="Where in the source: part, chapter, page.")
    checked: Checked | None = Field(None, description="When and how it was checked.")
    also_credited_to: tuple[Line, ...] = Field((), description="Names it also circulates under.")
    note: Prose | None = Field(None, description="What a careful reader should know.")
    rights: Line | None = Field(None, description="Whether it may be reprinted.")
    principles: tuple[PrincipleRef, ...] = Field((), description="The principles it speaks for.")


KIND = Kind(
    name="quote",
    plural="quotes",
    folder="quotes",
    model=Quote,
    order=50,
    own_page=False,
    blurb="Words worth repeating, each with how sure we are who said them.",
)
