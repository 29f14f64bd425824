"""From files to a handbook: what loads becomes an entry, what does not becomes findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from pledgebook.checks.duplicate_field import report_duplicate
from pledgebook.checks.empty_value import report_empty_file, report_not_fields
from pledgebook.checks.misplaced_file import report_bad_name, report_unknown_folder
from pledgebook.checks.yaml_syntax import report_fault
from pledgebook.diagnostic import Diagnostic
from pledgebook.kinds import Kind, kinds_by_folder
from pledgebook.kinds.fields import ID_PATTERN
from pledgebook.model import Entry
from pledgebook.settings import FILE_NAME, Settings
from pledgebook.source import SourceFile
from pledgebook.validation import explain_errors
from pledgebook.yamltree import Tree, YamlFault, compose_tree

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of the files: entries in order, the settings, and what was wrong.

    ``failed`` maps the id of each file that did not load to its path. ``titles`` gives the title
    of what is in a file, by path, as far as it could be read.
    """

    entries: tuple[Entry, ...]
    settings: Settings | None
    settings_tree: Tree | None
    failed: dict[str, str]
    titles: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def load_files(files: Iterable[SourceFile], root: str) -> Loaded:
    """Load every file under the folder ``root``; one bad file hides no other."""
    entries: list[Entry] = []
    failed: dict[str, str] = {}
    titles: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    settings, settings_tree = None, None
    for source in files:
        result = _compose(source, diagnostics)
        inner = source.path.removeprefix(f"{root}/")
        if result is not None and isinstance(result.data, dict):
            titles[source.path] = str(result.data.get("title") or "")
        if inner == FILE_NAME:
            settings, settings_tree = _load_settings(result, diagnostics), result
            continue
        entry = _load_entry(source, inner, result, diagnostics)
        if entry is None:
            failed[PurePosixPath(inner).stem] = source.path
        else:
            entries.append(entry)
    return Loaded(tuple(entries), settings, settings_tree, failed, titles, tuple(diagnostics))


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
    return _validate(Settings, tree, "the handbook's settings", diagnostics)


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
    item = _validate(kind.model, tree, _a(kind.name), diagnostics)
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


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


__all__ = ["Loaded", "index_entries", "load_files"]
