"""Small turns of phrase that messages share."""

from __future__ import annotations

from collections.abc import Iterable

_UNCOUNTED = {"evidence"}


def a(noun: str) -> str:
    """Return a noun with its article: "a scenario", "an exercise", "evidence"."""
    if noun in _UNCOUNTED:
        return noun
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 day", "2 days"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def either(words: Iterable[str]) -> str:
    """Return words as a choice: "a", "a or b", "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
