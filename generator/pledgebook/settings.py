"""``handbook.yml``: what the whole handbook shares."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from pledgebook.kinds.fields import Audience, Id, Line, Model, Prose, Shape, described

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


Synonyms = Annotated[tuple[Line, ...], Field(min_length=2, max_length=30)]
"""Words and phrases of which any may stand for any other in a search."""


class Settings(Model):
    """The handbook's own settings and the names its items may use."""

    title: Line = described("The name of the handbook.")
    tagline: Line | None = Field(None, description="One sentence under the name.")
    welcome: Prose | None = Field(None, description="The opening words of the first page.")
    organisation: Organisation = described("Whose handbook it is.")
    brand: Brand = Field(default_factory=Brand, description="How it looks.")
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
    synonyms: tuple[Synonyms, ...] = Field(
        (), description="Groups of words that mean the same to whoever searches."
    )

    def vocabulary(self, name: str) -> dict[str, str]:
        """Return the names defined under ``name``, each with what it is called."""
        terms = getattr(self, name)
        return {
            key: term if isinstance(term, str) else str(term.title) for key, term in terms.items()
        }
