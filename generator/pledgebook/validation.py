"""What a model refuses, said in the handbook's words.

Errors of the validation library are told apart by their type and their data, never by their text,
and none of its words reach a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from pledgebook.checks.bad_choice import report_bad_choice
from pledgebook.checks.bad_length import (
    report_out_of_range,
    report_too_few,
    report_too_long,
    report_too_many,
    report_too_many_words,
    report_wrong_opening,
)
from pledgebook.checks.empty_value import report_empty
from pledgebook.checks.missing_field import report_missing
from pledgebook.checks.unknown_field import report_unknown
from pledgebook.checks.wrong_type import report_control_character, report_wrong_type
from pledgebook.diagnostic import Diagnostic, Span
from pledgebook.nearest import find_nearest
from pledgebook.yamltree import Location, Tree


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One refused value: where it stands, what it is called and what was wrong with it."""

    type: str
    location: Location
    value: Any
    context: dict[str, Any]
    name: str
    owner: str
    field: FieldInfo | None
    siblings: tuple[str, ...]
    span: Span

    @property
    def description(self) -> str:
        return (self.field.description or "") if self.field else ""

    @property
    def required(self) -> bool:
        return self.field is None or self.field.is_required()


def explain_errors(
    model: type[BaseModel], error: ValidationError, tree: Tree, owner: str
) -> Iterator[Diagnostic]:
    """Yield a finding for each thing that ``model`` refused in ``tree``.

    ``owner`` is what the file holds, such as "a scenario".
    """
    refusals = [
        _understand(model, details, tree, owner) for details in error.errors(include_url=False)
    ]
    misspelt = {_meant(refusal) for refusal in refusals if refusal.type == "extra_forbidden"}
    for refusal in refusals:
        if refusal.type == "missing" and refusal.location in misspelt:
            continue
        if refusal.type == "too_short" and len(refusal.value) >= refusal.context["min_length"]:
            continue  # only those entries were counted in which nothing is wrong
        yield _explain(refusal)


def _meant(unknown: _Refusal) -> Location:
    """Return the place of the field that a misspelt one was to be, so that it is not missed too."""
    near = find_nearest(str(unknown.location[-1]), unknown.siblings)
    return (*unknown.location[:-1], near) if near else ()


def _understand(model: type[BaseModel], details: ErrorDetails, tree: Tree, owner: str) -> _Refusal:
    kind = details["type"]
    is_key = bool(details["loc"]) and details["loc"][-1] == "[key]"
    location = _place(details["loc"], tree.data, absent=kind == "missing")
    parent, field = _field_at(model, location)
    at_key = kind in ("missing", "extra_forbidden") or is_key
    span = tree.key_span(location) if at_key else tree.value_span(location)
    return _Refusal(
        type=kind,
        location=location,
        value=details["input"],
        context=details.get("ctx", {}),
        name=f"the name `{location[-1]}`" if is_key else _name(location),
        owner=_name(location[:-1]) if len(location) > 1 else owner,
        field=field,
        siblings=tuple(parent.model_fields) if parent else (),
        span=span,
    )


def _place(loc: tuple[int | str, ...], data: Any, *, absent: bool) -> Location:
    """Drop the steps that name a branch of a model and not a place in the file."""
    place: list[int | str] = []
    last = len(loc) - 1
    for position, step in enumerate(loc):
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        elif not (absent and position == last):
            continue
        place.append(step)
    return tuple(place)


def _field_at(
    model: type[BaseModel], location: Location
) -> tuple[type[BaseModel] | None, FieldInfo | None]:
    """Return the model that holds ``location``, and its field there if it has one."""
    holder: type[BaseModel] | None = model
    field: FieldInfo | None = None
    for step in location:
        if not isinstance(step, str):
            continue
        if field is not None:
            inner = _model_within(field.annotation)
            if inner is None:
                return None, field
            holder, field = inner, None
        field = holder.model_fields.get(step) if holder else None
        if field is None:
            break
    return holder, field


def _model_within(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if found := _model_within(argument):
            return found
    return None


def _name(location: Location) -> str:
    """Name a place as a person would: "`customer` in entry 2 of `options`"."""
    if not location:
        return "the file"
    last = location[-1]
    if isinstance(last, int):
        return f"entry {last + 1} of {_name(location[:-1])}"
    if len(location) == 1:
        return f"`{last}`"
    return f"`{last}` in {_name(location[:-1])}"


def _explain(refusal: _Refusal) -> Diagnostic:
    if refusal.value is None and refusal.type not in ("missing", "extra_forbidden"):
        return _empty(refusal)
    return _EXPLAINERS.get(refusal.type, _unfit)(refusal)


def _wrong(expected: str) -> Callable[[_Refusal], Diagnostic]:
    def explain(refusal: _Refusal) -> Diagnostic:
        return report_wrong_type(refusal.name, expected, refusal.value, refusal.span)

    return explain


def _unfit(refusal: _Refusal) -> Diagnostic:
    return _wrong("other")(refusal)


def _empty(refusal: _Refusal) -> Diagnostic:
    return report_empty(refusal.name, refusal.description, refusal.required, refusal.span)


def _missing(refusal: _Refusal) -> Diagnostic:
    choices = _choices_of(refusal.field.annotation) if refusal.field else ()
    name = str(refusal.location[-1])
    return report_missing(name, refusal.owner, refusal.description, choices, refusal.span)


def _unknown(refusal: _Refusal) -> Diagnostic:
    name = str(refusal.location[-1])
    return report_unknown(name, refusal.owner, refusal.siblings, refusal.span)


def _choice(refusal: _Refusal) -> Diagnostic:
    if not isinstance(refusal.value, str):
        return _wrong("text")(refusal)
    choices = _choices_of(refusal.field.annotation) if refusal.field else ()
    return report_bad_choice(refusal.name, refusal.value, choices, refusal.span)


def _choices_of(annotation: Any) -> tuple[str, ...]:
    found: list[str] = []
    for argument in get_args(annotation):
        found.extend([argument] if isinstance(argument, str) else _choices_of(argument))
    return tuple(found)


def _too_short(refusal: _Refusal) -> Diagnostic:
    return report_too_few(
        refusal.name, len(refusal.value), int(refusal.context["min_length"]), refusal.span
    )


def _too_long(refusal: _Refusal) -> Diagnostic:
    return report_too_many(
        refusal.name, len(refusal.value), int(refusal.context["max_length"]), refusal.span
    )


def _string_too_long(refusal: _Refusal) -> Diagnostic:
    return report_too_long(refusal.name, int(refusal.context["max_length"]), refusal.span)


def _too_many_words(refusal: _Refusal) -> Diagnostic:
    return report_too_many_words(
        refusal.name, refusal.context["actual"], refusal.context["limit"], refusal.span
    )


def _wrong_opening(refusal: _Refusal) -> Diagnostic:
    return report_wrong_opening(refusal.name, refusal.context["opening"], refusal.span)


def _below(refusal: _Refusal) -> Diagnostic:
    return report_out_of_range(
        refusal.name, str(refusal.value), f"at least {refusal.context['ge']}", refusal.span
    )


def _above(refusal: _Refusal) -> Diagnostic:
    return report_out_of_range(
        refusal.name, str(refusal.value), f"at most {refusal.context['le']}", refusal.span
    )


def _control(refusal: _Refusal) -> Diagnostic:
    return report_control_character(refusal.name, refusal.context["code"], refusal.span)


_EXPLAINERS: dict[str, Callable[[_Refusal], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "empty_text": _empty,
    "literal_error": _choice,
    "too_short": _too_short,
    "too_long": _too_long,
    "string_too_long": _string_too_long,
    "too_many_words": _too_many_words,
    "wrong_opening": _wrong_opening,
    "greater_than_equal": _below,
    "less_than_equal": _above,
    "control_character": _control,
    "string_type": _wrong("text"),
    "tuple_type": _wrong("list"),
    "union_tag_not_found": _wrong("list"),
    "dict_type": _wrong("fields"),
    "model_type": _wrong("fields"),
    "model_attributes_type": _wrong("fields"),
    "int_parsing": _wrong("number"),
    "int_parsing_size": _wrong("number"),
    "int_type": _wrong("number"),
    "int_from_float": _wrong("number"),
    "bool_parsing": _wrong("yes-no"),
    "bool_type": _wrong("yes-no"),
    "not_a_day": _wrong("day"),
    "date_parsing": _wrong("day"),
    "date_type": _wrong("day"),
    "date_from_datetime_parsing": _wrong("day"),
    "not_a_web_address": _wrong("web-address"),
    "not_an_id": _wrong("id"),
    "not_a_colour": _wrong("colour"),
    "string_pattern_mismatch": _wrong("language"),
}
