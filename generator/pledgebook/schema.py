"""JSON Schemas (draft 2020-12) of the handbook's files, for editors and other checkers.

They are derived from the models, so an editor marks what loading would refuse and no more. Two
things follow from how ``yamltree`` reads: a text may look like a number (``title: 1984``), and a
number may stand in quotation marks.

Names that ``handbook.yml`` defines are choices. Ids of items are only proposed, since a new item
is often referred to before an editor has heard of it; ``pledgebook check`` looks for those.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from pledgebook.kinds.fields import Id, Markdown, Ref, Shape, Term
from pledgebook.model import Handbook

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ID = next(mark.func.pattern for mark in get_args(Id)[1:] if isinstance(mark.func, Shape))
_SOME_TEXT = r"^(?=[\s\S]*\S)[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]*$"
_TRUE_OR_FALSE = ["true", "True", "TRUE", "false", "False", "FALSE"]

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """What may be named: ``ids`` by kind, and the ``terms`` of handbook.yml, each with its title.

    Without a vocabulary in ``terms`` any word may be used for it.
    """

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def list_names(handbook: Handbook) -> Names:
    """Return what the files of a handbook may name."""
    ids: dict[str, dict[str, str]] = {}
    for entry in handbook.entries.values():
        ids.setdefault(entry.kind.name, {})[entry.id] = entry.title
    vocabularies = ("audiences", "dimensions", "roles", "trades")
    return Names(ids, {name: handbook.settings.vocabulary(name) for name in vocabularies})


def describe_file(
    model: type[BaseModel], title: str, names: Names, example: Mapping[str, Any] | None = None
) -> Schema:
    """Return the JSON Schema of a file that ``model`` loads; ``example`` is the data of one."""
    return {"$schema": DIALECT, "title": title, **_describe_model(model, names, example or {})}


def _describe_model(model: type[BaseModel], names: Names, example: Any) -> Schema:
    hints = get_type_hints(model, include_extras=True)
    given = example if isinstance(example, Mapping) else {}
    fields = model.model_fields
    described: Schema = {
        "type": "object",
        "properties": {
            name: _describe_field(hints[name], info, names, given.get(name))
            for name, info in fields.items()
        },
        "required": [name for name, info in fields.items() if info.is_required()],
        "additionalProperties": False,
    }
    summary = (model.__doc__ or "").strip().split("\n")[0]
    return {"description": summary, **described}


def _describe_field(annotation: Any, info: FieldInfo, names: Names, example: Any) -> Schema:
    described = _describe(annotation, tuple(info.metadata), names, example)
    shown = {"description": info.description} if info.description else {}
    examples = _example(described, example)
    return {**shown, **described, **({"examples": [examples]} if examples is not None else {})}


def _example(described: Schema, example: Any) -> Any:
    """Return an example in its own type; only plain values, since others are seen within."""
    if not isinstance(example, str):
        return None
    return int(example) if "integer" in str(described) and example.isdigit() else example


def _describe(annotation: Any, marks: tuple[Any, ...], names: Names, example: Any) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _describe(arguments[0], (*arguments[1:], *marks), names, example)
    if origin in (Union, types.UnionType):
        options = [_describe(option, marks, names, example) for option in arguments]
        return {"anyOf": options}
    if annotation is types.NoneType:
        return {"type": "null"}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        first = example[0] if isinstance(example, list) and example else None
        items = _describe(arguments[0], (), names, first)
        return {"type": "array", "items": items, **_bounds(marks, "minItems", "maxItems")}
    if origin is dict:
        return _describe_mapping(arguments[0], arguments[1], marks, names, example)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _describe_model(annotation, names, example)
    return _describe_value(annotation, marks, names)


def _describe_mapping(
    key: Any, value: Any, marks: tuple[Any, ...], names: Names, example: Any
) -> Schema:
    first = next(iter(example.values()), None) if isinstance(example, dict) else None
    return {
        "type": "object",
        "propertyNames": _as_key(_describe(key, (), names, None)),
        "additionalProperties": _describe(value, (), names, first),
        **_bounds(marks, "minProperties", "maxProperties"),
    }


def _as_key(described: Schema) -> Schema:
    """The name of a field is always a text, whatever it looks like."""
    return {key: value for key, value in described.items() if key != "type"}


def _describe_value(kind: Any, marks: tuple[Any, ...], names: Names) -> Schema:
    if kind is bool:
        return {"anyOf": [{"type": "boolean"}, {"enum": _TRUE_OR_FALSE}]}
    if kind is int:
        return _describe_number(marks)
    if kind is date:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    for mark in marks:
        if isinstance(mark, Ref):
            return _propose_ids(mark, names)
        if isinstance(mark, Term) and mark.vocabulary in names.terms:
            return _choose(names.terms[mark.vocabulary])
    return _describe_text(marks)


def _describe_number(marks: tuple[Any, ...]) -> Schema:
    low = next((int(mark.ge) for mark in marks if isinstance(mark, Ge)), 0)  # type: ignore[call-overload]
    high = next((int(mark.le) for mark in marks if isinstance(mark, Le)), None)  # type: ignore[call-overload]
    number: Schema = {"type": "integer", "minimum": low}
    if high is None:
        return {"anyOf": [number, {"type": "string", "pattern": r"^0*[1-9][0-9]*(\.0+)?$"}]}
    quoted = "|".join(str(n) for n in range(low, high + 1))
    return {
        "anyOf": [
            {**number, "maximum": high},
            {"type": "string", "pattern": rf"^0*({quoted})(\.0+)?$"},
        ]
    }


def _describe_text(marks: tuple[Any, ...]) -> Schema:
    patterns = [pattern for mark in marks for pattern in _patterns(mark)]
    validators = [mark for mark in marks if _is_validator(mark)]
    shaped = any(isinstance(mark.func, Shape) for mark in validators)
    begins = any(hasattr(mark.func, "opening") for mark in validators)
    is_pattern_field = any(getattr(mark, "pattern", None) for mark in marks)
    described: Schema = {"type": ["string", "number", "boolean"]}
    if any(isinstance(mark.func, Shape) and mark.func.pattern == _ID for mark in validators):
        described = {"type": ["string", "integer"], "minimum": 0}  # an id may be a number
    elif shaped or begins or is_pattern_field:
        described = {"type": "string"}
    described["pattern"] = _SOME_TEXT
    described.update(_bounds(marks, "", "maxLength"))
    if patterns:
        described["allOf"] = [{"pattern": pattern} for pattern in patterns]
    if any(isinstance(mark, Markdown) for mark in marks):
        described["$comment"] = "Markdown"
    return described


def _patterns(mark: Any) -> Iterable[str]:
    if _is_validator(mark):
        pattern = getattr(mark.func, "pattern", None)
        if pattern is not None:
            # Loading takes off spaces at both ends before it looks.
            yield pattern.replace("^", r"^\s*", 1).removesuffix("$") + (
                r"\s*$" if pattern.endswith("$") else ""
            )
    elif pattern := getattr(mark, "pattern", None):
        yield str(pattern)


def _is_validator(mark: Any) -> bool:
    return isinstance(mark, AfterValidator | BeforeValidator)


def _propose_ids(mark: Ref, names: Names) -> Schema:
    kinds = mark.kinds or tuple(names.ids)
    known = {item: title for kind in kinds for item, title in names.ids.get(kind, {}).items()}
    open_choice: Schema = {"type": ["string", "integer"], "minimum": 0, "pattern": _ID}
    return {"anyOf": [_choose(known), open_choice]} if known else open_choice


def _choose(terms: Mapping[str, str]) -> Schema:
    words = dict(sorted(terms.items()))
    numbers = [int(word) for word in words if word.isdigit() and str(int(word)) == word]
    titles = list(words.values())
    return {"enum": [*words, *numbers], "markdownEnumDescriptions": titles}


def _bounds(marks: tuple[Any, ...], least: str, most: str) -> Schema:
    bounds: Schema = {}
    for mark in marks:
        if isinstance(mark, MinLen) and least:
            bounds[least] = mark.min_length
        if isinstance(mark, MaxLen):
            bounds[most] = mark.max_length
    return bounds
