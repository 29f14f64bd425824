"""The pages of a site: which there are, and what each shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pledgebook.addresses import (
    DIMENSIONS_PAGE,
    HOME_PAGE,
    LIBRARY_PAGE,
    LINE_UP_PAGE,
    MISATTRIBUTED_PAGE,
    PRACTICE_PAGE,
    entry_src_uri,
    section_src_uri,
)
from pledgebook.kinds import Kind
from pledgebook.kinds.evidence import STRENGTH_MEANING
from pledgebook.kinds.quote import PROVENANCE_MEANING
from pledgebook.view.coverage import cards_of, view_dimensions
from pledgebook.view.gallery import CardPicture, Gallery
from pledgebook.view.item import ItemView
from pledgebook.view.library import DIFFICULTY, view_library
from pledgebook.view.practice import find_another, view_line_ups, view_sets
from pledgebook.view.search import SECTION_BOOST, SearchEntry, view_search_entry
from pledgebook.view.site import Site


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address of an item that has a page of its own, and the item."""

    src_uri: str
    item: ItemView


@dataclass(frozen=True, slots=True)
class PageView:
    """A page: the template that shows it and the plain data it shows.

    ``title`` and ``description`` are plain text. ``source_path`` is the file somebody would edit
    to change the page. ``wide`` pages do without the side columns.
    """

    src_uri: str
    title: str
    template: str
    context: dict[str, Any]
    description: str = ""
    source_path: str | None = None
    wide: bool = False
    preview: CardPicture | None = None
    """The picture that other programs show for a link to the page."""
    listed: bool = True
    """Whether it belongs in the navigation."""
    search: tuple[SearchEntry, ...] = field(default=())


def view_pages(site: Site, gallery: Gallery) -> Iterator[PageView]:
    """Yield every page made from the handbook's data, in the order of the navigation.

    ``gallery`` has the cards to show.
    """
    if site.page_url(HOME_PAGE) is None:
        yield _view_home(site)
    for kind in site.kinds:
        views = site.of_kind(kind.name)
        yield _view_section(site, kind, views, gallery)
        if kind.own_page:
            yield from (_view_item(site, view, gallery) for view in views)
            yield from (_view_retired(site, view) for view in site.retired(kind.name))
        if kind.name == "quote" and any(v.provenance == "misattributed" for v in views):
            yield _view_misattributed(site, views)
    if site.handbook.of_kind("principle"):
        yield _view_dimensions(site)
        yield _view_line_ups(site)
    if site.handbook.of_kind("scenario"):
        yield _view_library(site)
        yield _view_practice(site)


def view_redirects(site: Site) -> Iterator[RedirectView]:
    """Yield every old address that leads to a page of this edition."""
    for entry in (*site.handbook.entries.values(), *site.handbook.retired.values()):
        if entry.kind.own_page:
            for alias in entry.item.aliases:
                yield RedirectView(f"{entry.kind.section}/{alias}.md", site.view(entry))


def _view_home(site: Site) -> PageView:
    settings = site.settings
    return PageView(
        src_uri=HOME_PAGE,
        title="Home",
        template="home.html",
        description=settings.tagline or "",
        source_path=site.handbook.settings_tree.path,
        wide=True,
        context={
            "principles": site.of_kind("principle"),
            "scenarios": site.of_kind("scenario"),
            "paths": site.of_kind("path"),
            "welcome": site.show_prose(settings.welcome) if settings.welcome else None,
        },
    )


def _view_section(site: Site, kind: Kind, views: list[ItemView], gallery: Gallery) -> PageView:
    title = kind.plural.capitalize()
    entry = SearchEntry(
        site.addresses.section(kind), title, kind.blurb, boost=SECTION_BOOST, label="Section"
    )
    gathered = () if kind.own_page else tuple(view_search_entry(view) for view in views)
    return PageView(
        src_uri=section_src_uri(kind),
        title=title,
        template=f"{kind.section}.html",
        description=kind.blurb,
        context={
            "kind": kind,
            "items": views,
            "retired": site.retired(kind.name),
            "provenance": PROVENANCE_MEANING,
            "strength": STRENGTH_MEANING,
            "gallery": gallery,
        },
        search=(entry, *gathered),
    )


def _view_item(site: Site, view: ItemView, gallery: Gallery) -> PageView:
    siblings = site.of_kind(view.kind.name)
    position = siblings.index(view)
    context: dict[str, Any] = {
        "item": view,
        "following": siblings[(position + 1) % len(siblings)] if len(siblings) > 1 else None,
        "provenance": PROVENANCE_MEANING,
        "strength": STRENGTH_MEANING,
        "gallery": gallery,
    }
    if view.kind.name == "scenario":
        context |= {"another": find_another(site, view), "difficulty": DIFFICULTY}
    if view.kind.name == "deck":
        entry = site.handbook.entries[view.id]
        context["cards"] = [site.view(card) for card in cards_of(site, entry)]
    return PageView(
        src_uri=entry_src_uri(site.handbook.entries[view.id]),
        title=view.title,
        template=f"{view.kind.name}.html",
        description=next(iter(view.text_fields), ""),
        source_path=view.source_path,
        context=context,
        preview=gallery.preview_of(view.id),
        search=(view_search_entry(view),),
    )


def _view_retired(site: Site, view: ItemView) -> PageView:
    return PageView(
        src_uri=entry_src_uri(site.handbook.retired[view.id]),
        title=view.title,
        template="retired.html",
        description="This is no longer part of the handbook.",
        source_path=view.source_path,
        context={"item": view, "section": site.section_url(view.kind.name)},
        listed=False,
    )


def _view_misattributed(site: Site, quotes: list[ItemView]) -> PageView:
    title = "Misattributions to avoid"
    description = "Quotes that circulate under the wrong name, and where they really come from."
    return PageView(
        src_uri=MISATTRIBUTED_PAGE,
        title=title,
        template="misattributed.html",
        description=description,
        search=(
            SearchEntry(
                site.misattributed_url,
                title,
                description,
                terms=("fake quotes", "misquoted", "never said that", "who really said it"),
                label="Page",
            ),
        ),
        context={
            "items": [quote for quote in quotes if quote.provenance == "misattributed"],
            "unfound": [quote for quote in quotes if quote.provenance == "unverified"],
            "provenance": PROVENANCE_MEANING,
        },
    )


def _view_dimensions(site: Site) -> PageView:
    dimensions = view_dimensions(site)
    description = "The principles by what they serve, and how well each is covered."
    return PageView(
        src_uri=DIMENSIONS_PAGE,
        title="Dimensions",
        template="dimensions.html",
        description=description,
        source_path=site.handbook.settings_tree.path,
        context={"dimensions": dimensions},
        search=tuple(
            SearchEntry(d.term.url or "", d.term.title, d.description, label="Dimension")
            for d in dimensions
        ),
    )


def _view_library(site: Site) -> PageView:
    return _view_own(
        site,
        LIBRARY_PAGE,
        "library.html",
        "Library",
        "Every scenario and principle, by what you are looking for.",
        {"library": view_library(site), "difficulty": DIFFICULTY},
    )


def _view_practice(site: Site) -> PageView:
    return _view_own(
        site,
        PRACTICE_PAGE,
        "practice.html",
        "Practice",
        "A few scenarios in a row, for a quiet quarter of an hour.",
        {"sets": view_sets(site)},
        terms=("quiz", "test myself", "train"),
    )


def _view_line_ups(site: Site) -> PageView:
    return _view_own(
        site,
        LINE_UP_PAGE,
        "line-up.html",
        "Line-up",
        "Ten minutes before the doors open: one principle, one scenario, one question a day.",
        {"line_ups": view_line_ups(site)},
        terms=("huddle", "stand-up", "morning meeting", "principle of the day"),
    )


def _view_own(
    site: Site,
    src_uri: str,
    template: str,
    title: str,
    description: str,
    context: dict[str, Any],
    terms: tuple[str, ...] = (),
) -> PageView:
    """Return a page that gathers items of several kinds; it has the width to itself."""
    return PageView(
        src_uri=src_uri,
        title=title,
        template=template,
        description=description,
        wide=True,
        context=context,
        search=(
            SearchEntry(site.addresses.page(src_uri), title, description, terms, label="Page"),
        ),
    )
