"""What has been published: noted, and looked for in what is about to be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pledgebook.model import Handbook
from pledgebook.permalinks import FILE_NAME, Permalink, format_permalinks


def addresses_of(handbook: Handbook) -> set[Permalink]:
    """Return the address of every item in every edition."""
    return {
        Permalink(name, entry.kind.section, entry.id)
        for name in handbook.settings.editions
        for entry in handbook.for_edition(name).entries.values()
    }


def write_permalinks(handbook: Handbook, data: Path) -> int:
    """Note the addresses that are now published; return how many are new.

    The file is replaced in one step, and nothing in it is ever lost.
    """
    before = {published.permalink for published in handbook.published}
    after = before | addresses_of(handbook)
    if after != before:
        target = data / FILE_NAME
        beside = target.with_name(f".{FILE_NAME}.new")
        beside.write_text(format_permalinks(after), encoding="utf-8")
        beside.replace(target)
    return len(after - before)


def find_missing(handbook: Handbook, folders: Mapping[str, Path]) -> list[str]:
    """Return the published addresses that the sites in ``folders``, by edition, do not have."""
    missing: list[str] = []
    for published in handbook.published:
        link = published.permalink
        folder = folders.get(link.edition)
        if folder is not None and not _is_in(folder, link):
            missing.append(f"{link.edition} {link.address}")
    return missing


def _is_in(folder: Path, link: Permalink) -> bool:
    own = (folder / link.section / link.id / "index.html", folder / f"{link.address}.html")
    if any(path.is_file() for path in own):
        return True
    gathered = folder / link.section / "index.html"
    return gathered.is_file() and f'id="{link.id}"' in gathered.read_text("utf-8")
