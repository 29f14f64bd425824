"""An item refers to itself.

A principle that is `related` to itself, or a text with a `[[link]]` to the very page it is on,
leads the reader round in a circle. Usually another item was meant.

Wrong, in `principles/keep-promises.yml`:

    related: [keep-promises]

Right: name another item, or remove the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook

RULE = Rule("PB205", "self-reference", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every reference of an item to itself."""
    for reference in handbook.references:
        origin = reference.origin
        if origin is None or handbook.find(reference.target) is not origin:
            continue
        if reference.link is None:
            message = f"this {origin.kind.name} names itself under `{reference.field}`"
            help_text = "put in the id of the item you meant, or take this one out"
        else:
            message = f"this {origin.kind.name} links to itself"
            help_text = "link to the item you meant, or write the words without the brackets"
        yield RULE.found(message, reference.span, help=help_text)
