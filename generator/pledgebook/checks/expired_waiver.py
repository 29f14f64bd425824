"""A waiver has run out.

Under `waivers` in `handbook.yml` a finding can be left to stand for a reason and until a day. The
day is over, so the finding is reported again. Mend it, or give the waiver another day and say why.

Wrong, in `principles/handbook.yml`:

    checks:
      orphan-principle: warning
    waivers:
      - check: review-overdue
        item: keep-promises
        reason: Somebody is away.
        until: 2021-01-31

With, in `principles/keep-promises.yml`:

    last_reviewed: 2020-01-31
    review_every: 6

Right: a day that is still to come, or no waiver.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.model import Handbook
from pledgebook.settings import Waiver

RULE = Rule("PB315", "expired-waiver", Severity.WARNING)


def report_expired(
    handbook: Handbook, position: int, waiver: Waiver, again: Diagnostic
) -> Diagnostic:
    """Return the finding for a waiver past its day; ``again`` is a finding it used to cover."""
    return RULE.found(
        f"the waiver for `{waiver.item}` ran out on {waiver.until}, so it counts again",
        handbook.settings_tree.value_span(("waivers", position, "until")),
        help="mend what it was for and remove the waiver, or give it a new day",
        related=(Related(again.span, again.message),),
    )
