"""The steps of a session do not add up to its length.

A trainer plans the room by `minutes` and runs the session by its steps. If they differ, the session
ends late or has a hole in it.

Wrong, in `principles/sessions/line-up.yml`:

    title: Line-up
    goal: Everybody has said what they will do today.
    minutes: 15
    group_size: 3 to 12
    steps:
      - minutes: 5
        activity: Read the situation aloud.
      - minutes: 5
        activity: Decide, and say why.

Right:

    title: Line-up
    goal: Everybody has said what they will do today.
    minutes: 10
    group_size: 3 to 12
    steps:
      - minutes: 5
        activity: Read the situation aloud.
      - minutes: 5
        activity: Decide, and say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.kinds.session import Session
from pledgebook.model import Handbook
from pledgebook.wording import count

RULE = Rule("PB310", "session-minutes", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every session whose steps take longer or shorter than it says."""
    for entry in handbook.of_kind("session"):
        session = entry.item
        if not isinstance(session, Session):
            continue
        total = sum(step.minutes for step in session.steps)
        gap = session.minutes - total
        if gap:
            change = (
                f"make the steps {count(abs(gap), 'minute')} {'longer' if gap > 0 else 'shorter'}"
            )
            yield RULE.found(
                f"the session is to take {count(session.minutes, 'minute')}, but its steps "
                f"add up to {total}",
                entry.tree.value_span(("minutes",)),
                help=f"write `minutes: {total}`, or {change}",
                related=(Related(entry.tree.key_span(("steps",)), "the steps"),),
            )
