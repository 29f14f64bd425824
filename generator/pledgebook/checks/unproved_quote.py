"""A quote is called verified, but does not say where it stands.

`verified` tells readers that somebody has seen the words in the work itself. So it needs the work,
under `source`, and the place in it, under `locator`: an act, a chapter, a page. A quote that is
`verified-secondary` was seen in a book or article that quotes it; that needs a `source` too.

If the place cannot be found any more, call the quote `attributed` (others name a source) or
`unverified` (no source was found). There is no shame in it.

Wrong, in `principles/quotes/better-early.yml`:

    title: Better early
    text: Better three hours too soon than a minute too late.
    said_by: William Shakespeare
    provenance: verified
    source: old-book
    principles: [keep-promises]

Right:

    title: Better early
    text: Better three hours too soon than a minute too late.
    said_by: William Shakespeare
    provenance: verified
    source: old-book
    locator: Act II, scene ii
    principles: [keep-promises]
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.kinds.quote import Quote
from pledgebook.model import Handbook

RULE = Rule("PB305", "unproved-quote", Severity.ERROR)

_NEEDS = {"verified": ("source", "locator"), "verified-secondary": ("source",)}
_FILL = {
    "source": "`source: …` (the id of a file in principles/sources/)",
    "locator": "`locator: …` (the act, chapter or page)",
}


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every quote that claims more than it shows."""
    for entry in handbook.of_kind("quote"):
        quote = entry.item
        if not isinstance(quote, Quote):
            continue
        needed = _NEEDS.get(quote.provenance, ())
        absent = [name for name in needed if getattr(quote, name) is None]
        if absent:
            yield RULE.found(
                f"a quote that is `{quote.provenance}` needs {_all(f'`{n}`' for n in absent)}",
                entry.tree.value_span(("provenance",)),
                help=f"add {_all(_FILL[name] for name in absent)}, or choose another `provenance`, "
                "such as `attributed`",
            )


def _all(words: Iterator[str]) -> str:
    return " and ".join(words)
