"""How well each principle is covered: what it has, and what is thin."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.kinds.deck import Selection
from pledgebook.model import Entry
from pledgebook.view.item import ItemView, TermView
from pledgebook.view.site import Site

ENOUGH = {"scenarios": 2, "quotes": 1, "cards": 1}
"""What a principle should have at least, to be worth a session."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one principle has."""

    principle: ItemView
    scenarios: int
    quotes: int
    evidence: int
    exercises: int
    cards: int

    @property
    def thin(self) -> list[str]:
        """What it has less of than it should."""
        return [name for name, least in ENOUGH.items() if getattr(self, name) < least]


@dataclass(frozen=True, slots=True)
class DimensionView:
    """A dimension, its principles and how they are covered."""

    term: TermView
    description: str
    known_as: str | None
    rows: list[Coverage]


def view_dimensions(site: Site) -> list[DimensionView]:
    """Return every dimension with the coverage of its principles."""
    on_cards = _principles_on_cards(site)
    rows = [_cover(principle, on_cards) for principle in site.of_kind("principle")]
    return [
        DimensionView(
            term=site.term("dimensions", dimension_id),
            description=dimension.description,
            known_as=dimension.known_as,
            rows=[r for r in rows if dimension_id in {d.id for d in r.principle.dimensions}],
        )
        for dimension_id, dimension in site.settings.dimensions.items()
    ]


def _cover(principle: ItemView, on_cards: dict[str, int]) -> Coverage:
    return Coverage(
        principle=principle,
        scenarios=len(principle.referred_by("scenario")),
        quotes=sum(quote.provenance != "misattributed" for quote in principle.referred_by("quote")),
        evidence=len(principle.referred_by("evidence")),
        exercises=len(principle.referred_by("exercise")),
        cards=on_cards.get(principle.id, 0),
    )


def _principles_on_cards(site: Site) -> dict[str, int]:
    counts: dict[str, int] = {}
    for deck in site.handbook.of_kind("deck"):
        for entry in cards_of(site, deck):
            if entry.kind.name == "principle":
                counts[entry.id] = counts.get(entry.id, 0) + 1
    return counts


def cards_of(site: Site, deck: Entry) -> list[Entry]:
    """Return the items that are on the cards of a deck, in order."""
    cards = getattr(deck.item, "cards", ())
    if not isinstance(cards, Selection):
        found = (site.handbook.find(item_id) for item_id in cards)
        return [entry for entry in found if entry is not None]
    return [
        entry
        for entry in site.handbook.of_kind(cards.kind)
        if cards.dimension is None or cards.dimension in getattr(entry.item, "dimensions", ())
    ]
