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
