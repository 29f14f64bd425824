"""A dimension has no principle.

The dimensions in `handbook.yml` say what good service consists of. One that no published principle
names under `dimensions` is an empty heading on the page of dimensions.

Wrong, in `principles/handbook.yml`:

    dimensions:
      reliability:
        title: Reliability
        description: We do what we said.
      empathy:
        title: Empathy
        description: We see the person.

Right:

    dimensions:
      reliability:
        title: Reliability
        description: We do what we said.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.kinds.principle import Principle
from pledgebook.model import Handbook
from pledgebook.nearest import find_nearest

RULE = Rule("PB312", "uncovered-dimension", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every dimension that no published principle belongs to."""
    covered: set[str] = set()
    for entry in handbook.of_kind("principle"):
        if isinstance(entry.item, Principle) and entry.item.status == "published":
            covered.update(entry.item.dimensions)
    misspelt = covered - set(handbook.settings.dimensions)
    covered |= {find_nearest(word, handbook.settings.dimensions) or "" for word in misspelt}
    for dimension in handbook.settings.dimensions:
        if dimension in covered or handbook.gaps.may_mention(dimension):
            continue
        yield RULE.found(
            f"no principle belongs to the dimension `{dimension}`",
            handbook.settings_tree.key_span(("dimensions", dimension)),
            help=f"add `{dimension}` under `dimensions` in a principle, or remove it here",
        )
