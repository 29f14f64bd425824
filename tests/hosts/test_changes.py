"""``pledgebook rename`` and ``pledgebook fix``: what they change, and that they change no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgebook.edits import FileChange
from pledgebook.hosts.changes import ChangeRefused, write_changes
from tests.world import World

PRINCIPLE = "principles/keep-promises.yml"
SCENARIO = "principles/scenarios/late-delivery.yml"
SOURCE = "principles/sources/old-book.yml"


def _bytes(world: World) -> dict[str, bytes]:
    return {
        path.relative_to(world.folder).as_posix(): path.read_bytes()
        for path in sorted(world.folder.rglob("*"))
        if path.is_file()
    }


def test_rename_changes_every_reference_and_not_a_byte_more(world: World) -> None:
    world.change(PRINCIPLE, "sources: [old-book]", 'sources: [ "old-book" ]   # old-book it is')
    world.change(
        PRINCIPLE,
        "  People plan",
        "  ![[old-book]] and `[[old-book]]` and [[ old-book | the old-book ]].\n\n  People plan",
    )
    world.write(
        "content/about.md", "# About\n\n[[old-book]], [[old-book|old-book]], [[keep-promises]]\n"
    )
    (world.folder / SCENARIO).write_bytes(
        b"\xef\xbb\xbf"
        + world.read(SCENARIO)
        .replace(
            "principle: keep-promises", "principle: keep-promises\nsources:\n  - old-book # it"
        )
        .replace("\n", "\r\n")
        .encode()
    )
    before = _bytes(world)

    ran = world.pledgebook("rename", "old-book", "merry-wives", "--yes")

    assert ran.status == 0, ran.err
    assert ran.out.endswith(
        "`old-book` is now `merry-wives`, in 7 references. The old id still leads to it.\n"
    )
    expected = dict(before)
    expected[PRINCIPLE] = (
        before[PRINCIPLE]
        .replace(b'[ "old-book" ]', b'[ "merry-wives" ]')
        .replace(b"![[old-book]]", b"![[merry-wives]]")
        .replace(b"[[ old-book |", b"[[ merry-wives |")
    )
    expected["content/about.md"] = (
        b"# About\n\n[[merry-wives]], [[merry-wives|old-book]], [[keep-promises]]\n"
    )
    expected[SCENARIO] = before[SCENARIO].replace(b"- old-book # it", b"- merry-wives # it")
    quote = "principles/quotes/better-early.yml"
    expected[quote] = before[quote].replace(b"source: old-book", b"source: merry-wives")
    moved = expected.pop(SOURCE)
    expected["principles/sources/merry-wives.yml"] = moved.replace(
        b"title: The Merry Wives of Windsor\n",
        b"title: The Merry Wives of Windsor\naliases: [old-book]\n",
    )
    assert _bytes(world) == expected
    assert world.pledgebook("check").status == 0


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("aliases: [first, second]", "aliases: [first, second, old-book]"),
        ("aliases: []  # none", "aliases: [old-book]  # none"),
        ("aliases:\n  - first # it", "aliases:\n  - first\n  - old-book # it"),
        ("aliases:\n- first", "aliases:\n- first\n- old-book"),
    ],
)  # fmt: skip
def test_the_old_id_joins_the_aliases(world: World, written: str, after: str) -> None:
    world.change(SOURCE, "type: play", f"{written}\ntype: play")

    world.pledgebook("rename", "old-book", "merry-wives", "--yes")

    read = world.read("principles/sources/merry-wives.yml")
    assert [line.split(" #")[0] for line in after.splitlines()] == [
        line.split(" #")[0] for line in read.splitlines()[1 : 1 + len(after.splitlines())]
    ]
    assert world.pledgebook("check").status == 0


def test_rename_back_swaps_the_alias(world: World) -> None:
    before = world.read(SOURCE)
    world.pledgebook("rename", "old-book", "merry-wives", "--yes")

    world.pledgebook("rename", "merry-wives", "old-book", "--yes")

    assert world.read(SOURCE) == before.replace(
        "type: play", "aliases: [merry-wives]\ntype: play"
    ).replace(
        "title: The Merry Wives of Windsor\naliases", "title: The Merry Wives of Windsor\naliases"
    )
    assert world.pledgebook("check").status == 0


def test_rename_shows_the_changes_and_asks(world: World) -> None:
    before = _bytes(world)

    ran = world.pledgebook("rename", "old-book", "merry-wives", answer="n\n")

    assert "-source: old-book\n+source: merry-wives\n" in ran.out
    assert "rename principles/sources/old-book.yml to principles/sources/merry-wives.yml" in ran.out
    assert "Nothing is changed." in ran.out
    assert _bytes(world) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("old-bok", "new", "No item is called `old-bok`. Did you mean `old-book`?"),
        ("old-book", "keep-promises", "`keep-promises` is taken: “Keep your promises”"),
        ("old-book", "Old Book", "`Old Book` cannot be an id."),
        ("old-book", "old-book", "The item is called `old-book` already."),
    ],
)
def test_rename_refuses(world: World, old: str, new: str, said: str) -> None:
    before = _bytes(world)

    ran = world.pledgebook("rename", old, new, "--yes")

    assert ran.status == 2
    assert said in ran.err
    assert _bytes(world) == before


def test_rename_refuses_while_a_file_cannot_be_read(world: World) -> None:
    world.write("principles/quotes/broken.yml", "title: [\n")

    ran = world.pledgebook("rename", "old-book", "new-book", "--yes")

    assert ran.status == 2
    assert "principles/quotes/broken.yml" in ran.err


def test_changes_are_undone_if_one_fails(world: World) -> None:
    before = _bytes(world)
    changes = [
        FileChange(SOURCE, "principles/sources/new.yml", world.read(SOURCE), "title: New\n"),
        FileChange(PRINCIPLE, "nowhere/at/all.yml", world.read(PRINCIPLE), "title: New\n"),
    ]

    with pytest.raises(ChangeRefused, match="Nothing is changed"):
        write_changes(world.folder, changes)

    assert _bytes(world) == before


def test_a_file_changed_meanwhile_is_not_overwritten(world: World) -> None:
    change = FileChange(SOURCE, SOURCE, "what it was", "what it shall be")

    with pytest.raises(ChangeRefused, match="changed meanwhile"):
        write_changes(world.folder, [change])


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (SCENARIO, "principle: keep-promises", "principle: keep-promisse"),
        (SCENARIO, "takeaway: Bad", "takeawy: Bad"),
        (SCENARIO, "origin: fictional", "origin: fictonal"),
        (SCENARIO, "setting: shop", "setting: shopp"),
        (PRINCIPLE, "  - Write the promise", "\t- Write the promise"),
        ("content/about.md", "[[keep-promises]]", "[[keep-promise]]"),
    ],
)
def test_fix_repairs_what_can_be_meant_in_one_way(
    world: World, path: str, right: str, wrong: str
) -> None:
    before = _bytes(world)
    world.change(path, right, wrong)

    ran = world.pledgebook("fix", "--yes")

    assert ran.status == 0, ran.out
    assert _bytes(world) == before


@pytest.mark.parametrize(
    ("wrong", "repaired"),
    [
        ("promise: Our word: we keep it.", 'promise: "Our word: we keep it."'),
        ("promise: @home or here, we do it.", 'promise: "@home or here, we do it."'),
        ("promise: We say: \"done\" # so", 'promise: "We say: \\"done\\"" # so'),
    ],
)  # fmt: skip
def test_fix_puts_missing_quotation_marks(world: World, wrong: str, repaired: str) -> None:
    world.change(PRINCIPLE, "promise: What we promise, we do.", wrong)

    assert world.pledgebook("fix", "--yes").status == 0

    assert repaired in world.read(PRINCIPLE).splitlines()


def test_fix_repairs_many_slips_in_many_files_and_keeps_line_ends(world: World) -> None:
    before = _bytes(world)
    text = world.read(SCENARIO).replace("keep-promises", "keep-promisse")
    text = text.replace("origin: fictional", "origin: fictonal").replace("debrief", "debreif")
    (world.folder / SCENARIO).write_bytes(text.replace("\n", "\r\n").encode())
    world.change(PRINCIPLE, "dimensions", "dimension")
    world.change(PRINCIPLE, "  - Write", "\t- Write")

    ran = world.pledgebook("fix", "--yes")

    assert ran.status == 0, ran.out
    after = _bytes(world)
    assert after[SCENARIO] == before[SCENARIO].replace(b"\n", b"\r\n")
    assert after[PRINCIPLE] == before[PRINCIPLE]


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (SCENARIO, "principle: keep-promises", "principle: honesty"),
        (SCENARIO, "principle: keep-promises", "principle: old-boook"),
        (PRINCIPLE, "title: Keep your promises", 'title: "Keep your promises'),
    ],
)
def test_fix_leaves_alone_what_it_cannot_know(
    world: World, path: str, right: str, wrong: str
) -> None:
    world.change(path, right, wrong)
    before = _bytes(world)

    ran = world.pledgebook("fix", "--yes")

    assert ran.status == 1
    assert "There is nothing that can be repaired for sure." in ran.out
    assert _bytes(world) == before


def test_fix_chooses_neither_of_two_near_ids(world: World) -> None:
    for name in ("new-book-a", "new-book-b"):
        world.write(f"principles/sources/{name}.yml", world.read(SOURCE))
    world.change(PRINCIPLE, "sources: [old-book]", "sources: [new-book-c]")
    before = _bytes(world)

    assert world.pledgebook("fix", "--yes").status == 1

    assert _bytes(world) == before


def test_fix_asks(world: World) -> None:
    world.change(SCENARIO, "origin: fictional", "origin: fictonal")
    before = _bytes(world)

    ran = world.pledgebook("fix", answer="n\n")

    assert "-origin: fictonal\n+origin: fictional\n" in ran.out
    assert ran.status == 1
    assert _bytes(world) == before


def test_folder_is_only_read_by_check(world: World, tmp_path: Path) -> None:
    before = _bytes(world)

    world.pledgebook("check")

    assert _bytes(world) == before
