"""A field holds something of the wrong sort.

A list where one text belongs, a text where a list belongs, words where a number or a day belongs.
The message says what belongs there and how it is written.
"""

from __future__ import annotations

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

_SEEN = {"list": "a list", "fields": "a group of fields", "text": "text"}


def report_wrong_type(name: str, expected: str, found: str, span: Span) -> Diagnostic:
    """Return the finding for a field that should hold ``expected`` but holds ``found``."""
    form, help_text = _FORMS[expected]
    seen = _SEEN.get(found, "")
    but = f", but here is {seen}" if seen and found != expected else ""
    return RULE.found(f"{name} should be {form}{but}", span, help=help_text)


def report_control_character(name: str, code: str, span: Span) -> Diagnostic:
    """Return the finding for an invisible control character in a text."""
    return RULE.found(
        f"{name} has an invisible control character ({code}) in it",
        span,
        help="type the text again by hand; such characters come from copying",
    )
