"""An item has not been read over for longer than it allows itself.

`last_reviewed` is the day somebody last read the item with care and found it right, and
`review_every` how many months that holds. When they are over, read it aloud to somebody who does
the work, mend what they stumble over, and write the day of that reading under `last_reviewed`.

An item without `review_every` never falls due.

Wrong, in `principles/keep-promises.yml`:

    last_reviewed: 2020-01-31
    review_every: 12

Right: the day you read it, such as `last_reviewed: 2026-04-30`.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Entry, Handbook
from pledgebook.wording import count

RULE = Rule("PB308", "review-overdue", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every item in use whose review has run out, was never made, or is still to come."""
    for entry in handbook.entries.values():
        if entry.item.status != "retired":
            found = _check_entry(entry, handbook.today)
            if found is not None:
                yield found


def _check_entry(entry: Entry, today: date) -> Diagnostic | None:
    reviewed, months = entry.item.last_reviewed, entry.item.review_every
    span = entry.tree.value_span(("last_reviewed",))
    if reviewed is None:
        if months is None:
            return None
        return RULE.found(
            f"a review is due every {count(months, 'month')}, but none has been made",
            entry.tree.value_span(("review_every",)),
            help=f"read it with care, then add the line `last_reviewed: {today}`",
        )
    # Somewhere on earth it is tomorrow already.
    if reviewed > today + timedelta(days=1):
        return RULE.found(
            f"the last review is in the future: {_in_words(reviewed)}",
            span,
            help=f"write the day on which it was read, such as `last_reviewed: {today}`",
        )
    if months is None or _add_months(reviewed, months) >= today:
        return None
    return RULE.found(
        f"this item was to be read over by {_in_words(_add_months(reviewed, months))}",
        span,
        help=f"read it with care, mend what is no longer so, then write `last_reviewed: {today}`",
    )


def _in_words(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _add_months(day: date, months: int) -> date:
    """Return the same day that many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
