"""Findings as people read them in a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from pledgebook.diagnostic import Diagnostic, Severity, Span
from pledgebook.report import Outcome, Paint, plain
from pledgebook.source import SourceFile

_TAB = "    "
_SHORT_LEAD, _LEAST_ROOM = 10, 24
"""Columns: the longest lead that text is aligned behind, and the least that text needs."""


def report(outcome: Outcome) -> str:
    """Return the findings and a line that counts them; if quiet and all is well, nothing."""
    if outcome.stopped:
        painted = f"{outcome.paint('Error', 'error')}: "
        return "\n".join(_flow("Error: ", painted, outcome.stopped, outcome.width))
    parts = []
    if outcome.diagnostics:
        parts.append(
            report_text(
                outcome.diagnostics,
                outcome.sources,
                outcome.titles,
                width=outcome.width,
                paint=outcome.paint,
            )
        )
    if outcome.diagnostics or not outcome.quiet:
        parts.append(report_summary(outcome.diagnostics, outcome.files, outcome.paint))
    return "\n".join(parts)


def report_text(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    titles: Mapping[str, str],
    *,
    width: int = 100,
    paint: Paint = plain,
) -> str:
    """Return the findings with their lines, each ending in a line break.

    ``sources`` and ``titles`` are by path; ``width`` is how many characters a line may have.
    """
    shown = (_report_one(d, sources, titles, width, paint) for d in diagnostics)
    return "\n".join(shown)


def report_summary(diagnostics: Sequence[Diagnostic], files: int, paint: Paint = plain) -> str:
    """Return one line that counts the findings."""
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    warnings = len(diagnostics) - errors
    looked = f"{files} file{'' if files == 1 else 's'} checked"
    if not diagnostics:
        return f"{paint('All is well', 'good')}: {looked}, nothing to mend."
    parts = []
    if errors:
        parts.append(paint(f"{errors} error{'' if errors == 1 else 's'}", "error"))
    if warnings:
        parts.append(paint(f"{warnings} warning{'' if warnings == 1 else 's'}", "warning"))
    return f"{' and '.join(parts)}; {looked}."


def _report_one(
    found: Diagnostic,
    sources: Mapping[str, SourceFile],
    titles: Mapping[str, str],
    width: int,
    paint: Paint,
) -> str:
    level = str(found.severity)
    place, code = _place(found.span), f"{level}[{found.rule.code}]"
    painted = f"{paint(place, 'path')}: {paint(code, level)} "
    lines = _flow(f"{place}: {code} ", painted, found.message, width)
    if title := titles.get(found.span.path):
        lines.extend(_flow("   in ", "   in ", f"“{title}”", width))
    lines.extend(_excerpt(found.span, sources, width, paint, level))
    if found.help:
        lines.extend(_flow("   help: ", f"   {paint('help', 'help')}: ", found.help, width))
    for related in found.related:
        place = _place(related.span)
        painted = f"   see {paint(place, 'path')}: "
        lines.extend(_flow(f"   see {place}: ", painted, related.message, width))
        lines.extend(_excerpt(related.span, sources, width, paint, "path"))
    return "\n".join(lines) + "\n"


def _place(span: Span) -> str:
    return f"{_printable(span.path)}:{span.line}:{span.column}"


def _excerpt(
    span: Span, sources: Mapping[str, SourceFile], width: int, paint: Paint, style: str
) -> list[str]:
    source = sources.get(span.path)
    if source is None:
        return []
    lines = source.text.split("\n")
    if not 1 <= span.line <= len(lines) or not lines[span.line - 1].strip():
        return []
    number = f"{span.line:5d}"
    text, start, length = _window(lines[span.line - 1], span, max(20, width - 9))
    margin = " " * len(number)
    caret = " " * start + "^" * length
    return [f"{number} | {text}", f"{margin} | {paint(caret, style)}"]


def _window(line: str, span: Span, width: int) -> tuple[str, int, int]:
    """Cut a line to ``width`` around the place; return it with the caret's column and length."""
    first = min(span.column - 1, len(line))
    last = min(len(line), span.end_column - 1 if span.end_line == span.line else len(line))
    begin = 0
    if _cells(line[:last]) > width:
        begin = max(0, first - width // 4)
    before = "…" if begin else ""
    text = before
    for character in line[begin:]:
        if _cells(text) + _cells(_printable(character)) > width - 1:
            text += "…"
            break
        text += _printable(character)
    start = _cells(before) + _cells(_printable(line[begin:first]))
    length = _cells(_printable(line[first:last]))
    return text, start, max(1, min(length, width - start))


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def _printable(text: str) -> str:
    """Return a text that cannot steer a terminal."""
    return "".join(
        _TAB if character == "\t" else character if character.isprintable() else "�"
        for character in text
    )


def _flow(lead: str, painted: str, text: str, width: int) -> list[str]:
    """Break a text into lines after its ``lead``, which is printed as ``painted``.

    Later lines stand under the text after a short lead, and three columns in after a long one.
    Where a long lead leaves no room for words beside it, as on a phone, they all stand below.
    A word is never broken: it may be an id to copy.
    """
    words = _printable(text).split()
    short = _cells(lead) <= _SHORT_LEAD
    indent = " " * (_cells(lead) if short else 3)
    lines, line, room = [], painted, width - _cells(lead)
    if not short and words and room < min(_LEAST_ROOM, _cells(" ".join(words))):
        lines, line, room = [painted.rstrip()], indent, width - len(indent)
    fresh = True
    for word in words:
        needed = _cells(word) + (0 if fresh else 1)
        if needed > room and not fresh:
            lines.append(line)
            line, room, fresh, needed = indent, width - len(indent), True, _cells(word)
        line += word if fresh else f" {word}"
        room, fresh = room - needed, False
    return [*lines, line]
