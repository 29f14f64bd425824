"""What is known to go wrong with Typst, each held off by a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgebook.render.cards.glyphs import read_characters
from pledgebook.render.cards.shelf import read_shelf
from pledgebook.render.cards.typeset import (
    OFFICE_STANDARDS,
    PRESS_STANDARDS,
    TypesettingFailed,
    open_bench,
)
from pledgebook.resources import theme_dir

FONTS = sorted((theme_dir() / "fonts").glob("*.ttf"))
HEAD = (
    '#set document(title: "T", date: datetime(year: 2026, month: 1, day: 1))\n'
    '#set text(lang: "en", font: "Literata", fallback: false)\n'
)


def _typeset(folder: Path, drawing: str, standards: tuple[str, ...]) -> bytes:
    (folder / "cards").mkdir()
    (folder / "cards" / "sheet.typ").write_text(drawing, encoding="utf-8")
    (folder / "fonts").symlink_to(theme_dir() / "fonts")
    with open_bench((folder,)) as bench:
        return bench.make_pdf({}, standards)


@pytest.mark.parametrize("standards", [OFFICE_STANDARDS, PRESS_STANDARDS])
def test_a_missing_glyph_is_refused(tmp_path: Path, standards: tuple[str, ...]) -> None:
    with pytest.raises(TypesettingFailed, match="could not be displayed"):
        _typeset(tmp_path, f"{HEAD}漢", standards)


def test_an_unknown_font_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypesettingFailed, match="unknown font family"):
        _typeset(tmp_path, f'{HEAD}#text(font: ("Litterata", "Literata"), [a])', OFFICE_STANDARDS)


def test_fonts_of_the_computer_are_not_used(tmp_path: Path) -> None:
    with pytest.raises(TypesettingFailed, match="unknown font family"):
        _typeset(tmp_path, f'{HEAD}#text(font: "DejaVu Sans Mono")[a]', OFFICE_STANDARDS)


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.name)
def test_the_fonts_have_latin_greek_and_cyrillic(font: Path) -> None:
    wanted = "AZaz09 äöüßéèñøåœ łžčđőșțğ ΑΩαωάέήίόύώς АЯаяёїєґў “”‘’–—…·€№«»†"

    assert {c for c in wanted if ord(c) not in read_characters(font)} == set()


def test_every_weight_the_layouts_use_is_a_font_of_its_own() -> None:
    assert [path.name for path in FONTS] == [
        "Commissioner-Regular.ttf",
        "Commissioner-SemiBold.ttf",
        "Literata-Regular.ttf",
        "Literata-SemiBold.ttf",
    ]
    for drawing in (theme_dir() / "cards").rglob("*.typ"):
        text = drawing.read_text(encoding="utf-8")
        assert not [word for word in ("weight: 700", "bold", "italic") if word in text]


def test_no_drawing_clips_or_fetches_anything() -> None:
    for drawing in (theme_dir() / "cards").rglob("*.typ"):
        text = drawing.read_text(encoding="utf-8")
        assert "clip:" not in text
        assert "@preview" not in text


def test_every_layout_says_its_least_sizes() -> None:
    for name, layout in read_shelf((theme_dir(),)).layouts.items():
        for size in layout.sizes.values():
            assert 6 <= size.least <= size.size, name
