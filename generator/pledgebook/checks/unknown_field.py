"""A field has a name this kind of item does not know.

A misspelt field would otherwise be ignored, and the text in it would never be seen on any page.
The fields of each kind are listed in the reference; field names are lower case, with `_` between
words.

Wrong, in `principles/keep-promises.yml`:

    ownr: Service lead

Right:

    owner: Service lead
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.nearest import find_nearest

RULE = Rule("PB104", "unknown-field", Severity.ERROR)


def report_unknown(name: str, owner: str, known: tuple[str, ...], span: Span) -> Diagnostic:
    """Return the finding for a field ``name`` that ``owner`` ("a scenario") does not have."""
    near = find_nearest(name, known)
    return RULE.found(
        f"{owner} has no field `{name}`",
        span,
        help=f"did you mean `{near}`?" if near else f"the fields are: {', '.join(known)}",
    )
