"""The cards of a site: pictures for its pages, and PDFs to take along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pledgebook.addresses import ROOT
from pledgebook.diagnostic import Diagnostic
from pledgebook.model import Entry
from pledgebook.render.cards.check import check_print
from pledgebook.render.cards.deck import plan_print
from pledgebook.render.cards.job import Fit, Print
from pledgebook.render.cards.make import MadeFile, Options, make_pictures, make_sheets
from pledgebook.render.cards.sheet import is_folded
from pledgebook.render.cards.shelf import Shelf
from pledgebook.render.cards.typeset import Bench, open_bench
from pledgebook.view.gallery import CardPicture, DeckOnSite, Gallery, SheetFile
from pledgebook.view.site import Site

FOLDER = "cards"
"""Where the files lie on the site."""

_TURNINGS = {
    "one": "one side",
    "long-edge": "both sides, turned over the long edge",
    "short-edge": "both sides, turned over the short edge",
    "two-pass": "in two passes",
    "fold": "to fold",
}
_OTHER_EDGE = {"long-edge": "short-edge", "short-edge": "long-edge"}


@dataclass(frozen=True)
class SiteCards:
    """What a site shows, the files that go with it, and what kept cards from being made."""

    gallery: Gallery
    files: tuple[MadeFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def make_gallery(site: Site, shelf: Shelf, site_url: str) -> SiteCards:
    """Make the cards of every deck of an edition."""
    decks: dict[str, DeckOnSite] = {}
    files: list[MadeFile] = []
    found: list[Diagnostic] = []
    with open_bench(shelf.folders) as bench:
        for deck in site.handbook.of_kind("deck"):
            what, faults = plan_print(site, deck, shelf, site_url)
            fits: tuple[Fit, ...] = ()
            if what is not None:
                faults, fits = check_print(site, deck, what, shelf, bench)
            found.extend(faults)
            if what is not None and not faults:
                shown, made = _make_deck(bench, deck, what, fits)
                decks[deck.id] = shown
                files.extend(made)
    return SiteCards(Gallery(decks), tuple(files), tuple(found))


def _make_deck(
    bench: Bench, deck: Entry, what: Print, fits: tuple[Fit, ...]
) -> tuple[DeckOnSite, list[MadeFile]]:
    files: list[MadeFile] = []
    sheets: list[SheetFile] = []
    for variant in _variants(what):
        for made in make_sheets(bench, variant, fits, Options()):
            files.append(MadeFile(f"{FOLDER}/{made.name}", made.data))
            sheets.append(
                SheetFile(f"{ROOT}{FOLDER}/{made.name}", what.stock.title, _turning(variant, made))
            )
    fronts = replace(what, back=None)
    front_fits = [fit for fit in fits if fit.face == "front"]
    drawn = list(make_pictures(bench, fronts, front_fits, "svg"))
    previews = _make_previews(bench, fronts, front_fits)
    files.extend(MadeFile(f"{FOLDER}/{made.name}", made.data) for made in (*drawn, *previews))
    preview_names = {made.name for made in previews}
    pictures = tuple(
        CardPicture(
            item_id=card.id,
            title=card.title,
            url=f"{ROOT}{FOLDER}/{made.name}",
            words=card.words,
            width=what.face.width,
            height=what.face.height,
            preview=_preview_url(made, preview_names),
        )
        for card, made in zip(what.cards, drawn, strict=True)
    )
    return DeckOnSite(deck.id, pictures, tuple(sheets)), files


def _make_previews(bench: Bench, fronts: Print, fits: list[Fit]) -> list[MadeFile]:
    """Return the pictures that link previews show: programs that show them want PNG.

    They are named by whole addresses, so there are none while the site's own is not known.
    """
    if not fronts.site_url or not any(card.kind == "principle" for card in fronts.cards):
        return []
    return list(make_pictures(bench, fronts, fits, "png"))


def _preview_url(made: MadeFile, names: set[str]) -> str | None:
    name = f"{made.name.removesuffix('.svg')}.png"
    return f"{ROOT}{FOLDER}/{name}" if name in names else None


def _variants(what: Print) -> Iterator[Print]:
    """Yield a deck as it is planned, and for a printer that turns sheets over the other edge."""
    yield what
    other = _OTHER_EDGE.get(what.sides)
    if what.back is None or other is None or is_folded(what.stock, what.sides):
        return
    if what.profile == "office":
        name = f"{what.name}.{other}"
        yield replace(what, sides=other, name=name)  # type: ignore[arg-type]


def _turning(what: Print, made: MadeFile) -> str:
    if what.profile == "press":
        return "for a print shop"
    if made.name.endswith(".fronts.pdf"):
        return "the fronts"
    if made.name.endswith(".backs.pdf"):
        return "the backs, to print after turning the sheets"
    if is_folded(what.stock, what.sides):
        return _TURNINGS["fold"]
    return _TURNINGS["one" if what.back is None else what.sides]
