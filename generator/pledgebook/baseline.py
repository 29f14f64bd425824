"""Findings that were there before: for beginning to check a handbook that is old.

A baseline is a JSON file of the findings of one day. A later check leaves them out and shows only
what is new, so that a handbook with three hundred old slips can be kept from getting a new one.
Each finding is known by its check, its file and the text it stands in, not by its line, so it is
recognised after lines are added above it; once its own line is edited, it counts as new.

Files that cannot be used at all (PB1xx) are never left out: without them there is no handbook.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pledgebook.diagnostic import Diagnostic
from pledgebook.source import SourceFile

VERSION = 1


class BaselineFaulty(Exception):
    """A file is not a baseline; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings that are new, how many are known, and how many known ones are mended."""

    new: tuple[Diagnostic, ...]
    known: int
    mended: int


def fingerprint(found: Diagnostic, sources: Mapping[str, SourceFile]) -> str:
    """Return what a finding is known by, wherever in its file it stands."""
    source = sources.get(found.span.path)
    lines = source.text.split("\n") if source is not None else []
    at = found.span.line - 1
    line = " ".join(lines[at].split()) if 0 <= at < len(lines) else ""
    marked = lines[at][found.span.column - 1 : found.span.end_column - 1] if line else ""
    parts = (found.rule.code, found.span.path, line, marked)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def render_baseline(findings: Iterable[Diagnostic], sources: Mapping[str, SourceFile]) -> str:
    """Return the text of a baseline of ``findings``."""
    known: dict[str, dict[str, Any]] = {}
    for found in findings:
        if found.rule.is_load_fault:
            continue
        mark = fingerprint(found, sources)
        if mark in known:
            known[mark]["count"] += 1
            continue
        known[mark] = {
            "fingerprint": mark,
            "count": 1,
            "check": found.rule.name,
            "path": found.span.path,
            "message": found.message,
        }
    ordered = sorted(known.values(), key=lambda entry: (entry["path"], entry["check"]))
    return (
        json.dumps({"version": VERSION, "findings": ordered}, ensure_ascii=False, indent=2) + "\n"
    )


def read_baseline(text: str) -> Mapping[str, int]:
    """Return how often each fingerprint is in a baseline. Raises ``BaselineFaulty``."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise BaselineFaulty("it was written by another version of Pledgebook")
        return Counter(dict(_read_entries(data["findings"])))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BaselineFaulty("it is not a baseline, or it was changed by hand") from error


def _read_entries(entries: Any) -> Iterator[tuple[str, int]]:
    for entry in entries:
        yield str(entry["fingerprint"]), int(entry["count"])


def compare_findings(
    findings: Iterable[Diagnostic], sources: Mapping[str, SourceFile], baseline: Mapping[str, int]
) -> Compared:
    """Return what is new in ``findings`` against a baseline."""
    left = Counter(baseline)
    new: list[Diagnostic] = []
    known = 0
    for found in findings:
        mark = fingerprint(found, sources)
        if not found.rule.is_load_fault and left[mark] > 0:
            left[mark] -= 1
            known += 1
        else:
            new.append(found)
    return Compared(tuple(new), known, sum(count for count in left.values() if count > 0))
