"""A published item refers to one that readers will not see.

The item exists, but it is a draft or retired, and neither is in the handbook that readers get. A
`[[link]]` to it becomes plain words, and it is missing from lists. A scenario whose `principle` is
not published, or evidence whose `source` is not, cannot be shown at all.

Publish the draft, name what has taken the place of the retired item, or take the reference out.

Wrong, in `principles/sources/old-book.yml`:

    status: retired

Right:

    status: published
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.kinds.marks import required_references
from pledgebook.model import Entry, Handbook, Reference

RULE = Rule("PB206", "unpublished-reference", Severity.WARNING)

_HELP = {
    "draft": "publish it by removing `status: draft` from its file, or name another item until "
    "it is ready",
    "retired": "name the item that has taken its place, or take this reference out",
}


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference from what is published to what is not."""
    for reference in handbook.references:
        origin = reference.origin
        if origin is not None and origin.item.status != "published":
            continue
        target = handbook.find(reference.target)
        if target is None or target is origin or target.item.status == "published":
            continue
        yield RULE.found(
            _word(reference, target),
            reference.span,
            help=_HELP[target.item.status],
            related=(Related(target.tree.value_span(("status",)), f"“{target.title}”"),),
        )


def _word(reference: Reference, target: Entry) -> str:
    state = "a draft" if target.item.status == "draft" else "retired"
    origin = reference.origin
    if origin is not None and reference.link is None:
        if reference.field in required_references(type(origin.item)):
            return f"`{target.id}` is {state}, so readers do not see this {origin.kind.name} either"
    return f"`{target.id}` is {state}, so readers do not see it here"
