"""The organisation's colour as a style sheet."""

from __future__ import annotations

from pledgebook.colour import DARK, LIGHT, Scheme, find_readable, ink_on, mix
from pledgebook.settings import Brand


def render_brand(brand: Brand) -> str:
    """Return CSS variables for both colour schemes, made readable where the colour is not."""
    return "".join(
        f"{selector}{{{_render_scheme(brand.colour, scheme)}}}\n"
        for selector, scheme in (
            (':root,[data-md-color-scheme="default"]', LIGHT),
            ('[data-md-color-scheme="slate"]', DARK),
        )
    )


def _render_scheme(colour: str, scheme: Scheme) -> str:
    accent = find_readable(colour, scheme)
    variables = {
        "paper": scheme.paper,
        "panel": scheme.panel,
        "raised": scheme.raised,
        "tint": mix(accent, scheme.paper, scheme.tint),
        "accent": accent,
        "on-accent": ink_on(accent),
    }
    return ";".join(f"--pb-{name}:{value}" for name, value in variables.items())
