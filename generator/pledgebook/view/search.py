"""What the search index holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from pledgebook.view.item import ItemView

_BOOSTS = {
    "principle": 1.35,
    "scenario": 1.1,
    "exercise": 1.05,
    "path": 1.05,
    "source": 0.7,
}
"""A principle ranks above a page that only mentions it."""
SECTION_BOOST = 0.8
"""The page that lists a kind ranks below what it lists."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One result: ``url`` as in pages, ``terms`` the words a reader would type. All plain text."""

    url: str
    title: str
    text: str
    terms: tuple[str, ...] = ()
    boost: float = 1.0
    label: str = field(default="")
    """What kind of thing it is."""


def view_search_entry(view: ItemView) -> SearchEntry:
    """Return the search entry of an item.

    Its id counts as a search term: it is what its editors call it among themselves.
    """
    return SearchEntry(
        url=view.url,
        title=view.title,
        text=" ".join(view.text_fields),
        terms=(*view.search_terms, view.id.replace("-", " ")),
        boost=_BOOSTS.get(view.kind.name, 1.0),
        label=view.kind.name.capitalize(),
    )
