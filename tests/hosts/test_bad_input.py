"""Whatever a file can do: a clear message, no traceback, nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.world import Ran, World, hear_interrupts

ITEM = "principles/keep-promises.yml"


def _check(world: World) -> Ran:
    ran = world.pledgebook("check")
    assert "Traceback" not in ran.err
    return ran


def test_no_folder_of_items(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.write("mkdocs.yml", "site_name: x\ndocs_dir: content\n")

    ran = _check(world)

    assert ran.status == 1
    assert "error[PB100] there is no folder `principles/`" in ran.out


def test_no_settings(world: World) -> None:
    world.remove("principles/handbook.yml")

    ran = _check(world)

    assert ran.status == 1
    assert "error[PB100] there is no `principles/handbook.yml`" in ran.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "error[PB109] the file is empty; it should be a principle"),
        ("# only a comment\n", "error[PB109] the file is empty; it should be a principle"),
        ("- one\n- two\n", "error[PB109] the file should be a principle, made of fields"),
        ("just words\n", "error[PB109] the file should be a principle, made of fields"),
        ("title: [\n", "error[PB102]"),
        ("[" * 100_000, "error[PB102] the brackets or lists here are nested far deeper"),
        ("{a: " * 50_000, "error[PB102] the brackets or lists here are nested far deeper"),
        ("- " * 60_000, "error[PB102] the brackets or lists here are nested far deeper"),
        ("a: &a [x]\nb: [*a, *a]\n", "error[PB102] a text that begins with `*` or `&` needs"),
    ],
)
def test_a_file_that_is_no_item(world: World, text: str, message: str) -> None:
    world.write(ITEM, text)

    ran = _check(world)

    assert ran.status == 1
    assert message in ran.out


def test_an_alias_bomb_is_refused_at_once(world: World) -> None:
    lines = ["a: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"b{n}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]" for n in range(12)]
    world.write(ITEM, "\n".join(lines))

    ran = _check(world)

    assert ran.status == 1
    assert "keep-promises.yml:1:4: error[PB102] a text that begins with `*` or `&`" in ran.out


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding(world: World, encoding: str) -> None:
    (world.folder / ITEM).write_bytes("title: Für Gäste\n".encode(encoding))

    ran = _check(world)

    assert ran.status == 1
    assert f"{ITEM}:1:1: error[PB101] the file is not saved as UTF-8 text" in ran.out


def test_a_file_of_five_megabytes(world: World) -> None:
    world.write(ITEM, "why: |\n" + "  word word word\n" * 330_000)

    ran = _check(world)

    assert ran.status == 1
    assert "error[PB101] the file is larger than 1 MB" in ran.out


def test_a_link_to_a_file_outside_is_not_followed(world: World, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("title: The salaries\n", encoding="utf-8")
    (world.folder / "principles/salaries.yml").symlink_to(secret)

    ran = _check(world)

    assert ran.status == 1
    assert "salaries.yml:1:1: error[PB101] this is a link to a place outside" in ran.out
    assert "The salaries" not in ran.out


def test_a_link_to_a_folder_is_not_followed(world: World, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (world.folder / "principles/scenarios/more").symlink_to(tmp_path / "elsewhere")

    ran = _check(world)

    assert ran.status == 1
    assert "scenarios/more:1:1: error[PB101]" in ran.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_may_not_be_looked_into_is_no_empty_folder(world: World) -> None:
    (world.folder / "principles/scenarios").chmod(0)
    try:
        ran = _check(world)
    finally:
        (world.folder / "principles/scenarios").chmod(0o755)

    assert ran.status == 1
    assert "principles/scenarios:1:1: error[PB101] the file cannot be opened" in ran.out


def test_a_named_pipe_does_not_make_it_wait(world: World) -> None:
    os.mkfifo(world.folder / "principles/pipe.yml")

    ran = _check(world)

    assert ran.status == 1
    assert "pipe.yml:1:1: error[PB101] this is not an ordinary file" in ran.out


def test_two_files_with_one_id_are_both_shown(world: World) -> None:
    world.write(
        "principles/sources/keep-promises.yml", world.read("principles/sources/old-book.yml")
    )

    ran = _check(world)

    assert ran.status == 1
    assert "error[PB203]" in ran.out
    assert "see principles/keep-promises.yml:1:8: the principle that has it" in ran.out


def test_one_bad_file_hides_no_other(world: World) -> None:
    world.write("principles/broken.yml", "title: [\n")
    world.change(ITEM, "promise: What we promise, we do.", "promise:")
    world.change("principles/scenarios/late-delivery.yml", "setting: shop", "setting: shp")

    ran = _check(world)

    assert ran.status == 1
    for code in ("PB102", "PB109", "PB107"):
        assert f"error[{code}]" in ran.out


def test_a_reference_to_an_item_that_did_not_load_is_no_second_fault(world: World) -> None:
    world.write(ITEM, "title: [\n")

    ran = _check(world)

    assert "error[PB102]" in ran.out
    assert "PB201" not in ran.out


def test_a_file_that_somebody_keeps_writing_to(world: World) -> None:
    """Whatever is read is a whole state of the file, or it is said that it kept changing."""
    path = world.folder / "principles/growing.yml"
    stop = threading.Event()

    def scribble() -> None:
        size = 0
        while not stop.is_set():
            size = (size + 997) % 200_000
            path.write_bytes(b"title: x\nwhy: " + b"w" * size)

    writer = threading.Thread(target=scribble)
    writer.start()
    try:
        for _ in range(5):
            ran = _check(world)
            assert ran.status == 1
            assert "growing.yml" in ran.out
    finally:
        stop.set()
        writer.join()


def test_mkdocs_yml_that_is_broken_is_shown_with_its_place(world: World) -> None:
    world.write("mkdocs.yml", "site_name: A: B\n")

    ran = _check(world)

    assert ran.status == 1
    assert (
        "mkdocs.yml:1:13: error[PB102] a text with a colon in it needs quotation marks" in ran.out
    )


def test_mkdocs_yml_may_hold_tags_that_only_mkdocs_knows(world: World) -> None:
    world.write(
        "mkdocs.yml",
        world.read("mkdocs.yml") + "markdown_extensions:\n  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "extra:\n  name: !ENV [NAME, x]\n",
    )

    assert _check(world).status == 0


def test_nothing_in_yaml_can_run_code(world: World, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    world.write(ITEM, f'title: !!python/object/apply:os.mkdir ["{trap}"]\n')

    ran = _check(world)

    assert ran.status == 1
    assert not trap.exists()


def test_ctrl_c_ends_quietly(world: World) -> None:
    text = world.read("principles/scenarios/late-delivery.yml")
    for number in range(12_000):
        world.write(f"principles/scenarios/late-{number}.yml", text)
    program = Path(sys.executable).with_name("pledgebook")
    process = subprocess.Popen(
        [program, "check"],
        cwd=world.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_interrupts,
    )
    # The check takes more than a second; interrupt it when its libraries are loaded.
    libraries = Path(f"/proc/{process.pid}/maps")
    while libraries.exists() and "pydantic_core" not in libraries.read_text(encoding="utf-8"):
        assert process.poll() is None
        time.sleep(0.01)
    time.sleep(0.2)

    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)

    assert process.returncode == 130
    assert errors == b"\nStopped. Nothing was changed.\n"
