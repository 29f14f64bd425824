"""Two files have the same id.

An id is the name of a file, and it is unique across all kinds, because `[[id]]` does not say which
kind it means. Rename one of the two files; the other keeps the id, and every reference to it goes
on working.

Wrong, in `principles/sources/keep-promises.yml`:

    title: On promises
    type: essay
    work: On Promises

Right, in `principles/sources/on-promises.yml`:

    title: On promises
    type: essay
    work: On Promises
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span
from pledgebook.model import Handbook

RULE = Rule("PB203", "duplicate-id", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every item whose id another item has already taken."""
    for entry in handbook.namesakes:
        first = handbook.entries[entry.id]
        yield RULE.found(
            f"another item already has the id `{entry.id}`",
            entry.tree.title_span(),
            help=f"rename this file, such as to `{entry.id}-{entry.kind.name}.yml`",
            related=(Related(first.tree.title_span(), f"the {first.kind.name} that has it"),),
        )
    for item_id, path in handbook.failed.items():
        taken = handbook.entries.get(item_id)
        if taken is not None and PurePosixPath(path).stem == item_id:
            yield RULE.found(
                f"another item already has the id `{item_id}`",
                Span.at(path, 1, 1),
                help="rename or delete this file",
                related=(Related(taken.tree.title_span(), f"the {taken.kind.name} that has it"),),
            )
