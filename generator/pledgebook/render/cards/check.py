"""Whether every deck can be printed: what the checks of cards find.

What fits is found by the layouts themselves, in the one program that also prints them, so that what
is said here and what comes out of the printer cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pledgebook.addresses import Addresses
from pledgebook.checks.card_too_full import report_too_full
from pledgebook.checks.faulty_layout import report_faulty_layout
from pledgebook.checks.missing_font import report_missing_font
from pledgebook.checks.missing_glyph import report_missing_glyph
from pledgebook.checks.overlong_word import report_overlong_word
from pledgebook.checks.small_qr_code import report_small_code
from pledgebook.diagnostic import Diagnostic, Span
from pledgebook.model import Entry, Handbook
from pledgebook.render.cards.deck import plan_print, read_people, shown_size
from pledgebook.render.cards.glyphs import read_characters
from pledgebook.render.cards.job import Fit, Print, measure_cards
from pledgebook.render.cards.qr import LEAST_MODULE
from pledgebook.render.cards.roster import NAME, Person
from pledgebook.render.cards.shelf import Shelf, read_shelf
from pledgebook.render.cards.typeset import Bench, TypesettingFailed, find_fonts, open_bench
from pledgebook.resources import theme_folders
from pledgebook.view.cards import CardView
from pledgebook.view.site import Site

PERSON = "person"
"""The field of a card that comes from a list of people."""

_SHORT = frozenset(range(0x20, 0x7F)) | {0x0A}
"""Characters that every font for reading has."""


def check_decks(handbook: Handbook, base: Path, site_url: str) -> Iterator[Diagnostic]:
    """Yield what keeps any deck of the handbook from being printed, whoever may see it."""
    shelf = read_shelf(theme_folders(base))
    yield from shelf.diagnostics
    in_the_way = [*shelf.fetches, *_check_fonts(handbook, shelf)]
    yield from in_the_way
    if in_the_way:
        return
    site = Site(handbook, next(iter(handbook.settings.editions)), Addresses())
    with open_bench(shelf.folders) as bench:
        for deck in handbook.of_kind("deck"):
            if deck.item.status != "retired":
                roster = read_people(deck, base, required=False)
                yield from roster.diagnostics
                what, found = plan_print(site, deck, shelf, site_url, None, roster.people)
                yield from found
                if what is not None:
                    yield from check_print(site, deck, what, shelf, bench)[0]


def _check_fonts(handbook: Handbook, shelf: Shelf) -> Iterator[Diagnostic]:
    wanted = handbook.settings.cards.fonts
    if not wanted:
        return
    known = tuple(find_fonts(shelf.font_folders).families())
    for position, name in enumerate(wanted):
        if name not in known:
            span = handbook.settings_tree.value_span(("cards", "fonts", position))
            yield report_missing_font(name, known, span)


def check_print(
    site: Site, deck: Entry, what: Print, shelf: Shelf, bench: Bench
) -> tuple[tuple[Diagnostic, ...], tuple[Fit, ...]]:
    """Return what keeps a print from being made, and how its texts fit."""
    found = [*_check_glyphs(site, deck, what, shelf), *_check_codes(deck, what)]
    try:
        fits = measure_cards(bench, what)
    except TypesettingFailed as failure:
        span = deck.tree.value_span(("layout",))
        return (*found, report_faulty_layout(what.layout_name, str(failure), span)), ()
    found.extend(_explain_fit(site, deck, what, fit) for fit in fits if fit.why)
    return tuple(found), fits


def _explain_fit(site: Site, deck: Entry, what: Print, fit: Fit) -> Diagnostic:
    span = _span_of_field(site, deck, what.cards[fit.card], fit.field)
    if fit.field == PERSON and fit.person is not None:
        span = fit.person.span
    deck_span = deck.tree.value_span(("stock",))
    size = shown_size(what.face)
    if fit.why == "word":
        return report_overlong_word(fit.what, size, deck.id, span, deck_span)
    return report_too_full(fit.field, size, deck.id, span, deck_span)


def _span_of_field(site: Site, deck: Entry, card: CardView, field: str) -> Span:
    entry = site.handbook.find(card.id)
    return (entry or deck).tree.value_span((field,))


def _check_glyphs(site: Site, deck: Entry, what: Print, shelf: Shelf) -> Iterator[Diagnostic]:
    known: frozenset[int] | None = None
    for field, text, card, person in _printed_texts(what):
        codes = set(map(ord, text)) - _SHORT
        if codes and known is None:
            known = frozenset().union(*(read_characters(f) for f in shelf.font_files))
        for code in sorted(codes - (known or frozenset())):
            span = person.span if person else _span_of_field(site, deck, card, field)
            deck_span = deck.tree.value_span(("layout",))
            yield report_missing_glyph(chr(code), field, deck.id, span, deck_span)


def _printed_texts(what: Print) -> Iterator[tuple[str, str, CardView, Person | None]]:
    for card in what.cards:
        for field in what.layout.fields:
            yield field, _texts(card.data.get(field)), card, None
    for copy in what.copies if what.layout.personal else ():
        if copy.person is not None:
            yield NAME, _texts(copy.person.columns), what.cards[copy.card], copy.person


def _texts(value: Any) -> str:
    if isinstance(value, dict):
        return "".join(_texts(part) for part in value.values())
    if isinstance(value, list):
        return "".join(_texts(part) for part in value)
    return value if isinstance(value, str) else ""


def _check_codes(deck: Entry, what: Print) -> Iterator[Diagnostic]:
    size = what.layout.code
    for card in what.cards:
        code = what.code_of(card)
        if code is not None and size is not None and code.module_at(size) < LEAST_MODULE:
            span = deck.tree.value_span(("layout",))
            yield report_small_code(code.url, code.module_at(size), LEAST_MODULE, span)
