"""A site takes its place whole, or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from pledgebook.hosts import output
from pledgebook.hosts.output import OutputRefused, build_beside


def _build(target: Path, words: str) -> None:
    with build_beside(target, ()) as folder:
        (folder / "index.html").write_text(words, encoding="utf-8")


def test_the_new_site_replaces_the_old_one(tmp_path: Path) -> None:
    _build(tmp_path / "site", "old")
    (tmp_path / "site/gone.html").write_text("gone", encoding="utf-8")

    _build(tmp_path / "site", "new")

    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / "site/gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failure_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    _build(tmp_path / "site", "old")

    with pytest.raises(ZeroDivisionError), build_beside(tmp_path / "site", ()) as folder:
        (folder / "index.html").write_text("half", encoding="utf-8")
        _ = 1 / 0

    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_swap_works_where_the_system_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "_exchange", lambda one, other: False)
    _build(tmp_path / "site", "old")

    _build(tmp_path / "site", "new")

    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_run_stopped_between_two_renames_is_put_right_by_the_next(tmp_path: Path) -> None:
    _build(tmp_path / "site", "old")
    (tmp_path / "site").rename(tmp_path / ".site.old")

    with pytest.raises(ZeroDivisionError), build_beside(tmp_path / "site", ()):
        _ = 1 / 0

    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"


def test_remains_of_a_killed_run_go_and_those_of_a_running_one_stay(tmp_path: Path) -> None:
    dead, alive = tmp_path / ".site.building-dead", tmp_path / ".site.building-alive"
    dead.mkdir()
    alive.mkdir()
    yesterday = time.time() - 86_400
    os.utime(dead, (yesterday, yesterday))

    _build(tmp_path / "site", "new")

    assert alive.exists()
    assert not dead.exists()


def test_a_file_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a letter", encoding="utf-8")

    with pytest.raises(OutputRefused, match="is a file; name a folder"):
        _build(tmp_path / "site", "new")
