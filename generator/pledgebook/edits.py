"""Changes to files, as values: planned first, shown, and only then written by a host."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pledgebook.source import SourceFile

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` in place of ``length`` characters that begin ``start`` characters into a file."""

    start: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file as it is and as it shall be; ``new_path`` differs from ``path`` if it moves."""

    path: str
    new_path: str
    before: str
    after: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with every edit made; edits do not overlap. All else stays as it is."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.length)):
        parts.append(text[position : edit.start])
        parts.append(edit.text)
        position = edit.start + edit.length
    parts.append(text[position:])
    return "".join(parts)


def apply_edits_to_raw(raw: str, edits: Sequence[Edit]) -> str:
    """Make edits that were planned on a ``SourceFile`` in the file as it is on disk.

    Reading takes a byte order mark away and turns every line end into a line feed, so places are
    counted again here; lines that are not edited keep the ends they have.
    """
    if raw.startswith("\ufeff") or "\r" in raw:
        offsets = list(_raw_offsets(raw))
        newline = "\r\n" if "\r\n" in raw else "\n"
        edits = [
            Edit(
                offsets[edit.start],
                offsets[edit.start + edit.length] - offsets[edit.start],
                edit.text.replace("\n", newline),
            )
            for edit in edits
        ]
    return apply_edits(raw, edits)


def _raw_offsets(raw: str) -> Iterator[int]:
    """Yield, for each character that reading keeps and for the end, where it stands in ``raw``."""
    for at, character in enumerate(raw):
        if at == 0 and character == "\ufeff":
            continue
        if character == "\n" and at and raw[at - 1] == "\r":
            continue
        yield at
    yield len(raw)


def keep_line_ends(raw: str, text: str) -> str:
    """Return ``text`` with the byte order mark and line ends of the file ``raw`` it comes from."""
    mark = "\ufeff" if raw.startswith("\ufeff") else ""
    old = _LINE.findall(raw.removeprefix("\ufeff")) if "\r" in raw else []
    if not old:
        return mark + text
    plain = [line.rstrip("\r\n") for line in old]
    usual = "\r\n" if old[0].endswith("\r\n") else "\n"
    new = text.removesuffix("\n").split("\n")
    kept: list[str] = []
    matcher = difflib.SequenceMatcher(a=plain, b=new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            kept.extend(old[start:end])
        else:
            kept.extend(line + usual for line in new[new_start:new_end])
    joined = "".join(kept)
    return mark + (joined if text.endswith("\n") else joined.removesuffix(usual))


def show_diff(changes: Iterable[FileChange]) -> str:
    """Return the changes as people compare files: lines taken away, lines put in their place."""
    shown: list[str] = []
    for change in changes:
        before = change.before.splitlines()
        after = change.after.splitlines()
        if change.new_path != change.path:
            shown.append(f"rename {change.path} to {change.new_path}")
        lines = difflib.unified_diff(before, after, change.path, change.new_path, n=1, lineterm="")
        shown.extend(lines)
    return "\n".join(shown)


def offset_of(source: SourceFile, line: int, column: int) -> int:
    """Return how many characters into a file a line and column are; both count from 1."""
    lines = source.text.split("\n")
    return sum(len(text) + 1 for text in lines[: line - 1]) + column - 1
