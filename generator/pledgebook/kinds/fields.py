"""The types that fields of an item are made of.

A field says with its type what it holds: plain text, Markdown, the id of another item, a name
that ``handbook.yml`` defines. Everything else (references, backlinks, Markdown rendering, what an
edition must leave out, the JSON Schema) is derived from these marks, so a new field needs no
registration anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, LiteralString

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError, PydanticKnownError

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
"""Lower-case words joined by hyphens."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks text as the id of another item; ``kinds`` empty means an item of any kind."""

    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """Marks text as a name that ``handbook.yml`` defines under ``vocabulary``."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """Marks text as Markdown: ``[[id]]`` links work in it, raw HTML does not."""


@dataclass(frozen=True, slots=True)
class OnlyFor:
    """Marks a field that only the named audience may see, whoever may see the item itself."""

    audience: str


class Model(BaseModel):
    """What every model of the handbook shares: frozen, and no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _require_text(text: str) -> str:
    # Nearly every text is printable, and asking that is quicker than searching it.
    if not text.isprintable() and (found := _CONTROL.search(text)):
        raise PydanticCustomError(
            "control_character", "control character", {"code": f"U+{ord(found.group()):04X}"}
        )
    if not text or text.isspace():
        raise PydanticCustomError("empty_text", "empty text")
    return text


@dataclass(frozen=True, slots=True)
class Shape:
    """Refuses a text that does not have the form of ``pattern``; ``code`` names what it is not."""

    pattern: str
    code: LiteralString

    def __call__(self, value: Any) -> Any:
        if isinstance(value, str) and not re.search(self.pattern, value):
            raise PydanticCustomError(self.code, self.code)
        return value


@dataclass(frozen=True, slots=True)
class Reading:
    """Refuses what only some readers of YAML take for a number or for true or false.

    ``0x10``, ``1_000`` and ``yes`` mean one thing to an editor and another to us.
    """

    pattern: str
    code: Literal["int_parsing", "bool_parsing"]

    def __call__(self, value: Any) -> Any:
        if isinstance(value, str) and not re.search(self.pattern, value):
            raise PydanticKnownError(self.code)
        return value


def count_words(text: str) -> int:
    """Return how many words ``text`` has, as a person counts them."""
    return len(text.split())


@dataclass(frozen=True, slots=True)
class AtMostWords:
    """Refuses a text of more than ``limit`` words."""

    limit: int

    def __call__(self, text: str) -> str:
        actual = count_words(text)
        if actual > self.limit:
            raise PydanticCustomError(
                "too_many_words", "too many words", {"limit": self.limit, "actual": actual}
            )
        return text

    @property
    def pattern(self) -> str:
        return rf"^\s*(?:\S+\s+){{0,{self.limit - 1}}}\S+\s*$"


@dataclass(frozen=True, slots=True)
class StartsWith:
    """Refuses a text that does not begin with ``opening``."""

    opening: str

    def __call__(self, text: str) -> str:
        if not text.startswith(self.opening):
            raise PydanticCustomError("wrong_opening", "wrong opening", {"opening": self.opening})
        return text

    @property
    def pattern(self) -> str:
        words = r"\s+".join(self.opening.split())
        return rf"^\s*{words}\s+\S"


def at_most_words(limit: int) -> AfterValidator:
    """Return a validator that refuses a text of more than ``limit`` words."""
    return AfterValidator(AtMostWords(limit))


def starts_with(opening: str) -> AfterValidator:
    """Return a validator that refuses a text that does not begin with ``opening``."""
    return AfterValidator(StartsWith(opening))


def _require_line(text: str) -> str:
    return " ".join(_require_text(text).split())


Text = Annotated[str, AfterValidator(_require_text)]
"""Plain text of any length."""

Line = Annotated[str, AfterValidator(_require_line)]
"""Plain text on one line; line breaks and runs of spaces become one space."""

Prose = Annotated[Text, Markdown()]
"""Markdown text."""

Day = Annotated[date, BeforeValidator(Shape(r"^\d{4}-\d{2}-\d{2}$", "not_a_day"))]
"""A day, written 2026-04-30."""

Whole = Annotated[int, BeforeValidator(Reading(r"^[0-9]+(\.0+)?$", "int_parsing"))]
"""A whole number, written in digits."""

YesNo = Annotated[
    bool, BeforeValidator(Reading(r"^(true|True|TRUE|false|False|FALSE)$", "bool_parsing"))
]
"""``true`` or ``false``."""

Minutes = Annotated[Whole, Field(ge=1, le=600)]
"""A length of time in whole minutes."""

WebAddress = Annotated[Line, AfterValidator(Shape(r"^https?://[^\s/?#]+\S*$", "not_a_web_address"))]
"""An address that begins with http:// or https://."""

Id = Annotated[Line, AfterValidator(Shape(r"^[a-z0-9]+(?:-[a-z0-9]+)*$", "not_an_id"))]
"""An id: lower-case words joined by hyphens."""

AnyRef = Annotated[Line, Ref()]
PrincipleRef = Annotated[Line, Ref(("principle",))]
SourceRef = Annotated[Line, Ref(("source",))]
ScenarioRef = Annotated[Line, Ref(("scenario",))]

Dimension = Annotated[Line, Term("dimensions")]
Trade = Annotated[Line, Term("trades")]
Role = Annotated[Line, Term("roles")]
Audience = Annotated[Line, Term("audiences")]


def described(description: str, **extra: Any) -> Any:
    """Return a required field; ``description`` is what an editor shows for it."""
    return Field(description=description, **extra)
