"""The checks, one module a check.

A module of this package is one check: its docstring is the manual page that ``pledgebook
explain`` prints, ``RULE`` its identity, and ``check`` (for those that look at a whole handbook)
yields its findings. Faults that keep a file from loading have no ``check``: reading the file finds
them, and their module words them. Nothing else lists the checks.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import cleandoc

from pledgebook.diagnostic import Diagnostic, Rule
from pledgebook.model import Handbook

CheckFunction = Callable[[Handbook], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its identity, its manual, and what it does."""

    rule: Rule
    manual: str
    run: CheckFunction | None

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.split("\n", 1)[0]


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check, by code."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        if hasattr(module, "RULE"):
            manual = cleandoc(module.__doc__ or "")
            found.append(Check(module.RULE, manual, getattr(module, "check", None)))
    return tuple(sorted(found, key=lambda check: check.rule.code))


def find_check(code_or_name: str) -> Check | None:
    """Return the check of that code or name, however it is capitalised."""
    wanted = code_or_name.strip().casefold()
    for check in all_checks():
        if wanted in (check.rule.code.casefold(), check.rule.name):
            return check
    return None


def chosen_severities(handbook: Handbook) -> Mapping[str, str]:
    """Return what ``handbook.yml`` says of each check it names, by code: a severity or "off".

    A name that is no check's, and a check that no setting can change, are passed over here; they
    are findings of their own.
    """
    chosen: dict[str, str] = {}
    for name, severity in handbook.settings.checks.items():
        check = find_check(name)
        if check is not None and not check.rule.is_load_fault:
            chosen[check.rule.code] = severity
    return chosen


def check_handbook(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the findings of every check that is on and looks at the whole handbook."""
    chosen = chosen_severities(handbook)
    for check in all_checks():
        severity = chosen.get(check.rule.code, check.rule.severity if check.rule.on else "off")
        if check.run is not None and severity != "off":
            yield from check.run(handbook)
