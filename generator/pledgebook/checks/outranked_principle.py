"""In a scenario, the principle that should give way outranks the one that decides.

`principle` decides a scenario, and `conflicts_with` names the one that gives way. The handbook's
own order says the opposite when `conflicts_with` has the lower precedence number. People who learn
from the scenario and people who look up the order would then act differently.

Either the two are the wrong way round in the scenario, or the order needs another look.

With, in `principles/be-polite.yml`:

    title: Be polite
    promise: We say please.
    why: |
      It costs nothing.
    do: [Say please., Say thank you.]
    dont: [Shout.]
    pledge: I will say please.
    dimensions: [reliability]
    precedence: 20

Wrong, in `principles/scenarios/late-delivery.yml`:

    principle: be-polite
    conflicts_with: keep-promises

Right:

    principle: keep-promises
    conflicts_with: be-polite
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.kinds.principle import Principle
from pledgebook.kinds.scenario import Scenario
from pledgebook.model import Entry, Handbook

RULE = Rule("PB313", "outranked-principle", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every scenario in which the principle of lower rank decides."""
    for entry in handbook.of_kind("scenario"):
        scenario = entry.item
        if not isinstance(scenario, Scenario) or scenario.conflicts_with is None:
            continue
        winner = handbook.find(scenario.principle)
        loser = handbook.find(scenario.conflicts_with)
        if winner is None or loser is None:
            continue
        if not isinstance(winner.item, Principle) or not isinstance(loser.item, Principle):
            continue
        if loser.item.precedence < winner.item.precedence:
            yield _report(entry, (winner, winner.item), (loser, loser.item))


def _report(
    scenario: Entry, winner: tuple[Entry, Principle], loser: tuple[Entry, Principle]
) -> Diagnostic:
    return RULE.found(
        f"`{loser[0].id}` is to give way here, but it comes before `{winner[0].id}` "
        f"in the order of precedence ({loser[1].precedence} before {winner[1].precedence})",
        scenario.tree.value_span(("conflicts_with",)),
        help="swap `principle` and `conflicts_with` here, or change the `precedence` of one of "
        "the two",
        related=tuple(
            Related(entry.tree.value_span(("precedence",)), f"“{entry.title}”")
            for entry, _ in (loser, winner)
        ),
    )
