"""Sheets to try a printer with: the outlines of a stock, and marks to measure."""

from __future__ import annotations

from typing import Any

from pledgebook.render.cards.finish import finish_for_office
from pledgebook.render.cards.make import MadeFile
from pledgebook.render.cards.sheet import Shift, Sides, impose, shift_sheet
from pledgebook.render.cards.stock import Stock
from pledgebook.render.cards.typeset import OFFICE_STANDARDS, Bench
from pledgebook.settings import Printer

_MAIN = "proof.typ"


def make_proof(bench: Bench, name: str, stock: Stock, sides: Sides, printer: Printer) -> MadeFile:
    """Return the outlines of a stock's cards, to hold against a sheet of it before a window."""
    back = None if sides == "one" else "back"
    plain = stock.model_copy(update={"fold": None})
    sheets = impose(stock.per_sheet, plain, "long-edge" if sides == "fold" else sides, back)
    pages = []
    for sheet in sheets:
        side = printer.back if sheet.is_back else printer.front
        moved = shift_sheet(sheet, Shift(side.right, side.down, side.scale))
        pages.append(
            {
                "back": sheet.is_back,
                "outlines": [
                    {
                        "x": slot.x,
                        "y": slot.y,
                        "width": stock.card.width * slot.scale,
                        "height": stock.card.height * slot.scale,
                        "number": slot.card + 1,
                        "fold": stock.fold,
                    }
                    for slot in moved.slots
                ],
            }
        )
    job = _job("proof", f"Outlines of {stock.title}", stock) | {"pages": pages}
    made = bench.make_pdf(job, OFFICE_STANDARDS, main=_MAIN)
    data = finish_for_office(made, sides, two_sided=back is not None)
    return MadeFile(f"proof-{name}.pdf", data)


def make_calibration(bench: Bench, name: str, stock: Stock) -> MadeFile:
    """Return a sheet with the same marks on both sides, to measure how a printer misses."""
    job = _job("calibration", "Calibration sheet", stock)
    made = bench.make_pdf(job, OFFICE_STANDARDS, main=_MAIN)
    return MadeFile(f"calibration-{name}.pdf", finish_for_office(made, "long-edge", two_sided=True))


def _job(form: str, title: str, stock: Stock) -> dict[str, Any]:
    return {
        "form": form,
        "title": title,
        "width": stock.page.width,
        "height": stock.page.height,
        "fonts": [],
    }
