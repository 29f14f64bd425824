"""The checks, one module a check.

A module of this package is one check: its docstring is the manual page that ``pledgebook
explain`` prints, ``RULE`` its identity, and ``check`` (for those that look at a whole handbook)
yields its findings. Faults that keep a file from loading have no ``check``: reading the file finds
them, and their module words them. Nothing else lists the checks.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
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


def check_handbook(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the findings of every check that looks at the whole handbook."""
    for check in all_checks():
        if check.run is not None:
            yield from check.run(handbook)
