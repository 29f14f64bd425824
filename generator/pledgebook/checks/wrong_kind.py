"""A reference leads to an item of the wrong kind.

A field says what it refers to: `sources` to sources, `principle` to a principle. The id exists, but
what it names is something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.model import Entry, Handbook, Reference
from pledgebook.nearest import find_nearest_item

RULE = Rule("PB202", "wrong-kind", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference whose target is not of a kind its field takes."""
    for reference in handbook.references:
        target = handbook.find(reference.target)
        if target is None or not reference.kinds or target.kind.name in reference.kinds:
            continue
        wanted = " or ".join(reference.kinds)
        yield RULE.found(
            f"`{reference.target}` is {_a(target.kind.name)}, but `{reference.field}` "
            f"takes {_a(wanted)}",
            reference.span,
            help=_suggest(handbook, reference, target, wanted),
            related=(Related(target.tree.title_span(), f"this is the {target.kind.name}"),),
        )


def _suggest(handbook: Handbook, reference: Reference, target: Entry, wanted: str) -> str:
    titles = {
        entry.id: entry.title
        for entry in handbook.entries.values()
        if entry.kind.name in reference.kinds
    }
    near = find_nearest_item(reference.target, titles)
    if near:
        return f"did you mean the {wanted} `{near}` (“{titles[near]}”)?"
    return f"use the id of {_a(wanted)}"


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
