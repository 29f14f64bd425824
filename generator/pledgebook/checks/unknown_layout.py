"""A deck names a layout that does not exist.

A layout is a folder in `theme/cards/`: those that come with Pledgebook, and those in the `theme/`
folder beside your `mkdocs.yml`. A deck's `layout` is the name of one of these folders.

Wrong, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-plegde
    stock: a6-4up
    back: pledge

Right:

    layout: principle-pledge
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.nearest import find_nearest

RULE = Rule("PB401", "unknown-layout", Severity.ERROR)


def report_unknown_layout(name: str, known: tuple[str, ...], span: Span) -> Diagnostic:
    """Return the finding for a layout that is not among ``known``."""
    near = find_nearest(name, known)
    help = f"did you mean `{near}`?" if near else f"use one of {', '.join(known)}"
    return RULE.found(f"no layout is called `{name}`", span, help=help)
