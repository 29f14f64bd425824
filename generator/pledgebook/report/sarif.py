"""Findings as SARIF 2.1.0 (OASIS), which code scanning services read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from pledgebook import __version__
from pledgebook.checks import all_checks
from pledgebook.diagnostic import Diagnostic, Severity, Span
from pledgebook.report import Outcome, manual_url

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "HANDBOOK"


def report(outcome: Outcome) -> str:
    """Return one SARIF log with one run; paths are relative to where the command was run."""
    rules = [check.rule.code for check in all_checks()]
    run: dict[str, Any] = {
        "tool": {"driver": _describe_tool()},
        "invocations": [_describe_run(outcome)],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder that the check was run in."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_describe(found, rules, outcome) for found in outcome.diagnostics],
    }
    return json.dumps(
        {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
    )


def _describe_tool() -> dict[str, Any]:
    return {
        "name": "Pledgebook",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_describe_rule(check.rule.code, check) for check in all_checks()],
    }


def _describe_rule(code: str, check: Any) -> dict[str, Any]:
    rule = {
        "id": code,
        "name": "".join(word.capitalize() for word in check.rule.name.split("-")),
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.summary},
        "help": {"text": check.manual, "markdown": check.manual},
        "defaultConfiguration": {"level": _level(check.rule.severity)},
    }
    url = manual_url(check.rule)
    return {**rule, "helpUri": url} if url else rule


def _describe_run(outcome: Outcome) -> dict[str, Any]:
    if not outcome.stopped:
        return {"executionSuccessful": True}
    told = {"level": "error", "message": {"text": outcome.stopped}}
    return {"executionSuccessful": False, "toolExecutionNotifications": [told]}


def _describe(found: Diagnostic, rules: list[str], outcome: Outcome) -> dict[str, Any]:
    text = f"{found.message}.\n{_sentence(found.help)}" if found.help else f"{found.message}."
    result: dict[str, Any] = {
        "ruleId": found.rule.code,
        "ruleIndex": rules.index(found.rule.code),
        "level": _level(found.severity),
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(found.span, outcome)}],
    }
    if found.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": f"{_sentence(related.message)}"},
                "physicalLocation": _place(related.span, outcome),
            }
            for number, related in enumerate(found.related)
        ]
    return result


def _sentence(text: str) -> str:
    shown = text[:1].upper() + text[1:]
    return shown if shown.endswith((".", "?", "!")) else f"{shown}."


def _level(severity: Severity) -> str:
    return "error" if severity is Severity.ERROR else "warning"


def _place(span: Span, outcome: Outcome) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    source = outcome.sources.get(span.path)
    if source is not None and 1 <= span.line <= source.text.count("\n") + 1:
        region["snippet"] = {"text": source.text.split("\n")[span.line - 1]}
    return {
        "artifactLocation": {
            "uri": quote(outcome.path_from_here(span.path)),
            "uriBaseId": _ROOT,
        },
        "region": region,
    }
