"""A deck asks of its layout or stock what it cannot do.

A layout shows certain kinds of item, offers certain backs, and is made for cards of a certain size.
A front and its back can share a fold only where cards touch. The finding says what this layout or
stock can do instead.

Wrong, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: a6-4up
    back: questions

Right:

    back: pledge
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB410", "unsuited-deck", Severity.ERROR)


def report_wrong_kind_of_card(
    item: str, kind: str, layout: str, kinds: tuple[str, ...], span: Span
) -> Diagnostic:
    """Return the finding for an item that the layout cannot show."""
    return RULE.found(
        f"`{item}` is a {kind}, and the layout `{layout}` shows a {' or a '.join(kinds)}",
        span,
        help="take it off the deck, or choose another layout",
    )


def report_unknown_back(back: str, layout: str, backs: tuple[str, ...], span: Span) -> Diagnostic:
    """Return the finding for a back that the layout does not offer."""
    offered = " or ".join(f"`back: {name}`" for name in (*backs, "none"))
    return RULE.found(f"the layout `{layout}` has no back `{back}`", span, help=f"use {offered}")


def report_too_small(layout: str, needs: str, has: str, span: Span) -> Diagnostic:
    """Return the finding for a stock whose cards are smaller than the layout allows."""
    return RULE.found(
        f"the layout `{layout}` needs a card of {needs} mm, and this stock has {has} mm",
        span,
        help="choose a stock with larger cards, or another layout",
    )


def report_no_fold(span: Span) -> Diagnostic:
    """Return the finding for a stock on which front and back cannot share a fold."""
    return RULE.found(
        "on this stock the cards do not touch, so a front and its back cannot share a fold",
        span,
        help="use another value for `sides`, or a stock whose cards touch, such as a7-8up",
    )
