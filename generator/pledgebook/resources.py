"""Finding the files that ship with the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def theme_dir() -> Path:
    """Return the theme's folder: inside an installed package, or at the top of a checkout."""
    installed = _PACKAGE / "theme"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "theme"


def starter_dir() -> Path:
    """Return the folder that ``pledgebook new`` copies."""
    return _PACKAGE / "starter"
