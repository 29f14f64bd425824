"""Stocks: the paper that cards are printed on, one file each in ``theme/stocks/``.

Every figure is in millimetres and says where it comes from and how sure it is. A handbook's own
``theme/stocks/`` adds stocks and replaces shipped ones of the same name.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pledgebook.kinds.fields import Id, Line, Model, described

Length = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False)]
Size = Annotated[float, Field(gt=0, le=2000, allow_inf_nan=False)]

TOLERANCE = 0.01
"""Millimetres by which a row of cards may seem to leave its page, for figures are rounded."""


class Extent(Model):
    """The size of something, in mm."""

    width: Size = described("Width in mm.")
    height: Size = described("Height in mm.")


class Margin(Model):
    """Where the first card begins, in mm from the corner of the page."""

    left: Length = described("From the left edge, in mm.")
    top: Length = described("From the top edge, in mm.")


class Pitch(Model):
    """From one card's corner to the next one's, in mm."""

    across: Size = described("To the next column, in mm.")
    down: Size = described("To the next row, in mm.")


class Grid(Model):
    """How many cards are on a sheet."""

    columns: Annotated[int, Field(ge=1, le=50)] = described("Cards side by side.")
    rows: Annotated[int, Field(ge=1, le=50)] = described("Cards below each other.")


class Figure(Model):
    """How a figure is known."""

    confidence: Literal["high", "medium", "low"] = described("How sure it is.")
    sources: tuple[Line, ...] = described("Where it comes from.", min_length=1)


class Figures(Model):
    """How each figure of a stock is known."""

    page: Figure | None = Field(None, description="Of the page.")
    card: Figure | None = Field(None, description="Of the card.")
    margin: Figure | None = Field(None, description="Of the margin.")
    pitch: Figure | None = Field(None, description="Of the pitch.")
    grid: Figure | None = Field(None, description="Of the grid.")
    fold: Figure | None = Field(None, description="Of the fold.")


class Stock(Model):
    """A sheet of cards."""

    title: Line = described("What it is called.")
    also: tuple[Id, ...] = Field((), description="Other numbers of the same sheet.")
    note: Line | None = Field(None, description="What to know before printing on it.")
    page: Extent = described("The sheet.")
    card: Extent = described("One card; a tent card as it lies open.")
    margin: Margin = described("Where the first card begins.")
    pitch: Pitch = described("From card to card.")
    grid: Grid = described("How many there are.")
    fold: Size | None = Field(None, description="Where it folds, in mm from the card's top.")
    marks: Literal["none", "ticks", "crop"] = Field(
        "none", description="ticks: short lines at the edge of the page. crop: marks around cards."
    )
    figures: Figures = Field(default_factory=Figures, description="How each figure is known.")

    @property
    def fault(self) -> str:
        """What is impossible about its measures; empty if nothing is."""
        across = self.margin.left + (self.grid.columns - 1) * self.pitch.across + self.card.width
        down = self.margin.top + (self.grid.rows - 1) * self.pitch.down + self.card.height
        if across > self.page.width + TOLERANCE:
            return f"the cards need {across:g} mm across, and the page has {self.page.width:g}"
        if down > self.page.height + TOLERANCE:
            return f"the cards need {down:g} mm down, and the page has {self.page.height:g}"
        if self.grid.columns > 1 and self.pitch.across < self.card.width - TOLERANCE:
            return "the pitch across is smaller than a card, so the cards overlap"
        if self.grid.rows > 1 and self.pitch.down < self.card.height - TOLERANCE:
            return "the pitch down is smaller than a card, so the cards overlap"
        if self.fold is not None and self.fold >= self.card.height:
            return "the fold lies outside the card"
        return ""

    @property
    def face(self) -> Extent:
        """The size of what is designed as one side: a card, or a tent card's panel."""
        if self.fold is None:
            return self.card
        panel = min(self.fold, self.card.height - self.fold)
        return Extent(width=self.card.width, height=panel)

    @property
    def is_uncertain(self) -> bool:
        """Whether any figure is known with low confidence."""
        figures = (getattr(self.figures, name) for name in Figures.model_fields)
        return any(figure is not None and figure.confidence == "low" for figure in figures)

    @property
    def per_sheet(self) -> int:
        return self.grid.columns * self.grid.rows
