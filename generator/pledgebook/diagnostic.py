"""What the tool says about a handbook: findings, each with its place.

Everything that judges input returns these values and nothing prints them but ``report``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is. Errors stop a build, warnings only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file. Lines and columns count from 1, columns in characters.

    ``end_column`` is the column after the last character. ``path`` is written with slashes and is
    relative to the folder of ``mkdocs.yml``.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def at(cls, path: str, line: int, column: int, length: int = 1) -> Span:
        """Return the span of ``length`` characters on one line."""
        return cls(path, line, column, line, column + length)


@dataclass(frozen=True, slots=True)
class Rule:
    """The identity of a check: its permanent code, its name and how grave it is by default.

    A check that is not ``on`` is made only where ``handbook.yml`` asks for it.
    """

    code: str
    name: str
    severity: Severity
    on: bool = True

    def found(
        self,
        message: str,
        span: Span,
        *,
        help: str = "",
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Return a finding of this check."""
        return Diagnostic(self, message, span, help, related)

    @property
    def is_load_fault(self) -> bool:
        """Whether it is about a file that cannot be used, which no setting can excuse."""
        return self.code.startswith("PB1")


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, and what it has to do with it."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, and what to type instead."""

    rule: Rule
    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """Order by place, then by code."""
        return (self.span, self.rule.code, self.message)


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Return whether any of ``diagnostics`` stops a build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
