"""``pledgebook cards``, as a trainer meets it."""

from __future__ import annotations

from tests.world import World


def test_without_a_deck_all_are_made_and_named(shop: World) -> None:
    ran = shop.pledgebook("cards", "-o", "out")

    assert (ran.status, ran.out, ran.err) == (0, "out/pledges.pdf\n", "")


def test_a_slip_in_a_name_is_answered_with_the_right_one(shop: World) -> None:
    for arguments, said in (
        (("pledgse",), "There is no deck called `pledgse`. Did you mean `pledges`?"),
        (("--stock", "a6-4pu"), "There is no stock called `a6-4pu`. Did you mean `a6-4up`?"),
        (("--printer", "upstairs"), "There is no printer called `upstairs`. There is none."),
    ):
        ran = shop.pledgebook("cards", "-o", "out", *arguments)

        assert ran.status == 2
        assert said in ran.err
        assert not (shop.folder / "out").exists()


def test_a_card_that_does_not_fit_stops_the_print(shop: World) -> None:
    pledge = "I will " + "conscientiously " * 28
    shop.change(
        "principles/keep-promises.yml",
        "pledge: I will name a day for whatever I promise.",
        f"pledge: {pledge}",
    )

    ran = shop.pledgebook("cards", "-o", "out", "--stock", "5371")

    assert ran.status == 1
    assert "principles/keep-promises.yml" in ran.out
    assert "error[PB403] `pledge` does not fit on a card of 88.9 × 50.8 mm" in ran.out
    assert ran.err == "No cards were made.\n"
    assert not (shop.folder / "out").exists()


def test_without_an_address_no_code_can_lead_anywhere(shop: World) -> None:
    text = shop.read("mkdocs.yml")
    shop.write("mkdocs.yml", "\n".join(x for x in text.split("\n") if "site_url" not in x))

    assert shop.pledgebook("check").status == 0
    ran = shop.pledgebook("cards", "-o", "out")

    assert ran.status == 1
    assert "site_url: https://" in ran.err


def test_an_uncertain_stock_asks_for_a_proof_first(shop: World) -> None:
    ran = shop.pledgebook("cards", "-o", "out", "--stock", "5389")

    assert ran.status == 0
    assert "Print the outline proof on plain paper first" in ran.err


def test_a_printer_of_the_handbook_moves_the_cards(shop: World) -> None:
    from tests.cards import paper

    shop.pledgebook("cards", "-o", "plain")
    book = shop.read("principles/handbook.yml")
    printers = "cards:\n  printers:\n    upstairs:\n      front: {right: -1.5, down: 0.5}\n"
    shop.write("principles/handbook.yml", book + printers)

    ran = shop.pledgebook("cards", "-o", "moved", "--printer", "upstairs")

    assert ran.status == 0, ran.err
    ((x, y),) = paper.words_at(shop.folder / "plain/pledges.pdf", 0, "Reliability")
    ((moved_x, moved_y),) = paper.words_at(shop.folder / "moved/pledges.pdf", 0, "Reliability")
    assert abs(moved_x - x + 1.5) <= 0.05
    assert abs(moved_y - y - 0.5) <= 0.05
