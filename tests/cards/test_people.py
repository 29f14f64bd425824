"""A card for each person of a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cards import paper
from tests.world import World


def _print(world: World, name: str) -> list[str]:
    ran = world.pledgebook("cards", "-o", "out", "--people", name)
    assert ran.status == 0, ran.out + ran.err
    return paper.texts(world.folder / "out" / "pledges.pdf")


def _save_table(path: Path, rows: list[list[object]]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def test_every_person_of_a_csv_gets_a_card_with_their_name(shop: World) -> None:
    shop.write("people.csv", "Name,Team\nZoë Ångström,Till\nΜαρία,Till\nОльга,Stock\n")

    fronts, backs = _print(shop, "people.csv")

    assert [name for name in ("Zoë Ångström", "Μαρία", "Ольга") if name in fronts] == [
        "Zoë Ångström",
        "Μαρία",
        "Ольга",
    ]
    assert fronts.count("Keep your promises") == 3
    assert backs.count("I will name a day") == 3


def test_every_person_of_an_excel_file_gets_a_card(shop: World) -> None:
    _save_table(shop.folder / "people.xlsx", [["name", "team"], ["Ada", "Till"], ["Grace", 7]])

    fronts = _print(shop, "people.xlsx")[0]

    assert "Ada" in fronts
    assert "Grace" in fronts


@pytest.mark.parametrize("form", ["people.csv", "people.xlsx"])
def test_a_formula_is_text(shop: World, form: str) -> None:
    formula = '=HYPERLINK("https://evil.example","x")'
    if form == "people.csv":
        shop.write(form, 'name\n"=HYPERLINK(""https://evil.example"",""x"")"\n')
    else:
        _save_table(shop.folder / form, [["name"], [formula]])

    fronts = _print(shop, form)[0]

    assert formula.replace(" ", "") in fronts.replace(" ", "")


def test_a_person_may_get_one_card_of_the_deck(shop: World) -> None:
    from tests.cards.conftest import add_principles

    add_principles(shop, 2)
    shop.write("people.csv", "name,card\nAda,promise-2\nGrace,keep-promises\n")

    fronts = _print(shop, "people.csv")[0]

    assert fronts.count("Promise 2") == 1
    assert fronts.count("Keep your promises") == 1
    assert fronts.index("Promise 2") < fronts.index("Ada") < fronts.index("Grace")


def test_names_on_a_list_are_never_on_the_site(shop: World) -> None:
    shop.write("people.csv", "name\nAda Lovelace\n")
    deck = shop.read("principles/decks/pledges.yml")
    shop.write("principles/decks/pledges.yml", deck + "people: people.csv\n")

    assert shop.pledgebook("cards", "-o", "out").status == 0
    assert shop.pledgebook("build", "-o", "site").status == 0

    assert "Ada Lovelace" in paper.texts(shop.folder / "out/pledges.pdf")[0]
    assert "Ada Lovelace" not in paper.texts(shop.folder / "site/cards/pledges.pdf")[0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"team\nTill\n", "the list has no column `name`; it has `team`"),
        (b"name\nAda\n", ""),
        (b"name,team\n,Till\n", "row 2 has no name"),
        ("name\nZoë\n".encode("latin-1"), "not saved as UTF-8"),
        ("name\nZoë\n".encode("utf-16"), "not saved as UTF-8"),
        (b"", "the list has no people"),
        (b"name\n", "the list has no people"),
        ("name\nAda 🙂\n".encode(), "no font of the cards can show it"),
        (b"name\n" + b"Ada" * 60 + b"\n", "is wider than a card"),
    ],
)
def test_a_list_with_a_fault_stops_the_print_with_its_row(
    shop: World, data: bytes, said: str
) -> None:
    (shop.folder / "people.csv").write_bytes(data)

    ran = shop.pledgebook("cards", "-o", "out", "--people", "people.csv")

    assert (ran.status == 0) is (said == "")
    assert said in " ".join(ran.out.split())
    assert (shop.folder / "out").exists() is (said == "")
