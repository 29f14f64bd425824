"""What handbook.yml says about findings, and what it cannot."""

from __future__ import annotations

import pytest

from tests.world import World

SETTINGS = "principles/handbook.yml"
BOOK = "title: New book\ntype: book\nwork: New Book\n"


@pytest.fixture
def warned(world: World) -> World:
    """A handbook with one warning: a source that nothing uses."""
    world.write("principles/sources/new-book.yml", BOOK)
    return world


def _set(world: World, text: str) -> None:
    world.write(SETTINGS, world.read(SETTINGS) + text)


def test_a_warning_does_not_fail_the_check(warned: World) -> None:
    assert warned.pledgebook("check").status == 0


@pytest.mark.parametrize("name", ["unused-source", "PB302", "pb302"])
def test_a_warning_can_be_made_an_error(warned: World, name: str) -> None:
    _set(warned, f"checks:\n  {name}: error\n")

    ran = warned.pledgebook("check")

    assert ran.status == 1
    assert "error[PB302]" in ran.out


def test_a_check_can_be_turned_off(warned: World) -> None:
    _set(warned, "checks:\n  unused-source: off\n")

    assert warned.pledgebook("check", "--strict").status == 0


def test_an_error_can_be_made_a_warning_and_the_site_is_built(world: World) -> None:
    world.change("principles/scenarios/late-delivery.yml", "rating: best", "rating: fair")
    _set(world, "checks:\n  no-best-option: warning\n")

    ran = world.pledgebook("build")

    assert ran.status == 0
    assert "warning[PB311]" in ran.out


def test_a_file_that_cannot_be_used_cannot_be_made_a_warning(world: World) -> None:
    world.change("principles/sources/old-book.yml", "type: play", "type: opera")
    _set(world, "checks:\n  bad-choice: off\n")

    ran = world.pledgebook("check")

    assert ran.status == 1
    assert ran.out.count("error[PB107]") == 2  # the wrong type, and the vain attempt to hide it


def test_a_scenario_whose_principle_is_not_published_is_left_out_of_the_site(world: World) -> None:
    world.write(
        "principles/keep-promises.yml",
        world.read("principles/keep-promises.yml") + "status: draft\n",
    )

    ran = world.pledgebook("build")

    assert ran.status == 0
    assert "readers do not see this scenario either" in " ".join(ran.out.split())
    assert not (world.folder / "site/scenarios/late-delivery").exists()
