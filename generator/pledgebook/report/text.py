"""Findings as people read them in a terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from pledgebook.diagnostic import Diagnostic, Severity, Span
from pledgebook.source import SourceFile

Paint = Callable[[str, str], str]
"""Colours a text in a style: "error", "warning", "path", "caret", "help"."""

_TAB = "    "


def _plain(text: str, style: str) -> str:
    return text


def report_text(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    titles: Mapping[str, str],
    *,
    width: int = 100,
    paint: Paint = _plain,
) -> str:
    """Return the findings with their lines, each ending in a line break.

    ``sources`` and ``titles`` are by path; ``width`` is how many characters a line may have.
    """
    shown = (_report_one(d, sources, titles, width, paint) for d in diagnostics)
    return "\n".join(shown)


def report_summary(diagnostics: Sequence[Diagnostic], files: int, paint: Paint = _plain) -> str:
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
    head = f"{paint(_place(found.span), 'path')}: {paint(f'{level}[{found.rule.code}]', level)}"
    lines = [f"{head} {_printable(found.message)}"]
    if title := titles.get(found.span.path):
        lines.append(f"   in “{_printable(title)}”")
    lines.extend(_excerpt(found.span, sources, width, paint, level))
    if found.help:
        lines.extend(_wrap("help", _printable(found.help), width, paint))
    for related in found.related:
        lines.append(f"   see {paint(_place(related.span), 'path')}: {_printable(related.message)}")
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


def _wrap(label: str, text: str, width: int, paint: Paint) -> list[str]:
    lead = f"   {label}: "
    wrapped = textwrap.wrap(
        text,
        width=max(40, width),
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    if wrapped:
        wrapped[0] = wrapped[0].replace(f"{label}:", paint(f"{label}:", "help"), 1)
    return wrapped
