"""An address that was published no longer leads anywhere.

Printed cards carry codes that lead to a page, and people save links, so an address that has been
published must work for ever. `principles/permalinks.lock` lists them.

If the item has a new id, put the old one under `aliases` in its new file, and the old address leads
to the new one. If the item is no longer wanted, keep its file, set `status: retired`, and name what
to read instead under `replaced_by`; its address then says so. If it was published to people who
should never have seen it, remove its line from `permalinks.lock`.

With, in `principles/permalinks.lock`:

    employees principles/say-it-keep-it

Wrong, in `principles/keep-promises.yml`:

    aliases: []

Right:

    aliases: [say-it-keep-it]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.model import Entry, Handbook
from pledgebook.nearest import find_nearest_item
from pledgebook.permalinks import PublishedAddress

RULE = Rule("PB220", "lost-address", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every published address that an edition would no longer have, each once."""
    if not handbook.published:
        return
    # Cutting out an edition takes time, and before the first publishing none is named.
    named = {published.permalink.edition for published in handbook.published}
    reachable = {
        name: _reachable(handbook.for_edition(name))
        for name in handbook.settings.editions
        if name in named
    }
    lost: dict[str, list[PublishedAddress]] = {}
    for published in handbook.published:
        link = published.permalink
        there = reachable.get(link.edition)
        if link.id not in handbook.failed and there is not None and link.address not in there:
            lost.setdefault(link.address, []).append(published)
    for places in lost.values():
        yield _report(handbook, places)


def _reachable(edition: Handbook) -> set[str]:
    found: set[str] = set()
    for entry in (*edition.entries.values(), *edition.retired.values()):
        for item_id in (entry.id, *entry.item.aliases):
            found.add(f"{entry.kind.section}/{item_id}")
    return found


def _report(handbook: Handbook, places: list[PublishedAddress]) -> Diagnostic:
    link, span = places[0].permalink, places[0].span
    entry = handbook.find(link.id)
    if entry is None:
        alike = (e for e in handbook.entries.values() if e.kind.section == link.section)
        titles = {e.id: e.title for e in alike}
        near = find_nearest_item(link.id, titles)
        where = f" (is it now `{near}`, “{titles[near]}”?)" if near else ""
        return RULE.found(
            f"`{link.address}` was published, and no item has that id any more",
            span,
            help=f"if it was renamed, add `{link.id}` under `aliases` in its new file{where}; if "
            "it is no longer wanted, bring its file back and set `status: retired`",
        )
    editions = " and ".join(f"`{place.permalink.edition}`" for place in places)
    noun = "edition" if len(places) == 1 else "editions"
    return RULE.found(
        f"`{link.address}` was published in the {noun} {editions}, and {_why(entry, link.section)}",
        span,
        help="set `status: retired` and `replaced_by` to keep its address, or remove its line here "
        "to withdraw it, knowing that printed codes and saved links break",
        related=(Related(entry.tree.title_span(), "this is the item"),),
    )


def _why(entry: Entry, section: str) -> str:
    if entry.kind.section != section:
        return f"the item of that id is now under `{entry.kind.section}/`"
    if entry.item.status == "draft":
        return "it is a draft again"
    return "it is no longer for the people who read it there"
