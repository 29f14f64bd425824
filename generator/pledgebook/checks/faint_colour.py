"""The organisation's colour is too faint, or too dark, to be read as text.

The colour of `brand` in `handbook.yml` is used for links, headings and buttons. Text needs a
contrast of at least 4.5 to 1 against what it stands on (WCAG 2.2, level AA), or many people cannot
read it. The site uses the nearest colour that can be read, so nothing is broken; write that colour,
or another that passes, if you would rather choose it yourself. For the dark scheme the site finds
a lighter shade in any case.

Wrong, in `principles/handbook.yml`:

    brand:
      colour: "#f2c14e"

Right:

    brand:
      colour: "#8b640a"
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.colour import LIGHT, contrast, find_readable
from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook

RULE = Rule("PB330", "faint-colour", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield a finding if the brand's colour cannot be read on the page."""
    colour = handbook.settings.brand.colour
    nearest = find_readable(colour, LIGHT)
    if nearest == colour:
        return
    least = min(contrast(colour, surface) for surface in LIGHT.surfaces(colour))
    yield RULE.found(
        f"the colour {colour} cannot be read on the page: its contrast is {least:.1f}, "
        "and text needs 4.5",
        handbook.settings_tree.value_span(("brand", "colour")),
        help=f'write "{nearest}", the nearest that can be read; the site uses it until then',
    )
