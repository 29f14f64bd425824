"""A principle is in no learning path.

Paths tell people what to read first. Few handbooks want every principle in one, so this check is
off until `handbook.yml` asks for it:

    checks:
      principle-in-no-path: warning

With, in `principles/handbook.yml`:

    checks:
      principle-in-no-path: warning

Wrong, in `principles/paths/new-starter.yml`:

    title: New here
    role: front-line
    stages:
      - when: Day one
        items: [late-delivery]
    finish: |
      Talk it over.

Right:

    title: New here
    role: front-line
    stages:
      - when: Day one
        items: [late-delivery, keep-promises]
    finish: |
      Talk it over.
"""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.model import Handbook

RULE = Rule("PB304", "principle-in-no-path", Severity.WARNING, on=False)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every published principle that no published path names in a stage."""
    for principle in handbook.of_kind("principle"):
        if principle.item.status != "published" or handbook.may_be_named(principle):
            continue
        if any(
            reference.origin is not None
            and reference.origin.kind.name == "path"
            and reference.origin.item.status == "published"
            and reference.link is None
            for reference in handbook.referrers.get(principle.id, ())
        ):
            continue
        yield RULE.found(
            "no learning path leads to this principle",
            principle.tree.title_span(),
            help=f"add `- {principle.id}` to the `items` of a stage in principles/paths/",
        )
