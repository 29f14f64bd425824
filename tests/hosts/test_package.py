"""The wheel, installed where nothing of this checkout is."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_theme_the_starter_and_its_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    for name in (
        "pledgebook/py.typed",
        "pledgebook/theme/pages/principle.html",
        "pledgebook/theme/assets/pledgebook.css",
        "pledgebook/starter/mkdocs.yml",
        "pledgebook/starter/principles/handbook.yml",
    ):
        assert name in names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests")]


def test_an_installed_wheel_makes_a_handbook_whose_site_works(wheel: Path, tmp_path: Path) -> None:
    _run(sys.executable, "-m", "venv", "venv", cwd=tmp_path)
    programs = tmp_path / "venv/bin"
    _run(programs / "python", "-m", "pip", "install", "-q", wheel, cwd=tmp_path)

    _run(programs / "pledgebook", "new", "my-handbook", cwd=tmp_path)
    said = _run(programs / "pledgebook", "build", "--strict", cwd=tmp_path / "my-handbook")

    site = tmp_path / "my-handbook/site"
    assert said.startswith("site/: ")
    assert "Keep your promises" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "search/search_index.json").stat().st_size > 1000
    assert (site / "assets/pledgebook/fonts").is_dir()
