"""Finding the marked values of an item: its references, its Markdown, its names.

A collector for each model is put together once from its annotations; collecting from an item then
visits only the fields that can carry a mark.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from pledgebook.kinds.fields import Markdown, OnlyFor, Ref, Term

Location = tuple[str | int, ...]
Mark = Ref | Term | Markdown


class Marked(NamedTuple):
    """A text in an item that means more than its letters."""

    location: Location
    text: str
    mark: Mark
    is_key: bool = False


_Collect = Callable[[Any, Location, list[Marked]], None]
"""Adds the marked texts within a value, which stands at a location, to a list."""


@cache
def _collector_of_model(model: type[BaseModel]) -> _Collect | None:
    hints = get_type_hints(model, include_extras=True)
    made = ((name, _collector(hints[name])) for name in model.model_fields)
    fields = tuple((name, collect) for name, collect in made if collect is not None)

    def collect_record(value: Any, location: Location, found: list[Marked]) -> None:
        if type(value) is model:
            values = value.__dict__
            for name, collect in fields:
                if inner := values[name]:
                    collect(inner, (*location, name), found)

    return collect_record if fields else None


def _collector(annotation: Any) -> _Collect | None:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = tuple(m for m in arguments[1:] if isinstance(m, Ref | Term | Markdown))
        return _collect_leaf(marks) if marks else _collector(arguments[0])
    if origin in (Union, types.UnionType):
        return _collect_any(tuple(c for c in map(_collector, arguments) if c is not None))
    if origin is tuple:
        return _collect_list(_collector(arguments[0]))
    if origin is dict:
        return _collect_mapping(_collector(arguments[0]), _collector(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _collector_of_model(annotation)
    return None


def _collect_leaf(marks: tuple[Mark, ...]) -> _Collect:
    def collect(value: Any, location: Location, found: list[Marked]) -> None:
        if isinstance(value, str):
            found.extend([Marked(location, value, mark) for mark in marks])

    return collect


def _collect_any(options: tuple[_Collect, ...]) -> _Collect | None:
    def collect(value: Any, location: Location, found: list[Marked]) -> None:
        for option in options:
            option(value, location, found)

    return options[0] if len(options) == 1 else (collect if options else None)


def _collect_list(inner: _Collect | None) -> _Collect | None:
    def collect(value: Any, location: Location, found: list[Marked]) -> None:
        if inner is not None and isinstance(value, tuple):
            for position, element in enumerate(value):
                inner(element, (*location, position), found)

    return collect if inner is not None else None


def _collect_mapping(of_key: _Collect | None, of_value: _Collect | None) -> _Collect | None:
    def collect(value: Any, location: Location, found: list[Marked]) -> None:
        if not isinstance(value, dict):
            return
        for key, element in value.items():
            here = (*location, key)
            if of_key is not None:
                keys: list[Marked] = []
                of_key(key, here, keys)
                found.extend([Marked(m.location, m.text, m.mark, is_key=True) for m in keys])
            if of_value is not None:
                of_value(element, here, found)

    return collect if of_key is not None or of_value is not None else None


def find_marked(item: BaseModel) -> list[Marked]:
    """Return every marked text of ``item``, in the order of its fields."""
    found: list[Marked] = []
    collect = _collector_of_model(type(item))
    if collect is not None:
        collect(item, (), found)
    return found


@cache
def restricted_fields(model: type[BaseModel]) -> dict[str, str]:
    """Return each field of ``model`` that only one audience may see, with that audience."""
    found: dict[str, str] = {}
    for name, hint in get_type_hints(model, include_extras=True).items():
        for mark in get_args(hint)[1:] if get_origin(hint) is Annotated else ():
            if isinstance(mark, OnlyFor):
                found[name] = mark.audience
    return found


@cache
def required_references(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of ``model`` that name one other item and may not be left out."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if field.is_required() and any(isinstance(mark, Ref) for mark in field.metadata)
    )
