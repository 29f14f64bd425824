"""The manuals of checks: their examples do what they say, and their pages are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgebook.checks import Check, all_checks
from pledgebook.hosts.manuals import write_manuals
from pledgebook.hosts.project import find_project
from pledgebook.pipeline import check_files
from tests.manuals import Example, lay_over, read_example
from tests.world import World

WITHOUT_EXAMPLE = {"PB100", "PB101"}
"""What cannot be shown as the text of a file: no file, and a file that is not text."""

CHECKS = pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.rule.name)
EXAMPLES = pytest.mark.parametrize(
    "check",
    [check for check in all_checks() if check.rule.code not in WITHOUT_EXAMPLE],
    ids=lambda check: check.rule.name,
)


def _is_found(world: World, check: Check) -> bool:
    if check.rule.name == "template-error":  # found while pages are made, not by the check
        built = world.pledgebook("build")
        return f"[{check.rule.code}]" in built.out + built.err
    found = check_files(find_project(world.folder).roots).diagnostics
    return check.rule.code in {diagnostic.rule.code for diagnostic in found}


def _example(check: Check) -> Example:
    return read_example(check.manual)


@EXAMPLES
def test_what_the_manual_calls_wrong_is_found(check: Check, world: World) -> None:
    example = _example(check)
    assert example.wrong, "the manual has no example"
    lay_over(world, example.shared)
    lay_over(world, example.wrong)

    assert _is_found(world, check)


@EXAMPLES
def test_what_the_manual_calls_right_is_not_found(check: Check, world: World) -> None:
    example = _example(check)
    lay_over(world, example.shared)
    lay_over(world, example.right)

    assert not _is_found(world, check)


@CHECKS
def test_the_manual_begins_with_a_sentence_that_fits_a_list(check: Check) -> None:
    assert check.summary.endswith(".")
    assert len(check.summary) <= 80


def test_the_pages_in_docs_are_made_from_the_manuals(tmp_path: Path) -> None:
    write_manuals(tmp_path)

    kept = Path(__file__).parents[1] / "docs" / "checks"
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert {path.name: path.read_text(encoding="utf-8") for path in kept.iterdir()} == made, (
        "write them anew with `python -m pledgebook.hosts.manuals docs/checks`"
    )


def test_explain_prints_the_manual_with_its_example(world: World) -> None:
    said = world.pledgebook("explain", "unknown-id")

    assert said.status == 0
    assert said.out.startswith("PB201 unknown-id (error)\n\nSomething refers to an item")
    assert "    principle: keep-promisse\n" in said.out


def test_explain_says_that_a_check_is_off(world: World) -> None:
    said = world.pledgebook("explain", "PB304")

    assert said.out.startswith("PB304 principle-in-no-path (warning, off until asked for)\n")
