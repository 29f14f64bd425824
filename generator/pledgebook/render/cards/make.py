"""From a print to files: sheets for the office, single cards for a press, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pledgebook.render.cards.finish import finish_for_office, finish_for_press
from pledgebook.render.cards.job import Fit, Print, build_job, settle
from pledgebook.render.cards.sheet import (
    Sheet,
    Shift,
    count_places,
    impose,
    impose_for_press,
    impose_singly,
    is_folded,
    shift_sheet,
)
from pledgebook.render.cards.typeset import OFFICE_STANDARDS, PRESS_STANDARDS, Bench
from pledgebook.settings import Printer, PrinterSide

Form = Literal["pdf", "png", "svg"]


@dataclass(frozen=True)
class Options:
    """How sheets are filled and printed."""

    start: int = 1
    stacked: bool = False
    printer: Printer = field(default_factory=Printer)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made, and its name."""

    name: str
    data: bytes


def make_sheets(
    bench: Bench, what: Print, fits: Sequence[Fit], options: Options
) -> Iterator[MadeFile]:
    """Yield the PDFs of a print: one, or for printing in two passes one of each side."""
    if what.profile == "press":
        face = what.face
        singles = impose_for_press(len(what.copies), face.width, face.height, what.faces)
        job = build_job(what, singles, settled=settle(fits))
        made = finish_for_press(bench.make_pdf(job, PRESS_STANDARDS))
        yield MadeFile(f"{what.name}.press.pdf", made)
        return
    sheets = _lay_out(what, options)
    if what.sides == "two-pass" and what.back is not None and not is_folded(what.stock, "two-pass"):
        yield _make_office(bench, what, fits, [s for s in sheets if not s.is_back], ".fronts")
        yield _make_office(bench, what, fits, [s for s in sheets if s.is_back], ".backs")
    else:
        yield _make_office(bench, what, fits, sheets, "")


def _lay_out(what: Print, options: Options) -> list[Sheet]:
    count = len(what.copies)
    if what.layout.gathers:
        # One card with everything on it: a sheet full of it, rather than a sheet with one.
        count *= count_places(what.stock, what.sides) - options.start + 1
    sheets: Iterable[Sheet] = impose(
        count, what.stock, what.sides, what.back, start=options.start, stacked=options.stacked
    )
    if what.layout.gathers:
        sheets = (_repeat(sheet, len(what.copies)) for sheet in sheets)
    printer = options.printer
    return [shift_sheet(s, _shift(printer.back if s.is_back else printer.front)) for s in sheets]


def _repeat(sheet: Sheet, cards: int) -> Sheet:
    slots = tuple(replace(slot, card=slot.card % cards) for slot in sheet.slots)
    return replace(sheet, slots=slots)


def _shift(side: PrinterSide) -> Shift:
    return Shift(side.right, side.down, side.scale)


def _make_office(
    bench: Bench, what: Print, fits: Sequence[Fit], sheets: Sequence[Sheet], part: str
) -> MadeFile:
    job = build_job(what, sheets, settled=settle(fits))
    two_sided = any(sheet.is_back for sheet in sheets) and any(not s.is_back for s in sheets)
    data = finish_for_office(bench.make_pdf(job, OFFICE_STANDARDS), what.sides, two_sided=two_sided)
    return MadeFile(f"{what.name}{part}.pdf", data)


def make_pictures(
    bench: Bench, what: Print, fits: Sequence[Fit], form: Literal["png", "svg"]
) -> Iterator[MadeFile]:
    """Yield a picture of each face of each card, in a folder of the deck's name."""
    face = what.face
    what = replace(what, profile="office")
    sheets = impose_singly(len(what.copies), face.width, face.height, what.faces)
    pages = bench.make_pictures(build_job(what, sheets, settled=settle(fits)), form)
    for sheet, page in zip(sheets, pages, strict=True):
        slot = sheet.slots[0]
        side = "" if slot.face == "front" else f".{slot.face}"
        copy = what.copies[slot.card]
        card = what.cards[copy.card]
        number = "" if copy.person is None else f".{slot.card + 1:04}"
        yield MadeFile(f"{what.name}/{card.id}{number}{side}.{form}", page)
