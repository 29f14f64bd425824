"""What the search index holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from pledgebook.view.item import ItemView

_BOOSTS = {"principle": 2.0, "scenario": 1.6, "exercise": 1.3, "path": 1.2}
"""A principle ranks above a page that only mentions it."""


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
    """Return the search entry of an item."""
    return SearchEntry(
        url=view.url,
        title=view.title,
        text=" ".join(view.text_fields),
        terms=tuple(view.search_terms),
        boost=_BOOSTS.get(view.kind.name, 1.0),
        label=view.kind.name.capitalize(),
    )
