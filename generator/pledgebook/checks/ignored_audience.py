"""A session names an audience, and it makes no difference.

Sessions are always for trainers, because they say what a group is not meant to know beforehand. An
`audience` in a session is therefore not obeyed, and should not stand there as if it were.

Wrong, in `principles/sessions/line-up.yml`:

    title: Line-up
    audience: [employees]
    goal: Everybody has said what they will do today.
    minutes: 10
    group_size: 3 to 12
    steps:
      - minutes: 10
        activity: Decide, and say why.

Right:

    title: Line-up
    goal: Everybody has said what they will do today.
    minutes: 10
    group_size: 3 to 12
    steps:
      - minutes: 10
        activity: Decide, and say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook

RULE = Rule("PB502", "ignored-audience", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every audience that the item's kind overrules."""
    for entry in handbook.entries.values():
        only_for = entry.kind.only_for
        if only_for is not None and entry.item.audience and entry.item.audience != (only_for,):
            yield RULE.found(
                f"a {entry.kind.name} is always for {only_for} and nobody else, whatever stands "
                "here",
                entry.tree.value_span(("audience",)),
                help="remove the line",
            )
