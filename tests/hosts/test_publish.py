"""An address once published works for ever, and a site is replaced whole."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.world import World

PROGRAM = Path(sys.executable).with_name("pledgebook")
LOCK = "principles/permalinks.lock"


def _rename(world: World, *, alias: bool) -> None:
    text = world.read("principles/keep-promises.yml")
    world.remove("principles/keep-promises.yml")
    world.write(
        "principles/keep-your-word.yml", text + ("aliases: [keep-promises]\n" if alias else "")
    )
    for path in ("principles/scenarios/late-delivery.yml", "principles/quotes/better-early.yml"):
        world.write(path, world.read(path).replace("keep-promises", "keep-your-word"))
    world.write("content/about.md", "# About\n\n[[keep-your-word]]\n")


def test_publish_builds_every_edition_and_notes_the_addresses(world: World) -> None:
    ran = world.pledgebook("publish", "-o", "public")

    assert ran.status == 0, ran.err
    assert (world.folder / "public/employees/principles/keep-promises/index.html").is_file()
    assert (world.folder / "public/trainers/principles/keep-promises/index.html").is_file()
    assert world.read(LOCK).endswith(
        "\n\n"
        "employees principles/keep-promises\n"
        "employees quotes/better-early\n"
        "employees scenarios/late-delivery\n"
        "employees sources/old-book\n"
        "trainers principles/keep-promises\n"
        "trainers quotes/better-early\n"
        "trainers scenarios/late-delivery\n"
        "trainers sources/old-book\n"
    )
    assert "8 new addresses noted" in ran.out


def test_publishing_twice_notes_nothing_new_and_loses_nothing(world: World) -> None:
    world.pledgebook("publish")
    before = world.read(LOCK)

    ran = world.pledgebook("publish")

    assert ran.status == 0
    assert "noted" not in ran.out
    assert world.read(LOCK) == before


def test_renaming_a_published_item_without_an_alias_is_refused(world: World) -> None:
    world.pledgebook("publish")
    _rename(world, alias=False)

    ran = world.pledgebook("publish")

    assert ran.status == 1
    assert "error[PB220] `principles/keep-promises` was published" in ran.out
    assert "add `keep-promises` under `aliases` in its new file" in ran.out
    assert (world.folder / "published/employees/principles/keep-promises/index.html").is_file()


def test_an_old_address_leads_to_the_new_one_by_a_relative_way(world: World) -> None:
    world.pledgebook("publish")
    _rename(world, alias=True)

    ran = world.pledgebook("publish")

    assert ran.status == 0, ran.out
    old = world.read("published/employees/principles/keep-promises/index.html")
    assert 'content="0; url=../../principles/keep-your-word/"' in old
    assert '<a href="../../principles/keep-your-word/">Keep your promises</a>' in old
    assert "<script" not in old
    assert "keep-promises" not in world.read("published/employees/sitemap.xml")


def test_an_old_address_names_the_whole_new_one_where_the_site_has_one(world: World) -> None:
    world.change("mkdocs.yml", "docs_dir:", "site_url: https://example.com/handbook/\ndocs_dir:")
    _rename(world, alias=True)

    world.pledgebook("publish")

    old = world.read("published/employees/principles/keep-promises/index.html")
    canonical = "https://example.com/handbook/principles/keep-your-word/"
    assert f'<link rel="canonical" href="{canonical}">' in old


def test_the_old_place_of_a_gathered_item_is_still_on_its_page(world: World) -> None:
    world.write(
        "principles/quotes/better-early.yml",
        world.read("principles/quotes/better-early.yml") + "aliases: [three-hours]\n",
    )

    world.pledgebook("build")

    assert 'id="three-hours"' in world.read("site/quotes/index.html")


def test_a_retired_item_says_what_to_read_instead(world: World) -> None:
    world.write(
        "principles/old-way.yml",
        world.read("principles/keep-promises.yml")
        .replace("Keep your promises", "The old way")
        .replace("precedence: 1", "precedence: 2\nstatus: retired\nreplaced_by: keep-promises"),
    )

    ran = world.pledgebook("build")

    assert ran.status == 0, ran.out
    page = world.read("site/principles/old-way/index.html")
    assert 'Read <a href="../../principles/keep-promises/">Keep your promises</a> instead' in page
    assert "People plan their day" not in page
    assert "old-way" not in world.read("site/principles/index.html")
    assert "old-way" not in world.read("site/search/search_index.json")


def _anchors(world: World) -> set[str]:
    page = world.read("site/principles/keep-promises/index.html")
    return set(re.findall(r' id="([^"]+)"', page))


def test_anchors_of_a_page_stay_when_titles_change(world: World) -> None:
    world.pledgebook("build")
    before = _anchors(world)
    world.change("principles/keep-promises.yml", "title: Keep your promises", "title: Our word")

    world.pledgebook("build")

    assert _anchors(world) == before
    assert "why" in before


@pytest.mark.parametrize("kill", [signal.SIGTERM, signal.SIGKILL])
def test_a_publish_that_is_stopped_leaves_every_edition_as_it_was(
    world: World, kill: signal.Signals
) -> None:
    world.pledgebook("publish")
    before = {p: p.read_bytes() for p in (world.folder / "published").rglob("*") if p.is_file()}
    text = world.read("principles/scenarios/late-delivery.yml")
    for number in range(200):
        world.write(f"principles/scenarios/late-{number}.yml", text)
    process = subprocess.Popen(
        [PROGRAM, "publish"], cwd=world.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while not list((world.folder / "published").glob(".trainers.building-*/scenarios/late-1")):
        assert time.monotonic() < deadline and process.poll() is None
        time.sleep(0.005)

    process.send_signal(kill)
    process.wait(timeout=30)

    after = {p: p.read_bytes() for p in before}
    assert after == before


def test_whoever_reads_while_it_is_published_reads_whole_pages(world: World) -> None:
    """The first and the last words of a page are always of the same state of the handbook."""
    world.change(
        "principles/keep-promises.yml",
        "title: Keep your promises",
        "title: State0\nowner: State0",
    )
    world.change("principles/keep-promises.yml", "owner: Service lead\n", "")
    world.pledgebook("publish", "-q")
    page = world.folder / "published/employees/principles/keep-promises/index.html"
    stop, faults, reads = threading.Event(), [], [0]

    def read() -> None:
        while not stop.is_set():
            try:
                states = set(re.findall(r"State(\d)", page.read_text(encoding="utf-8")))
            except FileNotFoundError:
                faults.append("missing")
                continue
            reads[0] += 1
            if len(states) != 1:
                faults.append(str(states))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        for number in range(1, 4):
            old = world.read("principles/keep-promises.yml")
            new = re.sub(r"State\d", f"State{number}", old)
            world.write("principles/keep-promises.yml", new)
            assert world.pledgebook("publish", "-q").status == 0
    finally:
        stop.set()
        for reader in readers:
            reader.join()

    assert faults == []
    assert reads[0] > 50


def test_who_says_who_can_see_an_item_and_why(world: World) -> None:
    world.write(
        "principles/scenarios/late-delivery.yml",
        world.read("principles/scenarios/late-delivery.yml") + "facilitator: {setup: x}\n",
    )

    ran = world.pledgebook("who", "late-delivery")

    assert ran.out == (
        "“You said Friday”, the scenario late-delivery\n"
        "  is in the edition employees (“For everyone”): it is for employees, "
        "as handbook.yml has it for items that do not say\n"
        "    without facilitator\n"
        "  is in the edition trainers (“For trainers”): it is for employees, "
        "as handbook.yml has it for items that do not say\n"
    )


def test_who_suggests_the_id_that_was_meant(world: World) -> None:
    ran = world.pledgebook("who", "keep-promisse")

    assert ran.status == 2
    assert ran.err == (
        "Error: No item is called keep-promisse. "
        "Did you mean keep-promises (“Keep your promises”)?\n"
    )
