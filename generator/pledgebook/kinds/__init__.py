"""The kinds of item a handbook holds, one module a kind.

A module of this package that defines ``KIND`` is a kind; nothing else lists them.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from pledgebook.kinds.item import Item, Kind


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Return every kind, in the order of the navigation."""
    modules = (
        importlib.import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
    )
    kinds = [module.KIND for module in modules if hasattr(module, "KIND")]
    return tuple(sorted(kinds, key=lambda kind: kind.order))


@cache
def kinds_by_name() -> dict[str, Kind]:
    """Return every kind by its name."""
    return {kind.name: kind for kind in all_kinds()}


@cache
def kinds_by_folder() -> dict[str, Kind]:
    """Return every kind by its folder under ``principles/``; the empty one is the principles'."""
    return {kind.folder: kind for kind in all_kinds()}


__all__ = ["Item", "Kind", "all_kinds", "kinds_by_folder", "kinds_by_name"]
