"""A text does not fit on its card.

The text was made as small as the layout allows, and there is still too much of it. Nothing is ever
cut off or made too small to read, so the cards are not printed. Shorten the text, or give the deck
a stock with larger cards.

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: 8371
    back: pledge

Wrong, in `principles/keep-promises.yml`:

    promise: >-
      Undertakings notwithstanding circumstances, professionals unfailingly communicate beforehand,
      comprehensively, compassionately, straightforwardly, whatever complications materialise.
    title: Undertakings notwithstanding complications and considerable uncertainties everywhere

Right: say it in shorter words, or give the deck a larger stock, such as `stock: a6-4up`.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span

RULE = Rule("PB403", "card-too-full", Severity.ERROR)


def report_too_full(field: str, size: str, deck: str, span: Span, deck_span: Span) -> Diagnostic:
    """Return the finding for a ``field`` that has no room on a card of ``size``."""
    return RULE.found(
        f"`{field}` does not fit on a card of {size} mm",
        span,
        help="shorten it, or give the deck a stock with larger cards",
        related=(Related(deck_span, f"the deck `{deck}` prints it"),),
    )
