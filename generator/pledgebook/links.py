"""Links, pictures and headings of a Markdown text, with their places.

Only what is written in Markdown's own form is found. Anchors are made as Python-Markdown's ``toc``
extension makes them (``markdown.extensions.toc.slugify`` and ``unique``), with or without accents.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from pledgebook.wikilinks import PATTERN, mask_code

_INLINE = re.compile(r"\]\(\s*(?P<target><[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?P<target><[^<>\n]*>|\S+)", re.MULTILINE
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|\\|\{")
_LONGEST_WORDS = 1000
"""How far back the opening bracket of a link is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relative link: ``target`` as written, and where it stands in the text."""

    target: str
    start: int
    is_picture: bool

    @property
    def path(self) -> str:
        """The file it names, relative to the page; empty for a place on the same page."""
        return unquote(self.target.partition("#")[0].partition("?")[0])

    @property
    def anchor(self) -> str:
        """The heading it names, without the sign."""
        return unquote(self.target.partition("#")[2])


def find_links(text: str) -> Iterator[Link]:
    """Yield the relative links and pictures of a Markdown text, passing over code."""
    if "](" not in text and "]:" not in text:
        return
    masked = mask_code(text)
    found = [(match, _opens_picture(masked, match.start())) for match in _INLINE.finditer(masked)]
    found.extend((match, False) for match in _DEFINITION.finditer(masked))
    for match, is_picture in found:
        raw = match["target"]
        target = raw.strip("<>")
        if target and not _SCHEME.match(target):
            yield Link(target, match.start("target") + raw.startswith("<"), is_picture)


def _opens_picture(text: str, closing: int) -> bool:
    depth = 0
    for position in range(closing, max(-1, closing - _LONGEST_WORDS), -1):
        if text[position] == "]":
            depth += 1
        elif text[position] == "[":
            depth -= 1
            if depth == 0:
                return position > 0 and text[position - 1] == "!"
    return False


_HEADING = re.compile(r"^ {0,3}#{1,6}(?P<words>[^\n]*)$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<words>[^\n]+)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_LONGEST_HEADING = 500
_ATTRIBUTES = re.compile(r"\{(?P<inside>[^{}\n]*)\}")
_GIVEN_ID = re.compile(r"#([\w:.-]+)")
_HTML_ID = re.compile(r"""<[a-zA-Z][^<>]*?\s(?:id|name)=["']?([^"'\s>]+)""")
_INLINE_MARKUP = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])|[`*]|\\(?=\W)|<[^<>]*>")


def find_anchors(text: str) -> frozenset[str]:
    """Return the anchors of a Markdown page: those of its headings, and those it names itself."""
    masked = mask_code(text)
    anchors = set(_HTML_ID.findall(masked))
    for attributes in _ATTRIBUTES.finditer(masked):
        anchors.update(_GIVEN_ID.findall(attributes["inside"]))
    headings = [match.span("words") for match in _HEADING.finditer(masked)]
    headings.extend(match.span("words") for match in _UNDERLINED.finditer(masked))
    repeats: Counter[str] = Counter()
    for start, end in sorted(headings):
        words = _ATTRIBUTES.sub("", text[start : min(end, start + _LONGEST_HEADING)])
        plain = words.strip().rstrip("#").rstrip()
        for slug in {_slugify(plain), _slugify(plain, keep_accents=True)}:
            # A heading without a letter has an empty slug, which is numbered from the first on.
            number = repeats[slug] + (not slug)
            anchors.add(f"{slug}_{number}" if number else slug)
            repeats[slug] += 1
    return frozenset(anchors)


def _slugify(heading: str, *, keep_accents: bool = False) -> str:
    words = PATTERN.sub(lambda link: link["words"] or link["target"], heading)
    words = html.unescape(_INLINE_MARKUP.sub(r"\1", words))
    if not keep_accents:
        words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", words).strip().lower())
