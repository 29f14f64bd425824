"""The navigation: the handbook's sections around the hand-written pages.

Without ``nav`` in ``mkdocs.yml`` a good order is made. With one, an entry that names a section's
folder, such as ``- Principles: principles/``, is filled with its pages; if none does, the sections
follow after the author's own entries, so that nothing is out of reach.
"""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import Files

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
from pledgebook.view.site import Site

NavEntry = Any
"""A navigation entry as MkDocs has it: a path, or a title with a path or a list of entries."""

LISTED_AT_MOST = 60
"""A section with more items than this is listed on its own page and not in the navigation.

Nobody reads a side bar of hundreds of entries, and every page of the section would carry them all:
the time to build would grow with the square of their number.
"""

_REFERENCE = "Quotes and sources"
_GUIDE = "Guide"
_PRACTISE = "Practise"
_FOR_TRAINERS = "For trainers"
_GATHERED = ("quote", "evidence", "source")
_TRAINING = ("session", "deck")


def build_nav(site: Site, authored: NavEntry | None, hidden: set[str]) -> list[NavEntry]:
    """Return the whole navigation, without the hand-written pages that are ``hidden``."""
    authored = _without(authored, hidden)
    sections = {kind.section: _section(site, kind) for kind in site.kinds}
    if authored is None:
        return _default_nav(site, sections)
    filled, used = _fill(authored, sections)
    rest = [] if used else _default_sections(site, sections)
    return [*(filled if isinstance(filled, list) else [filled]), *rest]


def _section(site: Site, kind: Kind) -> list[NavEntry]:
    pages: list[NavEntry] = [section_src_uri(kind)]
    entries = site.handbook.of_kind(kind.name)
    if kind.own_page and len(entries) <= LISTED_AT_MOST:
        pages.extend(entry_src_uri(entry) for entry in entries)
    elif kind.name == "quote" and _has_misattributed(site):
        pages.append(MISATTRIBUTED_PAGE)
    return pages


def _has_misattributed(site: Site) -> bool:
    return any(quote.provenance == "misattributed" for quote in site.of_kind("quote"))


def _default_nav(site: Site, sections: dict[str, list[NavEntry]]) -> list[NavEntry]:
    guide = [page.src_uri for page in site.handbook.pages if page.src_uri != HOME_PAGE]
    entries: list[NavEntry] = [{"Home": HOME_PAGE}, *_default_sections(site, sections)]
    if guide:
        entries.append({_GUIDE: guide})
    return entries


def _default_sections(site: Site, sections: dict[str, list[NavEntry]]) -> list[NavEntry]:
    # Each is a section of its own: Material takes an index page that stands directly in a group
    # for the page of the group, and then shows it nowhere.
    entries: list[NavEntry] = []
    reference: list[NavEntry] = []
    training: list[NavEntry] = []
    for kind in site.kinds:
        entry = {kind.plural.capitalize(): sections[kind.section]}
        if kind.name in _GATHERED:
            reference.append(entry)
        elif kind.name in _TRAINING:
            training.append(entry)
        else:
            entries.append(entry)
    if site.handbook.of_kind("principle"):
        entries.append({_PRACTISE: _practise(site)})
        reference.append({"Dimensions": [DIMENSIONS_PAGE]})
    if training:
        only_cards = [kind.name for kind in site.kinds if kind.name in _TRAINING] == ["deck"]
        entries.append(training[0] if only_cards else {_FOR_TRAINERS: training})
    if reference:
        entries.append({_REFERENCE: reference})
    return entries


def _practise(site: Site) -> list[NavEntry]:
    pages = {"Line-up": [LINE_UP_PAGE]}
    if site.handbook.of_kind("scenario"):
        pages = {"Library": [LIBRARY_PAGE], "Practice": [PRACTICE_PAGE], **pages}
    return [{title: page} for title, page in pages.items()]


def _without(entry: NavEntry, hidden: set[str]) -> NavEntry:
    """Return an authored entry without the pages the edition may not show."""
    if isinstance(entry, list):
        return [kept for child in entry if (kept := _without(child, hidden)) is not None]
    if isinstance(entry, dict):
        kept = {title: _without(child, hidden) for title, child in entry.items()}
        return {title: child for title, child in kept.items() if child} or None
    return None if isinstance(entry, str) and entry in hidden else entry


def _fill(entry: NavEntry, sections: dict[str, list[NavEntry]]) -> tuple[NavEntry, bool]:
    """Return an authored entry with its section folders filled, and whether there were any."""
    if isinstance(entry, list):
        results = [_fill(child, sections) for child in entry]
        return [filled for filled, _ in results], any(used for _, used in results)
    if isinstance(entry, dict):
        filled = {title: _fill(child, sections) for title, child in entry.items()}
        return (
            {title: child for title, (child, _) in filled.items()},
            any(used for _, used in filled.values()),
        )
    if isinstance(entry, str) and entry.endswith("/") and entry.strip("/") in sections:
        return sections[entry.strip("/")], True
    return entry, False


def adopt_unlisted(files: Files, site: Site) -> None:
    """Let the pages of a section too long to list know it, so that it shows as the active one."""
    for kind in site.kinds:
        entries = site.handbook.of_kind(kind.name)
        front = files.get_file_from_path(section_src_uri(kind))
        if len(entries) <= LISTED_AT_MOST or front is None or front.page is None:
            continue
        for entry in entries:
            file = files.get_file_from_path(entry_src_uri(entry))
            if file is not None and file.page is not None:
                file.page.parent = front.page.parent
