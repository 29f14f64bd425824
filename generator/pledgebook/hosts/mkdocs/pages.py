"""Generated pages, in MkDocs' own sense."""

from __future__ import annotations

import html
import os
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pledgebook.addresses import ROOT, settle
from pledgebook.model import Handbook
from pledgebook.render.pages import Heading, PageRenderer, RenderedPage
from pledgebook.view.pages import PageView, RedirectView
from pledgebook.view.site import Site

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
        preview = self._view.preview
        if preview is not None and preview.preview is not None and config.site_url:
            meta["preview"] = urljoin(config.site_url, preview.preview.removeprefix(ROOT))
            meta["preview_words"] = preview.words
        self.markdown, self.meta = "", meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = settle(self._rendered.html, self.url)
        self.present_anchor_ids = set(self._rendered.anchors)
        self.toc = _build_toc(self._rendered.headings)
        self.links_to_anchors = {}


def make_file(view: PageView, rendered: RenderedPage, config: MkDocsConfig, base: Path) -> File:
    """Return the generated file of a page, with its page and its way back to the YAML."""
    level = InclusionLevel.INCLUDED if view.listed else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, view.src_uri, content="", inclusion=level)
    if view.source_path is not None:
        source = os.path.relpath(base / view.source_path, config.docs_dir)
        file.edit_uri = Path(source).as_posix()
    GeneratedPage(view, rendered, file, config)
    return file


def make_redirect(
    redirect: RedirectView, renderer: PageRenderer, config: MkDocsConfig, site: Site
) -> File:
    """Return the file that stands at an item's old address."""
    url = site.addresses.page(redirect.src_uri).removeprefix(ROOT)
    new = redirect.item.url.removeprefix(ROOT)
    canonical = urljoin(config.site_url, new) if config.site_url else None
    text = settle(renderer.render_redirect(redirect, canonical), url)
    name = f"{url}index.html" if url.endswith("/") else url
    return File.generated(config, name, content=text)


def hide_files(files: Files, site: Site, everything: Handbook) -> None:
    """Take away the hand-written pages that the edition may not show, and their pictures.

    A picture or document goes with its page: it stays if a page that may be shown mentions it, or
    if no page mentions it at all.
    """
    shown = {page.src_uri: page for page in site.handbook.pages}
    hidden = [page for page in everything.pages if page.src_uri not in shown]
    if not hidden:
        return
    for page in hidden:
        if (file := files.get_file_from_path(page.src_uri)) is not None:
            files.remove(file)
    open_texts = [page.source.text for page in shown.values()]
    closed_texts = [page.source.text for page in hidden]
    for file in list(files):
        name = PurePosixPath(file.src_uri).name
        if file.is_documentation_page() or file.src_uri not in everything.content_files:
            continue
        if _mentioned(name, closed_texts) and not _mentioned(name, open_texts):
            files.remove(file)


def _mentioned(name: str, texts: list[str]) -> bool:
    return any(name in text or quote(name) in text for text in texts)


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
