"""A link leads to a heading that is not on the page.

The part of a link after `#` names a heading of the page it leads to: lower case, with hyphens for
spaces, so that `## A new colleague` is `#a-new-colleague`. When a heading is reworded, links to it
still open the page, but at its top.

Wrong, in `content/about.md`:

    # About this handbook

    Read [whom to ask](#whom-to-ask).

    ## Questions

Right:

    # About this handbook

    Read [whom to ask](#questions).

    ## Questions
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Set

from pledgebook.addresses import entry_src_uri
from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook
from pledgebook.nearest import find_nearest
from pledgebook.yamltree import span_of_offset

RULE = Rule("PB208", "dead-anchor", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every link of a page to a heading that its target does not have."""
    pages = {page.src_uri: page for page in handbook.pages}
    gathered = _gathered_items(handbook)
    for page in handbook.pages:
        for link in page.links:
            if not link.anchor:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.src_uri), link.path))
            target = page if not link.path else pages.get(path)
            anchors = target.anchors if target is not None else gathered.get(path)
            if anchors is None or link.anchor in anchors:
                continue
            near = find_nearest(link.anchor, sorted(anchors))
            where = "this page" if target is page else f"`{link.path}`"
            yield RULE.found(
                f"{where} has no heading for `#{link.anchor}`",
                span_of_offset(page.source, link.start, len(link.target)),
                help=f"did you mean `#{near}`?"
                if near
                else "write the heading in lower case, with hyphens for spaces, or link to the "
                "page alone",
            )


def _gathered_items(handbook: Handbook) -> dict[str, Set[str]]:
    """Return the anchors of the pages that gather items: the ids of those items."""
    found: dict[str, set[str]] = {}
    for entry in handbook.entries.values():
        if not entry.kind.own_page:
            found.setdefault(entry_src_uri(entry), set()).add(entry.id)
    return {path: frozenset(anchors) for path, anchors in found.items()}
