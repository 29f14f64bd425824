"""A fault is a fault by every way in: no command, form or option ends with 0 on one."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import pytest

from pledgebook.report import form_names
from tests.world import World

SCENARIO = "principles/scenarios/late-delivery.yml"
QUOTE = "principles/quotes/better-early.yml"

FAULTS: dict[str, Callable[[World], None]] = {
    "unknown id": lambda w: w.change(SCENARIO, "principle: keep-promises", "principle: keep"),
    "wrong kind": lambda w: w.change(SCENARIO, "principle: keep-promises", "principle: old-book"),
    "duplicate id": lambda w: w.write("principles/sources/keep-promises.yml", w.read(
        "principles/sources/old-book.yml"
    )),
    "missing source file": lambda w: w.remove("principles/sources/old-book.yml"),
    "broken YAML": lambda w: w.write(QUOTE, "title: [\n"),
    "dead link in prose": lambda w: w.write("content/about.md", "# About\n\nSee [[nobody]].\n"),
}  # fmt: skip

CHECKS = [
    *(("check", "--format", form) for form in form_names()),
    ("check", "-q"),
    ("check", "-v"),
    ("check", "-q", "--strict"),
    ("build", "-q"),
]


@pytest.fixture(params=FAULTS)
def faulty(world: World, request: pytest.FixtureRequest) -> World:
    """A handbook with a fault, and the site that was built before there was one."""
    world.write("site/index.html", "the old site")
    world.write("site/sitemap.xml", "<urlset/>")
    FAULTS[request.param](world)
    return world


def test_pledgebook_never_ends_well_on_a_fault(faulty: World) -> None:
    ended = {}
    for command in CHECKS:
        ended[command] = [faulty.pledgebook(*command).status for _ in range(2)]

    assert ended == {command: [1, 1] for command in CHECKS}
    assert faulty.read("site/index.html") == "the old site"


@pytest.mark.parametrize("options", [(), ("-q", "--strict")], ids=["plain", "quiet and strict"])
def test_mkdocs_never_ends_well_on_a_fault(faulty: World, options: tuple[str, ...]) -> None:
    for _ in range(2):
        ran = faulty.mkdocs("build", *options)

        assert ran.status == 1
        assert "error[PB" in ran.err + ran.out
    assert faulty.read("site/index.html") == "the old site"


def test_every_form_says_so_when_the_check_cannot_run(world: World) -> None:
    world.remove("mkdocs.yml")

    for form in form_names():
        ran = world.pledgebook("check", "--format", form)
        assert ran.status == 2, form
        assert "There is no mkdocs.yml" in ran.out + ran.err
        _parse(form, ran.out)


def test_every_form_reports_a_broken_mkdocs_yml(world: World) -> None:
    world.write("mkdocs.yml", "site_name: [\n")

    for form in form_names():
        ran = world.pledgebook("check", "--format", form)
        assert ran.status == 1, form
        assert "PB102" in ran.out
        _parse(form, ran.out)


def _parse(form: str, text: str) -> None:
    if form in ("json", "sarif"):
        json.loads(text)
    elif form == "junit":
        ElementTree.fromstring(text)
    elif form == "github":
        assert text.startswith("::error ")
