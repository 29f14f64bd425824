"""A text shows a quote that may not be genuine as if it were.

`![[id]]` sets an item into a text with the weight of a fact. A quote that is `unverified` or
`misattributed` should not come with that weight: readers will repeat it. A plain link, `[[id]]`,
with a word on what is wrong with the quote, is the honest form.

With, in `principles/quotes/better-early.yml`:

    provenance: misattributed

Wrong, in `content/about.md`:

    # About this handbook

    ![[better-early]]

Right:

    # About this handbook

    Shakespeare did not write what [[better-early|many posters]] say.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.kinds.quote import PROVENANCE_MEANING, Quote
from pledgebook.model import Handbook

RULE = Rule("PB307", "unsound-embed", Severity.WARNING)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every unverified or misattributed quote that is embedded in a text."""
    for reference in handbook.references:
        if reference.link is None or not reference.link.embed:
            continue
        target = handbook.find(reference.target)
        if target is None or not isinstance(target.item, Quote):
            continue
        if target.item.provenance not in ("unverified", "misattributed"):
            continue
        badge = PROVENANCE_MEANING[target.item.provenance][0].lower()
        yield RULE.found(
            f"this shows the quote `{target.id}` as sound, but its provenance is “{badge}”",
            reference.span,
            help=f"link to it instead, as `[[{target.id}]]`, and say what is wrong with it",
            related=(Related(target.tree.value_span(("provenance",)), f"“{target.title}”"),),
        )
