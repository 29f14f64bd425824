"""A principle is not in any scenario.

A promise becomes clear when people see it at work. A principle that no scenario names, as its
`principle`, under `also` or as `conflicts_with`, cannot be practised, and readers find nothing
below it.

Write a scenario for it, or name it under `also` in one that already shows it. Scenarios that are
drafts or retired do not count, since readers do not see them.

Wrong, in `principles/scenarios/late-delivery.yml`:

    status: draft

Right:

    status: published
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Entry, Handbook

RULE = Rule("PB301", "orphan-principle", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every published principle that no published scenario names in a field."""
    for principle in handbook.of_kind("principle"):
        if principle.item.status != "published" or _has_scenario(handbook, principle):
            continue
        if handbook.may_be_named(principle):
            continue
        yield RULE.found(
            "no scenario shows this principle at work",
            principle.tree.title_span(),
            help=f"write a scenario with `principle: {principle.id}`, or add the line "
            f"`also: [{principle.id}]` to one that shows it",
        )


def _has_scenario(handbook: Handbook, principle: Entry) -> bool:
    return any(
        reference.origin is not None
        and reference.origin.kind.name == "scenario"
        and reference.origin.item.status == "published"
        and reference.link is None
        for reference in handbook.referrers.get(principle.id, ())
    )
