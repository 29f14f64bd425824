"""The plugin: MkDocs' events, each handed on. It holds no logic."""

from __future__ import annotations

from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from pledgebook.hosts.mkdocs.build import Build, OnPage, ignore_page, prepare_build
from pledgebook.pipeline import Checked


class PledgebookConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin in ``mkdocs.yml``."""

    principles = config_options.Type(str, default="principles")
    """The folder of the handbook's data, beside mkdocs.yml."""
    edition = config_options.Optional(config_options.Type(str))
    """The edition to build; the first of handbook.yml if left out."""


class PledgebookPlugin(BasePlugin[PledgebookConfig]):  # type: ignore[no-untyped-call]
    """Adds the handbook's pages to a MkDocs site."""

    def __init__(self) -> None:
        super().__init__()
        self.build: Build | None = None
        self.checked: Checked | None = None
        self.page_listener: OnPage = ignore_page
        self.serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.build = prepare_build(
            config,
            self.config.principles,
            self.config.edition,
            self.checked,
            self.page_listener,
            serving=self.serving,
        )
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        assert self.build is not None
        self.build.add_files(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        assert self.build is not None
        self.build.finish_nav(files)
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        assert self.build is not None
        return self.build.link_markdown(markdown, page)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        assert self.build is not None
        return self.build.fill_content(html, page)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        assert self.build is not None
        self.build.note_page()
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        assert self.build is not None
        self.build.finish(config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        assert self.build is not None
        self.build.watch(server)
        return server
