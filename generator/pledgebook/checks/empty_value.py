"""A field is there but has nothing in it.

A name with nothing after the colon, a pair of quotation marks with nothing between them, or a file
with nothing in it. Fill it in, or remove the line if the field may be left out.

Wrong, in `principles/keep-promises.yml`:

    promise:

Right:

    promise: What we promise, we do.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB109", "empty-value", Severity.ERROR)


def report_empty(name: str, description: str, required: bool, span: Span) -> Diagnostic:
    """Return the finding for a field with nothing in it."""
    what = description[:1].lower() + description[1:].rstrip(".") if description else ""
    fill = f"fill it in: {what}" if what else "fill it in"
    return RULE.found(
        f"{name} is empty", span, help=fill if required else f"{fill}; or remove the line"
    )


def report_empty_file(owner: str, span: Span) -> Diagnostic:
    """Return the finding for a file with nothing in it."""
    return RULE.found(
        f"the file is empty; it should be {owner}",
        span,
        help="write the item, beginning with `title: …`, or delete the file",
    )


def report_not_fields(owner: str, found: str, span: Span) -> Diagnostic:
    """Return the finding for a file that holds a list or a bare text instead of fields."""
    return RULE.found(
        f"the file should be {owner}, made of fields, but here is {found}",
        span,
        help="begin each line with the name of a field and a colon: `title: …`",
    )
