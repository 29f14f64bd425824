"""A deck prints a quote that is not verified.

Cards are kept, signed and passed on, so what they say somebody said must be so. Only a quote with
`provenance: verified` goes on a card: somebody has read the passage in the work itself. Take the
quote off the deck, or find the passage and say where it stands.

With, in `principles/quotes/better-late.yml`:

    title: Better late
    text: Better late than never.
    provenance: unverified
    principles: [keep-promises]

Wrong, in `principles/decks/quotes.yml`:

    title: Quotes
    cards: [better-early, better-late]
    layout: quote-card
    stock: a7-8up
    back: none

Right:

    title: Quotes
    cards: [better-early]
    layout: quote-card
    stock: a7-8up
    back: none
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span

RULE = Rule("PB406", "unprintable-quote", Severity.ERROR)


def report_unprintable_quote(
    quote: str, provenance: str, span: Span, quote_span: Span
) -> Diagnostic:
    """Return the finding for a ``quote`` whose provenance does not allow it on a card."""
    return RULE.found(
        f"the quote `{quote}` is {provenance}, and only a verified quote goes on a card",
        span,
        help="take it off the deck, or verify it and change its `provenance`",
        related=(Related(quote_span, "its provenance"),),
    )
