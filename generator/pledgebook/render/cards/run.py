"""Printing decks: from a handbook and what is asked for to files, or to what is in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pledgebook.addresses import Addresses
from pledgebook.diagnostic import Diagnostic
from pledgebook.model import Handbook
from pledgebook.render.cards.check import check_print
from pledgebook.render.cards.deck import Wishes, plan_print, read_people
from pledgebook.render.cards.make import Form, MadeFile, Options, make_pictures, make_sheets
from pledgebook.render.cards.roster import Person, Roster
from pledgebook.render.cards.shelf import Shelf
from pledgebook.render.cards.typeset import open_bench
from pledgebook.view.site import Site


@dataclass(frozen=True)
class Order:
    """What is to be printed, and how; where ``wishes`` say nothing, as the deck says."""

    decks: tuple[tuple[str, str], ...]
    """Ids of decks, each with the edition it is printed from."""
    site_url: str
    wishes: Wishes = field(default_factory=Wishes)
    options: Options = field(default_factory=Options)
    form: Form = "pdf"
    people: tuple[Person, ...] = ()
    """Whom cards are made for, in place of those a deck names."""
    base: Path = Path()
    """The folder of ``mkdocs.yml``, from which decks name their lists of people."""


@dataclass(frozen=True)
class Printed:
    """The files of all decks; none if there is any finding. ``notes`` are for whoever prints."""

    files: tuple[MadeFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[str, ...]


def print_decks(
    handbook: Handbook, shelf: Shelf, order: Order, on_deck: Callable[[int, int], None]
) -> Printed:
    """Make the cards of decks. ``on_deck`` is told how many are done, and of how many."""
    files: list[MadeFile] = []
    found: list[Diagnostic] = []
    notes: list[str] = []
    with open_bench(shelf.folders) as bench:
        for number, (deck_id, edition) in enumerate(order.decks, start=1):
            site = Site(handbook.for_edition(edition), edition, Addresses())
            deck = site.handbook.entries[deck_id]
            roster = (
                Roster(order.people, ())
                if order.people
                else read_people(deck, order.base, required=True)
            )
            found.extend(roster.diagnostics)
            what, faults = plan_print(
                site, deck, shelf, order.site_url, order.wishes, roster.people
            )
            found.extend(faults)
            if what is None:
                continue
            if what.stock.note and what.stock.is_uncertain:
                notes.append(f"{deck_id}: {what.stock.note}")
            faults, fits = check_print(site, deck, what, shelf, bench)
            found.extend(faults)
            if faults:
                continue
            if order.form == "pdf":
                files.extend(make_sheets(bench, what, fits, order.options))
            else:
                files.extend(make_pictures(bench, what, fits, order.form))
            on_deck(number, len(order.decks))
    return Printed(() if found else tuple(files), _in_order(found), tuple(notes))


def _in_order(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(found), key=lambda one: one.sort_key))
