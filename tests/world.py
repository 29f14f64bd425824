"""A handbook on disk that a test may change, and the ways in that a user has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
"""A small handbook with nothing wrong in it."""


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
        (self.folder / path).unlink()

    def overlay(self, case: Path) -> None:
        """Lay the files of a case over the handbook; ``remove.txt`` names files to take away."""
        shutil.copytree(
            case,
            self.folder,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("expected*", "remove.txt", "options.txt"),
        )
        removals = case / "remove.txt"
        if removals.is_file():
            for line in removals.read_text(encoding="utf-8").split():
                self.remove(line)

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
