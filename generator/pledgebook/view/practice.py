"""Practice: scenarios in an order that mixes them, sets to run through, and each day's line-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from pledgebook.view.item import ItemView
from pledgebook.view.site import Site

SET_SIZE = 5
"""Scenarios in a ready-made set: about what fits a lunch break."""


@dataclass(frozen=True, slots=True)
class PracticeSet:
    """Scenarios to run through one after the other; ``url`` is the first, with the set in it."""

    title: str
    scenarios: tuple[ItemView, ...]
    url: str

    @property
    def minutes(self) -> int:
        """How long the whole set takes."""
        return sum(scenario.minutes for scenario in self.scenarios)


@dataclass(frozen=True, slots=True)
class LineUp:
    """What a team may talk about on one day: a principle, and its scenarios and questions."""

    principle: ItemView
    scenarios: tuple[ItemView, ...]
    questions: tuple[str, ...]


def mix(views: Iterable[ItemView]) -> list[ItemView]:
    """Return scenarios in an order that has nothing to do with their names, always the same.

    Neighbours by name are often neighbours by subject; the next one should be a surprise.
    """
    return sorted(views, key=lambda view: (crc32(view.id.encode()), view.id))


def find_another(site: Site, scenario: ItemView) -> ItemView | None:
    """Return the scenario to try after this one; following on visits every one of them."""
    mixed = mix(site.of_kind("scenario"))
    return mixed[(mixed.index(scenario) + 1) % len(mixed)] if len(mixed) > 1 else None


def view_sets(site: Site) -> list[PracticeSet]:
    """Return ready-made sets: one to begin with, the hard ones, and one for each trade."""
    mixed = mix(site.of_kind("scenario"))
    quick = [s for s in mixed if s.difficulty != "hard"]
    hard = [s for s in mixed if s.difficulty == "hard"]
    sets = [_make_set("To begin with", quick or mixed), _make_set("The hard ones", hard)]
    for trade_id, title in site.settings.trades.items():
        sets.append(_make_set(title, [s for s in mixed if s.setting.id == trade_id]))
    return [found for found in sets if found is not None]


def _make_set(title: str, scenarios: list[ItemView]) -> PracticeSet | None:
    chosen = tuple(scenarios[:SET_SIZE])
    if not chosen:
        return None
    ids = ",".join(scenario.id for scenario in chosen)
    return PracticeSet(title, chosen, f"{chosen[0].url}?practice={ids}")


def view_line_ups(site: Site) -> list[LineUp]:
    """Return what each day may bring: the principles in order, one a day, round and round."""
    return [
        LineUp(
            principle=principle,
            scenarios=tuple(mix(principle.referred_by("scenario", "principle"))),
            questions=tuple(principle.questions),
        )
        for principle in site.of_kind("principle")
    ]
