"""The JSON Schemas of a handbook on disk, and telling editors of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pledgebook.kinds import all_kinds
from pledgebook.model import Handbook
from pledgebook.resources import starter_dir
from pledgebook.schema import Names, Schema, describe_file, list_names
from pledgebook.settings import FILE_NAME, Settings
from pledgebook.source import read_folder
from pledgebook.yamltree import Tree, compose_tree

FOLDER = ".schemas"
"""Where the schemas of a handbook lie, beside its mkdocs.yml."""

HANDBOOK = "handbook"


def schema_names() -> tuple[str, ...]:
    """Return what there is a schema of: every kind, and handbook.yml."""
    return (*(kind.name for kind in all_kinds()), HANDBOOK)


def make_schema(name: str, handbook: Handbook | None) -> Schema:
    """Return the schema of a kind of file, with the names ``handbook`` knows if there is one."""
    names = list_names(handbook) if handbook is not None else Names()
    example = _examples().get(name)
    if name == HANDBOOK:
        return describe_file(Settings, "The handbook's settings", Names(), example)
    kind = next(kind for kind in all_kinds() if kind.name == name)
    return describe_file(kind.model, kind.name.capitalize(), names, example)


def _examples() -> dict[str, dict[str, Any]]:
    """Return the data of a file of each sort, from the handbook that ``pledgebook new`` makes."""
    root = starter_dir() / "principles"
    files, _ = read_folder(root, root, (".yml",))
    folders = {kind.folder: kind.name for kind in all_kinds()}
    found: dict[str, dict[str, Any]] = {}
    for source in files:
        tree = compose_tree(source)
        folder, _, file_name = source.path.removeprefix("./").rpartition("/")
        name = HANDBOOK if file_name == FILE_NAME else folders.get(folder, "")
        if isinstance(tree, Tree) and isinstance(tree.data, dict):
            found[name] = {**tree.data, **found.get(name, {})}
    return found


def write_schemas(folder: Path, handbook: Handbook | None) -> tuple[Path, ...]:
    """Write every schema into ``folder``; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in schema_names():
        path = folder / _file_name(name)
        path.write_text(show_schema(make_schema(name, handbook)), encoding="utf-8")
        written.append(path)
    return tuple(written)


def show_schema(schema: Schema) -> str:
    """Return a schema as it is printed and saved."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_editor_settings(base: Path) -> None:
    """Tell VS Code which schema each file of a new handbook has (its YAML extension reads this)."""
    settings = {
        "yaml.schemas": {
            f"{FOLDER}/{_file_name(kind.name)}": (
                [f"principles/{kind.folder}/*.yml"]
                if kind.folder
                else ["principles/*.yml", f"!principles/{FILE_NAME}"]
            )
            for kind in all_kinds()
        }
        | {f"{FOLDER}/{_file_name(HANDBOOK)}": [f"principles/{FILE_NAME}"]}
    }
    path = base / ".vscode" / "settings.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")


def _file_name(name: str) -> str:
    return f"{name}.schema.json"
