"""Imposition: which side of which card goes where on which sheet. All lengths are in mm.

A back is placed so that it lies behind its front once the sheet is turned, and so that the card
reads upright when it is turned over like a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from pledgebook.render.cards.stock import TOLERANCE, Stock

Sides = Literal["one", "long-edge", "short-edge", "two-pass", "fold"]
Line = tuple[float, float, float, float]

TICK = 3.0
"""Length of a cutting mark."""
MARK_GAP = 1.5
"""Space between a crop mark and the card, so that no mark is left on a card cut a little wide."""
BLEED = 3.0
"""What a print shop cuts away on every side of a card."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One side of a card in its place: the corner nearest to the page's top left."""

    card: int
    face: str
    x: float
    y: float
    turned: bool = False
    """Whether it stands on its head."""
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of a sheet of paper."""

    width: float
    height: float
    slots: tuple[Slot, ...]
    marks: tuple[Line, ...] = ()
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """How a printer misses: what to add to the right and down, and by how much it scales."""

    right: float = 0.0
    down: float = 0.0
    scale: float = 1.0


def place_cells(stock: Stock) -> tuple[tuple[float, float], ...]:
    """Return the corner of every card of a sheet, row by row."""
    return tuple(
        (
            stock.margin.left + column * stock.pitch.across,
            stock.margin.top + row * stock.pitch.down,
        )
        for row in range(stock.grid.rows)
        for column in range(stock.grid.columns)
    )


def deal(count: int, cells: int, start: int = 1, *, stacked: bool = False) -> list[dict[int, int]]:
    """Return for each sheet which cell holds which card; cells and cards count from 0.

    ``start`` is the first free cell of the first sheet, from 1. ``stacked`` deals so that the
    piles that come from cutting all sheets at once, laid on each other, are in order.
    """
    sheets: list[dict[int, int]] = [{} for _ in range(ceil((count + start - 1) / cells))]
    free = ((sheet, cell) for sheet in range(len(sheets)) for cell in range(cells))
    if stacked:
        free = ((sheet, cell) for cell in range(cells) for sheet in range(len(sheets)))
    usable = ((sheet, cell) for sheet, cell in free if sheet or cell >= start - 1)
    for card, (sheet, cell) in zip(range(count), usable, strict=False):
        sheets[sheet][cell] = card
    return sheets


def impose(
    count: int,
    stock: Stock,
    sides: Sides,
    back: str | None,
    *,
    start: int = 1,
    stacked: bool = False,
) -> tuple[Sheet, ...]:
    """Return the sides of all sheets in the order of printing: each front before its back.

    ``back`` is the face on the backs; ``None`` leaves them empty.
    """
    if is_folded(stock, sides):
        return tuple(_impose_folded(count, stock, back, start, stacked))
    cells = place_cells(stock)
    marks = _marks(stock)
    page = (stock.page.width, stock.page.height)
    sheets: list[Sheet] = []
    for dealt in deal(count, len(cells), start, stacked=stacked):
        slots = tuple(Slot(card, "front", *cells[cell]) for cell, card in sorted(dealt.items()))
        front = Sheet(*page, slots, marks)
        sheets.append(front)
        if back is not None and sides != "one":
            sheets.append(_back_of(front, stock, back, turned_over_top=_over_top(stock, sides)))
    return tuple(sheets)


def is_folded(stock: Stock, sides: Sides) -> bool:
    """Return whether both faces are printed on one side and folded."""
    return sides == "fold" or stock.fold is not None


def _over_top(stock: Stock, sides: Sides) -> bool:
    """Return whether the sheet is turned over its top edge, like a notepad."""
    upright = stock.page.width <= stock.page.height
    return (sides == "short-edge") == upright


def _back_of(front: Sheet, stock: Stock, face: str, *, turned_over_top: bool) -> Sheet:
    """Return the side behind ``front``: mirrored about the edge the sheet is turned over."""
    backs = []
    for slot in front.slots:
        if turned_over_top:
            y = front.height - slot.y - stock.card.height
            backs.append(replace(slot, face=face, y=y, turned=True))
        else:
            x = front.width - slot.x - stock.card.width
            backs.append(replace(slot, face=face, x=x))
    # Read row by row on the back too.
    ordered = sorted(backs, key=lambda slot: (slot.y, slot.x))
    return Sheet(front.width, front.height, tuple(ordered), (), is_back=True)


def _impose_folded(
    count: int, stock: Stock, back: str | None, start: int, stacked: bool
) -> Iterator[Sheet]:
    pairs = list(_fold_cells(stock))
    for dealt in deal(count, len(pairs), start, stacked=stacked):
        slots: list[Slot] = []
        for cell, card in sorted(dealt.items()):
            above, below = pairs[cell]
            slots.append(Slot(card, "front", *below))
            if back is not None:
                slots.append(Slot(card, back, *above, turned=True))
        yield Sheet(stock.page.width, stock.page.height, tuple(slots), _marks(stock))


def _fold_cells(stock: Stock) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield where the half above and the half below each fold begin."""
    cells = place_cells(stock)
    if stock.fold is not None:
        panel = stock.face.height
        for x, y in cells:
            yield (x, y + stock.fold - panel), (x, y + stock.fold)
        return
    columns = stock.grid.columns
    for row in range(0, stock.grid.rows - 1, 2):
        for column in range(columns):
            yield cells[row * columns + column], cells[(row + 1) * columns + column]


def count_places(stock: Stock, sides: Sides) -> int:
    """Return how many cards one sheet has room for."""
    if is_folded(stock, sides):
        return len(list(_fold_cells(stock)))
    return stock.per_sheet


def folds_well(stock: Stock) -> bool:
    """Return whether a front and its back can share a fold on this stock."""
    touching = abs(stock.pitch.down - stock.card.height) <= TOLERANCE
    return stock.fold is not None or (touching and stock.grid.rows % 2 == 0)


def impose_singly(
    count: int, width: float, height: float, faces: Sequence[str]
) -> tuple[Sheet, ...]:
    """Return a page for every face of every card, just as large as the card."""
    return tuple(
        Sheet(width, height, (Slot(card, face, 0.0, 0.0),), is_back=number > 0)
        for card in range(count)
        for number, face in enumerate(faces)
    )


def impose_for_press(
    count: int, width: float, height: float, faces: Sequence[str]
) -> tuple[Sheet, ...]:
    """Return a page for every face of every card, larger by the bleed on every side."""
    return tuple(
        Sheet(
            width + 2 * BLEED,
            height + 2 * BLEED,
            (Slot(card, face, BLEED, BLEED),),
            is_back=number > 0,
        )
        for card in range(count)
        for number, face in enumerate(faces)
    )


def shift_sheet(sheet: Sheet, shift: Shift) -> Sheet:
    """Return a sheet moved and scaled about its middle, to make up for a printer's error."""
    middle_x, middle_y, scale = sheet.width / 2, sheet.height / 2, shift.scale

    def moved(x: float, y: float) -> tuple[float, float]:
        return (
            middle_x + (x - middle_x) * scale + shift.right,
            middle_y + (y - middle_y) * scale + shift.down,
        )

    slots = []
    for slot in sheet.slots:
        x, y = moved(slot.x, slot.y)
        slots.append(replace(slot, x=x, y=y, scale=scale))
    marks = tuple((*moved(x1, y1), *moved(x2, y2)) for x1, y1, x2, y2 in sheet.marks)
    return replace(sheet, slots=tuple(slots), marks=marks)


def _marks(stock: Stock) -> tuple[Line, ...]:
    if stock.marks == "none":
        return ()
    cells = place_cells(stock)
    xs = sorted({edge for x, _ in cells for edge in (x, x + stock.card.width)})
    ys = sorted({edge for _, y in cells for edge in (y, y + stock.card.height)})
    upright = [
        (x, begin, x, end)
        for x in _cuts(xs, stock.page.width)
        for begin, end in _strokes(ys, stock.page.height, crop=stock.marks == "crop")
    ]
    level = [
        (begin, y, end, y)
        for y in _cuts(ys, stock.page.height)
        for begin, end in _strokes(xs, stock.page.width, crop=stock.marks == "crop")
    ]
    return (*upright, *level)


def _cuts(edges: list[float], length: float) -> list[float]:
    """Return where to cut: every edge of a card that is not an edge of the page."""
    return [edge for edge in edges if TOLERANCE < edge < length - TOLERANCE]


def _strokes(edges: list[float], length: float, *, crop: bool) -> Iterator[tuple[float, float]]:
    """Yield from where to where the marks go along a cut, at both ends of it."""
    if not crop:
        yield 0.0, TICK
        yield length - TICK, length
        return
    yield max(0.0, edges[0] - MARK_GAP - TICK), max(0.0, edges[0] - MARK_GAP)
    yield min(length, edges[-1] + MARK_GAP), min(length, edges[-1] + MARK_GAP + TICK)
