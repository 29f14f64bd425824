"""The organisation's colour as a style sheet."""

from __future__ import annotations

from pledgebook.colour import DARK_PAPER, LIGHT_PAPER, ink_on, readable_on
from pledgebook.settings import Brand


def render_brand(brand: Brand) -> str:
    """Return CSS variables for both colour schemes, made readable where the colour is not."""
    light = readable_on(brand.colour, LIGHT_PAPER)
    dark = readable_on(brand.colour, DARK_PAPER)
    return (
        f':root,[data-md-color-scheme="default"]{{--pb-paper:{LIGHT_PAPER};--pb-accent:{light};'
        f"--pb-on-accent:{ink_on(light)}}}\n"
        f'[data-md-color-scheme="slate"]{{--pb-paper:{DARK_PAPER};--pb-accent:{dark};'
        f"--pb-on-accent:{ink_on(dark)}}}\n"
    )
