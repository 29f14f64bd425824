"""What a handbook has to print with: layouts, stocks and fonts, its own before the shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from pledgebook.checks.faulty_layout import report_faulty_layout
from pledgebook.checks.faulty_stock import report_faulty_stock
from pledgebook.checks.yaml_syntax import report_fault
from pledgebook.diagnostic import Diagnostic
from pledgebook.render.cards.glyphs import FONT_SUFFIXES
from pledgebook.render.cards.layout import Layout
from pledgebook.render.cards.stock import Stock
from pledgebook.source import SourceFile, read_folder
from pledgebook.validation import explain_errors
from pledgebook.yamlslip import YamlFault
from pledgebook.yamltree import compose_tree, span_of_offset

M = TypeVar("M", bound=BaseModel)

_PACKAGE = re.compile(r'"(@[A-Za-z0-9_-]+/[^"]*)"')


@dataclass(frozen=True)
class Shelf:
    """Everything by its name, and what was wrong with files of the handbook's own theme."""

    folders: tuple[Path, ...]
    layouts: Mapping[str, Layout]
    stocks: Mapping[str, Stock]
    diagnostics: tuple[Diagnostic, ...]
    fetches: tuple[Diagnostic, ...]
    """Places where a drawing would fetch something from the internet; nothing is drawn then."""

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """The folders fonts are looked for in; the computer's own fonts never are."""
        return tuple(f / "fonts" for f in self.folders if (f / "fonts").is_dir())

    @property
    def font_files(self) -> Iterator[Path]:
        for folder in self.font_folders:
            yield from sorted(p for p in folder.rglob("*") if p.suffix.lower() in FONT_SUFFIXES)


def read_shelf(folders: tuple[Path, ...]) -> Shelf:
    """Read the layouts and stocks of the theme's folders; the first folder's file wins."""
    diagnostics: list[Diagnostic] = []
    fetches: list[Diagnostic] = []
    layouts: dict[str, Layout] = {}
    stocks: dict[str, Stock] = {}
    for folder in reversed(folders):
        for source in _files(folder, "cards"):
            path = PurePosixPath(source.path)
            if path.name == "layout.yml":
                layout = _load(Layout, source, "a layout", diagnostics)
                layouts |= {path.parent.name: layout} if layout is not None else {}
        for source in _files(folder, "cards", ".typ"):
            if folder == folders[-1]:
                continue
            fetches.extend(_refuse_packages(source))
        for source in _files(folder, "stocks"):
            stock = _load(Stock, source, "a stock", diagnostics)
            if stock is None:
                continue
            if stock.fault:
                diagnostics.append(report_faulty_stock(source, stock.fault))
                continue
            stocks |= dict.fromkeys((PurePosixPath(source.path).stem, *stock.also), stock)
    return Shelf(folders, layouts, stocks, tuple(diagnostics), tuple(fetches))


def _files(folder: Path, name: str, suffix: str = ".yml") -> tuple[SourceFile, ...]:
    if not (folder / name).is_dir():
        return ()
    return read_folder(folder.parent, folder / name, (suffix,))[0]


def _refuse_packages(source: SourceFile) -> Iterator[Diagnostic]:
    """Typst would fetch a package from the internet, and printing asks no other computer."""
    if found := _PACKAGE.search(source.text):
        layout = PurePosixPath(source.path).parent.name
        said = f"it needs the package {found[1]}, and nothing is fetched from the internet"
        span = span_of_offset(source, found.start(1), len(found[1]))
        yield report_faulty_layout(layout, said, span)


def _load(
    model: type[M], source: SourceFile, owner: str, diagnostics: list[Diagnostic]
) -> M | None:
    tree = compose_tree(source)
    if isinstance(tree, YamlFault):
        diagnostics.append(report_fault(tree))
        return None
    try:
        return model.model_validate(tree.data)
    except ValidationError as error:
        diagnostics.extend(explain_errors(model, error, tree, owner))
        return None
