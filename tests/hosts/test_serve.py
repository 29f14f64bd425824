"""While somebody writes: the served site follows what they save."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hosts.test_never_green import FAULTS
from tests.world import World


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def _serving(world: World, *command: str) -> Iterator[str]:
    """Serve the handbook while the block runs; yields the address."""
    address = f"127.0.0.1:{_free_port()}"
    program = Path(sys.executable).with_name(command[0])
    process = subprocess.Popen(
        [program, *command[1:], "-a", address],
        cwd=world.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def _wait_for(url: str, words: str) -> None:
    deadline = time.monotonic() + 40
    while words not in _get(url):
        assert time.monotonic() < deadline, f"{words!r} did not appear on {url}"
        time.sleep(0.1)


@pytest.mark.parametrize("command", [("mkdocs", "serve"), ("pledgebook", "serve")])
def test_a_saved_change_appears_in_items_pages_and_templates(
    world: World, command: tuple[str, ...]
) -> None:
    world.write("theme/pages/embed.html", "<p>{{ item.title }}</p>")
    with _serving(world, *command) as site:
        _wait_for(site + "principles/keep-promises/", "What we promise, we do.")

        world.change("principles/keep-promises.yml", "What we promise, we do.", "Done is done.")
        _wait_for(site + "principles/keep-promises/", "Done is done.")

        world.write("principles/sources/new-book.yml", "title: New\ntype: book\nwork: A new book\n")
        _wait_for(site + "sources/", "A new book")

        world.write("content/about.md", "# About this handbook\n\nWritten anew.\n")
        _wait_for(site + "about/", "Written anew.")

        world.write("theme/pages/scenario.html", "<h1>{{ item.title }}, retold</h1>")
        _wait_for(site + "scenarios/late-delivery/", "You said Friday, retold")


SCENARIO = "principles/scenarios/late-delivery.yml"


@pytest.mark.parametrize("command", [("mkdocs", "serve"), ("pledgebook", "serve")])
def test_what_breaks_while_serving_is_shown_until_it_is_mended(
    world: World, command: tuple[str, ...]
) -> None:
    sound = world.read(SCENARIO)
    with _serving(world, *command) as site:
        _wait_for(site + "scenarios/late-delivery/", "It is Friday at four")

        world.change(SCENARIO, "principle: keep-promises", "principle: keep-promisse")
        _wait_for(site + "scenarios/late-delivery/", "no principle is called <code>keep-promisse")
        page = _get(site + "scenarios/late-delivery/")
        assert f"{SCENARIO}:19:12" in page
        assert "<mark>keep-promisse</mark>" in page
        assert "<code>keep-promises</code>" in page
        assert "You said Friday" in page
        assert "keep-promisse" in _get(site + "problems/")
        for other in ("", "about/", "principles/keep-promises/"):
            assert "1 error</strong> in this handbook" in _get(site + other)

        world.write(SCENARIO, sound)
        _wait_for(site + "scenarios/late-delivery/", "It is Friday at four")
        assert "in this handbook" not in _get(site + "about/")


def test_a_handbook_that_is_broken_from_the_start_is_served(world: World) -> None:
    settings = world.read("principles/handbook.yml")
    world.write("principles/handbook.yml", "title: [\n")
    world.write("content/about.md", "# About\n\nSee [[nobody]].\n")
    with _serving(world, "pledgebook", "serve") as site:
        _wait_for(site + "problems/", "is never closed")
        assert "in this handbook" in _get(site + "about/")
        assert "Keep your promises" not in _get(site)

        world.write("principles/handbook.yml", settings)
        _wait_for(site + "about/", "no item is called <code>nobody</code>")
        _wait_for(site + "principles/keep-promises/", "What we promise, we do.")


@pytest.mark.parametrize("command", [("mkdocs", "serve"), ("pledgebook", "serve")])
@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_shown_on_every_page_while_serving(
    world: World, fault: str, command: tuple[str, ...]
) -> None:
    FAULTS[fault](world)
    with _serving(world, *command) as site:
        _wait_for(site + "problems/", "principles/")
        for page in ("", "about/"):
            assert "in this handbook" in _get(site + page)
