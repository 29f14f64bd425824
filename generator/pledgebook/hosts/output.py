"""Putting a finished site in its place, whole or not at all.

The new site is built beside the old one and swapped in at the end. On Linux and macOS the swap is
one step of the file system. Elsewhere it is two renames, and a run that is stopped between them is
put right by the next one.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_ABANDONED_AFTER = 3600
"""Seconds after which a half-built site is taken for the remains of a run that was killed."""
_MARK = ".pledgebook-site"
"""A file that says a folder is ours to replace."""


class OutputRefused(Exception):
    """The output folder is not one we may replace; the message says why and what to do."""


@contextmanager
def build_beside(target: Path, sources: tuple[Path, ...]) -> Iterator[Path]:
    """Yield an empty folder beside ``target``; on leaving without an error it takes its place.

    If anything goes wrong, ``target`` is left as it was and the new folder is removed. Raises
    ``OutputRefused`` if ``target`` holds something else than a site, or holds the handbook itself.
    """
    target = target.absolute()
    _recover(target)
    _refuse_foreign(target, sources)
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(target)
    new = Path(tempfile.mkdtemp(prefix=f".{target.name}.building-", dir=target.parent))
    try:
        yield new
        (new / _MARK).write_text("Made by pledgebook build, which may replace it.\n", "utf-8")
        new.chmod(0o755)
        _swap(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _refuse_foreign(target: Path, sources: tuple[Path, ...]) -> None:
    resolved = target.resolve()
    for source in sources:
        if source.resolve() == resolved or resolved in source.resolve().parents:
            raise OutputRefused(f"{target} holds the handbook itself, so a site cannot go there.")
        if source.resolve() in resolved.parents and source.name != resolved.name:
            raise OutputRefused(f"{target} lies inside {source.name}/, whose files are the input.")
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputRefused(f"{target} is a file; name a folder.")
    looks_ours = (target / _MARK).exists() or (target / "sitemap.xml").exists()
    if not looks_ours and any(target.iterdir()):
        raise OutputRefused(
            f"{target} has files in it that are not a site, and building would remove them. "
            "Name an empty or a new folder."
        )


def _remove_leftovers(target: Path) -> None:
    """Remove what a run that was killed left beside the site, but not another run's work."""
    for leftover in target.parent.glob(f".{target.name}.building-*"):
        if time.time() - leftover.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(leftover, ignore_errors=True)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _recover(target: Path) -> None:
    """Put the old site back if a run was stopped between taking it away and placing the new."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    elif old.exists():
        shutil.rmtree(old, ignore_errors=True)


def _swap(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    if _exchange(new, target):
        return
    old = _old(target)
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False where the system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform.startswith("linux"):
            done = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            done = library.renamex_np(first, second, _RENAME_SWAP)
        else:
            return False
    except (AttributeError, OSError, TypeError):
        return False
    return bool(done == 0)
