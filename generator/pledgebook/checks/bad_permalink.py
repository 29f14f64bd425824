"""A line of `permalinks.lock` cannot be understood.

`principles/permalinks.lock` is written by `pledgebook publish` and lists the addresses that have
been published, each with its edition. A line that was changed by hand, or that a merge has left
half done, would let an address be forgotten.

Wrong, in `principles/permalinks.lock`:

    employees, principles/keep-promises

Right:

    employees principles/keep-promises
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB121", "bad-permalink", Severity.ERROR)


def report_bad_line(span: Span) -> Diagnostic:
    """Return the finding for a line that is no published address."""
    return RULE.found(
        "this line is not a published address",
        span,
        help="write the edition, a space and the address, such as "
        "`employees principles/keep-your-promises`, or take the line from an older version",
    )
