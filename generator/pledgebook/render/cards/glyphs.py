"""Which characters a font file has, read from its ``cmap`` table.

The formats are those of the OpenType specification that fonts in use have: 4 (the usual plane) and
12 (everything). A file that is no font has no characters.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONT_SUFFIXES = (".ttf", ".otf")


@cache
def read_characters(path: Path) -> frozenset[int]:
    """Return the code points a font can show."""
    try:
        data = path.read_bytes()
        return frozenset(_characters(data))
    except (OSError, struct.error, IndexError):
        return frozenset()


def _characters(data: bytes) -> Iterator[int]:
    tables = struct.unpack_from(">H", data, 4)[0]
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == b"cmap":
            yield from _of_table(data, offset)


def _of_table(data: bytes, table: int) -> Iterator[int]:
    count = struct.unpack_from(">H", data, table + 2)[0]
    for number in range(count):
        offset = table + struct.unpack_from(">I", data, table + 4 + 8 * number + 4)[0]
        form = struct.unpack_from(">H", data, offset)[0]
        if form == 4:
            yield from _of_format_4(data, offset)
        elif form == 12:
            groups = struct.unpack_from(">I", data, offset + 12)[0]
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", data, offset + 16 + 12 * group)
                yield from range(first, min(last, 0x10FFFF) + 1)


def _of_format_4(data: bytes, offset: int) -> Iterator[int]:
    segments = struct.unpack_from(">H", data, offset + 6)[0] // 2
    shape = f">{segments}H"
    ends = struct.unpack_from(shape, data, offset + 14)
    starts = struct.unpack_from(shape, data, offset + 16 + 2 * segments)
    deltas = struct.unpack_from(shape, data, offset + 16 + 4 * segments)
    at = offset + 16 + 6 * segments
    ranges = struct.unpack_from(shape, data, at)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if ranges[number] == 0:
                glyph = (code + deltas[number]) & 0xFFFF
            else:
                place = at + 2 * number + ranges[number] + 2 * (code - start)
                glyph = struct.unpack_from(">H", data, place)[0]
            if glyph:
                yield code
