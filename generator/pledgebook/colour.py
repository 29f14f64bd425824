"""Colours that can be read.

Contrast is the ratio of WCAG 2.2 (success criterion 1.4.3); text needs at least 4.5.
"""

from __future__ import annotations

import colorsys

TEXT_CONTRAST = 4.5
LIGHT_PAPER = "#fbfaf7"
DARK_PAPER = "#15191b"

Rgb = tuple[float, float, float]


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


def readable_on(colour: str, paper: str) -> str:
    """Return the colour nearest in lightness to ``colour`` that can be read on ``paper``."""
    if contrast(colour, paper) >= TEXT_CONTRAST:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parse(colour))
    direction = -1 if _luminance(_parse(paper)) > 0.18 else 1
    for step in range(1, 101):
        shade = min(1.0, max(0.0, lightness + direction * step / 100))
        candidate = _format(colorsys.hls_to_rgb(hue, shade, saturation))
        if contrast(candidate, paper) >= TEXT_CONTRAST:
            return candidate
    return "#000000" if direction < 0 else "#ffffff"


def ink_on(colour: str) -> str:
    """Return black-ish or white, whichever reads better on ``colour``."""
    return max(("#ffffff", "#14201e"), key=lambda ink: contrast(ink, colour))


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
