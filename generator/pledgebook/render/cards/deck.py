"""From a deck of the handbook to what is to be printed, or what keeps it from being printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pledgebook.checks.faulty_roster import report_no_roster, report_unknown_card
from pledgebook.checks.unknown_layout import report_unknown_layout
from pledgebook.checks.unknown_stock import report_unknown_stock
from pledgebook.checks.unprintable_quote import report_unprintable_quote
from pledgebook.checks.unsuited_deck import (
    report_no_fold,
    report_too_small,
    report_unknown_back,
    report_wrong_kind_of_card,
)
from pledgebook.diagnostic import Diagnostic, Span
from pledgebook.kinds.deck import Deck
from pledgebook.model import Entry
from pledgebook.render.cards.job import Copy, Print, Profile, date_of
from pledgebook.render.cards.roster import Person, Roster, read_roster
from pledgebook.render.cards.sheet import Sides, folds_well
from pledgebook.render.cards.shelf import Shelf
from pledgebook.render.cards.stock import Extent
from pledgebook.view.cards import PRINTABLE, CardView, view_cards, view_gathered
from pledgebook.view.coverage import cards_of
from pledgebook.view.site import Site


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody asks for at the printer, in place of what the deck says."""

    stock: str | None = None
    profile: Profile | None = None
    sides: Sides | None = None


def plan_print(
    site: Site,
    deck: Entry,
    shelf: Shelf,
    site_url: str,
    wishes: Wishes | None = None,
    people: tuple[Person, ...] = (),
) -> tuple[Print | None, tuple[Diagnostic, ...]]:
    """Return what a deck prints, and what is wrong with it; with any fault there is no print.

    With ``people`` there is a card for each of them; without, one for each item.
    """
    wishes = wishes or Wishes()
    item = cast(Deck, deck.item)
    asked = {name: value for name in Wishes.__slots__ if (value := getattr(wishes, name))}
    item = item.model_copy(update=asked)
    found = list(_check_names(deck, item, shelf))
    layout, stock = shelf.layouts.get(item.layout), shelf.stocks.get(item.stock)
    if layout is None or stock is None:
        return None, tuple(found)
    back = None if item.back == "none" or item.sides == "one" else item.back
    if back is not None and back not in layout.backs:
        span = deck.tree.value_span(("back",))
        found.append(report_unknown_back(back, item.layout, layout.backs, span))
    cards = view_cards(site, deck)
    if layout.gathers:
        cards = (view_gathered(site, deck, cards),)
    if not cards:
        return None, tuple(found)
    found.extend(_check_people(people, cards))
    what = Print(
        name=deck.id,
        title=deck.title,
        layout_name=item.layout,
        layout=layout,
        stock=stock,
        sides=item.sides,
        back=back,
        profile=item.profile,
        cards=cards,
        copies=_give_out(cards, people),
        settings=site.settings,
        site_url=site_url,
        dated=date_of(site.handbook),
    )
    found.extend(_check_measures(deck, what))
    found.extend(_check_items(site, deck, what))
    return (None if found else what), tuple(found)


def _give_out(cards: tuple[CardView, ...], people: tuple[Person, ...]) -> tuple[Copy, ...]:
    """Return a copy for each person, of each card they get; for nobody, one of each card."""
    if not people:
        return tuple(Copy(number) for number in range(len(cards)))
    return tuple(
        Copy(number, person)
        for person in people
        for number, card in enumerate(cards)
        if person.card in ("", card.id)
    )


def _check_people(people: tuple[Person, ...], cards: tuple[CardView, ...]) -> Iterator[Diagnostic]:
    known = tuple(card.id for card in cards)
    for person in people:
        if person.card and person.card not in known:
            yield report_unknown_card(person.path, person.row, person.card, known)


def read_people(deck: Entry, base: Path, *, required: bool) -> Roster:
    """Return the people that a deck names a list of; nobody, if it names none.

    A list of people is private, and often not kept with the handbook: unless it is ``required``,
    one that is not there is no fault.
    """
    named = cast(Deck, deck.item).people
    if named is None:
        return Roster((), ())
    span = deck.tree.value_span(("people",))
    path = (base / named).resolve()
    if not path.is_relative_to(base.resolve()) or not path.is_file():
        return Roster((), (report_no_roster(named, span),) if required else ())
    return read_roster(path, named)


def _check_names(deck: Entry, item: Deck, shelf: Shelf) -> Iterator[Diagnostic]:
    if item.layout not in shelf.layouts:
        known = tuple(sorted(shelf.layouts))
        yield report_unknown_layout(item.layout, known, deck.tree.value_span(("layout",)))
    if item.stock not in shelf.stocks:
        known = tuple(sorted(shelf.stocks))
        yield report_unknown_stock(item.stock, known, deck.tree.value_span(("stock",)))


def _check_measures(deck: Entry, what: Print) -> Iterator[Diagnostic]:
    needs, has = what.layout.smallest, what.face
    if needs is not None and (has.width < needs.width or has.height < needs.height):
        span = deck.tree.value_span(("stock",))
        yield report_too_small(what.layout_name, shown_size(needs), shown_size(has), span)
    if what.sides == "fold" and not folds_well(what.stock):
        yield report_no_fold(deck.tree.value_span(("sides",)))


def _check_items(site: Site, deck: Entry, what: Print) -> Iterator[Diagnostic]:
    for entry in cards_of(site, deck):
        span = span_of_card(deck, entry)
        if entry.kind.name not in what.layout.kinds:
            yield report_wrong_kind_of_card(
                entry.id, entry.kind.name, what.layout_name, what.layout.kinds, span
            )
        provenance = getattr(entry.item, "provenance", PRINTABLE)
        if provenance != PRINTABLE:
            quoted = entry.tree.value_span(("provenance",))
            yield report_unprintable_quote(entry.id, provenance, span, quoted)


def span_of_card(deck: Entry, entry: Entry) -> Span:
    """Return where a deck names an item, or where it selects it."""
    cards = cast(Deck, deck.item).cards
    names = (entry.id, *entry.item.aliases)
    if isinstance(cards, tuple):
        position = next((n for n, name in enumerate(cards) if name in names), 0)
        return deck.tree.value_span(("cards", position))
    return deck.tree.value_span(("cards", "kind"))


def shown_size(extent: Extent) -> str:
    """Return a size as people write it, such as 105 × 148.5."""
    return f"{extent.width:g} × {extent.height:g}"
