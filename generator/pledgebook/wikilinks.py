"""``[[id]]``, ``[[id|words]]`` and ``![[id]]`` in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PATTERN = re.compile(r"(?P<embed>!?)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\]")
"""One link. The words after the bar are plain text."""

_CODE = re.compile(
    r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->"
    r"|\\\[\[",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A link found in a text, and where: ``start`` and ``length`` in characters."""

    target: str
    words: str | None
    embed: bool
    start: int
    raw: str


def find_wikilinks(text: str) -> Iterator[WikiLink]:
    """Yield the links of a Markdown text, passing over code."""
    if "[[" not in text:
        return
    masked = _CODE.sub(lambda code: " " * len(code.group()), text) if _may_hold_code(text) else text
    for found in PATTERN.finditer(masked):
        words = found["words"]
        yield WikiLink(
            target=found["target"].strip(),
            words=words.strip() if words else None,
            embed=bool(found["embed"]),
            start=found.start(),
            raw=text[found.start() : found.end()],
        )


def _may_hold_code(text: str) -> bool:
    return "`" in text or "~~~" in text or "<!--" in text or "\\[[" in text
