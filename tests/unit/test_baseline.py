"""A baseline leaves out what was there before, and nothing else."""

from __future__ import annotations

import json

import pytest

from tests.world import World

ORPHAN = "principles/sources/new-book.yml"
BOOK = "title: New book\ntype: book\nwork: New Book\n"


@pytest.fixture
def old(world: World) -> World:
    """A handbook with one finding, and a baseline that lists it."""
    world.write(ORPHAN, BOOK)
    written = world.pledgebook("check", "--baseline", "old.json", "--update-baseline", "--strict")
    assert written.status == 0
    return world


def test_known_findings_are_left_out(old: World) -> None:
    ran = old.pledgebook("check", "--baseline", "old.json", "--strict")

    assert ran.status == 0
    assert ran.out == (
        "All is well: 7 files checked, nothing to mend.\n1 known finding in old.json left out.\n"
    )


def test_a_known_finding_is_recognised_after_lines_are_added_above_it(old: World) -> None:
    old.write(ORPHAN, f"# The newest one.\n\n{BOOK}")

    assert old.pledgebook("check", "--baseline", "old.json", "--strict").status == 0


def test_a_new_finding_is_shown(old: World) -> None:
    old.change("principles/scenarios/late-delivery.yml", "keep-promises", "keep-promisse")

    ran = old.pledgebook("check", "--baseline", "old.json")

    assert ran.status == 1
    assert "PB201" in ran.out
    assert "PB302" not in ran.out


def test_the_same_finding_in_another_file_is_new(old: World) -> None:
    old.write("principles/sources/newer-book.yml", BOOK)

    ran = old.pledgebook("check", "--baseline", "old.json", "--strict")

    assert ran.status == 1
    assert "newer-book.yml" in ran.out
    assert f"{ORPHAN}:" not in ran.out


def test_a_file_that_cannot_be_used_is_never_left_out(old: World) -> None:
    old.write(ORPHAN, 'title: "New book\n')

    old.pledgebook("check", "--baseline", "old.json", "--update-baseline")
    ran = old.pledgebook("check", "--baseline", "old.json")

    assert ran.status == 1
    assert "PB102" in ran.out


def test_it_says_when_some_of_it_is_mended(old: World) -> None:
    old.remove(ORPHAN)

    ran = old.pledgebook("check", "--baseline", "old.json")

    assert "1 more in it is mended" in ran.out


def test_people_can_read_it(old: World) -> None:
    (finding,) = json.loads(old.read("old.json"))["findings"]

    assert finding["check"] == "unused-source"
    assert finding["path"] == ORPHAN
    assert finding["message"] == "nothing in the handbook refers to this source"


@pytest.mark.parametrize(
    "text", ["title: not a baseline", "[]", '{"version": 1}', '{"version": 9}']
)
def test_a_file_that_is_none_is_refused_and_not_written_over(world: World, text: str) -> None:
    world.write("old.json", text)

    for extra in ((), ("--update-baseline",)):
        ran = world.pledgebook("check", "--baseline", "old.json", *extra)
        assert ran.status == 2
        assert "old.json cannot be used" in ran.err
        assert "Traceback" not in ran.err
    assert world.read("old.json") == text


def test_a_missing_one_says_how_to_write_it(world: World) -> None:
    ran = world.pledgebook("check", "--baseline", "old.json")

    assert ran.status == 2
    assert "--update-baseline" in ran.err
