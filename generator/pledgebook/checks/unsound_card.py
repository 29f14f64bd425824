"""A card carries a quote that nobody has verified.

Cards are printed, signed and pinned to walls, where no badge explains that the words may be
somebody else's. So only a quote whose `provenance` is `verified` goes on a card. `pledgebook`
cannot take a card back.

Find the place and call the quote `verified`, or take it off the deck.

With, in `principles/decks/wall.yml`:

    title: For the wall
    cards: [better-early]
    layout: quote-card
    stock: a7-8up

Wrong, in `principles/quotes/better-early.yml`:

    provenance: attributed

Right:

    provenance: verified
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span
from pledgebook.kinds.deck import Deck, Selection
from pledgebook.kinds.quote import PROVENANCE_MEANING, Quote
from pledgebook.model import Entry, Handbook

RULE = Rule("PB306", "unsound-card", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every quote on a card of a published deck that is not verified."""
    for deck in handbook.of_kind("deck"):
        if deck.item.status != "published" or not isinstance(deck.item, Deck):
            continue
        for quote, span in _cards(handbook, deck, deck.item):
            if isinstance(quote.item, Quote) and quote.item.provenance != "verified":
                yield _report(quote, quote.item, span)


def _cards(handbook: Handbook, entry: Entry, deck: Deck) -> Iterator[tuple[Entry, Span]]:
    if not isinstance(deck.cards, Selection):
        for position, card in enumerate(deck.cards):
            target = handbook.find(card)
            if target is not None:
                yield target, entry.tree.value_span(("cards", position))
    elif deck.cards.kind == "quote":
        for quote in handbook.of_kind("quote"):
            if quote.item.status == "published":
                yield quote, entry.tree.value_span(("cards", "kind"))


def _report(entry: Entry, quote: Quote, span: Span) -> Diagnostic:
    badge = PROVENANCE_MEANING[quote.provenance][0].lower()
    return RULE.found(
        f"the quote `{entry.id}` goes on a card, but its provenance is “{badge}”",
        span,
        help="take it off the deck, or find the place and set `provenance: verified`",
        related=(Related(entry.tree.value_span(("provenance",)), f"“{entry.title}”"),),
    )
