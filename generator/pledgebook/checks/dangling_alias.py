"""An old id leads to a draft.

The ids under `aliases` keep old links and printed cards working. While the item they lead to is a
draft, it is on no page, and whoever follows an old link finds nothing.

Publish the item, or move the old id to the item that stands in for it.

Wrong, in `principles/sources/old-book.yml`:

    status: draft
    aliases: [merry-wives]

Right:

    aliases: [merry-wives]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.model import Handbook

RULE = Rule("PB210", "dangling-alias", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the aliases of drafts."""
    for entry in handbook.entries.values():
        if entry.item.status != "draft":
            continue
        for position, alias in enumerate(entry.item.aliases):
            yield RULE.found(
                f"links to the old id `{alias}` lead nowhere while this item is a draft",
                entry.tree.value_span(("aliases", position)),
                help="publish it, or move the old id to the item that stands in for it",
                related=(Related(entry.tree.value_span(("status",)), "this makes it a draft"),),
            )
