"""Something refers to an item that does not exist.

Every reference is to an id: the name of an item's file without `.yml`. A reference to an id that no
file has would be a dead end for the reader, so the build stops.

If the item was renamed, put its old id under `aliases` in its new file, and old references go on
working. A `[[link]]` in a text is checked in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.kinds import kinds_by_name
from pledgebook.model import Handbook, Reference
from pledgebook.nearest import find_nearest_item

RULE = Rule("PB201", "unknown-id", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference to an id that no file has."""
    for reference in handbook.references:
        if handbook.find(reference.target) or reference.target in handbook.failed:
            continue
        yield RULE.found(
            f"no {_expected(reference)} is called `{reference.target}`",
            reference.span,
            help=_suggest(handbook, reference),
        )


def _expected(reference: Reference) -> str:
    return " or ".join(reference.kinds) if reference.kinds else "item"


def _suggest(handbook: Handbook, reference: Reference) -> str:
    titles = {
        item_id: entry.title
        for item_id, entry in handbook.entries.items()
        if not reference.kinds or entry.kind.name in reference.kinds
    }
    near = find_nearest_item(reference.target, titles)
    if near:
        return f"did you mean `{near}` (“{titles[near]}”)?"
    if not reference.kinds:
        return "use the name of an item's file without `.yml`"
    kind = kinds_by_name()[reference.kinds[0]]
    folder = f"principles/{kind.folder}/" if kind.folder else "principles/"
    return f"use the name of a file in {folder}, without `.yml`"
