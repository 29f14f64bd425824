"""From findings to what people and programs read, one module a form.

A module of this package that has a function ``report`` is a form, and its name is what ``--format``
takes; nothing else lists them. ``report`` takes an ``Outcome`` and returns the whole text to print.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.source import SourceFile

DOCS_URL = ""
"""Where the manual of each check is published; while it is nowhere, no address is given."""

Paint = Callable[[str, str], str]
"""Colours a text in a style: "error", "warning", "path", "caret", "help"."""


def plain(text: str, style: str) -> str:
    """Leave a text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check came to.

    ``sources`` and ``titles`` are by path; ``files`` is how many were checked. ``stopped`` says
    why the check could not run, and is empty when it ran. ``folder`` is the way from where the
    command was run to the handbook, with slashes, for forms whose readers know only the first.
    With ``strict`` a warning fails the check. ``width`` (characters), ``paint`` and ``quiet``
    concern people only.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, SourceFile] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    files: int = 0
    stopped: str = ""
    folder: str = ""
    strict: bool = False
    width: int = 100
    paint: Paint = plain
    quiet: bool = False

    @property
    def errors(self) -> int:
        return sum(found.severity is Severity.ERROR for found in self.diagnostics)

    @property
    def warnings(self) -> int:
        return len(self.diagnostics) - self.errors

    def fails(self, found: Diagnostic) -> bool:
        """Return whether a finding makes the check fail."""
        return self.strict or found.severity is Severity.ERROR

    def path_from_here(self, path: str) -> str:
        """Return the path of a file from where the command was run."""
        return f"{self.folder}/{path}" if self.folder else path


def form_names() -> tuple[str, ...]:
    """Return the names of the forms, without loading them."""
    return tuple(info.name for info in pkgutil.iter_modules(__path__))


def report_outcome(form: str, outcome: Outcome) -> str:
    """Return an outcome in one of the forms, as a text to print."""
    report: Callable[[Outcome], str] = importlib.import_module(f"{__name__}.{form}").report
    return report(outcome)


def manual_url(rule: Rule) -> str:
    """Return the address of a check's manual, or nothing if it is not published."""
    return f"{DOCS_URL}checks/{rule.name}/" if DOCS_URL else ""
