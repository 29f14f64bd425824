"""The theme's part of a MkDocs site: what Material is told, and the files that come with it."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from pledgebook.colour import DARK, LIGHT

ASSETS = "assets/pledgebook"
"""Where the theme's files lie on the site."""

_EARLY = "head"
"""The folder of scripts that must run before Material's own."""

_FEATURES = (
    "navigation.indexes",
    "navigation.prune",
    "navigation.tabs",
    "navigation.top",
    "toc.follow",
    "content.action.edit",
)


def require_material(config: MkDocsConfig) -> None:
    """Refuse a theme whose pages ours would not fit."""
    if config.theme.name != "material":
        raise PluginError(
            f"The pledgebook plugin needs the Material theme, and mkdocs.yml says "
            f"`{config.theme.name}`. Write:\n\ntheme:\n  name: material\n"
        )


def prepare_theme(
    config: MkDocsConfig, folders: tuple[Path, ...], footer: str, logo: str | None
) -> None:
    """Give Material our page frame and settings, where mkdocs.yml does not have its own.

    ``footer`` is HTML, ``logo`` a picture's path under ``content/``. Fonts from another host are
    always off: no page may make a reader's browser ask elsewhere.
    """
    theme = config.theme
    frames = [str(folder / "site") for folder in folders if (folder / "site").is_dir()]
    custom = 1 if theme.custom_dir else 0
    theme.dirs[custom:custom] = [frame for frame in frames if frame not in theme.dirs]
    theme["font"] = False
    theme["features"] = list(dict.fromkeys([*(theme.get("features") or []), *_FEATURES]))
    if not theme.get("palette"):
        theme["palette"] = _palette()
    if logo and not theme.get("logo"):
        theme["logo"] = logo
    config.extra["pledgebook"] = {"light": LIGHT.paper, "dark": DARK.paper}
    config.mdx_configs.setdefault("toc", {}).setdefault("title", "On this page")
    config.extra.setdefault("generator", False)
    config.copyright = config.copyright or footer


def _palette() -> list[dict[str, object]]:
    return [
        _scheme("light", "default", "material/weather-night", "Switch to dark"),
        _scheme("dark", "slate", "material/weather-sunny", "Switch to light"),
    ]


def _scheme(media: str, scheme: str, icon: str, name: str) -> dict[str, object]:
    return {
        "media": f"(prefers-color-scheme: {media})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": name},
    }


def add_assets(
    files: Files, config: MkDocsConfig, folders: tuple[Path, ...], brand_css: str
) -> None:
    """Add the theme's style sheets, scripts and fonts; the first folder's file wins."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        assets = folder / "assets"
        for path in sorted(assets.rglob("*")) if assets.is_dir() else ():
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(assets).as_posix()] = path
    for name, path in found.items():
        files.append(File.generated(config, f"{ASSETS}/{name}", abs_src_path=str(path)))
    files.append(File.generated(config, f"{ASSETS}/brand.css", content=brand_css))
    _link(config.extra_css, "brand.css", brand_css.encode())
    early = config.extra.setdefault("polyfills", [])
    for name, path in found.items():
        within = PurePosixPath(name).parent.as_posix()
        links = {
            (".", ".css"): config.extra_css,
            (".", ".js"): config.extra_javascript,
            (_EARLY, ".js"): early,
        }.get((within, path.suffix))
        if links is not None:
            _link(links, name, path.read_bytes())


def _link(links: list, name: str, data: bytes) -> None:  # type: ignore[type-arg]
    """Link a file with a mark of its content, so that browsers may keep it for long."""
    links.append(f"{ASSETS}/{name}?v={hashlib.sha256(data).hexdigest()[:8]}")
