"""From files to a handbook: what loads becomes an entry, what does not becomes findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pledgebook.checks.duplicate_field import report_duplicate
from pledgebook.checks.empty_value import report_empty_file, report_not_fields
from pledgebook.checks.misplaced_file import (
    report_bad_name,
    report_unknown_folder,
    suggest_id,
)
from pledgebook.checks.yaml_syntax import report_fault
from pledgebook.diagnostic import Diagnostic
from pledgebook.kinds import Kind, kinds_by_folder
from pledgebook.kinds.fields import ID_PATTERN
from pledgebook.model import Entry
from pledgebook.settings import FILE_NAME, Settings, salvage_settings
from pledgebook.source import SourceFile
from pledgebook.validation import explain_errors
from pledgebook.wording import a
from pledgebook.yamlslip import YamlFault
from pledgebook.yamltree import Tree, compose_tree

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of the files: entries in order, the settings, and what was wrong.

    ``settings`` are what could be understood of them, with stand-ins for the fields named in
    ``unknown_settings``; a handbook may be built only if ``settings_sound``. ``failed`` maps the
    id of each file that did not load, and its former ids, to its path; ``failed_texts`` is what
    is in them. ``titles`` gives the title of what is in a file, by path, as far as it could be
    read.
    """

    entries: tuple[Entry, ...]
    settings: Settings
    settings_tree: Tree
    settings_sound: bool
    unknown_settings: frozenset[str]
    failed: dict[str, str]
    failed_texts: tuple[str, ...]
    titles: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def load_files(files: Iterable[SourceFile], root: str) -> Loaded:
    """Load every file under the folder ``root``; one bad file hides no other."""
    entries: list[Entry] = []
    failed: dict[str, str] = {}
    failed_texts: list[str] = []
    titles: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    settings: Settings | None = None
    settings_tree = Tree(SourceFile(f"{root}/{FILE_NAME}", ""), None)
    for source in files:
        tree = _compose(source, diagnostics)
        inner = source.path.removeprefix(f"{root}/")
        titles[source.path] = _find_title(source, tree)
        if inner == FILE_NAME:
            settings_tree = tree or Tree(source, None)
            settings = _load_settings(tree, diagnostics)
            failed_texts.extend([source.text] if settings is None else [])
            continue
        entry = _load_entry(source, inner, tree, diagnostics)
        if entry is None:
            failed_texts.append(source.text.strip())
            failed.update(dict.fromkeys(_ids_of_failed(inner, source.text), source.path))
        else:
            entries.append(entry)
    salvaged, unknown = salvage_settings(settings_tree.data if settings is None else {})
    return Loaded(
        entries=tuple(entries),
        settings=settings or salvaged,
        settings_tree=settings_tree,
        settings_sound=settings is not None,
        unknown_settings=unknown if settings is None else frozenset(),
        failed=failed,
        failed_texts=tuple(failed_texts),
        titles=titles,
        diagnostics=tuple(diagnostics),
    )


_TITLE = re.compile(r"^title:[ \t]*([^\n]*)", re.MULTILINE)


def _find_title(source: SourceFile, tree: Tree | None) -> str:
    """Return the title of what is in a file, as well as can be told if it is broken."""
    if tree is not None:
        return str(tree.data.get("title") or "") if isinstance(tree.data, dict) else ""
    found = _TITLE.search(source.text)
    return found[1].strip(" \"'") if found else ""


_ALIASES = re.compile(r"^aliases:(.*(?:\n(?![^\s#-]).*)*)", re.MULTILINE)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _ids_of_failed(inner: str, text: str) -> Iterator[str]:
    """Yield the ids others may know a file by that did not load, however broken it is."""
    stem = PurePosixPath(inner).stem
    yield stem
    yield suggest_id(stem)
    for aliases in _ALIASES.findall(text):
        yield from _NAME.findall(aliases)


def _compose(source: SourceFile, diagnostics: list[Diagnostic]) -> Tree | None:
    result = compose_tree(source)
    if isinstance(result, YamlFault):
        diagnostics.append(report_fault(result))
        return None
    diagnostics.extend(report_duplicate(duplicate) for duplicate in result.duplicates)
    return result


def _load_settings(tree: Tree | None, diagnostics: list[Diagnostic]) -> Settings | None:
    if tree is None:
        return None
    return _validate(Settings, tree, FILE_NAME, diagnostics)


def _load_entry(
    source: SourceFile, inner: str, tree: Tree | None, diagnostics: list[Diagnostic]
) -> Entry | None:
    kind = _kind_of(source, inner, diagnostics)
    stem, _, suffix = inner.rpartition("/")[2].rpartition(".")
    named_well = suffix == "yml" and ID_PATTERN.match(stem) is not None
    if not named_well:
        diagnostics.append(report_bad_name(source.path))
    if kind is None or tree is None:
        return None
    item = _validate(kind.model, tree, a(kind.name), diagnostics)
    if item is None or not named_well:
        return None
    return Entry(stem, kind, item, tree)


def _kind_of(source: SourceFile, inner: str, diagnostics: list[Diagnostic]) -> Kind | None:
    folder = inner.partition("/")[0] if "/" in inner else ""
    kind = kinds_by_folder().get(folder)
    if kind is None:
        known = tuple(name for name in kinds_by_folder() if name)
        diagnostics.append(report_unknown_folder(source.path, folder, known))
    return kind


def _validate(model: type[M], tree: Tree, owner: str, diagnostics: list[Diagnostic]) -> M | None:
    found = _refuse_non_fields(tree, owner)
    if found is not None:
        diagnostics.append(found)
        return None
    try:
        return model.model_validate(tree.data)
    except ValidationError as error:
        diagnostics.extend(explain_errors(model, error, tree, owner))
        return None


def _refuse_non_fields(tree: Tree, owner: str) -> Diagnostic | None:
    data: Any = tree.data
    if isinstance(data, dict):
        return None
    if data is None:
        return report_empty_file(owner, tree.first_line_span())
    found = "a list" if isinstance(data, list) else "only text"
    return report_not_fields(owner, found, tree.first_line_span())


def index_entries(entries: Iterable[Entry]) -> tuple[dict[str, Entry], tuple[Entry, ...]]:
    """Return the entries by id, and those whose id an earlier one has."""
    by_id: dict[str, Entry] = {}
    namesakes: list[Entry] = []
    for entry in entries:
        if by_id.setdefault(entry.id, entry) is not entry:
            namesakes.append(entry)
    return by_id, tuple(namesakes)


__all__ = ["Loaded", "index_entries", "load_files"]
