"""Where a handbook lies, read from ``mkdocs.yml`` without loading MkDocs.

Checking must be quick, and loading MkDocs takes longer than checking a thousand items. Only four
settings matter here, and ``mkdocs.yml`` may hold tags and variables that only MkDocs understands,
so the file is looked at and not evaluated.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from pledgebook.checks.yaml_syntax import report_fault
from pledgebook.diagnostic import Diagnostic
from pledgebook.pipeline import Roots
from pledgebook.source import SourceFile
from pledgebook.yamlslip import YamlFault
from pledgebook.yamltree import compose_tree

CONFIG_NAME = "mkdocs.yml"
_DEPTH_OF_INHERITANCE = 5


class ProjectMissing(Exception):
    """There is no usable ``mkdocs.yml``; the message says what to do."""


class ProjectFaulty(Exception):
    """``mkdocs.yml`` is not sound YAML; carries the finding and the file it is in."""

    def __init__(self, diagnostic: Diagnostic, source: SourceFile) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.source = source


@dataclass(frozen=True, slots=True)
class Project:
    """A handbook on disk: its ``mkdocs.yml``, its folders and the usual output folder."""

    config_file: Path
    roots: Roots
    site_dir: Path


def find_project(config_file: Path) -> Project:
    """Return the project of a ``mkdocs.yml``, or of the folder it lies in.

    Raises ``ProjectMissing`` if there is none, and ``ProjectFaulty`` if it cannot be understood.
    """
    path = config_file / CONFIG_NAME if config_file.is_dir() else config_file
    if not path.is_file():
        raise ProjectMissing(
            f"There is no {path}. Go to the folder of your handbook, name its file with "
            "`-f path/to/mkdocs.yml`, or begin a new handbook with `pledgebook new NAME`."
        )
    base = path.absolute().parent
    settings = _read_settings(path, _DEPTH_OF_INHERITANCE)
    roots = Roots(
        base=base,
        data=base / settings.get("principles", "principles"),
        content=base / settings.get("docs_dir", "docs"),
        site_url=settings.get("site_url", ""),
    )
    return Project(path.absolute(), roots, base / settings.get("site_dir", "site"))


def _read_settings(path: Path, depth: int) -> dict[str, str]:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise ProjectMissing(f"{path} cannot be opened ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise ProjectMissing(
            f"{path} is not saved as UTF-8 text. Save it again as UTF-8."
        ) from error
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise _faulty(path, text) from error
    settings: dict[str, str] = {}
    parent = _scalar(_get(root, "INHERIT"))
    if parent and depth:
        settings.update(_read_settings(path.parent / parent, depth - 1))
    for name in ("docs_dir", "site_dir", "site_url"):
        if value := _scalar(_get(root, name)):
            settings[name] = value
    if folder := _scalar(_get(_plugin_options(root), "principles")):
        settings["principles"] = folder
    return settings


def _faulty(path: Path, text: str) -> Exception:
    source = SourceFile(path.name, text)
    fault = compose_tree(source)
    if isinstance(fault, YamlFault):
        return ProjectFaulty(report_fault(fault), source)
    return ProjectMissing(f"{path} cannot be understood.")


def _get(node: Node | None, name: str) -> Node | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == name:
                return value  # type: ignore[no-any-return]
    return None


def _scalar(node: Node | None) -> str | None:
    if isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:str" and node.value:
        return str(node.value)
    return None


def _plugin_options(root: Node | None) -> Node | None:
    plugins = _get(root, "plugins")
    if isinstance(plugins, SequenceNode):
        found = (_get(entry, "pledgebook") for entry in plugins.value)
        return next((options for options in found if options is not None), None)
    return _get(plugins, "pledgebook")
