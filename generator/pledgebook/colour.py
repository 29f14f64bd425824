"""Colours that can be read.

Contrast is the ratio of WCAG 2.2 (success criterion 1.4.3); text needs at least 4.5.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

TEXT_CONTRAST = 4.5

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The surfaces that text and the accent colour stand on, as "#rrggbb".

    ``tint`` is how much of the accent is mixed into the paper for a tinted panel, from 0 to 1.
    """

    paper: str
    panel: str
    raised: str
    tint: float

    def surfaces(self, accent: str) -> tuple[str, ...]:
        """Return every surface the accent colour is read on."""
        return self.paper, self.panel, self.raised, mix(accent, self.paper, self.tint)


LIGHT = Scheme(paper="#fbfaf7", panel="#f3f1ea", raised="#ffffff", tint=0.08)
PRINT = Scheme(paper="#ffffff", panel="#ffffff", raised="#ffffff", tint=0.0)
"""Cards: white paper and nothing else."""
DARK = Scheme(paper="#15191b", panel="#1c2124", raised="#1f2528", tint=0.12)


def _parse(colour: str) -> Rgb:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _format(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as "#1f5f5b", from 1 to 21."""
    light, dark = sorted((_luminance(_parse(one)), _luminance(_parse(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, into: str, share: float) -> str:
    """Return ``into`` with ``share`` of ``colour`` in it."""
    pairs = zip(_parse(colour), _parse(into), strict=True)
    red, green, blue = (one * share + other * (1 - share) for one, other in pairs)
    return _format((red, green, blue))


def ink_on(colour: str) -> str:
    """Return black-ish or white, whichever reads better on ``colour``."""
    return max(("#ffffff", "#0b1110"), key=lambda ink: contrast(ink, colour))


def is_readable(accent: str, scheme: Scheme) -> bool:
    """Return whether an accent can be read on every surface, and text on the accent."""
    surfaces = (*scheme.surfaces(accent), ink_on(accent))
    return all(contrast(accent, surface) >= TEXT_CONTRAST for surface in surfaces)


def find_readable(colour: str, scheme: Scheme) -> str:
    """Return the colour nearest in lightness to ``colour`` that is readable in a scheme."""
    if is_readable(colour, scheme):
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parse(colour))
    for step in range(1, 201):
        for shade in (lightness - step / 200, lightness + step / 200):
            candidate = _format(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, shade)), saturation))
            if is_readable(candidate, scheme):
                return candidate
    return ink_on(scheme.paper)


def separate(colour: str) -> tuple[float, float, float, float]:
    """Return a colour as shares of cyan, magenta, yellow and black ink, in percent.

    A plain conversion, with as much black as there can be; a print shop that knows the paper may
    do better.
    """
    red, green, blue = _parse(colour)
    black = 1 - max(red, green, blue)
    if black >= 1:
        return (0, 0, 0, 100)
    cyan, magenta, yellow = ((1 - part - black) / (1 - black) for part in (red, green, blue))
    return tuple(round(100 * part, 1) for part in (cyan, magenta, yellow, black))  # type: ignore[return-value]
