"""An item refers to one that some of its readers may not see.

Each edition of the handbook holds only what is meant for its audiences. Where an item in an edition
refers to one that is not in it, readers meet a gap, and may learn from the id that something is
kept from them. Sessions, and `facilitator` notes, are always for trainers. A page of `content/` is
for the audience that its head names, and otherwise for the default audience. The welcome in
`handbook.yml` is in every edition.

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

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span
from pledgebook.kinds.marks import restricted_fields
from pledgebook.model import Entry, Handbook, Reference
from pledgebook.yamltree import span_of_offset

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
        lacking = editions.showing(reference) - editions.of(handbook.audience_of(target))
        if lacking:
            yield _report(handbook, reference, target, editions.first(lacking))
    yield from _check_links(handbook, editions)


class _Editions:
    """Which editions an audience has a part in, worked out once for each audience."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._audiences = {
            name: frozenset(edition.audiences)
            for name, edition in handbook.settings.editions.items()
        }
        self._known: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, audiences: tuple[str, ...]) -> frozenset[str]:
        """Return the editions for any of ``audiences``; all, if one of them is unknown."""
        if audiences not in self._known:
            defined = self._handbook.settings.audiences.keys() >= set(audiences)
            self._known[audiences] = frozenset(
                name
                for name, seen in self._audiences.items()
                if not defined or not seen.isdisjoint(audiences)
            )
        return self._known[audiences]

    def showing(self, reference: Reference) -> frozenset[str]:
        origin = reference.origin
        if reference.page is not None:
            return self.of(self._handbook.readers_of(reference.page))
        if origin is None:
            return frozenset(self._audiences)
        if origin.item.status != "published":
            return frozenset()
        shown = self.of(self._handbook.audience_of(origin))
        only_for = restricted_fields(type(origin.item)).get(reference.field)
        return shown & self.of((only_for,)) if only_for else shown

    def first(self, names: frozenset[str]) -> str:
        """Return what the first of some editions is called."""
        editions = self._handbook.settings.editions
        return next(edition.title for name, edition in editions.items() if name in names)


def _report(handbook: Handbook, reference: Reference, target: Entry, edition: str) -> Diagnostic:
    origin = reference.origin
    here = f"this {origin.kind.name}" if origin is not None else "this page"
    if reference.page is not None:
        change = "name it in plain words, without a link, or give the page the same audience"
    elif origin is None:
        change = "name it in plain words, without a link"
    elif origin.kind.only_for is not None:
        change = f"widen the audience of `{target.id}`, or take the reference out"
    else:
        change = f"take the reference out, or give {here} and `{target.id}` the same `audience`"
    place = target.tree.value_span(("audience",))
    audience = ", ".join(handbook.audience_of(target))
    return RULE.found(
        f"readers of the edition “{edition}” see {here}, but not `{target.id}`",
        reference.span,
        help=change,
        related=(Related(place, f"this {target.kind.name} is only for {audience}"),),
    )


def _check_links(handbook: Handbook, editions: _Editions) -> Iterator[Diagnostic]:
    """Yield the ordinary links of pages to pages that fewer people may see."""
    pages = {page.src_uri: page for page in handbook.pages}
    for page in handbook.pages:
        for link in page.links:
            target = pages.get(page.resolve(link))
            if target is None:
                continue
            readers = handbook.readers_of(target)
            lacking = editions.of(handbook.readers_of(page)) - editions.of(readers)
            if lacking:
                place = next((span for _, span in target.head.audience), Span.at(target.path, 1, 1))
                yield RULE.found(
                    f"readers of the edition “{editions.first(lacking)}” see this page, but not "
                    f"`{link.path}`",
                    span_of_offset(page.source, link.start, len(link.target)),
                    help="take the link out, or give both pages the same audience",
                    related=(Related(place, f"this page is only for {', '.join(readers)}"),),
                )
