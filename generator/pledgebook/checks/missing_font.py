"""`handbook.yml` names a font for the cards that is not there.

Cards are printed with the fonts of the theme and with those in the folder `theme/fonts/` beside
your `mkdocs.yml`, never with fonts that happen to be on one computer. A font is named by its
family, such as Noto Sans Arabic, and not by its file.

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: a6-4up
    back: pledge

Wrong, in `principles/handbook.yml`:

    cards:
      fonts: [Noto Sanns Arabic]

Right: name the family as it is written in the font, and put its file into `theme/fonts/`.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.nearest import find_nearest

RULE = Rule("PB409", "missing-font", Severity.ERROR)


def report_missing_font(name: str, known: tuple[str, ...], span: Span) -> Diagnostic:
    """Return the finding for a font family that is not among ``known``."""
    near = find_nearest(name, known)
    put = "put its .ttf or .otf file into theme/fonts/ beside mkdocs.yml"
    help = f"did you mean `{near}`?" if near else put
    return RULE.found(f"there is no font called `{name}` for the cards", span, help=help)
