"""A field stands twice in one place.

Most programs that read YAML silently keep one of the two and throw the other away, so a text that
somebody wrote would be lost without a word. Keep one of the two lines, or move what both say into
one list.

Wrong, in `principles/sources/old-book.yml`:

    title: The Merry Wives of Windsor
    type: play
    work: The Merry Wives of Windsor
    type: book

Right:

    title: The Merry Wives of Windsor
    type: play
    work: The Merry Wives of Windsor
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.yamltree import DuplicateKey

RULE = Rule("PB103", "duplicate-field", Severity.ERROR)


def report_duplicate(duplicate: DuplicateKey) -> Diagnostic:
    """Return the finding for a key that stands twice."""
    return RULE.found(
        f"`{duplicate.key}` stands here a second time",
        duplicate.span,
        help="keep one of the two; if both are right, put both into one list",
        related=(Related(duplicate.first, f"`{duplicate.key}` first stands here"),),
    )
