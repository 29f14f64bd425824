"""Markdown fields as safe HTML.

Raw HTML is text here, and links with a scheme a browser would run are dropped, so nothing a YAML
file says becomes markup of its own choosing. ``[[id]]`` becomes a link; ``![[id]]`` on a line of
its own becomes a mark that the page renderer replaces with the item's card-sized block.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from pledgebook.wikilinks import PATTERN

EMBED_MARK = "\ufdd1"
"""Stands at both ends of an embedded item's id, until the page renderer puts its block there."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link leads to."""

    url: str
    title: str


Resolver = Callable[[str], LinkTarget | None]
"""Finds what an id leads to; ``None`` where the reader may not see it."""


def _wikilink_rule(state: StateInline, silent: bool) -> bool:
    found = PATTERN.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.meta = {
            "target": found["target"].strip(),
            "words": (found["words"] or "").strip(),
            "embed": bool(found["embed"]),
        }
    state.pos = found.end()
    return True


def _render_wikilink(
    self: RendererHTML, tokens: list[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    meta: Mapping[str, Any] = tokens[index].meta
    target = env["resolve"](meta["target"])
    words = meta["words"] or (target.title if target else meta["target"])
    if target is None:
        return html.escape(words)
    if meta["embed"] and len(tokens) == 1:
        return f"{EMBED_MARK}{html.escape(meta['target'])}{EMBED_MARK}"
    return f'<a href="{html.escape(target.url)}">{html.escape(words)}</a>'


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.inline.ruler.before("link", "wikilink", _wikilink_rule)
    parser.inline.ruler.before("image", "wikilink_embed", _wikilink_rule)
    parser.add_render_rule("wikilink", _render_wikilink)
    return parser


_PARSER = _make_parser()


def render_prose(text: str, resolve: Resolver) -> Markup:
    """Return the HTML of a Markdown text."""
    return Markup(_PARSER.render(text, {"resolve": resolve}))


def strip_markdown(text: str, resolve: Resolver) -> str:
    """Return a Markdown text as plain words, for search and summaries."""
    return " ".join("".join(_words_of(_PARSER.parse(text, {}), resolve)).split())


def _words_of(tokens: list[Token], resolve: Resolver) -> Iterator[str]:
    for token in tokens:
        if token.type == "wikilink":
            target = resolve(token.meta["target"])
            if not token.meta["embed"]:
                words = token.meta["words"] or (target.title if target else token.meta["target"])
                yield words
        elif token.children:
            yield from _words_of(token.children, resolve)
        elif token.type in ("text", "code_inline", "code_block", "fence"):
            yield token.content
        else:
            yield " " if token.block or token.type.endswith("break") else ""
