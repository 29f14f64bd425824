"""Findings as JSON, for programs: one object, with paths relative to ``mkdocs.yml``."""

from __future__ import annotations

import json
from typing import Any

from pledgebook import __version__
from pledgebook.diagnostic import Diagnostic, Span
from pledgebook.report import Outcome, manual_url


def report(outcome: Outcome) -> str:
    """Return one JSON object with the version, a summary and every finding.

    If the check could not run there is also ``stopped``, which says why.
    """
    told: dict[str, Any] = {
        "version": __version__,
        "summary": {"errors": outcome.errors, "warnings": outcome.warnings},
        "diagnostics": [_describe(found) for found in outcome.diagnostics],
    }
    if outcome.stopped:
        told["stopped"] = outcome.stopped
    return json.dumps(told, ensure_ascii=False, indent=2)


def _describe(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.rule.code,
        "name": found.rule.name,
        "severity": str(found.severity),
        "message": found.message,
        "help": found.help,
        **_place(found.span),
        "related": [
            {"message": related.message, **_place(related.span)} for related in found.related
        ],
        "url": manual_url(found.rule),
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
