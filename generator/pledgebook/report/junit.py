"""Findings as JUnit XML, which most build servers show as a table of tests.

A test is a file: it fails with the findings that fail the check. Warnings that do not are told in
its output.
"""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from pledgebook.diagnostic import Diagnostic
from pledgebook.report import Outcome

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


def report(outcome: Outcome) -> str:
    """Return a test suite with a test for each file, sorted by path."""
    by_path = {
        path: tuple(found)
        for path, found in groupby(outcome.diagnostics, key=lambda found: found.span.path)
    }
    paths = sorted({*outcome.sources, *by_path})
    tests = [_test(path, by_path.get(path, ()), outcome) for path in paths]
    failures = sum(any(map(outcome.fails, found)) for found in by_path.values())
    if outcome.stopped:
        tests.append(_stopped(outcome.stopped))
    counts = f'tests="{len(tests)}" failures="{failures}" errors="{1 if outcome.stopped else 0}"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="pledgebook" {counts}>',
            f'<testsuite name="pledgebook check" {counts} skipped="0">',
            *tests,
            "</testsuite>",
            "</testsuites>",
        ]
    )


def _test(path: str, found: tuple[Diagnostic, ...], outcome: Outcome) -> str:
    head = f'<testcase classname="pledgebook" name={_attribute(path)} file={_attribute(path)}'
    failing = [one for one in found if outcome.fails(one)]
    others = [one for one in found if not outcome.fails(one)]
    inner = []
    if failing:
        first = _attribute(f"{failing[0].rule.code}: {failing[0].message}")
        rule = _attribute(failing[0].rule.name)
        inner.append(f"<failure message={first} type={rule}>{_tell(failing)}</failure>")
    if others:
        inner.append(f"<system-out>{_tell(others)}</system-out>")
    return f"{head}>{''.join(inner)}</testcase>" if inner else f"{head}/>"


def _stopped(reason: str) -> str:
    return (
        '<testcase classname="pledgebook" name="check">'
        f'<error message={_attribute(reason)} type="could-not-run"/></testcase>'
    )


def _tell(found: list[Diagnostic]) -> str:
    return escape(_printable("\n".join(_tell_one(one) for one in found)))


def _tell_one(found: Diagnostic) -> str:
    place = f"{found.span.path}:{found.span.line}:{found.span.column}"
    said = f"{place}: {found.severity}[{found.rule.code}] {found.message}"
    return f"{said}\n  help: {found.help}" if found.help else said


def _attribute(text: str) -> str:
    return quoteattr(_printable(text))


def _printable(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
