"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pledgebook import __version__
from pledgebook.diagnostic import Diagnostic, Severity, Span


def report_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return one JSON object with the version, a summary and every finding."""
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    return json.dumps(
        {
            "version": __version__,
            "summary": {"errors": errors, "warnings": len(diagnostics) - errors},
            "diagnostics": [_describe(found) for found in diagnostics],
        },
        ensure_ascii=False,
        indent=2,
    )


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
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
