"""The handbook as a whole: its items, its pages and what refers to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType

from pledgebook.diagnostic import Span
from pledgebook.front_matter import PageHead, read_page_head
from pledgebook.kinds import Item, Kind
from pledgebook.kinds.fields import Markdown, Ref
from pledgebook.kinds.marks import Location, Marked, find_marked, restricted_fields
from pledgebook.permalinks import PublishedAddress
from pledgebook.settings import Settings
from pledgebook.source import SourceFile
from pledgebook.wikilinks import WikiLink, find_wikilinks
from pledgebook.yamltree import Tree, span_of_offset


@dataclass(frozen=True, eq=False)
class Entry:
    """An item with its id and the file it came from."""

    id: str
    kind: Kind
    item: Item
    tree: Tree

    @property
    def path(self) -> str:
        return self.tree.path

    @property
    def title(self) -> str:
        return self.item.title

    @cached_property
    def content_version(self) -> str:
        """A short mark of what the item says: another one as soon as anything it shows changes.

        Who looks after it, and when it was reviewed, does not count.
        """
        housekeeping = set(Item.model_fields) - {"title"}
        shown = self.item.model_dump_json(exclude=housekeeping)
        return sha256(shown.encode()).hexdigest()[:7]

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """Every reference, Markdown text and name in the item."""
        return tuple(find_marked(self.item))


@dataclass(frozen=True, eq=False)
class ContentPage:
    """A hand-written Markdown page of ``content/``."""

    source: SourceFile
    src_uri: str
    """Its path under ``content/``."""

    @property
    def path(self) -> str:
        return self.source.path

    @cached_property
    def wikilinks(self) -> tuple[WikiLink, ...]:
        return tuple(find_wikilinks(self.source.text))

    @cached_property
    def head(self) -> PageHead:
        """What the block at its head says."""
        return read_page_head(self.source)

    @property
    def audience(self) -> tuple[str, ...]:
        """The audiences its head names; empty: the handbook's default."""
        return tuple(name for name, _ in self.head.audience)

    @cached_property
    def title(self) -> str:
        for line in self.source.text.split("\n"):
            if line.startswith("# "):
                return line[2:].strip()
        return self.src_uri


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that names an item by its id.

    It stands either in a field of an item (``origin`` and ``location``) or on a page of
    ``content/`` (``page``). ``kinds`` is what the target may be; empty: any. ``link`` is the
    ``[[link]]`` it is, when it stands in a text; ``occurrence`` counts equal links before it.
    """

    target: str
    origin: Entry | None = None
    page: ContentPage | None = None
    location: Location = ()
    kinds: tuple[str, ...] = ()
    link: WikiLink | None = None
    occurrence: int = 0

    @property
    def field(self) -> str:
        """The name of the item's field, at the top level."""
        return str(self.location[0]) if self.location else ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        if self.origin is None:
            assert self.page is not None and self.link is not None
            return span_of_offset(self.page.source, self.link.start, len(self.link.raw))
        if self.link is None:
            return self.origin.tree.value_span(self.location)
        return self.origin.tree.text_span(self.location, self.link.raw, self.occurrence)

    @property
    def origin_title(self) -> str:
        """The title of what it stands in."""
        if self.origin is not None:
            return self.origin.title
        return self.page.title if self.page is not None else ""


@dataclass(frozen=True, eq=False)
class Handbook:
    """All items that loaded, and what is known of those that did not.

    ``failed`` maps the id of each file that could not be loaded to its path, so that a reference
    to it is not reported as a second fault.
    """

    settings: Settings
    settings_tree: Tree
    entries: Mapping[str, Entry]
    pages: tuple[ContentPage, ...] = ()
    failed: Mapping[str, str] = field(default_factory=dict)
    namesakes: tuple[Entry, ...] = ()
    """Items whose id another item has already taken."""
    content_files: frozenset[str] = frozenset()
    """Every file of ``content/``, relative to it."""
    published: tuple[PublishedAddress, ...] = ()
    """The addresses that have been published before."""
    retired: Mapping[str, Entry] = field(default_factory=dict)
    """In an edition: the retired items whose addresses lead on to others."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", MappingProxyType(dict(self.entries)))

    def of_kind(self, name: str) -> tuple[Entry, ...]:
        """Return the items of a kind, sorted by id; principles by precedence."""
        return self._by_kind.get(name, ())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            found.setdefault(entry.kind.name, []).append(entry)
        return {kind: tuple(sorted(entries, key=_rank)) for kind, entries in found.items()}

    @cached_property
    def aliases(self) -> Mapping[str, Entry]:
        """Former ids, each with the item that has it."""
        return {alias: e for e in self.entries.values() for alias in e.item.aliases}

    def find(self, item_id: str) -> Entry | None:
        """Return the item of that id or former id."""
        return self.entries.get(item_id) or self.aliases.get(item_id)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of every item and page, in order of their files."""
        everything = (*self.entries.values(), *self.namesakes)
        found = [ref for entry in everything for ref in _references_of(entry)]
        for page in self.pages:
            found.extend(_references_of_page(page))
        return tuple(found)

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Reference, ...]]:
        """For each id, the references that lead to it."""
        found: dict[str, list[Reference]] = {}
        for reference in self.references:
            target = self.find(reference.target)
            if target is not None:
                found.setdefault(target.id, []).append(reference)
        return {target: tuple(references) for target, references in found.items()}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every item by its id."""
        return {item_id: entry.title for item_id, entry in self.entries.items()}

    def audience_of(self, entry: Entry) -> tuple[str, ...]:
        """Return who may see an item."""
        if entry.kind.only_for is not None:
            return (entry.kind.only_for,)
        return entry.item.audience or self.settings.default_audience

    def for_edition(self, name: str) -> Handbook:
        """Return the handbook that the audiences of an edition may see, and nothing else.

        Everything that shows or exports the handbook is given this one, so that what is left out
        here can appear nowhere. Drafts are in no edition.
        """
        audiences = set(self.settings.editions[name].audiences)
        visible = {
            entry.id: _without_restricted(entry, audiences)
            for entry in self.entries.values()
            if audiences & set(self.audience_of(entry))
        }
        pages = tuple(page for page in self.pages if audiences & set(self.readers_of(page)))
        return replace(
            self,
            entries={key: e for key, e in visible.items() if e.item.status == "published"},
            retired={key: e for key, e in visible.items() if e.item.status == "retired"},
            pages=pages,
            namesakes=(),
        )

    def readers_of(self, page: ContentPage) -> tuple[str, ...]:
        """Return who may see a hand-written page."""
        return page.audience or self.settings.default_audience


def _without_restricted(entry: Entry, audiences: set[str]) -> Entry:
    hidden = {
        name: None
        for name, audience in restricted_fields(entry.kind.model).items()
        if audience not in audiences and getattr(entry.item, name) is not None
    }
    return replace(entry, item=entry.item.model_copy(update=hidden)) if hidden else entry


def _rank(entry: Entry) -> tuple[int, str]:
    precedence = getattr(entry.item, "precedence", 0)
    return (precedence, entry.id)


def _references_of(entry: Entry) -> Iterator[Reference]:
    for marked in entry.marked:
        if isinstance(marked.mark, Ref):
            yield Reference(marked.text, entry, None, marked.location, marked.mark.kinds)
        elif isinstance(marked.mark, Markdown):
            links = find_wikilinks(marked.text)
            for link, occurrence in _count_occurrences(links):
                yield Reference(
                    link.target, entry, None, marked.location, link=link, occurrence=occurrence
                )


def _count_occurrences(links: Iterator[WikiLink]) -> Iterator[tuple[WikiLink, int]]:
    seen: dict[str, int] = {}
    for link in links:
        occurrence = seen.get(link.raw, 0)
        seen[link.raw] = occurrence + 1
        yield link, occurrence


def _references_of_page(page: ContentPage) -> Iterator[Reference]:
    return (Reference(link.target, None, page, link=link) for link in page.wikilinks)


__all__ = ["ContentPage", "Entry", "Handbook", "Item", "Kind", "Reference"]
