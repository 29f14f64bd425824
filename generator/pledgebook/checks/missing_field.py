"""A field that every item of the kind needs is not there.

Some fields carry what the page cannot do without: a principle without a promise, a quote without
its provenance. Add the line; the message names the field and says what goes into it.

Wrong, in `principles/sources/old-book.yml`:

    title: The Merry Wives of Windsor
    work: The Merry Wives of Windsor

Right:

    title: The Merry Wives of Windsor
    type: play
    work: The Merry Wives of Windsor
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.wording import either

RULE = Rule("PB105", "missing-field", Severity.ERROR)


def report_missing(
    name: str, owner: str, description: str, choices: tuple[str, ...], span: Span
) -> Diagnostic:
    """Return the finding for a field ``name`` that ``owner`` ("a scenario") must have.

    ``description`` is a sentence on what goes into it, and ``choices`` its words if it has only
    certain ones.
    """
    what = description[:1].lower() + description[1:].rstrip(".")
    if choices and not any(choice in what for choice in choices):
        what += f": {either(f'`{choice}`' for choice in choices)}"
    return RULE.found(
        f"{owner} needs `{name}`, and it is not here",
        span,
        help=f"add a line `{name}: …`" + (f" ({what})" if what else ""),
    )
