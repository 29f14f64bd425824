"""What comes out of the printer, read back from the PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from pledgebook.render.cards.shelf import read_shelf
from pledgebook.render.cards.stock import Stock
from pledgebook.resources import theme_dir
from tests.cards import paper
from tests.cards.conftest import SITE, add_principles
from tests.world import World

SHELF = read_shelf((theme_dir(),))
NEAR = 0.05
"""Millimetres that a card may be off its stock."""


def _print(world: World, *arguments: str) -> Path:
    ran = world.pledgebook("cards", "-o", "out", *arguments)
    assert ran.status == 0, ran.out + ran.err
    return world.folder / "out" / "pledges.pdf"


def test_the_page_has_the_size_of_its_stock(shop: World) -> None:
    pdf = _print(shop)

    assert paper.page_sizes(pdf) == [pytest.approx((210, 297), abs=NEAR)] * 2


def test_a_card_says_what_the_handbook_says_in_reading_order(shop: World) -> None:
    front, back = paper.texts(_print(shop))

    quote = "“Better three hours too soon than a minute too late.”"
    credit = "William Shakespeare, The Merry Wives of Windsor"
    assert front == (
        f"Reliability Keep your promises What we promise, we do. {quote} {credit} The corner shop"
    )
    assert re.fullmatch(
        "My pledge · Keep your promises I will name a day for whatever I promise. "
        "Signed Date keep-promises · [0-9a-f]{7}",
        back,
    )


def test_the_version_on_a_card_changes_with_what_it_says_and_not_with_who_looks_after_it(
    shop: World,
) -> None:
    first = paper.texts(_print(shop))[1]
    shop.change("principles/keep-promises.yml", "owner: Service lead", "owner: Somebody else")
    same = paper.texts(_print(shop))[1]
    shop.change("principles/keep-promises.yml", "promise: What we promise", "promise: What we say")
    other = paper.texts(_print(shop))[1]

    assert first == same
    assert first != other


def test_every_code_leads_to_the_page_of_its_card_and_lies_behind_it(shop: World) -> None:
    add_principles(shop, 4)
    pdf = _print(shop)

    codes = paper.scan(pdf, 1)

    assert set(codes) == {f"{SITE}principles/keep-promises/"} | {
        f"{SITE}principles/promise-{n}/" for n in (2, 3, 4)
    }
    order = {url: number for number, url in enumerate(sorted(codes))}
    for url, (x, y) in codes.items():
        column, row = order[url] % 2, order[url] // 2
        # Turned over the long edge, the left column of the front is the right one of the back.
        assert (x > 105) == (column == 0)
        assert (y > 148.5) == (row == 1)


def test_cards_stand_at_the_pitch_of_their_stock(shop: World) -> None:
    add_principles(shop, 10)
    pdf = _print(shop, "--stock", "c32011")

    heads = paper.words_at(pdf, 0, "Reliability")

    stock = SHELF.stocks["c32011"]
    first_x, first_y = heads[0]
    assert len(heads) == 10
    wanted = {
        (column * stock.pitch.across, row * stock.pitch.down)
        for row in range(5)
        for column in range(2)
    }
    for x, y in heads:
        assert any(
            abs(x - first_x - across) <= NEAR and abs(y - first_y - down) <= NEAR
            for across, down in wanted
        )


@pytest.mark.parametrize("name", ["5371", "5389", "l7414", "a7-8up", "5305"])
def test_the_outline_proof_lies_on_the_cards_of_the_stock(shop: World, name: str) -> None:
    ran = shop.pledgebook("cards", "-o", "out", "--proof", "--stock", name)

    assert ran.status == 0, ran.err
    stock: Stock = SHELF.stocks[name]
    boxes = paper.outlines(shop.folder / "out" / f"proof-{name}.pdf", 0)
    assert len(boxes) == stock.per_sheet
    for number, box in enumerate(boxes):
        row, column = divmod(number, stock.grid.columns)
        assert box.x == pytest.approx(stock.margin.left + column * stock.pitch.across, abs=NEAR)
        assert box.y == pytest.approx(stock.margin.top + row * stock.pitch.down, abs=NEAR)
        assert box.width == pytest.approx(stock.card.width, abs=NEAR)
        assert box.height == pytest.approx(stock.card.height, abs=NEAR)


def test_all_fonts_are_ours_and_in_the_file(shop: World) -> None:
    found = paper.fonts(_print(shop))

    assert set(found.values()) == {True}
    assert {name.partition("-")[0] for name in found} == {"Literata", "Commissioner"}


def test_the_printer_is_told_not_to_scale_and_how_to_turn(shop: World) -> None:
    said = {}
    for sides in ("long-edge", "short-edge", "one"):
        with pikepdf.open(_print(shop, "--sides", sides)) as pdf:
            viewer = pdf.Root.ViewerPreferences
            said[sides] = (str(viewer.PrintScaling), str(viewer.Duplex))

    assert said == {
        "long-edge": ("/None", "/DuplexFlipLongEdge"),
        "short-edge": ("/None", "/DuplexFlipShortEdge"),
        "one": ("/None", "/Simplex"),
    }


def test_office_cards_say_they_are_archival_and_accessible(shop: World) -> None:
    with pikepdf.open(_print(shop)) as pdf:
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en"

    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_same_handbook_makes_the_same_file(shop: World) -> None:
    first = _print(shop).read_bytes()

    assert _print(shop).read_bytes() == first


def test_a_print_shop_gets_boxes_and_black_in_one_ink(shop: World) -> None:
    _print(shop, "--profile", "press", "--stock", "5371")

    with pikepdf.open(shop.folder / "out" / "pledges.press.pdf") as pdf:
        page = pdf.pages[0]
        boxes = [[float(edge) * paper.MM for edge in box] for box in (page.mediabox, page.trimbox)]
        assert [float(edge) for edge in page.bleedbox] == [float(edge) for edge in page.mediabox]
        drawn = pikepdf.parse_content_stream(pdf.pages[1])
        inks = {
            tuple(float(part) for part in operands)
            for operands, operator in drawn
            if str(operator) in ("k", "K", "scn", "SCN") and len(operands) == 4
        }
        rgb = [operator for _, operator in drawn if str(operator) in ("rg", "RG", "g", "G")]

    assert boxes[0] == pytest.approx([0, 0, 94.9, 56.8], abs=NEAR)
    assert boxes[1] == pytest.approx([3, 3, 91.9, 53.8], abs=NEAR)
    assert (0, 0, 0, 1) in inks
    assert {ink[:3] for ink in inks} == {(0, 0, 0)}
    assert rgb == []


def test_two_passes_come_as_two_files(shop: World) -> None:
    ran = shop.pledgebook("cards", "-o", "out", "--sides", "two-pass")

    assert ran.status == 0
    made = sorted(path.name for path in (shop.folder / "out").iterdir())
    assert made == ["pledges.backs.pdf", "pledges.fronts.pdf"]


def test_pictures_come_one_a_face(shop: World) -> None:
    ran = shop.pledgebook("cards", "-o", "out", "--format", "svg")

    assert ran.status == 0
    made = sorted(path.name for path in (shop.folder / "out" / "pledges").iterdir())
    assert made == ["keep-promises.pledge.svg", "keep-promises.svg"]


@pytest.mark.parametrize("text", ["# * $ @ < > \\ _ ` ~ [x] {y} //", '#eval("1+1") #include'])
def test_text_comes_out_as_it_was_typed(shop: World, text: str) -> None:
    shop.change(
        "principles/keep-promises.yml", "promise: What we promise, we do.", f"promise: '{text}'"
    )

    assert text in paper.texts(_print(shop))[0]
