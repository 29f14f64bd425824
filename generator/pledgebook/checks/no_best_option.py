"""A scenario has no best option.

Each option of a scenario is rated `best`, `fair` or `poor`. With none rated `best`, readers who
look for what to do come away with what not to do. There may be more than one.

Wrong, in `principles/scenarios/late-delivery.yml`:

    options:
      - choice: Tell her now and drive it over.
        effects:
          customer: She has it by six.
          colleague: Somebody covers the till.
          company: An hour of petrol.
        rating: fair
      - choice: Say nothing and hope.
        effects:
          customer: She finds out on Saturday.
          colleague: Somebody else takes her call.
          company: She does not come back.
        rating: poor

Right: `rating: best` for the option you would want a colleague to take.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.kinds.scenario import Scenario
from pledgebook.model import Handbook

RULE = Rule("PB311", "no-best-option", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every scenario in which no option is rated best."""
    for entry in handbook.of_kind("scenario"):
        scenario = entry.item
        if not isinstance(scenario, Scenario):
            continue
        if all(option.rating != "best" for option in scenario.options):
            yield RULE.found(
                "no option of this scenario is rated `best`",
                entry.tree.key_span(("options",)),
                help="write `rating: best` for the option you would want a colleague to take",
            )
