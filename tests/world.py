"""A handbook on disk that a test may change, and the ways in that a user has."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
"""A small handbook with nothing wrong in it."""


def hear_interrupts() -> None:
    """In a started program: hear Ctrl-C even if the tests themselves run where nobody types."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class World:
    """A handbook in a folder of its own."""

    folder: Path

    def write(self, path: str, text: str) -> None:
        """Write a file of the handbook, making its folder."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands in a file exactly once."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        target = self.folder / path
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()

    def overlay(self, case: Path) -> None:
        """Lay the files of a case over the handbook, and do what cannot be said by a file.

        ``remove.txt`` names files and folders to take away. Of ``options.txt``, the lines
        ``latin-1: PATH`` (save the file so) and ``link: PATH -> TARGET`` are followed here.
        """
        ignored = shutil.ignore_patterns("expected*", "remove.txt", "options.txt")
        shutil.copytree(case, self.folder, dirs_exist_ok=True, ignore=ignored)
        removals = case / "remove.txt"
        if removals.is_file():
            for line in removals.read_text(encoding="utf-8").split():
                self.remove(line)
        for name, value in read_options(case):
            if name == "latin-1":
                (self.folder / value).write_bytes(self.read(value).encode("latin-1"))
            elif name == "link":
                path, _, target = value.partition(" -> ")
                (self.folder / path).symlink_to(self.folder / target)

    def pledgebook(self, *arguments: str, answer: str = "", **environment: str) -> Ran:
        """Run the command as a user does, in the handbook's folder, who types ``answer``."""
        return self.run("pledgebook", *arguments, answer=answer, **environment)

    def mkdocs(self, *arguments: str, **environment: str) -> Ran:
        """Run MkDocs as a user does, in the handbook's folder."""
        return self.run("mkdocs", *arguments, **environment)

    def run(self, program: str, *arguments: str, answer: str = "", **environment: str) -> Ran:
        command = [str(Path(sys.executable).with_name(program)), *arguments]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, **environment},
            input=answer,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)


def read_options(case: Path) -> list[tuple[str, str]]:
    """Return the lines ``name: value`` of a case's ``options.txt``, if it has one."""
    options = case / "options.txt"
    if not options.is_file():
        return []
    lines = options.read_text(encoding="utf-8").splitlines()
    return [(name, value) for name, _, value in (line.partition(": ") for line in lines)]
