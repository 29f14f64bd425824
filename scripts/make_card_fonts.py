"""Make the fonts of the cards from the variable fonts of the site. Run by hand when those change.

Typst takes static fonts only, and no synthetic weights, so each weight the layouts use becomes a
file of its own in ``theme/fonts/``. The site's fonts come in parts by script; a card may mix them,
so the parts are put together again. Needs ``fonttools`` and ``brotli`` (the extra ``dev``).
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

THEME = Path(__file__).resolve().parents[1] / "theme"
SCRIPTS = ("latin", "latin-ext", "greek", "cyrillic")
WEIGHTS = {"Literata": (400, 600), "Commissioner": (400, 600)}
STYLES = {400: "Regular", 600: "SemiBold"}


def make(family: str, weight: int) -> None:
    """Write one weight of one family."""
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for script in SCRIPTS:
            path = THEME / "assets" / "fonts" / f"{family.lower()}-{script}-wght-normal.woff2"
            font = instancer.instantiateVariableFont(TTFont(path), {"wght": weight})
            font.flavor = None
            part = Path(folder) / f"{script}.ttf"
            font.save(part)
            parts.append(str(part))
        merged = Merger().merge(parts)
    _name(merged, family, weight)
    merged["head"].modified = merged["head"].created
    merged.recalcTimestamp = False
    target = THEME / "fonts" / f"{family}-{STYLES[weight]}.ttf"
    target.parent.mkdir(exist_ok=True)
    merged.save(target)
    print(f"{target.name}: {len(merged.getBestCmap())} characters, {target.stat().st_size} bytes")


def _name(font: TTFont, family: str, weight: int) -> None:
    style = STYLES[weight]
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    regular = weight == 400
    texts = {
        1: family if regular else f"{family} {style}",
        2: "Regular",
        3: f"{family}-{style}",
        4: f"{family} {style}",
        6: f"{family}-{style}",
        16: family,
        17: style,
    }
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    for family, weights in WEIGHTS.items():
        for weight in weights:
            make(family, weight)
