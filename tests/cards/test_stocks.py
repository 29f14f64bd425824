"""Every stock that ships: its figures are possible, and each says where it comes from."""

from __future__ import annotations

import pytest

from pledgebook.render.cards.shelf import read_shelf
from pledgebook.resources import theme_dir

SHELF = read_shelf((theme_dir(),))


def test_the_theme_has_nothing_wrong() -> None:
    assert SHELF.diagnostics == ()
    assert SHELF.fetches == ()


@pytest.mark.parametrize("name", sorted(SHELF.stocks))
def test_every_figure_says_where_it_comes_from_and_how_sure_it_is(name: str) -> None:
    stock = SHELF.stocks[name]

    assert stock.fault == ""
    for figure in ("page", "card", "margin", "pitch", "grid"):
        assert getattr(stock.figures, figure).sources
    assert (stock.figures.fold is None) == (stock.fold is None)


def test_where_sources_disagree_the_stock_says_so_and_what_to_do() -> None:
    uncertain = {name for name, stock in SHELF.stocks.items() if stock.is_uncertain}

    assert uncertain == {"5389"}
    assert "outline proof" in (SHELF.stocks["5389"].note or "")


def test_one_sheet_goes_by_all_its_numbers() -> None:
    assert SHELF.stocks["8371"] is SHELF.stocks["5371"]
    assert SHELF.stocks["5881"] is SHELF.stocks["8373"]
    assert SHELF.stocks["c9312"] is SHELF.stocks["c32015"]
