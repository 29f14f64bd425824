"""Imposition: which card goes where, in mm."""

from __future__ import annotations

import pytest

from pledgebook.render.cards.sheet import (
    Shift,
    deal,
    folds_well,
    impose,
    impose_for_press,
    shift_sheet,
)
from pledgebook.render.cards.shelf import read_shelf
from pledgebook.render.cards.stock import Stock
from pledgebook.resources import theme_dir

SHELF = read_shelf((theme_dir(),))
BUSINESS = SHELF.stocks["c32015"]
"""A4, 85 × 54, margin 17 and 31.5, pitch 91 and 60, 2 × 4; not the same left and right of it."""


def _places(stock: Stock, sides: str, back: str | None = "pledge") -> list[dict[int, tuple]]:  # type: ignore[type-arg]
    sheets = impose(stock.per_sheet, stock, sides, back)  # type: ignore[arg-type]
    return [{s.card: (s.x, s.y, s.turned) for s in sheet.slots} for sheet in sheets]


def test_cards_go_row_by_row() -> None:
    (front,) = impose(3, BUSINESS, "one", None)

    assert [(slot.card, slot.x, slot.y) for slot in front.slots] == [
        (0, 17, 31.5),
        (1, 108, 31.5),
        (2, 17, 91.5),
    ]


@pytest.mark.parametrize("name", sorted(SHELF.stocks))
def test_turned_over_the_long_edge_a_back_lies_behind_its_front(name: str) -> None:
    stock = SHELF.stocks[name].model_copy(update={"fold": None})
    front, back = _places(stock, "long-edge")

    for card, (x, y, _) in front.items():
        behind = (stock.page.width - x - stock.card.width, y, False)
        assert back[card] == pytest.approx(behind)


@pytest.mark.parametrize("name", sorted(SHELF.stocks))
def test_turned_over_the_short_edge_a_back_stands_on_its_head_behind_its_front(name: str) -> None:
    stock = SHELF.stocks[name].model_copy(update={"fold": None})
    front, back = _places(stock, "short-edge")

    for card, (x, y, _) in front.items():
        behind = (x, stock.page.height - y - stock.card.height, True)
        assert back[card] == pytest.approx(behind)


def test_two_passes_put_the_backs_where_the_long_edge_does() -> None:
    assert _places(BUSINESS, "two-pass") == _places(BUSINESS, "long-edge")


def test_a_last_sheet_that_is_not_full_has_its_backs_behind_its_fronts() -> None:
    sheets = impose(9, BUSINESS, "long-edge", "pledge")

    assert len(sheets) == 4
    assert [(s.card, s.x, s.y) for s in sheets[2].slots] == [(8, 17, 31.5)]
    assert [(s.card, s.x, s.y) for s in sheets[3].slots] == [(8, 210 - 17 - 85, 31.5)]


def test_a_sheet_already_begun_is_used_up() -> None:
    sheets = impose(3, BUSINESS, "one", None, start=7)

    assert [(s.card, s.x, s.y) for s in sheets[0].slots] == [(0, 17, 211.5), (1, 108, 211.5)]
    assert [(s.card, s.x, s.y) for s in sheets[1].slots] == [(2, 17, 31.5)]


def test_cut_piles_laid_on_each_other_are_in_order() -> None:
    sheets = deal(10, 4, stacked=True)
    piles = [[sheet[cell] for sheet in sheets if cell in sheet] for cell in range(4)]

    assert [card for pile in piles for card in pile] == list(range(10))


def test_every_card_is_dealt_once() -> None:
    for start in (1, 3, 4):
        for stacked in (False, True):
            dealt = [
                card for sheet in deal(11, 4, start, stacked=stacked) for card in sheet.values()
            ]
            assert sorted(dealt) == list(range(11))


def test_a_tent_card_has_its_back_on_its_head_above_the_fold() -> None:
    stock = SHELF.stocks["5305"]
    (sheet,) = impose(1, stock, "long-edge", "again")
    front, back = sheet.slots

    assert (front.face, front.x, front.y, front.turned) == ("front", 0, 12.7 + 63.5, False)
    assert (back.face, back.x, back.turned) == ("again", 0, True)
    assert back.y == pytest.approx(12.7)


def test_folded_cards_share_an_edge() -> None:
    stock = SHELF.stocks["a7-8up"]
    (sheet,) = impose(4, stock, "fold", "pledge")

    fronts = {s.card: s for s in sheet.slots if s.face == "front"}
    for back in (s for s in sheet.slots if s.face == "pledge"):
        front = fronts[back.card]
        assert back.turned
        assert (back.x, back.y + stock.card.height) == (front.x, front.y)
    assert not folds_well(BUSINESS)


def test_a_print_shop_gets_a_page_a_face_with_bleed() -> None:
    pages = impose_for_press(2, 85, 54, ("front", "pledge"))

    assert [(p.width, p.height, p.slots[0].card, p.slots[0].face) for p in pages] == [
        (91, 60, 0, "front"),
        (91, 60, 0, "pledge"),
        (91, 60, 1, "front"),
        (91, 60, 1, "pledge"),
    ]
    assert {(p.slots[0].x, p.slots[0].y) for p in pages} == {(3, 3)}


def test_a_printer_that_misses_is_made_up_for() -> None:
    (sheet,) = impose(1, BUSINESS, "one", None)

    moved = shift_sheet(sheet, Shift(right=1, down=-2)).slots[0]
    grown = shift_sheet(sheet, Shift(scale=1.01)).slots[0]

    assert (moved.x, moved.y) == pytest.approx((18, 29.5))
    assert (grown.x, grown.y) == pytest.approx((105 - 88 * 1.01, 148.5 - 117 * 1.01))


def test_crop_marks_stand_off_the_cards_and_ticks_at_the_edge() -> None:
    crop = impose(1, SHELF.stocks["85x55-10up"], "one", None)[0].marks
    ticks = impose(1, SHELF.stocks["a6-4up"], "one", None)[0].marks

    assert (20, 6.5, 20, 9.5) in crop
    assert (15.5, 11, 18.5, 11) in crop
    assert set(ticks) == {
        (105, 0, 105, 3),
        (105, 294, 105, 297),
        (0, 148.5, 3, 148.5),
        (207, 148.5, 210, 148.5),
    }
