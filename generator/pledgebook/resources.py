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


def theme_folders(base: Path) -> tuple[Path, ...]:
    """Return the theme's folders, that of the handbook in the folder ``base`` first."""
    own, shipped = base / "theme", theme_dir()
    return (own, shipped) if own.is_dir() and own.resolve() != shipped.resolve() else (shipped,)
