"""The library: every scenario and principle, with what one may look for it by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pledgebook.view.item import ItemView, TermView
from pledgebook.view.site import Site

QUICK = (5, 10, 15)
"""Lengths, in minutes, that a reader may ask for at most."""
DIFFICULTY = {"easy": "A gentle one", "moderate": "Takes thought", "hard": "A hard one"}
"""What the difficulties of scenarios are called."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """An item of the library; what it does not have is empty, ``minutes`` is then 0."""

    item: ItemView
    dimensions: tuple[str, ...]
    roles: tuple[str, ...]
    trade: str = ""
    minutes: int = 0
    difficulty: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the library down: its name in the address, its label, its choices."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Library:
    """What the library's page shows."""

    scenarios: tuple[Shelved, ...]
    principles: tuple[Shelved, ...]
    facets: tuple[Facet, ...]


def view_library(site: Site) -> Library:
    """Return every scenario and principle, and the ways to narrow them down that would help."""
    scenarios = tuple(_shelve_scenario(view) for view in site.of_kind("scenario"))
    principles = tuple(_shelve_principle(view) for view in site.of_kind("principle"))
    shelved = (*scenarios, *principles)
    facets = (
        Facet("kind", "Kind", _kinds(scenarios, principles)),
        Facet(
            "dimension", "Dimension", _terms(site, "dimensions", (s.dimensions for s in shelved))
        ),
        Facet("trade", "Trade", _terms(site, "trades", ((s.trade,) for s in shelved))),
        Facet("role", "Role", _terms(site, "roles", (s.roles for s in shelved))),
        Facet("minutes", "Time", _lengths(scenarios)),
        Facet("difficulty", "Difficulty", _difficulties(scenarios)),
    )
    return Library(scenarios, principles, tuple(f for f in facets if len(f.choices) > 1))


def _shelve_scenario(view: ItemView) -> Shelved:
    behind = [view.principle, *view.also]
    dimensions = [d.id for principle in behind if principle for d in principle.dimensions]
    return Shelved(
        item=view,
        dimensions=tuple(dict.fromkeys(dimensions)),
        roles=_ids(view.roles),
        trade=view.setting.id,
        minutes=view.minutes,
        difficulty=view.difficulty,
    )


def _shelve_principle(view: ItemView) -> Shelved:
    return Shelved(view, dimensions=_ids(view.dimensions), roles=_ids(view.in_practice))


def _ids(terms: Iterable[TermView]) -> tuple[str, ...]:
    return tuple(term.id for term in terms)


def _kinds(*shelves: tuple[Shelved, ...]) -> tuple[tuple[str, str], ...]:
    kinds = [shelf[0].item.kind for shelf in shelves if shelf]
    return tuple((kind.name, kind.plural.capitalize()) for kind in kinds)


def _terms(
    site: Site, vocabulary: str, used: Iterable[tuple[str, ...]]
) -> tuple[tuple[str, str], ...]:
    there = {term_id for ids in used for term_id in ids}
    terms = site.settings.vocabulary(vocabulary)
    return tuple((term_id, title) for term_id, title in terms.items() if term_id in there)


def _lengths(scenarios: tuple[Shelved, ...]) -> tuple[tuple[str, str], ...]:
    longest = max((s.minutes for s in scenarios), default=0)
    shortest = min((s.minutes for s in scenarios), default=0)
    return tuple((str(n), f"{n} minutes or less") for n in QUICK if shortest <= n < longest)


def _difficulties(scenarios: tuple[Shelved, ...]) -> tuple[tuple[str, str], ...]:
    there = {s.difficulty for s in scenarios}
    return tuple((name, title) for name, title in DIFFICULTY.items() if name in there)
