"""Reading the handbook's files. Nothing else in the package reads input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

MAX_BYTES = 1_000_000
"""The largest file read; an item is a page of text, not a book."""

_READ_ATTEMPTS = 3


class Trouble(StrEnum):
    """Why a file could not be read."""

    TOO_LARGE = "too large"
    NOT_UTF8 = "not UTF-8"
    OUTSIDE = "outside the folder"
    UNREADABLE = "unreadable"
    CHANGING = "changing"
    NOT_A_FILE = "not a file"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's text; ``path`` is relative to the folder of ``mkdocs.yml``, with slashes."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that could not be read, and why."""

    path: str
    trouble: Trouble
    detail: str = ""


def read_folder(
    base: Path, folder: Path, suffixes: tuple[str, ...]
) -> tuple[tuple[SourceFile, ...], tuple[UnreadFile, ...]]:
    """Read the files under ``folder`` whose names end in one of ``suffixes``, sorted by path.

    Hidden files and folders are passed over. Links that lead out of ``folder`` and linked
    folders are not followed but reported. ``base`` is what paths are made relative to.
    """
    files: list[SourceFile] = []
    unread: list[UnreadFile] = []
    home = folder.resolve()
    for path in _walk(folder):
        if path.is_dir():
            unread.append(UnreadFile(_relative(path, base), Trouble.OUTSIDE))
            continue
        if not path.name.endswith(suffixes):
            continue
        result = _read(path, _relative(path, base), home)
        if isinstance(result, SourceFile):
            files.append(result)
        else:
            unread.append(result)
    return tuple(files), tuple(unread)


def list_files(base: Path, folder: Path) -> tuple[str, ...]:
    """Return the path of every file under ``folder``, relative to ``base``, sorted."""
    return tuple(_relative(path, base) for path in _walk(folder))


def _relative(path: Path, base: Path) -> str:
    return Path(os.path.relpath(path, base)).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    """Yield files and links in a fixed order; a linked folder is yielded, not entered."""
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [path for path in (Path(top, name) for name in folders) if path.is_symlink()]
        yield from linked
        folders[:] = [name for name in folders if Path(top, name) not in linked]
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(top, name)


def _read(path: Path, shown: str, home: Path) -> SourceFile | UnreadFile:
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            return UnreadFile(shown, Trouble.OUTSIDE)
        data = _read_bytes(path)
    except OSError as error:
        return UnreadFile(shown, Trouble.UNREADABLE, error.strerror or str(error))
    if isinstance(data, Trouble):
        return UnreadFile(shown, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return UnreadFile(shown, Trouble.NOT_UTF8, str(line))
    return SourceFile(shown, text.replace("\r\n", "\n").replace("\r", "\n"))


def _read_bytes(path: Path) -> bytes | Trouble:
    """Read a file that nobody writes to meanwhile; try again a few times if somebody does."""
    for _ in range(_READ_ATTEMPTS):
        with open(path, "rb", opener=_open_without_waiting) as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                return Trouble.NOT_A_FILE
            if before.st_size > MAX_BYTES:
                return Trouble.TOO_LARGE
            data = file.read(MAX_BYTES + 1)
            after = os.fstat(file.fileno())
        unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        if unchanged and len(data) == after.st_size:
            return data
    return Trouble.CHANGING


def _open_without_waiting(path: str, flags: int) -> int:
    """Open without blocking on a named pipe, which would otherwise wait for a writer for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
