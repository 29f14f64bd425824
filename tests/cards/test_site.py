"""Cards on the site: pictures for everybody, PDFs to take along."""

from __future__ import annotations

import re

import pytest

from tests.cards import paper
from tests.world import World


@pytest.fixture
def built(shop: World) -> World:
    ran = shop.pledgebook("build", "-o", "site")
    assert ran.status == 0, ran.out + ran.err
    return shop


def test_a_principle_shows_its_card_with_its_words_and_offers_the_sheets(built: World) -> None:
    page = built.read("site/principles/keep-promises/index.html")

    (picture,) = re.findall(r'<img class="pb-card__face"[^>]*>', page)
    assert 'src="../../cards/pledges/keep-promises.svg"' in picture
    assert 'alt="Keep your promises. What we promise, we do. I will name a day' in picture
    assert 'href="../../cards/pledges.pdf"' in page
    assert 'href="../../cards/pledges.short-edge.pdf"' in page


def test_what_the_pages_offer_is_there(built: World) -> None:
    for page in ("decks/index.html", "decks/pledges/index.html"):
        html = built.read(f"site/{page}")
        offered = re.findall(r'(?:href|src)="(?:\.\./)+(cards/[^"]+)"', html)
        assert offered
        for name in offered:
            assert (built.folder / "site" / name).is_file()


def test_a_picture_asks_nothing_of_anybody_and_runs_nothing(built: World) -> None:
    svg = built.read("site/cards/pledges/keep-promises.svg")

    addresses = set(re.findall(r'https?://[^"\s<]+', svg))
    names = {address for address in addresses if address.startswith("http://www.w3.org/")}
    assert addresses == names  # names of formats, which nobody asks for
    assert "<script" not in svg


def test_what_is_for_trainers_is_on_no_card_of_the_employees(shop: World) -> None:
    shop.change(
        "principles/quotes/better-early.yml", "title: Better", "audience: [trainers]\ntitle: Better"
    )
    for edition in ("employees", "trainers"):
        assert shop.pledgebook("build", "--edition", edition, "-o", edition).status == 0

    assert "three hours" not in paper.texts(shop.folder / "employees/cards/pledges.pdf")[0]
    assert "three hours" in paper.texts(shop.folder / "trainers/cards/pledges.pdf")[0]
