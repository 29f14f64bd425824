"""Something refers to an item that does not exist.

Every reference is to an id: the name of an item's file without `.yml`. A reference to an id that no
file has would be a dead end for the reader, so the build stops.

If the item was renamed, put its old id under `aliases` in its new file, and old references go on
working. A `[[link]]` in a text or on a page is checked in the same way. When several places name
the same missing id, the first of them lists the others.

Wrong, in `principles/scenarios/late-delivery.yml`:

    principle: keep-promisse

Right:

    principle: keep-promises
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.kinds import kinds_by_name
from pledgebook.kinds.fields import ID_PATTERN
from pledgebook.model import Handbook, Reference
from pledgebook.wording import either

RULE = Rule("PB201", "unknown-id", Severity.ERROR)

_MOST_OTHERS = 5
"""How many other places that name the same missing id are shown."""


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference to an id that no file has."""
    missing: dict[str, list[Reference]] = {}
    for reference in handbook.references:
        if handbook.find(reference.target) is None and not handbook.is_excused(reference):
            missing.setdefault(reference.target, []).append(reference)
    for references in missing.values():
        first, *others = sorted(references, key=lambda reference: reference.span)
        yield _report(handbook, first, others)
        for reference in others:
            yield _report(handbook, reference, ())


def _report(handbook: Handbook, reference: Reference, others: Sequence[Reference]) -> Diagnostic:
    expected = either(reference.kinds) if reference.kinds else "item"
    related = [Related(other.span, _name_origin(other)) for other in others[:_MOST_OTHERS]]
    if len(others) > _MOST_OTHERS:
        more = len(others) - _MOST_OTHERS
        last = related[-1]
        related[-1] = Related(last.span, f"{last.message}, and so do {more} more places")
    return RULE.found(
        f"no {expected} is called `{reference.target}`",
        reference.span,
        help=_suggest(handbook, reference, bool(others)),
        related=tuple(related),
    )


def _name_origin(reference: Reference) -> str:
    title = reference.origin_title
    return f"“{title}” names it too" if title else "it is named here too"


def _suggest(handbook: Handbook, reference: Reference, is_named_elsewhere: bool) -> str:
    near = handbook.suggest(reference.target, reference.kinds)
    if near is not None:
        return f"did you mean `{near.id}` (“{near.title}”)?"
    if is_named_elsewhere and ID_PATTERN.match(reference.target):
        return (
            f"if an item has been renamed, add `aliases: [{reference.target}]` to its file; "
            "if it was deleted, take these references out"
        )
    if not reference.kinds:
        return "write the name of an item's file, without `.yml`"
    kind = kinds_by_name()[reference.kinds[0]]
    folder = f"principles/{kind.folder}/" if kind.folder else "principles/"
    return f"write the name of a file in {folder}, without `.yml`"
