"""Finding the word somebody meant.

First by spelling, then by shared title words; when nothing is near, nothing is suggested, for a
wrong hint costs more than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

_NEAR = 0.72
"""The least similarity, from 0 to 1, at which a hint helps more than it misleads."""


_SHORTLIST = 12
"""How many candidates are compared letter by letter."""


class Finder:
    """Finds the nearest of many ids again and again, without comparing with each every time.

    ``titles`` gives each id its title. Words that share no pair of letters, and titles that share
    no word, are never looked at, so a handbook with a thousand slips takes no longer for each.
    """

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._ids = tuple(titles)
        self._by_pair: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        for position, (item_id, title) in enumerate(titles.items()):
            for pair in _pairs(_plain(item_id)):
                self._by_pair.setdefault(pair, []).append(position)
            for word in _words(title) | _words(item_id):
                self._by_word.setdefault(word, []).append(position)
        self._found: dict[str, str | None] = {}

    def find(self, word: str) -> str | None:
        """Return the id nearest to ``word`` by spelling, else by the words of its title."""
        if word not in self._found:
            self._found[word] = self._find_by_spelling(word) or self._find_by_title(word)
        return self._found[word]

    def _find_by_spelling(self, word: str) -> str | None:
        wanted = _plain(word)
        counts = Counter(at for pair in _pairs(wanted) for at in self._by_pair.get(pair, ()))
        likely = sorted(counts, key=lambda at: (-_overlap(counts[at], wanted, self._ids[at]), at))
        return find_nearest(word, (self._ids[at] for at in likely[:_SHORTLIST]))

    def _find_by_title(self, word: str) -> str | None:
        wanted = _words(word)
        counts = Counter(at for part in wanted for at in self._by_word.get(part, ()))
        best = min(counts, key=lambda at: (-counts[at], at), default=None)
        if best is None or counts[best] < 2 or counts[best] <= 0.6 * len(wanted):
            return None
        return self._ids[best]


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
    """Return the key nearest to ``word`` by spelling, else by the words of its title."""
    return Finder(titles).find(word)


def _overlap(shared: int, wanted: str, candidate: str) -> float:
    return 2 * shared / (len(wanted) + len(candidate))


def _pairs(word: str) -> set[str]:
    framed = f" {word} "
    return {framed[n : n + 2] for n in range(len(framed) - 1)}


def _plain(word: str) -> str:
    return re.sub(r"[\s_]+", "-", word.strip().casefold())


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2}
