"""A reference leads to an item of the wrong kind.

A field says what it refers to: `sources` to sources, `principle` to a principle. The id exists, but
what it names is something else.

Wrong, in `principles/scenarios/late-delivery.yml`:

    principle: old-book

Right:

    principle: keep-promises
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.model import Handbook, Reference
from pledgebook.wording import a, either

RULE = Rule("PB202", "wrong-kind", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference whose target is not of a kind its field takes."""
    for reference in handbook.references:
        target = handbook.find(reference.target)
        if target is None or not reference.kinds or target.kind.name in reference.kinds:
            continue
        wanted = either(reference.kinds)
        yield RULE.found(
            f"`{reference.target}` is {a(target.kind.name)}, but `{reference.field}` "
            f"takes {a(wanted)}",
            reference.span,
            help=_suggest(handbook, reference, wanted),
            related=(Related(target.tree.title_span(), f"this is the {target.kind.name}"),),
        )


def _suggest(handbook: Handbook, reference: Reference, wanted: str) -> str:
    near = handbook.suggest(reference.target, reference.kinds)
    if near is not None:
        return f"did you mean the {wanted} `{near.id}` (“{near.title}”)?"
    return f"write the id of {a(wanted)} here"
