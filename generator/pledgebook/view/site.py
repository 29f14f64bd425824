"""The handbook of one edition, ready to be shown."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from pledgebook.addresses import (
    DIMENSIONS_PAGE,
    HOME_PAGE,
    LIBRARY_PAGE,
    LINE_UP_PAGE,
    MISATTRIBUTED_PAGE,
    PRACTICE_PAGE,
    Addresses,
)
from pledgebook.kinds import Kind, all_kinds
from pledgebook.model import Entry, Handbook
from pledgebook.prose import LinkTarget, render_prose, strip_markdown
from pledgebook.settings import Settings
from pledgebook.view.item import ItemView, TermView


class Site:
    """Views of the items of one edition, and how they find each other.

    ``handbook`` holds only what the edition may show (``Handbook.for_edition``).
    """

    def __init__(self, handbook: Handbook, edition: str, addresses: Addresses) -> None:
        self.handbook = handbook
        self.edition = edition
        self.addresses = addresses
        self._views: dict[str, ItemView] = {}
        self._prose: dict[str, Markup] = {}

    @property
    def settings(self) -> Settings:
        return self.handbook.settings

    @cached_property
    def edition_title(self) -> str:
        return self.settings.editions[self.edition].title

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds this edition has items of."""
        return tuple(
            kind
            for kind in all_kinds()
            if self.handbook.of_kind(kind.name) or self.retired(kind.name)
        )

    @cached_property
    def home_url(self) -> str:
        return self.addresses.page(HOME_PAGE)

    @cached_property
    def dimensions_url(self) -> str:
        return self.addresses.page(DIMENSIONS_PAGE)

    @cached_property
    def misattributed_url(self) -> str:
        return self.addresses.page(MISATTRIBUTED_PAGE)

    @cached_property
    def library_url(self) -> str:
        return self.addresses.page(LIBRARY_PAGE)

    @cached_property
    def practice_url(self) -> str:
        return self.addresses.page(PRACTICE_PAGE)

    @cached_property
    def line_up_url(self) -> str:
        return self.addresses.page(LINE_UP_PAGE)

    def view(self, entry: Entry) -> ItemView:
        """Return the view of an item; one item has one view."""
        found = self._views.get(entry.id)
        if found is None:
            found = self._views[entry.id] = ItemView(entry, self)
        return found

    def of_kind(self, kind: str) -> list[ItemView]:
        """Return the views of all items of a kind."""
        return [self.view(entry) for entry in self.handbook.of_kind(kind)]

    def retired(self, kind: str) -> list[ItemView]:
        """Return the views of a kind's retired items, whose addresses lead on to others."""
        entries = sorted(self.handbook.retired.items())
        return [self.view(entry) for _, entry in entries if entry.kind.name == kind]

    def find(self, item_id: str) -> ItemView | None:
        """Return the view of an item, or ``None`` where the reader may not see it."""
        entry = self.handbook.find(item_id)
        return self.view(entry) if entry is not None else None

    def term(self, vocabulary: str, term_id: str) -> TermView:
        """Return the view of a name that ``handbook.yml`` defines."""
        title = self.settings.vocabulary(vocabulary).get(term_id, term_id)
        url = f"{self.dimensions_url}#{term_id}" if vocabulary == "dimensions" else None
        return TermView(term_id, title, url)

    def section_url(self, kind: str) -> str | None:
        """Return the address of the page that lists a kind, if the edition has any of it."""
        found = next((k for k in self.kinds if k.name == kind), None)
        return self.addresses.section(found) if found else None

    def page_url(self, src_uri: str) -> str | None:
        """Return the address of a hand-written page, if there is one of that name."""
        if any(page.src_uri == src_uri for page in self.handbook.pages):
            return self.addresses.page(src_uri)
        return None

    def resolve(self, item_id: str) -> LinkTarget | None:
        """Return what a link to an id leads to."""
        entry = self.handbook.find(item_id)
        return LinkTarget(self.addresses.entry(entry), entry.title) if entry else None

    def show_prose(self, text: str) -> Markup:
        """Return a Markdown text as HTML; a text shown twice is rendered once."""
        found = self._prose.get(text)
        if found is None:
            found = self._prose[text] = render_prose(text, self.resolve)
        return found

    def plain(self, text: str) -> str:
        """Return a Markdown text as plain words."""
        return strip_markdown(text, self.resolve)
