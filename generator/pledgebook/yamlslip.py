"""What can be wrong with a file as YAML, and which slip of the keyboard it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

import yaml

from pledgebook.diagnostic import Span
from pledgebook.source import SourceFile


class Fault(StrEnum):
    """What can be wrong with a file as YAML."""

    SYNTAX = "syntax"
    TAB = "tab"
    COLON = "colon"
    QUOTE = "quote"
    AFTER_QUOTE = "after quote"
    INDENT = "indent"
    BRACKET = "bracket"
    SPECIAL_START = "special start"
    CONTROL = "control character"
    MANY_DOCUMENTS = "many documents"
    ALIAS = "alias"
    TAG = "tag"
    DEEP = "deep"
    KEY_NOT_TEXT = "key not text"


@dataclass(frozen=True, slots=True)
class YamlFault:
    """A file that is not sound YAML; ``also`` is where the broken thing began, if elsewhere."""

    fault: Fault
    span: Span
    detail: str = ""
    also: Span | None = None


_SPECIAL_STARTS = re.compile(r"^(\s*(?:- )?(?:[^\s#:]+:\s+)?)([@`%&*!|>\[\]{},?])")
_AFTER_QUOTE = re.compile(
    r"""^(\s*(?:- )?(?:[^\s#:]+:\s+)?(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*)([^\s#,\]}:].*)$"""
)
_SECOND_COLON = re.compile(r"^(\s*(?:- )?[^\s'\"#][^:#]*:\s+[^'\"|>\[{].*?)(:)(?:\s|$)")


def explain_error(source: SourceFile, error: yaml.MarkedYAMLError) -> YamlFault:
    """Say which of the usual slips a parser error comes from.

    The parser's own words name its states ("block mapping"), and it often stops a line after the
    slip, so the lines themselves are looked at: where it stopped, and the line with text before.
    """
    lines = source.text.split("\n")
    mark = error.problem_mark or error.context_mark
    at = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    here = Span.at(source.path, at + 1, column + 1)
    began = error.context_mark
    also = Span.at(source.path, began.line + 1, began.column + 1) if began else None
    problem = f"{error.context or ''} {error.problem or ''}"
    if "alias" in problem or "anchor" in problem:
        return YamlFault(Fault.ALIAS, also if "scanning" in problem and also else here)
    if "tag" in problem:
        return YamlFault(Fault.TAG, here)
    if "document" in problem and "expected" in problem and at and lines[at].startswith("---"):
        return YamlFault(Fault.MANY_DOCUMENTS, here)
    if "quoted scalar" in problem and also is not None:
        return YamlFault(Fault.QUOTE, also, detail=_character(lines, also))
    if "nest" in problem or "depth" in problem.lower():
        return YamlFault(Fault.DEEP, here)
    for number in _suspects(lines, at):
        if fault := _slip_on_line(source.path, number, lines[number]):
            return fault
    if "flow" in problem and also is not None:
        also = _opening_bracket(source.path, lines, also)
        return YamlFault(Fault.BRACKET, also, detail=_character(lines, also))
    if "indent" in problem or "block mapping" in problem or "block collection" in problem:
        return YamlFault(Fault.INDENT, here, also=_line_above(source.path, lines, at))
    return YamlFault(Fault.SYNTAX, here, also=also)


def _opening_bracket(path: str, lines: list[str], place: Span) -> Span:
    """Return the bracket that opens at ``place``, or the last before it."""
    for number in range(min(place.line, len(lines)), 0, -1):
        end = place.column if number == place.line else None
        line = lines[number - 1][:end]
        column = max(line.rfind("["), line.rfind("{"))
        if column >= 0:
            return Span.at(path, number, column + 1)
    return place


def _line_above(path: str, lines: list[str], at: int) -> Span | None:
    for number in range(at - 1, -1, -1):
        if words := lines[number].strip():
            indent = len(lines[number]) - len(lines[number].lstrip())
            return Span.at(path, number + 1, indent + 1, len(words))
    return None


def _suspects(lines: list[str], at: int) -> list[int]:
    before = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), None)
    return [at] if before is None else [at, before]


def _slip_on_line(path: str, number: int, line: str) -> YamlFault | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return YamlFault(Fault.TAB, Span.at(path, number + 1, indent.index("\t") + 1))
    if found := _SECOND_COLON.match(line):
        return YamlFault(Fault.COLON, Span.at(path, number + 1, found.start(2) + 1), line.strip())
    if found := _AFTER_QUOTE.match(line):
        return YamlFault(
            Fault.AFTER_QUOTE, Span.at(path, number + 1, found.start(2) + 1), found.group(2).strip()
        )
    found = _SPECIAL_STARTS.match(line)
    if found and found.group(2) in "@`%":
        return YamlFault(
            Fault.SPECIAL_START, Span.at(path, number + 1, found.start(2) + 1), found.group(2)
        )
    return None


def _character(lines: list[str], span: Span) -> str:
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    return line[span.column - 1 : span.column]
