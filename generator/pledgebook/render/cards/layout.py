"""Layouts: how a card looks, one folder each in ``theme/cards/``.

A folder with ``layout.typ`` (what is drawn) and ``layout.yml`` (what it is for) is a layout;
nothing else lists them. A handbook's own ``theme/cards/`` adds layouts and replaces single files
of the shipped ones.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pledgebook.kinds.fields import Id, Line, Model, described
from pledgebook.render.cards.stock import Extent, Size

Points = Annotated[float, Field(ge=4, le=400, allow_inf_nan=False)]


class TextSize(Model):
    """How large a text is, in points."""

    size: Points = described("Its usual size.")
    least: Points = described("The smallest it may become where there is much to say.")


class Layout(Model):
    """What a layout is for, and the measures a designer may set without touching its drawing."""

    title: Line = described("What it is called.")
    kinds: tuple[
        Literal["principle", "scenario", "quote", "exercise", "session", "evidence"], ...
    ] = described("The kinds of item it can show.", min_length=1)
    gathers: bool = Field(False, description="true: one card shows all items of the deck.")
    backs: tuple[Id, ...] = Field((), description="The backs it offers, by name.")
    fields: tuple[Line, ...] = Field((), description="The fields of the item it shows.")
    personal: tuple[Id, ...] = Field((), description="The sides that show whom a card is for.")
    smallest: Extent | None = Field(None, description="The smallest card it is made for, in mm.")
    sizes: dict[Id, TextSize] = described("The sizes of its texts.")
    code: Size | None = Field(None, description="How wide its QR code is, in mm.")
    words: dict[Id, Line] = Field(default_factory=dict, description="The words it adds.")
