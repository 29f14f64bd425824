"""How long 2,000 cards take, and how much memory, against an HTML to PDF converter.

The yardstick is WeasyPrint on an equal sheet: as many cards of the same size and text, with a code
each that was made once. It is measured if it is installed (``pip install weasyprint``). CPU seconds
of the whole process, its start included; peak memory of the process.

    python -m benchmarks.cards            2,000 cards
    python -m benchmarks.cards 200        another number, to try it
"""

from __future__ import annotations

import importlib.util
import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path

PEOPLE = 2_000
LIMIT_SECONDS = 8.0
LIMIT_RATIO = 5.0

ROOT = Path(__file__).resolve().parents[1]

WEASYPRINT = """
import sys, segno, weasyprint
count = int(sys.argv[1])
code = segno.make_qr("https://handbook.example.org/principles/keep-your-promises/", error="m")
picture = code.svg_data_uri()
front = '''<div class="c"><h1>Keep your promises</h1><p>What we promise, we do. If we cannot, you
hear it beforehand.</p><b>Person Number %d</b></div>'''
back = '''<div class="c"><p>I will name a day and hour for whatever I promise, and call before it
passes if I must break it.</p><img src="%s"></div>''' % picture
sheets = []
for first in range(0, count, 4):
    number = min(4, count - first)
    sheets.append("<section>" + "".join(front % (first + n) for n in range(number)) + "</section>")
    sheets.append("<section>" + back * number + "</section>")
style = '''<style>@page { size: A4; margin: 0 } body { margin: 0 }
section { break-after: page; width: 210mm; height: 297mm }
.c { float: left; box-sizing: border-box; width: 105mm; height: 148mm; padding: 9mm }
img { width: 18.5mm }</style>'''
weasyprint.HTML(string=style + "".join(sheets)).write_pdf(sys.argv[2])
"""


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Return the CPU seconds and the peak memory, in MB, of a command; it must end with 0."""
    before = os.times()
    child = os.posix_spawn(
        command[0],
        command,
        dict(os.environ),
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(child, 0)
    after = os.times()
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} failed in {folder}")
    seconds = after.children_user + after.children_system
    seconds -= before.children_user + before.children_system
    return seconds, usage.ru_maxrss / 1024


def write_project(folder: Path, count: int) -> None:
    """Write this project's handbook, an address for it, and a list of people."""
    for name in ("principles", "content"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    if "site_url" not in settings:
        settings += "\nsite_url: https://handbook.example.org/\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    people = "".join(f"Person Number {n},keep-your-promises\n" for n in range(count))
    (folder / "people.csv").write_text(f"name,card\n{people}", "utf-8")


def main() -> int:
    """Print what was measured; return 1 if it took longer than it may."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, count)
        program = str(Path(sys.executable).with_name("pledgebook"))
        ours, memory = measure(
            [
                program,
                "cards",
                "pledge-cards",
                "-f",
                name,
                "--people",
                f"{name}/people.csv",
                "-o",
                f"{name}/out",
                "-q",
            ],
            folder,
        )
        print(f"pledgebook: {count} cards in {ours:.1f} s of CPU, {memory:.0f} MB")
        failed = count == PEOPLE and ours > LIMIT_SECONDS
        if importlib.util.find_spec("weasyprint") is not None:
            script = [sys.executable, "-c", WEASYPRINT, str(count), f"{name}/theirs.pdf"]
            theirs, memory = measure(script, folder)
            print(f"WeasyPrint: {count} cards in {theirs:.1f} s of CPU, {memory:.0f} MB")
            print(f"ratio {theirs / ours:.1f}")
            failed = failed or theirs / ours < LIMIT_RATIO
        else:
            print("WeasyPrint is not installed, so it was not measured.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
