"""A text or list is too long, or too short.

The limits come from the page and the card. A promise of more than fifteen words is not remembered,
and seven things to do are a manual. The message says the limit and what is there now.

Wrong, in `principles/keep-promises.yml`:

    do:
      - Write the promise down.

Right:

    do:
      - Write the promise down.
      - Ring before it slips.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB108", "bad-length", Severity.ERROR)


def report_too_many_words(name: str, actual: int, limit: int, span: Span) -> Diagnostic:
    """Return the finding for a text with more words than fit."""
    over = actual - limit
    return RULE.found(
        f"{name} has {actual} words, and at most {limit} fit",
        span,
        help=f"take out at least {over} word{'s' if over > 1 else ''}",
    )


def report_too_long(name: str, limit: int, span: Span) -> Diagnostic:
    """Return the finding for a text with more characters than fit."""
    return RULE.found(
        f"{name} is longer than {limit} characters", span, help="say it in fewer words"
    )


def report_too_many(name: str, actual: int, limit: int, span: Span) -> Diagnostic:
    """Return the finding for a list with more entries than allowed."""
    return RULE.found(
        f"{name} has {actual} entries, and at most {limit} are allowed",
        span,
        help="keep the ones that matter most",
    )


def report_too_few(name: str, actual: int, least: int, span: Span) -> Diagnostic:
    """Return the finding for a list with fewer entries than needed."""
    there = "none" if actual == 0 else "only one" if actual == 1 else f"only {actual}"
    verb = "are" if actual > 1 else "is"
    needed = f"{least} {'entries' if least > 1 else 'entry'}"
    return RULE.found(
        f"{name} needs at least {needed}, and {there} {verb} here",
        span,
        help=f"add {least - actual} more, each on a line that begins with `- `",
    )


def report_out_of_range(name: str, value: str, bound: str, span: Span) -> Diagnostic:
    """Return the finding for a number outside its range; ``bound`` is such as "at least 1"."""
    return RULE.found(
        f"{name} is {value}, and must be {bound}", span, help=f"write a number that is {bound}"
    )


def report_wrong_opening(name: str, opening: str, span: Span) -> Diagnostic:
    """Return the finding for a text that does not begin as it must."""
    return RULE.found(
        f"{name} does not begin with “{opening.strip()}”",
        span,
        help=f"write it as something a person can sign: “{opening.strip()} …”",
    )
