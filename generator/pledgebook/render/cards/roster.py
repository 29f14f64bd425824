"""Lists of people, one card each: CSV or XLSX. Whatever a cell says is text and nothing else."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pledgebook.checks.faulty_roster import (
    report_empty_name,
    report_encoding,
    report_missing_column,
    report_nobody,
    report_unknown_form,
    report_unreadable_table,
)
from pledgebook.diagnostic import Diagnostic, Span

NAME, CARD = "name", "card"
MOST_BYTES = 10_000_000
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

Row = tuple[int, Sequence[str]]
"""The number of a row, from 1, and its cells."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a card is made for; ``columns`` is their row, by the names of the columns."""

    name: str
    columns: dict[str, str]
    path: str
    row: int

    @property
    def span(self) -> Span:
        return Span.at(self.path, self.row, 1)

    @property
    def card(self) -> str:
        """The id of the card they get; empty for every card of the deck."""
        return self.columns.get(CARD, "")


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a list, or what is wrong with it."""

    people: tuple[Person, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_roster(path: Path, shown: str) -> Roster:
    """Read a list of people; ``shown`` is its path as the reader knows it."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx") or path.stat().st_size > MOST_BYTES:
        return Roster((), (report_unknown_form(shown),))
    rows = _read_csv(path, shown) if suffix == ".csv" else _read_xlsx(path, shown)
    if isinstance(rows, Diagnostic):
        return Roster((), (rows,))
    return _gather(rows, shown)


def _gather(rows: list[Row], shown: str) -> Roster:
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        return Roster((), (report_nobody(shown),))
    columns = tuple(_clean(cell).casefold() for cell in filled[0][1])
    if NAME not in columns:
        named = tuple(column for column in columns if column)
        return Roster((), (report_missing_column(shown, NAME, named),))
    people: list[Person] = []
    found: list[Diagnostic] = []
    for number, cells in filled[1:]:
        person = dict(zip(columns, map(_clean, cells), strict=False))
        if not person.get(NAME):
            found.append(report_empty_name(shown, number))
            continue
        people.append(Person(person[NAME], person, shown, number))
    if not people and not found:
        found.append(report_nobody(shown))
    return Roster(() if found else tuple(people), tuple(found))


def _clean(cell: str) -> str:
    return " ".join(_UNPRINTED.sub(" ", cell).split())


def _read_csv(path: Path, shown: str) -> list[Row] | Diagnostic:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return report_encoding(shown)
    if "\x00" in text:
        return report_encoding(shown)
    heading = text.split("\n", 1)[0]
    # Excel writes semicolons where the comma is the decimal sign.
    separator = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [(reader.line_num, cells) for cells in reader]
    except csv.Error:
        return report_unreadable_table(shown)


def _read_xlsx(path: Path, shown: str) -> list[Row] | Diagnostic:
    # Loaded only when somebody has such a list.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=False)
        try:
            return list(_rows_of(book.worksheets[0].iter_rows(values_only=True)))
        finally:
            book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError):
        return report_unreadable_table(shown)


def _rows_of(rows: Iterator[tuple[object, ...]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=1):
        yield number, ["" if cell is None else str(cell) for cell in cells]
