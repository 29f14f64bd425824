"""The cards a site shows and offers: their pictures and the sheets to print."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CardPicture:
    """The front of a card as a picture. ``words`` says what is on it; lengths are in mm.

    ``preview`` is the address of the picture that other programs show for a link to the item.
    """

    item_id: str
    title: str
    url: str
    words: str
    width: float
    height: float
    preview: str | None = None


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A PDF to print, on what, and how the sheet is turned."""

    url: str
    stock: str
    turning: str


@dataclass(frozen=True, slots=True)
class DeckOnSite:
    """A deck with the pictures of its cards and its sheets."""

    deck_id: str
    pictures: tuple[CardPicture, ...]
    sheets: tuple[SheetFile, ...]


@dataclass(frozen=True)
class Gallery:
    """All decks of a site by id."""

    decks: dict[str, DeckOnSite] = field(default_factory=dict)

    def deck(self, deck_id: str) -> DeckOnSite | None:
        """Return a deck, if it was made."""
        return self.decks.get(deck_id)

    def preview_of(self, item_id: str) -> CardPicture | None:
        """Return the card whose picture stands for a link to an item, if there is one."""
        found = (picture for _, picture in self.cards_of(item_id) if picture.preview)
        return next(found, None)

    def cards_of(self, item_id: str) -> list[tuple[DeckOnSite, CardPicture]]:
        """Return every card that shows an item, with its deck."""
        return [
            (deck, picture)
            for deck in self.decks.values()
            for picture in deck.pictures
            if picture.item_id == item_id
        ]
