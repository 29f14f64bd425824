"""An item refers to one that some of its readers may not see.

Each edition of the handbook holds only what is meant for its audiences. Where an item in an edition
refers to one that is not in it, readers meet a gap, and may learn from the id that something is
kept from them. Sessions, and `facilitator` notes, are always for trainers. The pages of `content/`
are in every edition, and so is the welcome in `handbook.yml`.

Give both items the same audience, or take the reference out. On a page, name the thing in plain
words.

With, in `principles/sessions/line-up.yml`:

    title: Line-up
    goal: Everybody has said what they will do today.
    minutes: 10
    group_size: 3 to 12
    steps:
      - minutes: 10
        activity: Decide, and say why.

Wrong, in `content/about.md`:

    # About this handbook

    Trainers begin with [[line-up]].

Right:

    # About this handbook

    Trainers begin with the line-up, in the trainers' edition.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.kinds.marks import restricted_fields
from pledgebook.model import Entry, Handbook, Reference

RULE = Rule("PB501", "hidden-reference", Severity.ERROR)

_NEEDED = {"audiences", "default_audience", "editions"}


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference that is in an edition without what it leads to."""
    if not handbook.gaps.settings.isdisjoint(_NEEDED):
        return
    editions = _Editions(handbook)
    for reference in handbook.references:
        target = handbook.find(reference.target)
        if target is None or target.item.status != "published":
            continue
        if not handbook.settings.audiences.keys() >= set(handbook.audience_of(target)):
            continue  # said as an unknown audience
        lacking = editions.showing(reference) - editions.holding(target)
        if lacking:
            first = next(name for name in handbook.settings.editions if name in lacking)
            yield _report(handbook, reference, target, first)


class _Editions:
    """Which editions an item is in, worked out once for each audience."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._audiences = {
            name: frozenset(edition.audiences)
            for name, edition in handbook.settings.editions.items()
        }
        self._known: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, audiences: tuple[str, ...]) -> frozenset[str]:
        if audiences not in self._known:
            self._known[audiences] = frozenset(
                name for name, seen in self._audiences.items() if not seen.isdisjoint(audiences)
            )
        return self._known[audiences]

    def holding(self, entry: Entry) -> frozenset[str]:
        return self.of(self._handbook.audience_of(entry))

    def showing(self, reference: Reference) -> frozenset[str]:
        origin = reference.origin
        if origin is None:
            return frozenset(self._audiences)
        if origin.item.status != "published":
            return frozenset()
        shown = self.holding(origin)
        only_for = restricted_fields(type(origin.item)).get(reference.field)
        return shown & self.of((only_for,)) if only_for else shown


def _report(handbook: Handbook, reference: Reference, target: Entry, edition: str) -> Diagnostic:
    origin = reference.origin
    title = handbook.settings.editions[edition].title
    audience = ", ".join(handbook.audience_of(target))
    here = f"this {origin.kind.name}" if origin is not None else "this page"
    if origin is None:
        change = "name it in plain words, without a link"
    elif origin.kind.only_for is not None:
        change = f"widen the audience of `{target.id}`, or take the reference out"
    else:
        change = f"take the reference out, or give {here} and `{target.id}` the same `audience`"
    return RULE.found(
        f"readers of the edition “{title}” see {here}, but not `{target.id}`",
        reference.span,
        help=change,
        related=(
            Related(
                target.tree.value_span(("audience",)),
                f"this {target.kind.name} is only for {audience}",
            ),
        ),
    )
