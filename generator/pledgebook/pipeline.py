"""The one way from files to a checked handbook. Hosts see only what this returns."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pledgebook.checks import check_handbook
from pledgebook.checks.bad_permalink import report_bad_line
from pledgebook.checks.missing_handbook import report_missing_folder, report_missing_settings
from pledgebook.checks.unreadable_file import report_unread
from pledgebook.diagnostic import Diagnostic, has_errors
from pledgebook.kinds import kinds_by_folder
from pledgebook.load import Loaded, index_entries, load_files
from pledgebook.model import ContentPage, Gaps, Handbook
from pledgebook.permalinks import FILE_NAME as PERMALINKS
from pledgebook.permalinks import PublishedAddress, read_published
from pledgebook.settings import FILE_NAME
from pledgebook.source import SourceFile, Trouble, UnreadFile, list_files, read_folder
from pledgebook.waivers import judge_findings


@dataclass(frozen=True, slots=True)
class Roots:
    """Where a handbook lies: the folder of ``mkdocs.yml``, its data and its pages.

    ``site_url`` is where it is published, if ``mkdocs.yml`` says so.
    """

    base: Path
    data: Path
    content: Path
    site_url: str = ""

    @property
    def data_path(self) -> str:
        """The data's folder as findings write it: relative to the folder of ``mkdocs.yml``."""
        return shown_path(self.data, self.base)

    @property
    def content_path(self) -> str:
        """The pages' folder as findings write it."""
        return shown_path(self.content, self.base)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a handbook's files.

    ``handbook`` holds everything that loaded; it is ``None`` only when there are no usable
    settings. ``sources`` and ``titles`` are by path, for showing findings in their surroundings.
    """

    handbook: Handbook | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile]
    titles: Mapping[str, str]
    file_count: int
    pages: tuple[ContentPage, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether a handbook may be built from it."""
        return self.handbook is not None and not has_errors(self.diagnostics)


def check_files(
    roots: Roots, today: date | None = None, texts: Mapping[str, str] | None = None
) -> Checked:
    """Read, load and check a handbook. Never raises for anything a file can do.

    ``today`` is the day on which reviews and waivers are judged, if not the present one.
    ``texts`` are looked at in place of what the files of these paths hold, as if saved already.
    """
    with _collection_paused():
        return _check(roots, today or date.today(), texts or {})


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Hold Python's search for circular garbage, which here finds none and doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check(roots: Roots, today: date, texts: Mapping[str, str]) -> Checked:
    if not roots.data.is_dir():
        shown = shown_path(roots.data, roots.base)
        return Checked(None, (report_missing_folder(shown),), {}, {}, 0)
    data_files, unread_data = read_folder(roots.base, roots.data, (".yml", ".yaml"))
    locks, unread_locks = read_folder(roots.base, roots.data, (PERMALINKS,))
    data_files = tuple(_instead(file, texts) for file in data_files)
    pages, unread_pages = _read_pages(roots, texts)
    loaded = load_files(data_files, shown_path(roots.data, roots.base))
    diagnostics = [report_unread(unread) for unread in (*unread_data, *unread_locks, *unread_pages)]
    diagnostics.extend(loaded.diagnostics)
    published, faults = read_published(locks)
    diagnostics.extend(report_bad_line(span) for span in faults)
    settings_path = f"{shown_path(roots.data, roots.base)}/{FILE_NAME}"
    known = {source.path for source in data_files} | {file.path for file in unread_data}
    if settings_path not in known:
        diagnostics.append(report_missing_settings(settings_path))
    unread = (unread_data, (*unread_locks, *unread_pages))
    handbook = _assemble(loaded, pages, roots, unread, published, today)
    diagnostics.extend(check_handbook(handbook))
    if loaded.settings_sound:
        diagnostics.extend(_check_cards(handbook, roots))
    sources = {s.path: s for s in (*data_files, *locks, *(page.source for page in pages))}
    titles = {page.path: page.title for page in pages} | loaded.titles
    judged = judge_findings(handbook, diagnostics)
    ordered = tuple(sorted(judged, key=lambda found: found.sort_key))
    usable = handbook if loaded.settings_sound else None
    return Checked(usable, ordered, sources, titles, len(data_files) + len(pages), pages)


def _check_cards(handbook: Handbook, roots: Roots) -> Iterable[Diagnostic]:
    if not handbook.of_kind("deck"):
        return ()
    # The typesetter takes as long to load as a handbook without decks takes to check.
    from pledgebook.render.cards.check import check_decks

    return check_decks(handbook, roots.base, roots.site_url)


def _instead(file: SourceFile, texts: Mapping[str, str]) -> SourceFile:
    return SourceFile(file.path, texts[file.path]) if file.path in texts else file


def _read_pages(
    roots: Roots, texts: Mapping[str, str]
) -> tuple[tuple[ContentPage, ...], tuple[UnreadFile, ...]]:
    if not roots.content.is_dir():
        return (), ()
    files, unread = read_folder(roots.base, roots.content, (".md",))
    prefix = f"{shown_path(roots.content, roots.base)}/"
    files = tuple(_instead(file, texts) for file in files)
    return tuple(ContentPage(file, file.path.removeprefix(prefix)) for file in files), unread


def _assemble(
    loaded: Loaded,
    pages: tuple[ContentPage, ...],
    roots: Roots,
    unread: tuple[tuple[UnreadFile, ...], tuple[UnreadFile, ...]],
    published: tuple[PublishedAddress, ...],
    today: date,
) -> Handbook:
    unread_data, unread_others = unread
    entries, namesakes = index_entries(loaded.entries)
    prefix = f"{shown_path(roots.content, roots.base)}/"
    there = list_files(roots.base, roots.content) if roots.content.is_dir() else ()
    return Handbook(
        settings=loaded.settings,
        settings_tree=loaded.settings_tree,
        entries=entries,
        pages=pages,
        failed=loaded.failed | {Path(file.path).stem: file.path for file in unread_data},
        namesakes=namesakes,
        content_files=frozenset(path.removeprefix(prefix) for path in there),
        published=published,
        gaps=Gaps(
            texts=loaded.failed_texts,
            unread=bool(unread_data or unread_others or not all(loaded.failed_texts)),
            kinds=_unread_kinds(unread_data, roots),
            settings=loaded.unknown_settings,
        ),
        today=today,
    )


def _unread_kinds(unread: tuple[UnreadFile, ...], roots: Roots) -> frozenset[str]:
    """Return the kinds whose folder is a link, which is not followed."""
    linked = {
        Path(file.path).name
        for file in unread
        if file.trouble is Trouble.OUTSIDE and (roots.base / file.path).is_dir()
    }
    return frozenset(kind.name for folder, kind in kinds_by_folder().items() if folder in linked)


def shown_path(path: Path, base: Path) -> str:
    """Return a path as findings write it: relative to the folder of ``mkdocs.yml``."""
    return Path(os.path.relpath(path, base)).as_posix()
