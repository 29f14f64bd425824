"""From a deck to what the typesetter is given: a job, which is data and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from pledgebook.colour import PRINT, find_readable, separate
from pledgebook.model import Handbook
from pledgebook.render.cards.layout import Layout
from pledgebook.render.cards.qr import Code, make_code
from pledgebook.render.cards.roster import Person
from pledgebook.render.cards.sheet import Sheet, Sides, Slot, impose_singly
from pledgebook.render.cards.stock import Extent, Stock
from pledgebook.render.cards.typeset import Bench, Job
from pledgebook.settings import Settings
from pledgebook.view.cards import CardView

Profile = Literal["office", "press"]

_WIDEST = 3
"""How many of the widest texts of a column are tried, for their widths are only estimated."""
_NARROW, _WIDE = 0.5, 1.6
"""The width of letters as a share of the usual one."""

_INKS = {"ink": "#1c2422", "soft": "#56605c", "line": "#dfdcd3"}
_PRESS_INKS = {"ink": (0, 0, 0, 100), "soft": (0, 0, 0, 72), "line": (0, 0, 0, 16)}
"""On a press everything that is not the handbook's colour is black ink alone."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A card to be printed: its place among the cards, and whom it is for."""

    card: int
    person: Person | None = None


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
    copies: tuple[Copy, ...]
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
    person: Person | None = None


def date_of(handbook: Handbook) -> date:
    """Return the day the handbook was last changed or reviewed, as far as it says.

    It is the date of every PDF, so that the same handbook always makes the same file.
    """
    days = [entry.item.last_reviewed for entry in handbook.entries.values()]
    return max((day for day in days if day is not None), default=date(2000, 1, 1))


def measure_cards(bench: Bench, what: Print) -> tuple[Fit, ...]:
    """Return how every text of every card fits, each measured once, whatever the sheets.

    All copies of a card are set in one size: that in which the widest of the people's names fit.
    """
    what = replace(what, copies=tuple(_choose_widest(what.copies)))
    sheets = impose_singly(len(what.copies), what.face.width, what.face.height, what.faces)
    found = bench.measure(build_job(what, sheets, settled=None))
    return tuple(
        Fit(
            f["card"],
            f["face"],
            f["field"],
            f["why"],
            f["what"],
            (f["variant"], f["step"]),
            what.copies[f["copy"]].person,
        )
        for f in found
    )


def _choose_widest(copies: Iterable[Copy]) -> Iterator[Copy]:
    """Yield for each card the copies for whom any column of the list is about the widest."""
    of_card: dict[int, list[Copy]] = {}
    for copy in copies:
        of_card.setdefault(copy.card, []).append(copy)
    for group in of_card.values():
        chosen: dict[int, Copy] = {}
        columns = {name for copy in group if copy.person for name in copy.person.columns}
        for name in sorted(columns) or [""]:
            wide = sorted(group, key=lambda copy: _width(copy, name), reverse=True)
            chosen |= {id(copy): copy for copy in wide[:_WIDEST]}
        yield from chosen.values() if columns else group[:1]


def _width(copy: Copy, column: str) -> float:
    text = copy.person.columns.get(column, "") if copy.person else ""
    return sum(_NARROW if c in "ijlfrtI.,' -" else _WIDE if c in "mwMW@" else 1 for c in text)


def settle(fits: Iterable[Fit]) -> dict[str, list[float]]:
    """Return for each text the variant and size that fit, as the typesetter looks them up."""
    settled: dict[str, list[float]] = {}
    for fit in fits:
        place = f"{fit.card}/{fit.face}/{fit.field}"
        variant, step = settled.get(place, fit.choice)
        settled[place] = [max(variant, fit.choice[0]), min(step, fit.choice[1])]
    return settled


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
        "personal": list(what.layout.personal),
        "faces": list(what.faces),
        "measuring": settled is None,
        "settled": dict(settled or {}),
        "sheets": [_view_sheet(what, sheet) for sheet in sheets],
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
    """Return what the layout says it shows of a card, and no more: a large print stays small."""
    code = what.code_of(card)
    shown = {name: card.data[name] for name in what.layout.fields if name in card.data}
    known = {name: card.data[name] for name in ("id", "kind", "title", "version")}
    return {**known, **shown, "person": None, "code": code.url if code else None}


def _view_sheet(what: Print, sheet: Sheet) -> dict[str, Any]:
    return {
        "width": sheet.width,
        "height": sheet.height,
        "marks": sheet.marks,
        "slots": [_view_slot(what, slot) for slot in sheet.slots],
    }


def _view_slot(what: Print, slot: Slot) -> dict[str, Any]:
    copy = what.copies[slot.card]
    seen = copy.person is not None and slot.face in what.layout.personal
    return {
        "card": copy.card,
        "copy": slot.card,
        "person": copy.person.columns if copy.person is not None and seen else None,
        "face": slot.face,
        "x": slot.x,
        "y": slot.y,
        "turned": slot.turned,
        "scale": slot.scale,
    }
