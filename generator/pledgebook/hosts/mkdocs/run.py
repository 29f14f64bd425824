"""Running MkDocs from our own commands."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from pledgebook.hosts.mkdocs.plugin import PledgebookPlugin
from pledgebook.pipeline import Checked

# Material prints an advertisement to everybody's terminal unless this is set.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class SiteRefused(Exception):
    """MkDocs could not make the site; the message says why."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    edition: str
    edition_title: str
    pages: int


def build_site(
    config_file: Path,
    site_dir: Path,
    *,
    checked: Checked,
    edition: str | None,
    strict: bool,
    log_level: int,
    on_page: Callable[[int, int], None],
) -> Built:
    """Build a handbook that has been checked into ``site_dir``.

    ``on_page`` is told how many pages are written, and of how many. Raises ``SiteRefused``.
    """
    logging.getLogger("mkdocs").setLevel(log_level)
    handler = _CollectErrors()
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config = load_config(
            config_file=str(config_file), site_dir=str(site_dir), strict=strict or None
        )
        plugin = find_plugin(config)
        plugin.checked = checked
        plugin.page_listener = on_page
        if edition is not None:
            plugin.config.edition = edition
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        messages = handler.messages or [error.format_message()]
        raise SiteRefused("\n".join(messages)) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    assert plugin.build is not None
    site = plugin.build.site
    return Built(
        site.edition, site.edition_title, len(plugin.build.pages) + len(site.handbook.pages)
    )


def serve_site(
    config_file: Path, address: str | None, *, open_browser: bool, quiet: bool, verbose: bool
) -> None:
    """Serve a handbook until it is interrupted, rebuilding when a file changes."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.DEBUG if verbose else logging.WARNING if quiet else logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    try:
        options: dict[str, Any] = {"dev_addr": address} if address else {}
        serve(config_file=str(config_file), open_in_browser=open_browser, **options)
    except (Abort, ConfigurationError) as error:
        raise SiteRefused(error.format_message()) from error
    finally:
        logger.removeHandler(handler)


def find_plugin(config: MkDocsConfig) -> PledgebookPlugin:
    """Return our plugin of a configuration. Raises ``SiteRefused`` if it is not named there."""
    for plugin in config.plugins.values():
        if isinstance(plugin, PledgebookPlugin):
            return plugin
    raise SiteRefused(
        f"{Path(config.config_file_path).name} does not name the plugin. Write:\n\n"
        "plugins:\n  - search\n  - pledgebook"
    )


class _CollectErrors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
