"""A waiver does not match any finding.

Under `waivers` in `handbook.yml` a finding can be left to stand for a time. This one covers
nothing: what it was for has been mended, or its `check` or `item` is not the one that was meant.
`item` is the id of the item the finding is in; for a finding on a page, it is the path, such as
`content/about.md`.

Wrong, in `principles/handbook.yml`:

    waivers:
      - check: review-overdue
        item: keep-promises
        reason: Somebody is away.
        until: 2099-12-31

Right: no waiver, since nothing is wrong with the item.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook
from pledgebook.nearest import find_nearest
from pledgebook.settings import Waiver

RULE = Rule("PB316", "unused-waiver", Severity.WARNING)


def report_unused(handbook: Handbook, position: int, waiver: Waiver) -> Diagnostic:
    """Return the finding for a waiver that covers no finding."""
    place = handbook.settings_tree.value_span(("waivers", position, "item"))
    paths = [page.path for page in handbook.pages]
    paths.append(handbook.settings_tree.path)
    if handbook.find(waiver.item) is not None or waiver.item in paths:
        return RULE.found(
            f"the check `{waiver.check}` finds nothing in `{waiver.item}`, so this waiver can go",
            place,
            help="remove the waiver, beginning with the line `- check:`",
        )
    entry = handbook.suggest(waiver.item)
    near = entry.id if entry is not None else find_nearest(waiver.item, paths)
    return RULE.found(
        f"the waiver is for `{waiver.item}`, and there is no such item or page",
        place,
        help=f"did you mean `{near}`?"
        if near
        else "write the id of the item, or the path of the page, such as `content/about.md`",
    )
