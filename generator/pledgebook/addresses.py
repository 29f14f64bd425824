"""Where things are on the site.

Addresses come from ids, so that one printed on a card stays right. Inside rendered HTML every link
begins with ``ROOT``, a character that no text may contain; whoever writes a page puts the way from
that page to the top of the site in its place, so that the site works under any path and from a
folder.
"""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.kinds import Kind
from pledgebook.model import Entry

ROOT = "\ufdd0"
"""Stands for the top of the site at the beginning of an address."""


HOME_PAGE = "index.md"
DIMENSIONS_PAGE = "dimensions/index.md"
MISATTRIBUTED_PAGE = "quotes/misattributed.md"
LIBRARY_PAGE = "library/index.md"
PRACTICE_PAGE = "practice/index.md"
LINE_UP_PAGE = "line-up/index.md"
GENERATED_PAGES = (
    HOME_PAGE,
    DIMENSIONS_PAGE,
    MISATTRIBUTED_PAGE,
    LIBRARY_PAGE,
    PRACTICE_PAGE,
    LINE_UP_PAGE,
)
"""The pages, by source path, that are made from the data as a whole."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """How pages are addressed: ``a/b/`` with directory addresses, else ``a/b.html``."""

    directories: bool = True

    def page(self, src_uri: str) -> str:
        """Return the address of the page made from ``src_uri``, such as ``quotes/index.md``."""
        stem = src_uri.removesuffix(".md")
        folder, _, name = stem.rpartition("/")
        if not self.directories:
            return f"{ROOT}{stem}.html"
        if name in ("index", "README"):
            return f"{ROOT}{folder}/" if folder else ROOT
        return f"{ROOT}{stem}/"

    def entry(self, entry: Entry) -> str:
        """Return the address of an item: its page, or its place on the page of its kind."""
        if entry.kind.own_page:
            return self.page(entry_src_uri(entry))
        return f"{self.page(entry_src_uri(entry))}#{entry.id}"

    def section(self, kind: Kind) -> str:
        """Return the address of the page that lists a kind."""
        return self.page(section_src_uri(kind))


def section_src_uri(kind: Kind) -> str:
    """Return the source path of the page that lists a kind."""
    return f"{kind.section}/index.md"


def entry_src_uri(entry: Entry) -> str:
    """Return the source path of the page an item is on."""
    if entry.kind.own_page:
        return f"{entry.kind.section}/{entry.id}.md"
    return section_src_uri(entry.kind)


def way_to_root(url: str) -> str:
    """Return the relative way from the page at ``url`` to the top of the site."""
    depth = url.count("/")
    return "../" * depth if depth else "./"


def settle(html: str, url: str) -> str:
    """Return ``html`` with its links made relative to the page at ``url``."""
    return html.replace(ROOT, way_to_root(url))
