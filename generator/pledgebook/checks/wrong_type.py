"""A field holds something of the wrong sort.

A list where one text belongs, a text where a list belongs, words where a number or a day belongs.
The message says what belongs there and how it is written.

Wrong, in `principles/scenarios/late-delivery.yml`:

    minutes: five

Right:

    minutes: 5
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from typing import Any

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB106", "wrong-type", Severity.ERROR)

_FORMS: dict[str, tuple[str, str]] = {
    "text": ("text", "write the text after the colon, on the same line"),
    "list": ("a list", "put each entry on a line of its own that begins with `- `"),
    "fields": ("a group of fields", "put each on a line of its own, as `name: value`, indented"),
    "number": ("a whole number", "write only digits, such as `15`"),
    "yes-no": ("`true` or `false`", "write `true` or `false`, without quotation marks"),
    "day": ("a day", "write year, month and day, such as `2026-04-30`"),
    "web-address": ("a web address", "write it whole, with `https://` in front"),
    "id": ("an id", "use lower-case letters, digits and hyphens, such as `keep-your-promises`"),
    "colour": ("a colour", 'write `#` and six digits, in quotation marks, such as `"#1f5f5b"`'),
    "language": ("a language code", "write its short code, such as `en` or `la`"),
    "other": ("something else", "look at the same field in another item and follow its form"),
}

_LONGEST = 40
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")


def report_wrong_type(name: str, expected: str, value: Any, span: Span) -> Diagnostic:
    """Return the finding for a field that should hold ``expected`` but holds ``value``."""
    form, help_text = _FORMS[expected]
    but = ", but here is a group of fields"
    if isinstance(value, list | tuple):
        but = ", but here is a list"
    elif expected in ("list", "fields"):
        but = ", but here is only text"
    elif not isinstance(value, dict):
        but = f", but is `{_shorten(str(value))}`"
    if expected == "day" and (wrong := _impossible_day(str(value))):
        return RULE.found(f"{name} is a day that does not exist", span, help=wrong)
    if expected == "other":
        return RULE.found(f"{name} is not in a form the handbook knows", span, help=help_text)
    return RULE.found(f"{name} should be {form}{but}", span, help=help_text)


def _shorten(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"


def _impossible_day(value: str) -> str:
    found = _DAY.match(value)
    if found is None:
        return ""
    year, month = int(found[1]), int(found[2])
    if not 1 <= month <= 12 or year == 0:
        return "write year, month and day in this order, such as `2026-04-30`"
    return f"{month_name[month]} {year} has {monthrange(year, month)[1]} days"


def report_control_character(name: str, code: str, span: Span) -> Diagnostic:
    """Return the finding for an invisible control character in a text."""
    return RULE.found(
        f"{name} has an invisible control character ({code}) in it",
        span,
        help="type the text again by hand; such characters come from copying",
    )
