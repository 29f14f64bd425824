"""Colours that can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.colour import (
    DARK_PAPER,
    LIGHT_PAPER,
    TEXT_CONTRAST,
    contrast,
    ink_on,
    readable_on,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@given(COLOURS)
def test_every_colour_has_a_shade_that_can_be_read_on_both_papers(colour: str) -> None:
    for paper in (LIGHT_PAPER, DARK_PAPER):
        assert contrast(readable_on(colour, paper), paper) >= TEXT_CONTRAST


@given(COLOURS)
def test_a_colour_that_can_be_read_is_left_alone(colour: str) -> None:
    if contrast(colour, LIGHT_PAPER) >= TEXT_CONTRAST:
        assert readable_on(colour, LIGHT_PAPER) == colour


@given(COLOURS)
def test_text_on_a_brand_colour_can_be_read(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 4.0
