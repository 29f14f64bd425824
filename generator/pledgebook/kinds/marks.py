"""Finding the marked values of an item: its references, its Markdown, its names.

The shape of a model is worked out once from its annotations; walking an item then costs only the
fields that carry a mark.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from pledgebook.kinds.fields import Markdown, OnlyFor, Ref, Term

Location = tuple[str | int, ...]
Mark = Ref | Term | Markdown


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in an item that means more than its letters."""

    location: Location
    text: str
    mark: Mark
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class _Leaf:
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _List:
    of: _Shape


@dataclass(frozen=True, slots=True)
class _Mapping:
    key: _Shape
    value: _Shape


@dataclass(frozen=True, slots=True)
class _Record:
    fields: tuple[tuple[str, _Shape], ...]
    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class _Choice:
    of: tuple[_Shape, ...]


_Shape = _Leaf | _List | _Mapping | _Record | _Choice | None


@cache
def _shape_of_model(model: type[BaseModel]) -> _Record:
    hints = get_type_hints(model, include_extras=True)
    shapes = ((name, _shape(hints[name])) for name in model.model_fields)
    return _Record(tuple((name, shape) for name, shape in shapes if shape), model)


def _shape(annotation: Any) -> _Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = tuple(m for m in arguments[1:] if isinstance(m, Ref | Term | Markdown))
        return _Leaf(marks) if marks else _shape(arguments[0])
    if origin in (Union, types.UnionType):
        shapes = tuple(shape for shape in map(_shape, arguments) if shape)
        return shapes[0] if len(shapes) == 1 else (_Choice(shapes) if shapes else None)
    if origin is tuple:
        inner = _shape(arguments[0])
        return _List(inner) if inner else None
    if origin is dict:
        key, value = _shape(arguments[0]), _shape(arguments[1])
        return _Mapping(key, value) if key or value else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        record = _shape_of_model(annotation)
        return record if record.fields else None
    return None


def find_marked(item: BaseModel) -> Iterator[Marked]:
    """Yield every marked text of ``item``, in the order of its fields."""
    yield from _walk(_shape_of_model(type(item)), item, ())


def _walk(shape: _Shape, value: Any, location: Location) -> Iterator[Marked]:
    match shape:
        case _Leaf(marks):
            if isinstance(value, str):
                yield from (Marked(location, value, mark) for mark in marks)
        case _List(inner):
            if isinstance(value, tuple):
                for position, element in enumerate(value):
                    yield from _walk(inner, element, (*location, position))
        case _Mapping(key_shape, value_shape):
            if isinstance(value, dict):
                for key, element in value.items():
                    here = (*location, key)
                    for found in _walk(key_shape, key, here):
                        yield Marked(found.location, found.text, found.mark, is_key=True)
                    yield from _walk(value_shape, element, here)
        case _Record(fields, model):
            if isinstance(value, model):
                for name, inner in fields:
                    yield from _walk(inner, getattr(value, name), (*location, name))
        case _Choice(shapes):
            for option in shapes:
                yield from _walk(option, value, location)


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
