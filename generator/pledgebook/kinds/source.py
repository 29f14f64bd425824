"""Source: a book, an article, a talk that something in the handbook comes from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pledgebook.kinds.fields import Line, Prose, WebAddress, described
from pledgebook.kinds.item import Item, Kind


class Source(Item):
    """A work that quotes, evidence and ideas are taken from."""

    type: Literal[
        "article", "book", "blog", "essay", "interview", "newsletter", "novel", "play", "website"
    ] = described("What sort of work it is.")
    author: Line | None = Field(None, description="Who wrote it.")
    work: Line = described("The full title of the work.")
    year: Line | None = Field(None, description="When it appeared, such as 1871–72.")
    publisher: Line | None = Field(None, description="Who published it.")
    translator: Line | None = Field(None, description="Who translated it.")
    url: WebAddress | None = Field(None, description="Where it can be read.")
    archived_url: WebAddress | None = Field(None, description="A copy that will not go away.")
    note: Prose | None = Field(None, description="What we took from it, or what we could not see.")


KIND = Kind(
    name="source",
    plural="sources",
    folder="sources",
    model=Source,
    order=70,
    own_page=False,
    blurb="Where our ideas, figures and quotes come from.",
)
