"""One build of a handbook inside MkDocs, from the check to the search index."""

from __future__ import annotations

import html
import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from pledgebook.addresses import ROOT, Addresses, entry_src_uri, settle
from pledgebook.diagnostic import Diagnostic, Severity
from pledgebook.hosts.mkdocs.draft import Draft, draft_problems, keep_sound
from pledgebook.hosts.mkdocs.machines import write_export, write_policy
from pledgebook.hosts.mkdocs.nav import adopt_unlisted, build_nav
from pledgebook.hosts.mkdocs.pages import (
    GeneratedPage,
    hide_files,
    make_file,
    make_redirect,
)
from pledgebook.hosts.mkdocs.search import patch_search_index
from pledgebook.hosts.mkdocs.theme import add_assets, prepare_theme, require_material
from pledgebook.model import Handbook
from pledgebook.pipeline import Checked, Roots, check_files
from pledgebook.prose import EMBED_MARK
from pledgebook.render.brand import render_brand
from pledgebook.render.cards.gallery import SiteCards, make_gallery
from pledgebook.render.cards.make import MadeFile
from pledgebook.render.cards.shelf import read_shelf
from pledgebook.render.pages import PageRenderer, RenderedPage, TemplateFault
from pledgebook.report.text import report_text
from pledgebook.resources import theme_folders
from pledgebook.view.gallery import Gallery
from pledgebook.view.pages import PageView, view_pages, view_redirects
from pledgebook.view.site import Site
from pledgebook.wikilinks import find_wikilinks

log = logging.getLogger("mkdocs.plugins.pledgebook")


EDITION_VARIABLE = "PLEDGEBOOK_EDITION"
"""Names the edition to build in the environment, where mkdocs.yml does not."""

OnPage = Callable[[int, int], None]
"""Told how many pages are written, and of how many."""


def ignore_page(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Build:
    """What one build needs from its beginning to its end."""

    roots: Roots
    everything: Handbook
    """The whole handbook, of which the site may show only a part."""
    site: Site
    renderer: PageRenderer
    pages: tuple[tuple[PageView, RenderedPage], ...]
    theme_folders: tuple[Path, ...]
    card_files: tuple[MadeFile, ...]
    on_page: OnPage = ignore_page
    draft: Draft | None = None
    pages_written: int = 0

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add the handbook's pages and the theme's files, and lay out the navigation."""
        hide_files(files, self.site, self.everything)
        for view, rendered in self.pages:
            files.append(make_file(view, rendered, config, self.roots.base))
        for made in self.card_files:
            files.append(File.generated(config, made.name, content=made.data))
        for redirect in view_redirects(self.site):
            files.append(make_redirect(redirect, self.renderer, config, self.site))
        add_assets(files, config, self.theme_folders, render_brand(self.site.settings.brand))
        shown = {page.src_uri for page in self.site.handbook.pages}
        hidden = {page.src_uri for page in self.everything.pages} - shown
        config.nav = build_nav(self.site, config.nav, hidden)
        if self.draft is not None:
            self.draft.add_files(files, config)

    def finish_nav(self, files: Files) -> None:
        """Give the pages that the navigation does not list their place in it."""
        adopt_unlisted(files, self.site)

    def link_markdown(self, markdown: str, page: Page) -> str:
        """Turn the ``[[links]]`` of a hand-written page into Markdown's own."""
        if isinstance(page, GeneratedPage):
            return markdown
        return _link_markdown(markdown, page, self.site)

    def fill_content(self, content: str, page: Page) -> str:
        """Put embedded items into a hand-written page, and what is wrong above any page."""
        if EMBED_MARK in content and not isinstance(page, GeneratedPage):
            content = settle(self.renderer.fill_embeds(content), page.url)
        return content if self.draft is None else self.draft.head(page) + content

    def note_page(self) -> None:
        """Note that one more page is written."""
        self.pages_written += 1
        self.on_page(self.pages_written, len(self.pages) + len(self.site.handbook.pages))

    def finish(self, config: MkDocsConfig) -> None:
        """Give the search index our entries, and write what is for machines."""
        entries = [entry for view, _ in self.pages for entry in view.search]
        urls = {self.site.addresses.page(view.src_uri).removeprefix(ROOT) for view, _ in self.pages}
        synonyms = self.site.settings.synonyms
        site_dir = Path(config.site_dir)
        patch_search_index(site_dir, entries, urls, synonyms)
        write_export(site_dir, self.site)
        write_policy(site_dir)

    def watch(self, server: LiveReloadServer) -> None:
        """Rebuild a served site when its data or its templates change."""
        for folder in (self.roots.data, *self.theme_folders):
            if folder.is_dir():
                server.watch(str(folder))


def prepare_build(
    config: MkDocsConfig,
    principles: str,
    edition: str | None,
    checked: Checked | None,
    on_page: OnPage,
    *,
    serving: bool = False,
) -> Build:
    """Check the handbook and render its pages, before MkDocs touches the old site.

    ``checked`` is the handbook's check if it has been made, and its findings shown. Raises
    ``PluginError`` if there is an error in the handbook or in a template; when ``serving``, what
    is sound is shown all the same, with what is wrong.
    """
    require_material(config)
    roots = find_roots(config, principles)
    if checked is None:
        checked = check_files(roots)
        log_findings(checked)
    if serving:
        handbook = keep_sound(checked, config.site_name)
    elif checked.is_sound and checked.handbook is not None:
        handbook = checked.handbook
    else:
        raise PluginError(_refusal(checked.diagnostics))
    wanted = edition or os.environ.get(EDITION_VARIABLE)
    chosen = choose_edition(
        wanted if checked.handbook is not None else None, tuple(handbook.settings.editions)
    )
    config.site_name = html.escape(handbook.settings.title)
    folders = theme_folders(roots.base)
    site = Site(handbook.for_edition(chosen), chosen, Addresses(config.use_directory_urls))
    prepare_theme(config, folders, _footer(site), site.settings.brand.logo)
    renderer = PageRenderer(site, tuple(folder / "pages" for folder in folders), roots.base)
    cards = _make_cards(site, folders, roots.site_url, serving=serving)
    pages, faults = _render_pages(site, renderer, cards.gallery)
    for fault in faults:
        log.error(report_text((fault.diagnostic,), {}, {}).rstrip())
    if faults and not serving:
        raise PluginError(_refusal(tuple(fault.diagnostic for fault in faults)))
    draft = draft_problems(checked, roots, renderer, faults) if serving else None
    return Build(roots, handbook, site, renderer, pages, folders, cards.files, on_page, draft)


def _render_pages(
    site: Site, renderer: PageRenderer, gallery: Gallery
) -> tuple[tuple[tuple[PageView, RenderedPage], ...], tuple[TemplateFault, ...]]:
    """Return the pages that can be rendered, and one fault for each template that cannot."""
    pages: list[tuple[PageView, RenderedPage]] = []
    faults: dict[str, TemplateFault] = {}
    for view in view_pages(site, gallery):
        try:
            pages.append((view, renderer.render(view)))
        except TemplateFault as fault:
            faults.setdefault(view.template, fault)
    return tuple(pages), tuple(faults.values())


def _make_cards(
    site: Site, folders: tuple[Path, ...], site_url: str, *, serving: bool
) -> SiteCards:
    """Make the cards; while serving, those that can be made, for the check shows the others."""
    if not site.handbook.of_kind("deck"):
        return SiteCards(Gallery(), (), ())
    cards = make_gallery(site, read_shelf(folders), site_url)
    if cards.diagnostics and not serving:
        log.error(report_text(cards.diagnostics, {}, {}))
        raise PluginError(_refusal(cards.diagnostics))
    return cards


def _footer(site: Site) -> str:
    settings = site.settings
    words = [settings.title, settings.organisation.name, site.edition_title]
    if settings.organisation.contact:
        words.append(f"Questions: {settings.organisation.contact}")
    return " · ".join(html.escape(word) for word in words)


def find_roots(config: MkDocsConfig, principles: str) -> Roots:
    """Return where the handbook of a MkDocs configuration lies."""
    base = Path(config.config_file_path).resolve().parent
    return Roots(
        base=base,
        data=base / principles,
        content=Path(config.docs_dir),
        site_url=config.site_url or "",
    )


def choose_edition(wanted: str | None, editions: tuple[str, ...]) -> str:
    """Return the edition to build, the first if none is wanted.

    Raises ``PluginError`` for one that does not exist.
    """
    if not wanted:
        return editions[0]
    if wanted not in editions:
        known = ", ".join(editions)
        raise PluginError(f"There is no edition called `{wanted}`. handbook.yml has: {known}.")
    return wanted


def log_findings(checked: Checked) -> None:
    """Hand every finding to MkDocs' log, so that ``--strict`` counts the warnings."""
    levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING}
    for found in checked.diagnostics:
        text = report_text((found,), checked.sources, checked.titles)
        log.log(levels[found.severity], text.rstrip())


def _refusal(diagnostics: tuple[Diagnostic, ...]) -> str:
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    return (
        f"The handbook has {errors} error{'s' if errors != 1 else ''}, shown above. "
        "Nothing was built, and the old site was left as it is."
    )


_MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$^=:])")


def _link_markdown(markdown: str, page: Page, site: Site) -> str:
    parts: list[str] = []
    position = 0
    for link in find_wikilinks(markdown):
        parts.append(markdown[position : link.start])
        position = link.start + len(link.raw)
        entry = site.handbook.find(link.target)
        words = _escape(link.words or (entry.title if entry else link.target))
        if entry is None:
            parts.append(words)
        elif link.embed:
            parts.append(f"{EMBED_MARK}{entry.id}{EMBED_MARK}")
        else:
            target = get_relative_url(entry_src_uri(entry), page.file.src_uri)
            anchor = "" if entry.kind.own_page else f"#{entry.id}"
            parts.append(f"[{words}]({target}{anchor})")
    parts.append(markdown[position:])
    return "".join(parts)


def _escape(words: str) -> str:
    return _MARKDOWN_SPECIAL.sub(r"\\\1", html.escape(words, quote=False))
