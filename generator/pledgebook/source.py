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
    for path, shown, is_link in _walk(str(folder), _relative(folder, base), unread):
        if is_link and Path(path).is_dir():
            unread.append(UnreadFile(shown, Trouble.OUTSIDE))
            continue
        if not path.endswith(suffixes):
            continue
        result = _read(path, shown, home if is_link else None)
        if isinstance(result, SourceFile):
            files.append(result)
        else:
            unread.append(result)
    return tuple(files), tuple(unread)


def list_files(base: Path, folder: Path) -> tuple[str, ...]:
    """Return the path of every file under ``folder``, relative to ``base``, sorted."""
    return tuple(shown for _, shown, _ in _walk(str(folder), _relative(folder, base), []))


def _relative(path: Path, base: Path) -> str:
    return Path(os.path.relpath(path, base)).as_posix()


def _walk(folder: str, shown: str, unread: list[UnreadFile]) -> Iterator[tuple[str, str, bool]]:
    """Yield files and links in a fixed order: their path, as it is shown, and whether a link.

    The files of a folder come before its folders; a linked folder is yielded, not entered. A
    folder that may not be looked into is added to ``unread``.
    Paths are plain text here: making an object of each costs more than reading the file.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted((e for e in found if e.name[0] != "."), key=lambda e: e.name)
    except OSError as error:
        unread.append(UnreadFile(shown, Trouble.UNREADABLE, error.strerror or str(error)))
        return
    folders = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry)
        else:
            yield entry.path, f"{shown}/{entry.name}", entry.is_symlink()
    for entry in folders:
        yield from _walk(entry.path, f"{shown}/{entry.name}", unread)


def _read(path: str, shown: str, home: Path | None) -> SourceFile | UnreadFile:
    """Read one file; ``home`` is the folder that a link must lead into."""
    try:
        if home is not None and not Path(path).resolve().is_relative_to(home):
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
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceFile(shown, text)


def _read_bytes(path: str) -> bytes | Trouble:
    """Read a file that nobody writes to meanwhile; try again a few times if somebody does."""
    for _ in range(_READ_ATTEMPTS):
        handle = _open_without_waiting(path)
        try:
            before = os.fstat(handle)
            if not stat.S_ISREG(before.st_mode):
                return Trouble.NOT_A_FILE
            if before.st_size > MAX_BYTES:
                return Trouble.TOO_LARGE
            data = os.read(handle, before.st_size + 1)
            after = os.fstat(handle)
        finally:
            os.close(handle)
        unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        if unchanged and len(data) == after.st_size:
            return data
    return Trouble.CHANGING


def _open_without_waiting(path: str) -> int:
    """Open without blocking on a named pipe, which would otherwise wait for a writer for ever."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
