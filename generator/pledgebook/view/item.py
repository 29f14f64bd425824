"""An item as templates see it.

A view has the fields of its item by their names, each ready to show: Markdown as HTML, an id as the
view of the item it names, a name from ``handbook.yml`` with its title. What the reader's edition
does not hold is not there. Nothing here knows a kind, so a new kind needs no code in this package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal, get_origin

from markupsafe import Markup
from pydantic import BaseModel

from pledgebook.kinds import Kind
from pledgebook.kinds.fields import Markdown, Ref, Term
from pledgebook.kinds.item import Item
from pledgebook.kinds.marks import Location, Mark
from pledgebook.model import Entry

if TYPE_CHECKING:
    from pledgebook.view.site import Site


@cache
def _worded_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields that hold somebody's words, and not a choice from a list of ours."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is not Literal
    )


class TermView:
    """A name that ``handbook.yml`` defines."""

    def __init__(self, term_id: str, title: str, url: str | None) -> None:
        self.id = term_id
        self.title = title
        self.url = url

    def __str__(self) -> str:
        return self.title


class RecordView:
    """A group of fields within an item, such as one option of a scenario."""

    def __init__(self, owner: ItemView | None, record: BaseModel, location: Location) -> None:
        self._owner = owner
        self._record = record
        self._location = location

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of the fields it may be asked for."""
        return tuple(type(self._record).model_fields)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in type(self._record).model_fields:
            raise AttributeError(name)
        owner = self._owner if self._owner is not None else self
        assert isinstance(owner, ItemView)
        value = owner._show(getattr(self._record, name), (*self._location, name))
        self.__dict__[name] = value
        return value


class ItemView(RecordView):
    """An item, and what refers to it."""

    def __init__(self, entry: Entry, site: Site) -> None:
        super().__init__(None, entry.item, ())
        self._entry = entry
        self._site = site
        self.id = entry.id
        self.source_path = entry.path

    @property
    def fields(self) -> RecordView:
        """The item's fields alone, where one has the name of something of the view (``url``)."""
        return RecordView(self, self._record, ())

    @property
    def kind(self) -> Kind:
        return self._entry.kind

    @property
    def url(self) -> str:
        return self._site.addresses.entry(self._entry)

    @property
    def text_fields(self) -> Iterator[str]:
        """Every text of the item that a reader of this edition may see, as plain words."""
        for name in _worded_fields(type(self._record)):
            if name not in Item.model_fields:
                yield from self._plain(getattr(self._record, name), (name,))

    @cached_property
    def referrers(self) -> Mapping[str, tuple[ItemView, ...]]:
        """The items that refer to this one from a field, by kind."""
        found: dict[str, dict[str, ItemView]] = {}
        for reference in self._site.handbook.referrers.get(self.id, ()):
            origin = reference.origin
            if origin is not None and reference.link is None and origin.id != self.id:
                found.setdefault(origin.kind.name, {})[origin.id] = self._site.view(origin)
        return {kind: tuple(views.values()) for kind, views in found.items()}

    def referred_by(self, kind: str, field: str = "") -> tuple[ItemView, ...]:
        """Return the items of a kind that refer to this one, optionally from one field only."""
        if not field:
            return self.referrers.get(kind, ())
        found = {
            reference.origin.id: self._site.view(reference.origin)
            for reference in self._site.handbook.referrers.get(self.id, ())
            if reference.origin is not None
            and reference.origin.kind.name == kind
            and reference.field == field
            and reference.link is None
        }
        return tuple(found.values())

    @cached_property
    def _marks(self) -> dict[Location, Mark]:
        return {m.location: m.mark for m in self._entry.marked if not m.is_key}

    @cached_property
    def _key_marks(self) -> dict[Location, Mark]:
        return {m.location: m.mark for m in self._entry.marked if m.is_key}

    def _show(self, value: Any, location: Location) -> Any:
        if isinstance(value, str):
            return self._show_text(value, self._marks.get(location))
        if isinstance(value, tuple):
            shown = (self._show(element, (*location, n)) for n, element in enumerate(value))
            return [element for element in shown if element is not None]
        if isinstance(value, dict):
            return {
                self._show_text(key, self._key_marks.get((*location, key))): self._show(
                    element, (*location, key)
                )
                for key, element in value.items()
            }
        if isinstance(value, BaseModel):
            return RecordView(self, value, location)
        return value

    def _show_text(self, text: str, mark: Mark | None) -> str | Markup | ItemView | TermView | None:
        if isinstance(mark, Markdown):
            return self._site.show_prose(text)
        if isinstance(mark, Ref):
            return self._site.find(text)
        if isinstance(mark, Term):
            return self._site.term(mark.vocabulary, text)
        return text

    def _plain(self, value: Any, location: Location) -> Iterator[str]:
        if isinstance(value, str):
            mark = self._marks.get(location)
            if isinstance(mark, Markdown):
                yield self._site.plain(value)
            elif isinstance(mark, Term):
                yield self._site.term(mark.vocabulary, value).title
            elif mark is None and not value.startswith(("http://", "https://")):
                yield value
        elif isinstance(value, tuple):
            for n, element in enumerate(value):
                yield from self._plain(element, (*location, n))
        elif isinstance(value, dict):
            for key, element in value.items():
                yield from self._plain(element, (*location, key))
        elif isinstance(value, BaseModel):
            for name in _worded_fields(type(value)):
                yield from self._plain(getattr(value, name), (*location, name))
