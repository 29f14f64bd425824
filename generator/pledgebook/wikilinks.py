"""``[[id]]``, ``[[id|words]]`` and ``![[id]]`` in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PATTERN = re.compile(r"(?P<embed>!?)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\]")
"""One link. The words after the bar are plain text."""

_CODE = re.compile(
    r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?(?:-->|\Z)"
    r"|\\\[\[",
    re.MULTILINE | re.DOTALL,
)

_LIST_ITEM = re.compile(r"\s{0,3}(?:[-+*]|\d+[.)])\s")


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
    for found in PATTERN.finditer(mask_code(text)):
        words = found["words"]
        yield WikiLink(
            target=found["target"].strip(),
            words=words.strip() if words else None,
            embed=bool(found["embed"]),
            start=found.start(),
            raw=text[found.start() : found.end()],
        )


def mask_code(text: str, *, keep_comments: bool = False) -> str:
    """Return a Markdown text with spaces in place of its code, and of its HTML comments."""

    def blank(code: re.Match[str]) -> str:
        if keep_comments and code.group().startswith("<!--"):
            return code.group()
        return re.sub(r"[^\n]", " ", code.group())

    masked = _CODE.sub(blank, text) if _may_hold_code(text) else text
    if "\n    " in masked or "\n\t" in masked:
        masked = _mask_indented_code(masked)
    return masked


def _mask_indented_code(text: str) -> str:
    """Blank the lines that are code by their indentation: after a gap, and not within a list."""
    lines = text.split("\n")
    in_list, after_gap, in_code = False, True, False
    for number, line in enumerate(lines):
        indented = line.startswith(("    ", "\t"))
        if not line.strip():
            after_gap = True
            continue
        in_code = indented and not in_list and (after_gap or in_code)
        if in_code:
            lines[number] = " " * len(line)
        elif _LIST_ITEM.match(line):
            in_list = True
        elif not line.startswith((" ", "\t")):
            in_list = False
        after_gap = False
    return "\n".join(lines)


def _may_hold_code(text: str) -> bool:
    return "`" in text or "~~~" in text or "<!--" in text or "\\[[" in text
