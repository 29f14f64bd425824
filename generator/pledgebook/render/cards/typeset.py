"""Typst, and what is known of it.

Text goes in as data and comes out verbatim; nothing is generated as markup. A missing glyph is an
error only under a standard, and an unknown font only a warning, so every PDF is made to a standard
and any warning is refused. The computer's own fonts are not looked at, so that a card is the same
everywhere.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import typst

OFFICE_STANDARDS = ("ua-1", "a-2a")
PRESS_STANDARDS = ("ua-1",)
"""PDF/A refuses the inks of a press; PDF/UA alone still refuses a missing glyph."""

_MAIN = "sheet.typ"

Job = dict[str, Any]


class TypesettingFailed(Exception):
    """A layout that cannot be drawn; the message is Typst's, for the layout's designer."""


@lru_cache(maxsize=8)
def find_fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    """Return the fonts in ``folders``, and no others."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )


@contextmanager
def open_bench(folders: tuple[Path, ...]) -> Iterator[Bench]:
    """Yield a place to typeset in, with the layouts of all theme folders in one."""
    sources = [folder / "cards" for folder in folders if (folder / "cards").is_dir()]
    fonts = find_fonts(tuple(f / "fonts" for f in folders if (f / "fonts").is_dir()))
    if len(sources) == 1:
        yield Bench(sources[0], fonts)
        return
    with tempfile.TemporaryDirectory(prefix="pledgebook-cards-") as folder:
        for source in reversed(sources):
            shutil.copytree(source, folder, dirs_exist_ok=True)
        yield Bench(Path(folder), fonts)


class Bench:
    """Where jobs are typeset: a folder of layouts, and fonts."""

    def __init__(self, root: Path, fonts: typst.Fonts) -> None:
        self._root = root
        self._fonts = fonts

    def measure(self, job: Job) -> list[dict[str, Any]]:
        """Return what each layout found about how its texts fit. Raises ``TypesettingFailed``."""
        try:
            found = typst.query(
                str(self._root / _MAIN),
                "<fit>",
                field="value",
                root=str(self._root),
                font_paths=self._fonts,
                ignore_system_fonts=True,
                sys_inputs=_inputs(job),
            )
        except RuntimeError as error:
            raise TypesettingFailed(_explain(error)) from error
        result: list[dict[str, Any]] = json.loads(found)
        return result

    def make_pdf(self, job: Job, standards: Sequence[str], main: str = _MAIN) -> bytes:
        """Return the job as a PDF. Raises ``TypesettingFailed``."""
        return b"".join(self._compile(job, main, pdf_standards=list(standards)))

    def make_pictures(
        self, job: Job, form: Literal["svg", "png"], dots_per_inch: float = 300
    ) -> list[bytes]:
        """Return a picture of each page of the job. Raises ``TypesettingFailed``."""
        return self._compile(job, _MAIN, format=form, ppi=dots_per_inch)

    def _compile(self, job: Job, main: str, **options: Any) -> list[bytes]:
        try:
            made, warnings = typst.compile_with_warnings(
                str(self._root / main),
                root=str(self._root),
                font_paths=self._fonts,
                ignore_system_fonts=True,
                sys_inputs=_inputs(job),
                **options,
            )
        except RuntimeError as error:
            raise TypesettingFailed(_explain(error)) from error
        if warnings:
            raise TypesettingFailed("\n".join(str(warning) for warning in warnings))
        return made if isinstance(made, list) else [made]


def _inputs(job: Job) -> dict[str, str]:
    return {"job": json.dumps(job, ensure_ascii=False, separators=(",", ":"))}


def _explain(error: RuntimeError) -> str:
    return str(error).strip().removeprefix("failed to compile document: ")
