"""Cards as plain data: what a layout may show of an item.

A card has the fields of its item by their names: Markdown as paragraphs of plain words, an id as
the item it names. What the reader's edition does not hold is not there. Nothing here knows a
layout, so a designer can add one without code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from pledgebook.addresses import ROOT
from pledgebook.kinds.fields import Markdown, Ref, Term
from pledgebook.kinds.item import Item
from pledgebook.kinds.marks import Location, Mark
from pledgebook.kinds.quote import PROVENANCE_MEANING
from pledgebook.model import Entry
from pledgebook.view.coverage import cards_of
from pledgebook.view.item import ItemView
from pledgebook.view.site import Site

PRINTABLE = "verified"
"""The provenance a quote needs to be on a card."""

_LIST_ITEM = re.compile(r"\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>)\s+", re.MULTILINE)


@dataclass(frozen=True)
class CardView:
    """One card: ``data`` is what a layout sees, ``address`` the page it leads to.

    ``address`` is relative to the top of the site. ``words`` is the card's text for those who
    cannot see its picture.
    """

    id: str
    kind: str
    title: str
    data: dict[str, Any]
    address: str
    words: str


def view_cards(site: Site, deck: Entry) -> tuple[CardView, ...]:
    """Return the cards of a deck, in order; an item the edition does not hold has none."""
    return tuple(view_card(site, entry) for entry in cards_of(site, deck))


def view_card(site: Site, entry: Entry) -> CardView:
    """Return the card of an item."""
    data = _view_data(site, entry)
    data["id"], data["kind"] = entry.id, entry.kind.name
    data["version"] = entry.content_version
    if entry.kind.name == "principle":
        data["quote"] = _choose_quote(site, entry)
    return CardView(
        id=entry.id,
        kind=entry.kind.name,
        title=entry.title,
        data=data,
        address=site.addresses.entry(entry).removeprefix(ROOT),
        words=". ".join([entry.title, *_spoken(data)]),
    )


def view_gathered(site: Site, deck: Entry, cards: tuple[CardView, ...]) -> CardView:
    """Return the one card that shows all ``cards`` of a deck."""
    address = site.addresses.page("principles/index.md").removeprefix(ROOT)
    data = {
        "id": deck.id,
        "kind": "deck",
        "title": site.settings.title,
        "tagline": site.settings.tagline or "",
        "version": deck.content_version,
        "items": [card.data for card in cards],
    }
    words = ". ".join(card.title for card in cards)
    return CardView(deck.id, "deck", deck.title, data, address, words)


def _spoken(data: dict[str, Any]) -> list[str]:
    said = ("promise", "pledge", "situation", "decision", "text", "credit", "purpose", "goal")
    return [data[name].rstrip(".") for name in said if isinstance(data.get(name), str)]


def _view_data(site: Site, entry: Entry) -> dict[str, Any]:
    data = _Plain(site, entry).view(entry.item, (), depth=0)
    if entry.kind.name == "quote":
        data["credit"] = _credit(site, entry)
        data["badge"] = PROVENANCE_MEANING[data["provenance"]][0]
    return data


def _choose_quote(site: Site, principle: Entry) -> dict[str, Any] | None:
    """Return the first quote that speaks for a principle and may be printed."""
    for quote in site.view(principle).referred_by("quote"):
        if quote.provenance == PRINTABLE and not quote.paraphrase:
            return view_card(site, site.handbook.entries[quote.id]).data
    return None


def _credit(site: Site, entry: Entry) -> str:
    view: ItemView = site.view(entry)
    work = view.source.title if view.source is not None else None
    return ", ".join(part for part in (view.said_by, work) if part)


class _Plain:
    """Turns an item into what JSON can say."""

    def __init__(self, site: Site, entry: Entry) -> None:
        self._site = site
        self._marks: dict[Location, Mark] = {
            found.location: found.mark for found in entry.marked if not found.is_key
        }

    def view(self, record: BaseModel, location: Location, *, depth: int) -> dict[str, Any]:
        names = type(record).model_fields
        if isinstance(record, Item):
            names = {name: names[name] for name in names if name not in _HOUSEKEEPING}
        return {
            name: self._value(getattr(record, name), (*location, name), depth) for name in names
        }

    def _value(self, value: Any, location: Location, depth: int) -> Any:
        if isinstance(value, str):
            return self._text(value, self._marks.get(location), depth)
        if isinstance(value, tuple):
            shown = (self._value(part, (*location, n), depth) for n, part in enumerate(value))
            return [part for part in shown if part is not None]
        if isinstance(value, dict):
            return {key: self._value(part, (*location, key), depth) for key, part in value.items()}
        if isinstance(value, BaseModel):
            return self.view(value, location, depth=depth)
        return value if isinstance(value, int | float | bool | None) else str(value)

    def _text(self, text: str, mark: Mark | None, depth: int) -> Any:
        if isinstance(mark, Markdown):
            return plain_paragraphs(text, self._site)
        if isinstance(mark, Term):
            term = self._site.term(mark.vocabulary, text)
            return {"id": term.id, "title": term.title}
        if isinstance(mark, Ref):
            entry = self._site.handbook.find(text)
            return None if entry is None else {"id": entry.id, "title": entry.title}
        return text


_HOUSEKEEPING = frozenset(Item.model_fields) - {"title"}


def plain_paragraphs(text: str, site: Site) -> str:
    """Return Markdown as plain words, its paragraphs and list items apart by an empty line."""
    blocks = [
        block for part in re.split(r"\n\s*\n", text) for block in _LIST_ITEM.split("\n" + part)
    ]
    plain = (site.plain(_BULLET.sub("", block.strip("\n"))) for block in blocks)
    return "\n\n".join(block for block in plain if block)
