"""The code on a card that leads to its page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby

import segno

LEAST_MODULE = 0.5
"""The smallest square, in mm, that a phone reads without care at arm's length."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as rows of black: where each run begins, in squares, and how long it is."""

    url: str
    modules: int
    runs: tuple[tuple[int, int, int], ...]

    def module_at(self, size: float) -> float:
        """Return the size of one square, in mm, where the whole code is ``size`` mm wide."""
        return size / self.modules


@cache
def make_code(url: str) -> Code:
    """Return the code of an address, at error correction M (15 % may be lost)."""
    matrix = segno.make_qr(url, error="m", boost_error=False).matrix
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        for black, squares in groupby(row):
            length = len(tuple(squares))
            if black:
                runs.append((x, y, length))
            x += length
    return Code(url, len(matrix), tuple(runs))
