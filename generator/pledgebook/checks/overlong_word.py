"""A word is wider than the card it is printed on.

Cards do not divide words: a hyphen in a promise looks like an accident. A word that does not fit on
a line, at the smallest size the layout allows, needs another word, a hyphen of its own, or a stock
with larger cards.

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: 8371
    back: pledge

Wrong, in `principles/keep-promises.yml`:

    promise: No Kundenzufriedenheitsverbesserungsmassnahmenbeauftragte needed.

Right: use a shorter word, or put hyphens in.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span

RULE = Rule("PB404", "overlong-word", Severity.ERROR)


_SHOWN = 30


def report_overlong_word(
    word: str, size: str, deck: str, span: Span, deck_span: Span
) -> Diagnostic:
    """Return the finding for a ``word`` that is wider than a card of ``size``."""
    shown = word if len(word) <= _SHOWN else f"{word[: _SHOWN - 1]}…"
    return RULE.found(
        f"the word “{shown}” is wider than a card of {size} mm",
        span,
        help="use a shorter word, divide it with a hyphen, or take a stock with larger cards",
        related=(Related(deck_span, f"the deck `{deck}` prints it"),),
    )
