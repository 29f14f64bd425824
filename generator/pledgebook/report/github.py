"""Findings as annotations of GitHub Actions, shown beside the lines of a change.

The form and its escaping are those of GitHub's "workflow commands".
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic
from pledgebook.report import Outcome


def report(outcome: Outcome) -> str:
    """Return a line a finding; paths are relative to where the command was run."""
    lines = [_annotate(found, outcome) for found in outcome.diagnostics]
    if outcome.stopped:
        lines.append(f"::error title=pledgebook::{_escape(outcome.stopped)}")
    return "\n".join(lines)


def _annotate(found: Diagnostic, outcome: Outcome) -> str:
    span = found.span
    properties = {
        "file": outcome.path_from_here(span.path),
        "line": str(span.line),
        "endLine": str(span.end_line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": f"{found.rule.code} {found.rule.name}",
    }
    named = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    lines = [found.message]
    if title := outcome.titles.get(span.path):
        lines[0] = f"“{title}”: {found.message}"
    if found.help:
        lines.append(f"help: {found.help}")
    for related in found.related:
        place = f"{outcome.path_from_here(related.span.path)}:{related.span.line}"
        lines.append(f"see {place}: {related.message}")
    text = _escape("\n".join(lines))
    return f"::{found.severity} {named}::{text}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
