"""The handbook as a whole: its items, its pages and what refers to what."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType

from pledgebook.diagnostic import Span
from pledgebook.front_matter import PageHead, read_page_head
from pledgebook.kinds import Item, Kind
from pledgebook.kinds.fields import Markdown, Ref
from pledgebook.kinds.marks import (
    Location,
    Marked,
    find_marked,
    required_references,
    restricted_fields,
)
from pledgebook.links import Link, find_anchors, find_links
from pledgebook.nearest import Finder
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
    def links(self) -> tuple[Link, ...]:
        return tuple(find_links(self.source.text))

    def resolve(self, link: Link) -> str:
        """Return the file a link of this page names, relative to ``content/``."""
        if not link.path:
            return self.src_uri
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.src_uri), link.path))

    @cached_property
    def anchors(self) -> frozenset[str]:
        return find_anchors(self.source.text)

    @cached_property
    def title(self) -> str:
        for line in self.source.text.split("\n"):
            if line.startswith("# "):
                return line[2:].strip()
        return self.src_uri


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that names an item by its id.

    It stands in a field of an item (``origin`` and ``location``), on a page of ``content/``
    (``page``), or in ``handbook.yml`` (``settings`` and ``location``). ``kinds`` is what the target
    may be; empty: any. ``link`` is the ``[[link]]`` it is, when it stands in a text;
    ``occurrence`` counts the same letters before it in that text.
    """

    target: str
    origin: Entry | None = None
    page: ContentPage | None = None
    location: Location = ()
    kinds: tuple[str, ...] = ()
    link: WikiLink | None = None
    occurrence: int = 0
    settings: Tree | None = None

    @property
    def field(self) -> str:
        """The name of the item's field, at the top level."""
        return str(self.location[0]) if self.location else ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        if self.page is not None and self.link is not None:
            return span_of_offset(self.page.source, self.link.start, len(self.link.raw))
        tree = self.origin.tree if self.origin is not None else self.settings
        assert tree is not None
        if self.link is None:
            return tree.value_span(self.location)
        return tree.text_span(self.location, self.link.raw, self.occurrence)

    @property
    def origin_title(self) -> str:
        """The title of what it stands in."""
        if self.origin is not None:
            return self.origin.title
        return self.page.title if self.page is not None else ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is not known because a file could not be read or loaded.

    A check that finds something absent asks here first, so that one broken file is one finding:
    what is absent may well be in the file that did not load.
    """

    texts: tuple[str, ...] = ()
    """The text of each file that could be read but did not load."""
    unread: bool = False
    """Whether there are files whose text is not known at all."""
    kinds: frozenset[str] = frozenset()
    """The kinds whose whole folder could not be read."""
    settings: frozenset[str] = frozenset()
    """The fields of ``handbook.yml`` that could not be understood."""

    def __bool__(self) -> bool:
        return bool(self.texts or self.unread or self.kinds or self.settings)

    def may_mention(self, name: str) -> bool:
        """Return whether a file that did not load may hold the id or name."""
        if self.unread or self.kinds:
            return True
        word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        return any(word.search(text) for text in self.texts)


@dataclass(frozen=True, eq=False)
class Handbook:
    """All items that loaded, and what is known of those that did not.

    ``failed`` maps the id of each file that could not be loaded, and its former ids, to its path,
    so that a reference to it is not reported as a second fault. ``today`` is the day on which
    reviews and waivers are judged.
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
    gaps: Gaps = Gaps()
    today: date = field(default_factory=date.today)

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
        found.extend(_references_of_settings(self.settings, self.settings_tree))
        for page in self.pages:
            found.extend(_references_of_page(page))
        return tuple(found)

    def is_excused(self, reference: Reference) -> bool:
        """Return whether what a reference names may be in a file that could not be loaded."""
        if reference.target in self.failed:
            return True
        return bool(self.gaps.kinds) and (
            not reference.kinds or not self.gaps.kinds.isdisjoint(reference.kinds)
        )

    def suggest(self, target: str, kinds: tuple[str, ...] = ()) -> Entry | None:
        """Return the item of one of ``kinds`` (empty: any) that ``target`` may have meant."""
        found = self._finders.get(kinds)
        if found is None:
            titles = {
                item_id: entry.title
                for item_id, entry in self.entries.items()
                if not kinds or entry.kind.name in kinds
            }
            found = self._finders[kinds] = Finder(titles)
        near = found.find(target)
        return self.entries[near] if near else None

    def may_be_named(self, entry: Entry) -> bool:
        """Return whether something may refer to an item in a way that is broken.

        A file that did not load may hold the reference, or a misspelt id may mean it. That is a
        finding already, and that nothing refers to the item would be the same one again.
        """
        return entry.id in self._misnamed or self.gaps.may_mention(entry.id)

    @cached_property
    def _misnamed(self) -> frozenset[str]:
        meant = set()
        for reference in self.references:
            target = self.find(reference.target)
            right = not reference.kinds or (target and target.kind.name in reference.kinds)
            if target is None or not right:
                near = self.suggest(reference.target, reference.kinds)
                meant.update([near.id] if near is not None else [])
        return frozenset(meant)

    @cached_property
    def _finders(self) -> dict[tuple[str, ...], Finder]:
        return {}

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
        published = {key: e for key, e in visible.items() if e.item.status == "published"}
        while lost := [key for key, e in published.items() if self._lacks_support(e, published)]:
            for key in lost:
                del published[key]
        return replace(
            self,
            entries=published,
            retired={key: e for key, e in visible.items() if e.item.status == "retired"},
            pages=tuple(p for p in self.pages if audiences & set(self.readers_of(p))),
            namesakes=(),
        )

    def _lacks_support(self, entry: Entry, shown: Mapping[str, Entry]) -> bool:
        """Return whether an item names another that is not shown, and cannot do without it."""
        for name in required_references(type(entry.item)):
            target = self.find(getattr(entry.item, name))
            if target is None or target.id not in shown:
                return True
        return False

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
            for link in find_wikilinks(marked.text):
                nth = marked.text.count(link.raw, 0, link.start)
                yield Reference(
                    link.target, entry, None, marked.location, link=link, occurrence=nth
                )


def _references_of_settings(settings: Settings, tree: Tree) -> Iterator[Reference]:
    for marked in find_marked(settings):
        if isinstance(marked.mark, Markdown):
            for link in find_wikilinks(marked.text):
                nth = marked.text.count(link.raw, 0, link.start)
                yield Reference(
                    link.target, location=marked.location, link=link, occurrence=nth, settings=tree
                )


def _references_of_page(page: ContentPage) -> Iterator[Reference]:
    return (Reference(link.target, None, page, link=link) for link in page.wikilinks)


__all__ = ["ContentPage", "Entry", "Gaps", "Handbook", "Item", "Kind", "Reference"]
