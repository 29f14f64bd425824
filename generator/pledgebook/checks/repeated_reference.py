"""An item refers to the same thing twice.

A principle named twice under `related`, a source listed twice, or a scenario whose `also` repeats
its `principle`: readers would see the same link twice. Usually another item was meant the second
time. An old id (one of an item's `aliases`) and the new one count as the same.

The stages of a path and the steps of a session may come back to an item; one stage may not list it
twice.

Wrong, in `principles/keep-promises.yml`:

    sources: [old-book, old-book]

Right:

    sources: [old-book]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.model import Handbook, Reference

RULE = Rule("PB204", "repeated-reference", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference in a field that repeats an earlier one of the item."""
    seen: dict[object, Reference] = {}
    for reference in handbook.references:
        if reference.origin is None or reference.link is not None:
            continue
        target = handbook.find(reference.target)
        if target is None:
            continue
        # Fields that take one certain kind are read together; lists of anything stand alone.
        group = reference.kinds or reference.location[:-1]
        first = seen.setdefault((id(reference.origin), group, target.id), reference)
        if first is not reference:
            yield _report(reference, first)


def _report(reference: Reference, first: Reference) -> Diagnostic:
    if reference.target != first.target:
        message = f"`{reference.target}` is another id of `{first.target}`, which is here already"
    elif reference.field != first.field:
        message = f"`{reference.target}` is here already, as the `{first.field}`"
    else:
        message = f"`{reference.target}` is in `{reference.field}` twice"
    return RULE.found(
        message,
        reference.span,
        help="remove one of the two, or put in the one you meant",
        related=(Related(first.span, "the first time"),),
    )
