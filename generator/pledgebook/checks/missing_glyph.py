"""A card has a character that none of its fonts can show.

The fonts that come with Pledgebook have Latin, Greek and Cyrillic letters. For other scripts put a
font file into `theme/fonts/` beside your `mkdocs.yml` and name its family in `handbook.yml`:

    cards:
      fonts: [Noto Sans Arabic]

An emoji or another sign that was pasted in by accident is best taken out.

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: a6-4up
    back: pledge

Wrong, in `principles/keep-promises.yml`:

    promise: What we promise, we do 👍

Right:

    promise: What we promise, we do.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span

RULE = Rule("PB405", "missing-glyph", Severity.ERROR)


def report_missing_glyph(
    character: str, field: str, deck: str, span: Span, deck_span: Span
) -> Diagnostic:
    """Return the finding for a ``character`` that cannot be printed."""
    return RULE.found(
        f"`{field}` has the character “{character}” (U+{ord(character):04X}), "
        "and no font of the cards can show it",
        span,
        help="take it out, or name a font that has it under `cards: fonts:` in handbook.yml",
        related=(Related(deck_span, f"the deck `{deck}` prints it"),),
    )
