"""``handbook.yml``: what the whole handbook shares."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from pledgebook.kinds.fields import Audience, Day, Id, Line, Model, Prose, Shape, described
from pledgebook.nearest import find_nearest

FILE_NAME = "handbook.yml"


def _lower(text: str) -> str:
    return text.lower()


Colour = Annotated[
    Line, AfterValidator(Shape(r"^#[0-9A-Fa-f]{6}$", "not_a_colour")), AfterValidator(_lower)
]
"""A colour, written "#1f5f5b"."""


class Organisation(Model):
    """Whose handbook it is."""

    name: Line = described("The name of the organisation.")
    contact: Line | None = Field(None, description="Whom to ask about the handbook.")


class Brand(Model):
    """How it looks."""

    colour: Colour = Field("#1f5f5b", description='The accent colour, such as "#1f5f5b".')
    logo: Line | None = Field(None, description="A picture in content/, such as pictures/logo.svg.")


class EditionSettings(Model):
    """An edition: what its audiences may see, and nothing else."""

    title: Line = described("What the edition is called.")
    audiences: tuple[Audience, ...] = described("Whom it is built for.", min_length=1)


class DimensionSettings(Model):
    """A dimension of service that principles belong to."""

    title: Line = described("What it is called here.")
    description: Line = described("What it means, in a sentence.")
    known_as: Line | None = Field(None, description="Its name in the research it comes from.")


class Waiver(Model):
    """Leave to live with one finding, for a reason and for a time."""

    check: Line = described("The check's name or code, such as review-overdue.")
    item: Line = described("The id of the item, or the path of the file, the finding is in.")
    reason: Line = described("Why it may stay, in a sentence.")
    until: Day = described("The last day it may stay, such as 2026-04-30.")


Synonyms = Annotated[tuple[Line, ...], Field(min_length=2, max_length=30)]
"""Words and phrases of which any may stand for any other in a search."""

Millimetres = Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)]


class PrinterSide(Model):
    """How one side of a printer misses, as measured on the calibration sheet."""

    right: Millimetres = Field(0.0, description="Move the print to the right, in mm.")
    down: Millimetres = Field(0.0, description="Move the print down, in mm.")
    scale: Annotated[float, Field(ge=0.9, le=1.1)] = Field(
        1.0, description="Make the print larger or smaller, such as 1.004."
    )


class Printer(Model):
    """A printer, and how to make up for its errors."""

    front: PrinterSide = Field(default_factory=PrinterSide, description="The side printed first.")
    back: PrinterSide = Field(default_factory=PrinterSide, description="The other side.")


class CardSettings(Model):
    """How cards are printed here."""

    fonts: tuple[Line, ...] = Field(
        (), description="Further font families, from theme/fonts/, for other scripts."
    )
    printers: dict[Id, Printer] = Field(
        default_factory=dict, description="Printers, by a name of your own."
    )


class Settings(Model):
    """The handbook's own settings and the names its items may use."""

    title: Line = described("The name of the handbook.")
    tagline: Line | None = Field(None, description="One sentence under the name.")
    welcome: Prose | None = Field(None, description="The opening words of the first page.")
    organisation: Organisation = described("Whose handbook it is.")
    brand: Brand = Field(default_factory=Brand, description="How it looks.")
    cards: CardSettings = Field(default_factory=CardSettings, description="How cards are printed.")
    language: str = Field(
        "en", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", description="Its language."
    )
    audiences: dict[Id, Line] = described(
        "The groups of people it has something for.", min_length=1
    )
    default_audience: tuple[Audience, ...] = described(
        "Who sees an item that does not say.", min_length=1
    )
    editions: dict[Id, EditionSettings] = described(
        "The editions that are built; the first is the usual one.", min_length=1
    )
    dimensions: dict[Id, DimensionSettings] = described("The dimensions of service.", min_length=1)
    trades: dict[Id, Line] = Field(default_factory=dict, description="Where scenarios play.")
    roles: dict[Id, Line] = Field(default_factory=dict, description="Whom paths are for.")
    checks: dict[Line, Literal["error", "warning", "off"]] = Field(
        default_factory=dict,
        description="How grave a check's findings are here, by its name or code.",
    )
    waivers: tuple[Waiver, ...] = Field((), description="Findings to live with for a time.")
    synonyms: tuple[Synonyms, ...] = Field(
        (), description="Groups of words that mean the same to whoever searches."
    )

    def vocabulary(self, name: str) -> dict[str, str]:
        """Return the names defined under ``name``, each with what it is called."""
        terms = getattr(self, name)
        return {
            key: term if isinstance(term, str) else str(term.title) for key, term in terms.items()
        }


def _read_alone(field: FieldInfo, value: Any) -> Any:
    kind: Any = field.annotation
    if field.metadata:
        kind = Annotated[(kind, *field.metadata)]
    return TypeAdapter(kind).validate_python(value)


_VOCABULARIES = ("audiences", "dimensions", "trades", "roles")


def salvage_settings(data: Any) -> tuple[Settings, frozenset[str]]:
    """Return what can be understood of faulty settings, and the fields that cannot.

    A fault in ``handbook.yml`` must not hide what is wrong in the other files; they are checked
    against what is left of it. Fields that cannot be understood have stand-ins.
    """
    given = data if isinstance(data, dict) else {}
    values: dict[str, Any] = {
        "title": "",
        "organisation": Organisation.model_construct(name=""),
        "audiences": {},
        "default_audience": (),
        "editions": {},
        "dimensions": {},
    }
    unknown = {find_nearest(str(name), Settings.model_fields) or "" for name in given} - {""}
    unknown -= given.keys()
    for name, field in Settings.model_fields.items():
        if name not in given:
            unknown.update([name] if name in values or not given else [])
            continue
        try:
            values[name] = _read_alone(field, given[name])
        except ValidationError:
            if name in _VOCABULARIES and isinstance(given[name], dict):
                values[name] = {str(term): str(term) for term in given[name]}
            else:
                unknown.add(name)
    return Settings.model_construct(**values), frozenset(unknown)
