"""Colours that can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.colour import (
    DARK,
    LIGHT,
    TEXT_CONTRAST,
    contrast,
    find_readable,
    ink_on,
    is_readable,
    mix,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_a_mixed_colour_lies_between_the_two() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#123456", "#ffffff", 0) == "#ffffff"


@given(COLOURS)
def test_every_colour_has_a_shade_that_can_be_read_wherever_it_is_used(colour: str) -> None:
    for scheme in (LIGHT, DARK):
        accent = find_readable(colour, scheme)
        for surface in scheme.surfaces(accent):
            assert contrast(accent, surface) >= TEXT_CONTRAST
        assert contrast(ink_on(accent), accent) >= TEXT_CONTRAST


@given(COLOURS)
def test_a_colour_that_can_be_read_is_left_alone(colour: str) -> None:
    for scheme in (LIGHT, DARK):
        if is_readable(colour, scheme):
            assert find_readable(colour, scheme) == colour
