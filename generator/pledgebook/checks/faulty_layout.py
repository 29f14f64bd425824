"""A layout of your own theme cannot be drawn.

The drawing of a layout is its `layout.typ`. The finding repeats what the typesetter says about it,
with the line; it is meant for whoever designed the layout.

With, in `theme/cards/plain/layout.yml`:

    title: Plain
    kinds: [principle]
    backs: [pledge]
    fields: [title]
    sizes:
      title: {size: 20, least: 12}

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: plain
    stock: a6-4up
    back: none

Wrong, in `theme/cards/plain/layout.typ`:

    #let front(card, it) = text(size: 20pt, card.titel)
    #let pledge(card, it) = text(size: 12pt, card.pledge)

Right:

    #let front(card, it) = text(size: 20pt, card.title)
    #let pledge(card, it) = text(size: 12pt, card.pledge)
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB411", "faulty-layout", Severity.ERROR)


def report_faulty_layout(layout: str, said: str, span: Span) -> Diagnostic:
    """Return the finding for a layout that the typesetter refuses."""
    return RULE.found(
        f"the layout `{layout}` cannot be drawn: {said}",
        span,
        help=f"whoever designed theme/cards/{layout}/ can mend it",
    )
