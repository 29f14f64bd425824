"""The command, as a person at a terminal meets it."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pledgebook.checks import all_checks
from tests.world import World, hear_interrupts

PROGRAM = Path(sys.executable).with_name("pledgebook")
COMMANDS = ["check", "build", "serve", "new", "explain"]


def _break(world: World) -> None:
    world.change("principles/scenarios/late-delivery.yml", "keep-promises", "keep-promisse")


# ---- help -------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(world: World, command: str) -> None:
    ran = world.pledgebook(command, "--help")

    assert ran.status == 0
    assert f"Example:  pledgebook {command}" in ran.out


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_commands_on_a_handbook_share_their_options(world: World, command: str) -> None:
    ran = world.pledgebook(command, "--help")

    for option in ("-f, --config-file", "-q, --quiet", "-v, --verbose"):
        assert option in ran.out


# ---- check ------------------------------------------------------------------------------------


def test_check_of_a_sound_handbook(world: World) -> None:
    ran = world.pledgebook("check")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "All is well: 6 files checked, nothing to mend.\n"


def test_check_says_nothing_when_all_is_well_and_it_is_asked_to_be_quiet(world: World) -> None:
    assert world.pledgebook("check", "-q").out == ""


def test_check_of_a_broken_handbook(world: World) -> None:
    _break(world)

    ran = world.pledgebook("check")

    assert ran.status == 1
    assert ran.out == (
        "principles/scenarios/late-delivery.yml:19:12: error[PB201] no principle is called "
        "`keep-promisse`\n"
        "   in “You said Friday”\n"
        "   19 | principle: keep-promisse\n"
        "      |            ^^^^^^^^^^^^^\n"
        "   help: did you mean `keep-promises` (“Keep your promises”)?\n"
        "\n"
        "1 error; 6 files checked.\n"
    )


def test_check_works_from_another_folder(world: World, tmp_path: Path) -> None:
    elsewhere = World(tmp_path)

    ran = elsewhere.pledgebook("check", "-f", str(world.folder / "mkdocs.yml"))

    assert ran.status == 0


def test_check_reports_json_that_a_program_can_read(world: World) -> None:
    _break(world)

    ran = world.pledgebook("check", "--format", "json")

    assert ran.status == 1
    [found] = json.loads(ran.out)["diagnostics"]
    assert (found["code"], found["line"], found["column"]) == ("PB201", 19, 12)


def test_check_without_a_handbook_says_where_to_go(tmp_path: Path) -> None:
    ran = World(tmp_path).pledgebook("check")

    assert ran.status == 2
    assert ran.err == (
        "Error: There is no mkdocs.yml. Go to the folder of your handbook, name its file with "
        "`-f path/to/mkdocs.yml`, or begin a new handbook with `pledgebook new NAME`.\n"
    )


def test_check_changes_no_file(world: World) -> None:
    _break(world)
    before = {path: path.read_bytes() for path in world.folder.rglob("*") if path.is_file()}

    world.pledgebook("check")

    assert before == {path: path.read_bytes() for path in world.folder.rglob("*") if path.is_file()}


# ---- explain ----------------------------------------------------------------------------------


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.rule.code)
def test_explain_prints_the_manual_of_each_check(world: World, check: object) -> None:
    rule, manual = check.rule, check.manual  # type: ignore[attr-defined]

    for name in (rule.code, rule.name, rule.code.lower()):
        ran = world.pledgebook("explain", name)
        assert ran.status == 0
        assert ran.out.startswith(f"{rule.code} {rule.name}")
        assert manual.split("\n", 1)[0] in ran.out


def test_explain_suggests_the_code_that_was_meant(world: World) -> None:
    ran = world.pledgebook("explain", "unknown-ids")

    assert ran.status == 2
    assert ran.err == "Error: There is no check called unknown-ids. Did you mean unknown-id?\n"


# ---- build ------------------------------------------------------------------------------------


def test_build_says_where_the_site_is(world: World) -> None:
    ran = world.pledgebook("build", "-o", "public")

    assert ran.status == 0, ran.err
    assert ran.out.startswith("public/: 12 pages, edition “For everyone”, ")
    assert (world.folder / "public/principles/keep-promises/index.html").is_file()
    assert [path.name for path in world.folder.glob(".*")] == []


def test_build_prints_no_progress_when_it_is_piped(world: World) -> None:
    ran = world.pledgebook("build")

    assert ran.err == ""
    assert "\r" not in ran.out


def test_build_refuses_a_broken_handbook_and_leaves_the_old_site(world: World) -> None:
    world.pledgebook("build")
    before = (world.folder / "site/index.html").read_bytes()
    _break(world)

    ran = world.pledgebook("build")

    assert ran.status == 1
    assert "error[PB201]" in ran.out
    assert "Nothing was built. The old site, if there is one, is as it was." in ran.err
    assert (world.folder / "site/index.html").read_bytes() == before


def test_build_of_an_edition_that_does_not_exist_names_those_that_do(world: World) -> None:
    ran = world.pledgebook("build", "--edition", "trainer")

    assert ran.status == 1
    assert "There is no edition called `trainer`. handbook.yml has: employees, trainers." in ran.err


def test_build_replaces_a_site_but_never_other_peoples_files(world: World) -> None:
    world.write("documents/letter.txt", "Dear")

    ran = world.pledgebook("build", "-o", "documents")

    assert ran.status == 2
    assert "has files in it that are not a site" in ran.err
    assert world.read("documents/letter.txt") == "Dear"


@pytest.mark.parametrize("target", [".", "principles", "content/site"])
def test_build_never_goes_into_its_own_input(world: World, target: str) -> None:
    ran = world.pledgebook("build", "-o", target)

    assert ran.status == 2
    assert (world.folder / "principles/keep-promises.yml").is_file()


def test_a_page_that_is_gone_from_the_handbook_is_gone_from_the_site(world: World) -> None:
    world.write("content/old.md", "# Old\n")
    world.pledgebook("build")
    assert (world.folder / "site/old/index.html").is_file()
    world.remove("content/old.md")

    world.pledgebook("build")

    assert not (world.folder / "site/old").exists()


def _many_scenarios(world: World, count: int) -> None:
    text = world.read("principles/scenarios/late-delivery.yml")
    for number in range(count):
        world.write(f"principles/scenarios/late-{number}.yml", text)


@pytest.mark.parametrize("kill", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_the_old_site_whole(
    world: World, kill: signal.Signals
) -> None:
    world.pledgebook("build")
    before = {p: p.read_bytes() for p in (world.folder / "site").rglob("*") if p.is_file()}
    _many_scenarios(world, 400)
    process = subprocess.Popen(
        [PROGRAM, "build"],
        cwd=world.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_interrupts,
    )
    deadline = time.monotonic() + 30
    while not list(world.folder.glob(".site.building-*/scenarios")):
        assert time.monotonic() < deadline and process.poll() is None
        time.sleep(0.005)

    process.send_signal(kill)
    _, errors = process.communicate(timeout=30)

    assert process.returncode != 0
    assert b"Traceback" not in errors
    after = {p: p.read_bytes() for p in (world.folder / "site").rglob("*") if p.is_file()}
    assert after == before
    assert world.pledgebook("build", "-q").status == 0


def test_a_disk_that_fills_up_leaves_the_old_site_whole(world: World) -> None:
    world.pledgebook("build")
    before = (world.folder / "site/index.html").read_bytes()

    # A limit on the size of files makes writing fail as a full disk does.
    ran = subprocess.run(
        ["sh", "-c", 'ulimit -f 40; exec "$0" build', PROGRAM],
        cwd=world.folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
    )

    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert "File too large" in ran.stderr
    assert (world.folder / "site/index.html").read_bytes() == before
    assert not list(world.folder.glob(".site.building-*"))


def test_a_long_build_shows_its_progress_on_a_terminal(world: World) -> None:
    _many_scenarios(world, 500)
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, "build"],
        cwd=world.folder,
        stdout=subprocess.DEVNULL,
        stderr=slave,
        env={**os.environ, "NO_COLOR": "1"},
    )
    os.close(slave)
    seen = b""
    while process.poll() is None or select.select([master], [], [], 0.1)[0]:
        if select.select([master], [], [], 0.1)[0]:
            try:
                seen += os.read(master, 4096)
            except OSError:
                break
    os.close(master)

    assert process.wait() == 0
    assert b"Building page" in seen


# ---- new --------------------------------------------------------------------------------------


def test_new_makes_a_handbook_that_checks_and_builds(tmp_path: Path) -> None:
    made = World(tmp_path).pledgebook("new", "my-handbook")

    handbook = World(tmp_path / "my-handbook")
    assert made.status == 0
    assert "cd my-handbook" in made.out
    assert handbook.pledgebook("check", "--strict").status == 0
    assert handbook.pledgebook("build", "--strict").status == 0
    assert handbook.mkdocs("build", "--strict").status == 0


def test_new_does_not_write_over_anything(world: World) -> None:
    ran = world.pledgebook("new", "principles")

    assert ran.status == 2
    assert ran.err == ("Error: principles has files in it already. Name a new or empty folder.\n")
