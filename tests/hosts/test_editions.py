"""The right people see it: what is for trainers is nowhere in what employees get.

A canary, a word that stands nowhere else, is put into every field of every kind. Which fields there
are is read from the models, so a field that somebody adds tomorrow is looked for as well.
"""

from __future__ import annotations

import datetime
import types
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pikepdf
import pytest
import yaml
from pydantic import BaseModel

from pledgebook.kinds import Item, Kind, all_kinds
from pledgebook.kinds.fields import Ref, Term
from pledgebook.kinds.marks import restricted_fields
from tests.cards.paper import texts
from tests.world import World

TERMS = {
    "dimensions": "reliability",
    "trades": "shop",
    "roles": "front-line",
    "audiences": "trainers",
}
TARGETS = {"principle": "keep-promises", "source": "old-book", "scenario": "late-delivery"}
PLAIN = {"language": "la", "layout": "principle-pledge", "stock": "a6-4up", "people": "people.csv"}
"""Fields that take a code or a name of ours, where no words can stand."""


class Filler:
    """Fills every field of a model with canaries, and remembers where each was put."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.planted: dict[str, str] = {}

    def fill(self, model: type[BaseModel], where: str = "") -> dict[str, Any]:
        hints = get_type_hints(model, include_extras=True)
        skipped = {"status", "audience", "aliases", "replaced_by"} if not where else set()
        return {
            name: self._value(name, hints[name], f"{where}.{name}" if where else name)
            for name in model.model_fields
            if name not in skipped
        }

    def _word(self, name: str, where: str) -> str:
        if name in PLAIN:
            return PLAIN[name]
        canary = f"canary{self.prefix}{len(self.planted)}x"
        self.planted[canary] = where
        if name == "pledge":
            return f"I will {canary}."
        return f"https://{canary}.example/" if name.endswith("url") else canary

    def _value(self, name: str, hint: Any, where: str) -> Any:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            for mark in arguments[1:]:
                if isinstance(mark, Ref):
                    return TARGETS[mark.kinds[0] if mark.kinds else "principle"]
                if isinstance(mark, Term):
                    return TERMS[mark.vocabulary]
            return self._value(name, arguments[0], where)
        if origin in (Union, types.UnionType):
            return self._value(name, arguments[0], where)
        if origin is Literal:
            return arguments[0]
        if origin is tuple:
            count = 3 if name in ("debrief", "do", "options") else 1
            return [self._value(name, arguments[0], f"{where}.{n}") for n in range(count)]
        if origin is dict:
            key = self._value(name, arguments[0], where)
            return {key: self._value(name, arguments[1], where)}
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self.fill(hint, where)
        simple = {str: None, int: 5, bool: False, datetime.date: datetime.date(2026, 11, 1)}
        value = simple[hint]
        return self._word(name, where) if hint is str else value


def _item(kind: Kind, filler: Filler) -> dict[str, Any]:
    """An item of a kind with every field filled; figures that must agree do."""
    item = filler.fill(kind.model)
    if kind.name == "session":
        item["steps"][0]["minutes"] = item["minutes"]
    return item


def _world_with_editions(world: World) -> World:
    world.change("principles/handbook.yml", "  trainers: Trainers\n", "  trainers: T\n  hr: HR\n")
    world.write("people.csv", "name\nWhoever has the card\n")
    world.change(
        "principles/handbook.yml",
        "    audiences: [employees, trainers]\n",
        "    audiences: [employees, trainers]\n  hr:\n    title: For HR\n"
        "    audiences: [employees, trainers, hr]\n",
    )
    return world


def _folder(kind: Kind) -> str:
    return f"principles/{kind.folder}" if kind.folder else "principles"


def _build(world: World, edition: str) -> Path:
    ran = world.pledgebook("build", "--edition", edition, "-o", f"out-{edition}")
    assert ran.status == 0, ran.out + ran.err
    return world.folder / f"out-{edition}"


def _every_byte(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file with its name, and what is packed inside it."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        yield path, data + path.relative_to(folder).as_posix().encode()
        if path.suffix == ".gz":
            yield path, zlib.decompress(data, wbits=31)
        if path.suffix == ".pdf":
            yield path, " ".join(texts(path)).encode()
            yield path, b"".join(_unpacked(path))


def _unpacked(pdf: Path) -> Iterator[bytes]:
    """Everything in a PDF, its streams unpacked: metadata, attachments, the lot."""
    with pikepdf.open(pdf) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes()
            if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary | pikepdf.Array):
                yield thing.unparse()
            else:
                yield str(thing).encode()


def _found(folder: Path, words: set[str]) -> dict[str, str]:
    """Which of the words stand anywhere in the folder, and in which file."""
    found: dict[str, str] = {}
    for path, data in _every_byte(folder):
        text = data.decode("utf-8", errors="replace").casefold()
        for word in words:
            if word in text:
                found[word] = path.name
    return found


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_an_item_for_trainers_is_in_no_byte_of_the_employees_edition(
    world: World, kind: Kind
) -> None:
    _world_with_editions(world)
    filler = Filler(kind.name)
    item = _item(kind, filler)
    item["audience"] = ["trainers"]
    item["aliases"] = ["hidden-canary-alias"]
    world.write(
        f"{_folder(kind)}/hidden-canary-id.yml", yaml.safe_dump(item, allow_unicode=True, width=500)
    )
    words = {*filler.planted, "hidden-canary-id", "hidden-canary-alias"}

    employees, trainers = _build(world, "employees"), _build(world, "trainers")

    assert _found(employees, words) == {}
    seen = set(_found(trainers, words))
    for_hr = {name for name, who in restricted_fields(kind.model).items() if who == "hr"}
    own = {
        canary
        for canary, where in filler.planted.items()
        if (where.split(".")[0] not in Item.model_fields or where == "title")
        and where.split(".")[0] not in for_hr
    }
    assert own <= seen, {canary: filler.planted[canary] for canary in own - seen}


@pytest.mark.parametrize(
    "kind", [kind for kind in all_kinds() if kind.only_for is None], ids=lambda kind: kind.name
)
def test_a_restricted_field_of_a_public_item_is_in_no_byte_of_the_employees_edition(
    world: World, kind: Kind
) -> None:
    _world_with_editions(world)
    filler = Filler(kind.name)
    item = _item(kind, filler)
    world.write(f"{_folder(kind)}/public-id.yml", yaml.safe_dump(item, width=500))
    restricted = restricted_fields(kind.model)
    hidden = {
        canary: restricted[where.split(".")[0]]
        for canary, where in filler.planted.items()
        if where.split(".")[0] in restricted
    }
    assert hidden

    editions = {
        name: _found(_build(world, name), set(hidden)) for name in ("employees", "trainers")
    }

    assert editions["employees"] == {}
    assert set(editions["trainers"]) == {c for c, who in hidden.items() if who == "trainers"}


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_what_a_draft_or_a_retired_item_says_is_in_no_edition(world: World, status: str) -> None:
    _world_with_editions(world)
    principle = next(kind for kind in all_kinds() if kind.name == "principle")
    filler = Filler("p")
    item = _item(principle, filler) | {"status": status, "precedence": 9}
    world.write("principles/set-aside.yml", yaml.safe_dump(item, width=500))
    title = next(canary for canary, where in filler.planted.items() if where == "title")

    for edition in ("employees", "hr"):
        found = set(_found(_build(world, edition), set(filler.planted)))
        assert found == ({title} if status == "retired" else set())


def test_a_page_for_trainers_and_its_pictures_are_nowhere_in_the_employees_edition(
    world: World,
) -> None:
    world.write(
        "content/secret-canary-page.md",
        "---\naudience: [trainers]\n---\n# Canarytitle\n\nCanarytext ![x](canarypicture.svg)\n",
    )
    world.write("content/canarypicture.svg", "<svg><metadata>canarymeta</metadata></svg>")
    world.write("content/open.md", "# Open\n\n![x](openpicture.svg)\n")
    world.write("content/openpicture.svg", "<svg/>")
    words = {"secret-canary-page", "canarytitle", "canarytext", "canarypicture", "canarymeta"}

    employees, trainers = _build(world, "employees"), _build(world, "trainers")

    assert _found(employees, words) == {}
    assert set(_found(trainers, words)) == words
    assert (employees / "openpicture.svg").is_file()


def test_a_page_whose_head_is_broken_is_shown_to_nobody(world: World) -> None:
    world.write("content/secret.md", "---\naudience: [trainers\n---\n# Secret\n")

    ran = world.pledgebook("build")

    assert ran.status == 1
    assert "content/secret.md:2:11: error[PB120]" in ran.out


def test_the_edition_can_be_set_from_the_environment(world: World) -> None:
    ran = world.pledgebook("build", PLEDGEBOOK_EDITION="trainers")
    world.mkdocs("build", "-d", "by-mkdocs", PLEDGEBOOK_EDITION="trainers")

    assert "edition “For trainers”" in ran.out
    assert "For trainers" in world.read("by-mkdocs/index.html")


def test_a_card_for_trainers_is_on_no_sheet_and_no_picture_for_employees(world: World) -> None:
    _world_with_editions(world)
    hidden = world.read("principles/keep-promises.yml")
    for old, new in (
        ("precedence: 1", "precedence: 2"),
        ("title: Keep your promises", "audience: [hr]\ntitle: Canaryword"),
    ):
        hidden = hidden.replace(old, new)
    world.write("principles/hidden.yml", hidden)
    world.write(
        "principles/decks/all.yml",
        "title: All\ncards: {kind: principle}\nlayout: principle-pledge\nstock: a6-4up\n"
        "back: pledge\n",
    )

    employees, for_hr = _build(world, "employees"), _build(world, "hr")

    assert _found(employees, {"canaryword"}) == {}
    on_paper = [path.name for path, data in _every_byte(for_hr) if b"Canaryword" in data]
    assert [name for name in on_paper if name.endswith(".pdf")]
    assert "Keep your promises" in " ".join(
        text for pdf in employees.rglob("*.pdf") for text in texts(pdf)
    )
