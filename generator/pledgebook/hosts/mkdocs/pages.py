"""Generated pages, in MkDocs' own sense."""

from __future__ import annotations

import html
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pledgebook.addresses import settle
from pledgebook.render.pages import Heading, RenderedPage
from pledgebook.view.pages import PageView

DESCRIPTION_LENGTH = 160
"""Characters of a page's description that search engines and link previews show."""


class GeneratedPage(Page):
    """A page that brings its own HTML, table of contents and anchors; Markdown is not run."""

    def __init__(
        self, view: PageView, rendered: RenderedPage, file: File, config: MkDocsConfig
    ) -> None:
        # Material writes titles into its navigation as they are, so ours are escaped already.
        super().__init__(html.escape(view.title), file, config)
        self._view = view
        self._rendered = rendered

    def read_source(self, config: MkDocsConfig) -> None:
        meta: dict[str, Any] = {"search": {"exclude": True}}
        if self._view.description:
            meta["description"] = html.escape(_shorten(self._view.description))
        if self._view.wide:
            meta["hide"] = ["navigation", "toc"]
        else:
            # Without it Material strips tags from the title, which turns it back into markup.
            meta["title"] = html.escape(self._view.title)
        self.markdown, self.meta = "", meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = settle(self._rendered.html, self.url)
        self.present_anchor_ids = set(self._rendered.anchors)
        self.toc = _build_toc(self._rendered.headings)
        self.links_to_anchors = {}


def make_file(view: PageView, rendered: RenderedPage, config: MkDocsConfig, base: Path) -> File:
    """Return the generated file of a page, with its page and its way back to the YAML."""
    file = File.generated(config, view.src_uri, content="", inclusion=InclusionLevel.INCLUDED)
    if view.source_path is not None:
        source = os.path.relpath(base / view.source_path, config.docs_dir)
        file.edit_uri = Path(source).as_posix()
    GeneratedPage(view, rendered, file, config)
    return file


def _build_toc(headings: tuple[Heading, ...]) -> TableOfContents:
    top: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.title, heading.id, heading.level)
        if heading.level > 2 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= DESCRIPTION_LENGTH:
        return words
    return words[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0] + "…"
