"""A field that every item of the kind needs is not there.

Some fields carry what the page cannot do without: a principle without a promise, a quote without
its provenance. Add the line; the message names the field and says what goes into it.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB105", "missing-field", Severity.ERROR)


def report_missing(name: str, owner: str, description: str, span: Span) -> Diagnostic:
    """Return the finding for a field ``name`` that ``owner`` ("a scenario") must have."""
    return RULE.found(
        f"{owner} needs `{name}`, and it is not here",
        span,
        help=f"add a line `{name}: …`" + (f" ({description})" if description else ""),
    )
