"""What all items share, and what a kind of item is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from pledgebook.kinds.fields import (
    AnyRef,
    Audience,
    Day,
    Id,
    Line,
    Model,
    OnlyFor,
    Prose,
    Whole,
    described,
)

Status = Literal["draft", "published", "retired"]


class Change(Model):
    """One noteworthy change of an item, in its author's words."""

    date: Day = described("The day of the change, such as 2026-04-30.")
    note: Line = described("What changed, in a sentence a colleague understands.")


class Facilitator(Model):
    """Private notes for whoever leads the exercise; never shown to other audiences."""

    setup: Prose | None = Field(None, description="What to prepare and how to begin.")
    probes: tuple[Line, ...] = Field((), description="Questions that take the talk further.")
    common_mistakes: tuple[Line, ...] = Field((), description="What groups often get wrong.")
    safety: Prose | None = Field(None, description="What may upset someone, and how to handle it.")


class Item(Model):
    """The fields that every item may have, whatever its kind."""

    title: Line = described("The name people know the item by.", max_length=120)
    status: Status = Field(
        "published", description="draft: not shown yet. retired: kept only for old links."
    )
    audience: tuple[Audience, ...] = Field(
        (),
        description="Who may see the item. Left out: the default audience of handbook.yml.",
    )
    replaced_by: AnyRef | None = Field(
        None, description="For a retired item: the item to read instead."
    )
    owner: Line | None = Field(None, description="The team or post that looks after the item.")
    last_reviewed: Day | None = Field(
        None, description="The day someone last read the item with care and found it right."
    )
    review_every: Whole | None = Field(
        None, ge=1, le=120, description="How many months a review holds."
    )
    aliases: tuple[Id, ...] = Field(
        (), description="Ids this item had before; their addresses lead here."
    )
    search_terms: tuple[Line, ...] = Field(
        (), description="Words a customer or a colleague would type when they need this item."
    )
    changes: tuple[Change, ...] = Field((), description="Noteworthy changes, newest first.")
    internal: Annotated[Prose | None, OnlyFor("hr")] = Field(
        None, description="Notes for the people team; in no other edition."
    )


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item: its model, its folder, and how it is shown.

    ``order`` is its place in the navigation. A kind with ``own_page`` has a page for each item
    (``theme/pages/<name>.html``); items of the others are gathered on the page of the folder
    (``theme/pages/<folder>.html``) and addressed by anchor.
    """

    name: str
    plural: str
    folder: str
    """Under ``principles/``; empty for the files that lie directly in it."""
    model: type[Item]
    order: int
    own_page: bool
    blurb: str
    """One sentence for the head of the section's page."""
    only_for: str | None = None
    """The one audience that may see items of this kind, whatever an item itself says."""

    @property
    def section(self) -> str:
        """The first part of the addresses of this kind's pages."""
        return self.folder or f"{self.name}s"


__all__ = ["Change", "Facilitator", "Item", "Kind", "Status"]
