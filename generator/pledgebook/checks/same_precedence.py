"""Two principles have the same precedence.

When two principles pull apart, the one with the lower number decides. With the same number on both,
the handbook does not say which, and people will decide for themselves.

Give one of them another number. The numbers need not be without gaps: between 4 and 5 there is no
room, but nothing keeps you from using 10, 20 and 30. Drafts and retired principles do not count.

With, in `principles/be-polite.yml`:

    title: Be polite
    promise: We say please.
    why: |
      It costs nothing.
    do: [Say please., Say thank you.]
    dont: [Shout.]
    pledge: I will say please.
    dimensions: [reliability]
    precedence: 20

Wrong, in `principles/keep-promises.yml`:

    precedence: 20

Right:

    precedence: 10
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.kinds.principle import Principle
from pledgebook.model import Entry, Handbook

RULE = Rule("PB309", "same-precedence", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every published principle whose precedence an earlier one has."""
    ranked: dict[int, Entry] = {}
    highest = 0
    found: list[tuple[Entry, Entry, int]] = []
    for entry in handbook.of_kind("principle"):
        if not isinstance(entry.item, Principle) or entry.item.status != "published":
            continue
        rank = entry.item.precedence
        highest = max(highest, rank)
        first = ranked.setdefault(rank, entry)
        if first is not entry:
            found.append((entry, first, rank))
    for free, (entry, first, rank) in enumerate(found, start=highest + 1):
        yield RULE.found(
            f"another principle has precedence {rank} too, so neither decides",
            entry.tree.value_span(("precedence",)),
            help=f"give one of them another number; {free} is free, and comes last",
            related=(Related(first.tree.value_span(("precedence",)), f"“{first.title}”"),),
        )
