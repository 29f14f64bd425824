"""Small worlds to try the handbook in."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.world import BASE, World


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="Write what the tests see into the expected files, to be read and committed.",
    )


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make what is printed the same everywhere."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.delenv("PLEDGEBOOK_EDITION", raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A small, sound handbook to change and break."""
    folder = tmp_path / "handbook"
    shutil.copytree(BASE, folder)
    return World(folder)


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew."""
    return bool(request.config.getoption("--update-goldens") or os.environ.get("UPDATE_GOLDENS"))
