"""Finding the word somebody meant.

First by spelling, then by shared title words; when nothing is near, nothing is suggested, for a
wrong hint costs more than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

_NEAR = 0.72
"""The least similarity, from 0 to 1, at which a hint helps more than it misleads."""


def find_nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate spelt most like ``word``, or ``None`` if none is near."""
    wanted = _plain(word)
    best: tuple[float, str] | None = None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for candidate in candidates:
        matcher.set_seq1(_plain(candidate))
        if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
            continue
        score = matcher.ratio()
        if score >= _NEAR and (best is None or score > best[0]):
            best = (score, candidate)
    return best[1] if best else None


def find_nearest_item(word: str, titles: Mapping[str, str]) -> str | None:
    """Return the id nearest to ``word`` by spelling, else by the words of its title."""
    if near := find_nearest(word, titles):
        return near
    wanted = _words(word)
    best: tuple[float, str] | None = None
    for item_id, title in titles.items():
        words = _words(title) | _words(item_id)
        shared = len(wanted & words)
        score = shared / len(wanted) if wanted else 0.0
        if shared >= 2 and score > 0.6 and (best is None or score > best[0]):
            best = (score, item_id)
    return best[1] if best else None


def _plain(word: str) -> str:
    return re.sub(r"[\s_]+", "-", word.strip().casefold())


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2}
