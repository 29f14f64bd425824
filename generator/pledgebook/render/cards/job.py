"""From a deck to what the typesetter is given: a job, which is data and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from pledgebook.colour import PRINT, find_readable, separate
from pledgebook.model import Handbook
from pledgebook.render.cards.layout import Layout
from pledgebook.render.cards.qr import Code, make_code
from pledgebook.render.cards.sheet import Sheet, Sides, impose_singly
from pledgebook.render.cards.stock import Extent, Stock
from pledgebook.render.cards.typeset import Bench, Job
from pledgebook.settings import Settings
from pledgebook.view.cards import CardView

Profile = Literal["office", "press"]

_INKS = {"ink": "#1c2422", "soft": "#56605c", "line": "#dfdcd3"}
_PRESS_INKS = {"ink": (0, 0, 0, 100), "soft": (0, 0, 0, 72), "line": (0, 0, 0, 16)}
"""On a press everything that is not the handbook's colour is black ink alone."""


@dataclass(frozen=True)
class Print:
    """What is printed, on what and how."""

    name: str
    """The id of the deck, and the beginning of the names of its files."""
    title: str
    layout_name: str
    layout: Layout
    stock: Stock
    sides: Sides
    back: str | None
    profile: Profile
    cards: tuple[CardView, ...]
    settings: Settings
    site_url: str
    dated: date

    @property
    def faces(self) -> tuple[str, ...]:
        """The sides of a card that are printed."""
        return ("front",) if self.back is None else ("front", self.back)

    @property
    def face(self) -> Extent:
        return self.stock.face

    def code_of(self, card: CardView) -> Code | None:
        """Return the code that leads to a card's page, if it has one."""
        if self.layout.code is None or not self.site_url:
            return None
        return make_code(f"{self.site_url.rstrip('/')}/{card.address}")


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text of a card fits: at which size, or why it does not."""

    card: int
    face: str
    field: str
    why: str
    what: str
    choice: tuple[int, float]


def date_of(handbook: Handbook) -> date:
    """Return the day the handbook was last changed or reviewed, as far as it says.

    It is the date of every PDF, so that the same handbook always makes the same file.
    """
    days = [entry.item.last_reviewed for entry in handbook.entries.values()]
    return max((day for day in days if day is not None), default=date(2000, 1, 1))


def measure_cards(bench: Bench, what: Print) -> tuple[Fit, ...]:
    """Return how every text of every card fits, each measured once, whatever the sheets."""
    sheets = impose_singly(len(what.cards), what.face.width, what.face.height, what.faces)
    found = bench.measure(build_job(what, sheets, settled=None))
    return tuple(
        Fit(f["card"], f["face"], f["field"], f["why"], f["what"], (f["variant"], f["step"]))
        for f in found
    )


def settle(fits: Iterable[Fit]) -> dict[str, list[float]]:
    """Return for each text the variant and size that fit, as the typesetter looks them up."""
    return {f"{fit.card}/{fit.face}/{fit.field}": list(fit.choice) for fit in fits if not fit.why}


def build_job(
    what: Print, sheets: Sequence[Sheet], *, settled: Mapping[str, list[float]] | None
) -> Job:
    """Return the job of printing ``sheets``; without ``settled``, of finding what fits."""
    codes = {code.url: code for card in what.cards if (code := what.code_of(card))}
    day = what.dated
    return {
        "layout": f"/{what.layout_name}/layout.typ",
        "title": what.title,
        "author": what.settings.organisation.name,
        "organisation": what.settings.organisation.name,
        "handbook": what.settings.title,
        "fonts": list(what.settings.cards.fonts),
        **_language(what.settings.language),
        "date": [day.year, day.month, day.day],
        "colours": _colours(what),
        "face": {"width": what.face.width, "height": what.face.height},
        "sizes": {n: size.model_dump() for n, size in what.layout.sizes.items()},
        "words": dict(what.layout.words),
        "code_size": what.layout.code or 0,
        "codes": {url: _view_code(code) for url, code in codes.items()},
        "cards": [_view_card(what, card) for card in what.cards],
        "faces": list(what.faces),
        "measuring": settled is None,
        "settled": dict(settled or {}),
        "sheets": [asdict(sheet) for sheet in sheets],
    }


def _language(tag: str) -> dict[str, str | None]:
    language, _, region = tag.partition("-")
    return {"language": language, "region": region if len(region) == 2 else None}


def _colours(what: Print) -> dict[str, Any]:
    accent = find_readable(what.settings.brand.colour, PRINT)
    if what.profile == "press":
        return {**_PRESS_INKS, "accent": separate(accent)}
    return {**_INKS, "accent": accent}


def _view_code(code: Code) -> dict[str, Any]:
    return {"modules": code.modules, "runs": code.runs, "address": code.url}


def _view_card(what: Print, card: CardView) -> dict[str, Any]:
    code = what.code_of(card)
    return {**card.data, "code": code.url if code else None}
