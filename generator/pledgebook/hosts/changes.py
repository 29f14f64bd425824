"""Making planned changes on disk: all of them, or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pledgebook.edits import FileChange


class ChangeRefused(Exception):
    """The files could not be changed, and are as they were; the message says why."""


def read_raw(base: Path, path: str) -> str:
    """Return a file as it is on disk, with its byte order mark and its own line ends."""
    return (base / path).read_bytes().decode("utf-8")


def write_changes(base: Path, changes: Iterable[FileChange]) -> None:
    """Write every change under ``base``; if one fails, undo those before it.

    Raises ``ChangeRefused`` if a file is no longer as it was planned on, or cannot be written.
    """
    planned = tuple(changes)
    _refuse_changed(base, planned)
    staged: list[tuple[FileChange, Path]] = []
    done: list[FileChange] = []
    try:
        for change in planned:
            staged.append((change, _stage(base, change)))
        for change, ready in staged:
            ready.replace(base / change.new_path)
            done.append(change)
            if change.new_path != change.path:
                (base / change.path).unlink()
    except OSError as error:
        _undo(base, done)
        reason = error.strerror or str(error)
        raise ChangeRefused(
            f"A file could not be written ({reason}). Nothing is changed."
        ) from error
    finally:
        for _, ready in staged:
            ready.unlink(missing_ok=True)


def _refuse_changed(base: Path, planned: tuple[FileChange, ...]) -> None:
    for change in planned:
        if read_raw(base, change.path) != change.before:
            raise ChangeRefused(
                f"{change.path} was changed meanwhile by another program. Nothing is changed; "
                "run the command again."
            )
        if change.new_path != change.path and (base / change.new_path).exists():
            raise ChangeRefused(f"There is a file {change.new_path} already. Nothing is changed.")


def _stage(base: Path, change: FileChange) -> Path:
    """Write the new text beside its place, with the rights of the file it replaces."""
    target = base / change.new_path
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    staged = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(change.after.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        staged.chmod((base / change.path).stat().st_mode & 0o777)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    return staged


def _undo(base: Path, done: list[FileChange]) -> None:
    for change in reversed(done):
        (base / change.path).write_bytes(change.before.encode("utf-8"))
        if change.new_path != change.path:
            (base / change.new_path).unlink(missing_ok=True)
