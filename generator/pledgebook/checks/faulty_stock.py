"""The measures of a stock cannot be right.

The cards of a stock must lie within its page and not on each other. All measures are millimetres:
`margin` is from the corner of the page to the first card, `pitch` from one card's corner to the
next one's.

Wrong, in `theme/stocks/ours.yml`:

    title: Our own
    page: {width: 210, height: 297}
    card: {width: 100, height: 60}
    margin: {left: 5, top: 5}
    pitch: {across: 100, down: 55}
    grid: {columns: 2, rows: 4}

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: ours
    back: pledge

Right, in `theme/stocks/ours.yml`:

    title: Our own
    page: {width: 210, height: 297}
    card: {width: 100, height: 60}
    margin: {left: 5, top: 5}
    pitch: {across: 100, down: 60}
    grid: {columns: 2, rows: 4}
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.source import SourceFile

RULE = Rule("PB408", "faulty-stock", Severity.ERROR)


def report_faulty_stock(source: SourceFile, fault: str) -> Diagnostic:
    """Return the finding for a stock file whose measures are impossible."""
    return RULE.found(
        f"on this stock {fault}",
        Span.at(source.path, 1, 1),
        help="measure the sheet again, in millimetres",
    )
