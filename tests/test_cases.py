"""Every check, told in small worlds: what is written, and exactly what is said about it.

A case is a folder ``cases/checks/<name of the check>/<case>/``: files laid over the small sound
handbook in ``cases/base``, and ``expected.txt``, the whole text that ``pledgebook check`` prints.
A case whose name begins with "quiet" is one that looks alike and is right. To write the expected
texts anew after changing a message: ``pytest tests/test_cases.py --update-goldens``, and read them.

What a file cannot say is in ``options.txt``: ``today: 2027-03-01`` is the day of the check
(otherwise 2026-11-21), ``run: build`` builds the handbook where a fault is found only then, and
``World.overlay`` knows the rest.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pledgebook.checks import all_checks
from pledgebook.hosts.project import find_project
from pledgebook.pipeline import check_files
from pledgebook.report.text import report_summary, report_text
from tests.world import CASES, World, read_options

CHECK_CASES = sorted(path for path in (CASES / "checks").glob("*/*") if path.is_dir())


def _say(world: World, options: dict[str, str]) -> str:
    if options.get("run") == "build":
        built = world.pledgebook("build")
        return built.out + built.err
    today = date.fromisoformat(options.get("today", "2026-11-21"))
    checked = check_files(find_project(world.folder).roots, today)
    text = report_text(checked.diagnostics, checked.sources, checked.titles, width=100)
    return f"{text}\n{report_summary(checked.diagnostics, checked.file_count)}\n".lstrip("\n")


@pytest.mark.parametrize("case", CHECK_CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_check_says_exactly_this(case: Path, world: World, update_goldens: bool) -> None:
    world.overlay(case)

    said = _say(world, dict(read_options(case)))

    expected = case / "expected.txt"
    if update_goldens:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    codes = {check.rule.name: check.rule.code for check in all_checks()}
    code = codes[case.parent.name]
    assert (f"[{code}]" in said) is not case.name.startswith("quiet")


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.rule.name)
def test_every_check_has_a_case_that_fires_and_one_that_is_quiet(check: object) -> None:
    name = check.rule.name  # type: ignore[attr-defined]
    cases = [case.name for case in CHECK_CASES if case.parent.name == name]
    assert [case for case in cases if not case.startswith("quiet")], "no case fires"
    assert [case for case in cases if case.startswith("quiet")], "no case stays quiet"
