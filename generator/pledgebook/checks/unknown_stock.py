"""A deck names a stock that does not exist.

A stock is the paper that cards are printed on: a file in `theme/stocks/`, named without `.yml`. For
paper of your own, copy one of these files into the folder `theme/stocks/` beside your `mkdocs.yml`
and write your measures into it.

Wrong, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: a6-4-up
    back: pledge

Right:

    stock: a6-4up
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.nearest import find_nearest

RULE = Rule("PB402", "unknown-stock", Severity.ERROR)


def report_unknown_stock(name: str, known: tuple[str, ...], span: Span) -> Diagnostic:
    """Return the finding for a stock that is not among ``known``."""
    near = find_nearest(name, known)
    help = f"did you mean `{near}`?" if near else f"use one of {', '.join(known)}"
    return RULE.found(f"no stock is called `{name}`", span, help=help)
