"""Deck: cards to print together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from pledgebook.kinds.fields import AnyRef, Dimension, Id, Line, Model, described
from pledgebook.kinds.item import Item, Kind


class Selection(Model):
    """Cards chosen by what they are instead of one by one."""

    kind: Literal["principle", "scenario", "quote", "exercise", "session"] = described(
        "The kind of item to choose."
    )
    dimension: Dimension | None = Field(None, description="Only those of this dimension.")


def _form_of_cards(value: Any) -> str | None:
    """Tell a list of ids from a selection, so that a mistake is explained as the right one."""
    if isinstance(value, list | tuple):
        return "ids"
    return "selection" if isinstance(value, dict | Selection) else None


class Deck(Item):
    """A deck of cards: what is on them and what they are printed on."""

    summary: Line | None = Field(None, description="What the deck is for, in a sentence.")
    cards: Annotated[
        Annotated[tuple[AnyRef, ...], Tag("ids"), Field(min_length=1)]
        | Annotated[Selection, Tag("selection")],
        Discriminator(_form_of_cards),
    ] = described("The ids of the items, in order; or a selection such as `kind: principle`.")
    layout: Id = described("The name of a folder in theme/cards/.")
    stock: Id = described("The name of a file in theme/stocks/.")
    profile: Literal["office", "press"] = Field("office", description="The kind of printer.")
    sides: Literal["one", "long-edge", "short-edge", "two-pass", "fold"] = Field(
        "long-edge", description="How the printer turns the sheet; fold: both on one side."
    )
    back: Id = Field(
        "pledge", description="What is printed on the backs, from the layout; or none."
    )
    people: Line | None = Field(None, description="A CSV or XLSX file: one card a person.")


KIND = Kind(
    name="deck",
    plural="decks",
    folder="decks",
    model=Deck,
    order=90,
    own_page=True,
    blurb="Sets of cards to print, hand out and sign.",
)
