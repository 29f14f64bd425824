"""Pages as HTML, from the templates in ``theme/pages/``.

Templates escape everything they are given, and they run in a sandbox: a template that somebody
adds to a handbook can lay things out but not reach into the program.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pledgebook.checks.template_error import report_template_error
from pledgebook.diagnostic import Diagnostic
from pledgebook.prose import EMBED_MARK
from pledgebook.view.pages import PageView, RedirectView
from pledgebook.view.site import Site


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents; ``title`` is HTML."""

    id: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page's HTML, with links from ``addresses.ROOT``, its headings and its anchors."""

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]


class TemplateFault(Exception):
    """A template that cannot be used; carries the finding to show."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class PageRenderer:
    """Renders the pages of a site with the templates of ``folders``, the first found first."""

    def __init__(self, site: Site, folders: tuple[Path, ...], base: Path) -> None:
        self._base = base
        self._site = site
        self._embeds: dict[str, str] = {}
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(site=site)
        self._environment.filters.update(day=show_day, count=show_count)

    def render(self, page: PageView) -> RenderedPage:
        """Return the page's HTML. Raises ``TemplateFault`` for a template that cannot be used."""
        text = self.fill_embeds(self._run(page.template, page=page, **page.context))
        return RenderedPage(text, _find_headings(text), _find_anchors(text))

    def render_redirect(self, redirect: RedirectView, canonical: str | None) -> str:
        """Return the page that stands at an old address and leads to the new one.

        ``canonical`` is the whole address of the new page, if the site's own is known.
        """
        return self._run("redirect.html", item=redirect.item, canonical=canonical)

    def embed(self, item_id: str) -> str:
        """Return the card-sized block of an item; nothing where the reader may not see it."""
        if item_id not in self._embeds:
            item = self._site.find(item_id)
            self._embeds[item_id] = self._run("embed.html", item=item) if item else ""
        return self._embeds[item_id]

    def fragment(self, template: str, **context: object) -> str:
        """Return a piece of a page. Raises ``TemplateFault``."""
        return self._run(template, **context)

    def page_address(self, src_uri: str) -> str:
        """Return the address of a page."""
        return self._site.addresses.page(src_uri)

    def fill_embeds(self, text: str) -> str:
        """Put the block of each embedded item in place of its mark."""
        if EMBED_MARK not in text:
            return text
        return _EMBED.sub(lambda found: self.embed(html.unescape(found["id"])), text)

    def _run(self, name: str, **context: object) -> str:
        try:
            return self._environment.get_template(name).render(context)
        except TemplateError as error:
            raise TemplateFault(self._blame(name, error)) from error
        except (TypeError, ValueError, AttributeError, KeyError, RecursionError) as error:
            raise TemplateFault(self._blame(name, error)) from error

    def _blame(self, name: str, error: Exception) -> Diagnostic:
        line, path = _place_of(error)
        shown = Path(path) if path else Path(name)
        if shown.is_absolute() and shown.is_relative_to(self._base):
            shown = shown.relative_to(self._base)
        return report_template_error(shown.as_posix(), line, str(error))


_EMBED = re.compile(
    rf"(?:<p>)?{EMBED_MARK}(?P<id>[^{EMBED_MARK}\n]*){EMBED_MARK}(?:</p>)?", re.MULTILINE
)
_HEADING = re.compile(r'<h([23])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ANCHOR = re.compile(r'\sid="([^"]+)"')
_TAG = re.compile(r"<[^>]+>")


def _find_headings(text: str) -> tuple[Heading, ...]:
    return tuple(
        Heading(found[2], " ".join(_TAG.sub("", found[3]).split()), int(found[1]))
        for found in _HEADING.finditer(text)
    )


def _find_anchors(text: str) -> frozenset[str]:
    return frozenset(html.unescape(anchor) for anchor in _ANCHOR.findall(text))


def _place_of(error: Exception) -> tuple[int, str | None]:
    """Return the line and file of a template that an error comes from."""
    line, path = getattr(error, "lineno", None), getattr(error, "filename", None)
    if line is not None:
        return line, path
    trace = error.__traceback__
    found: tuple[int, str | None] = (1, None)
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename.endswith(".html"):
            found = (trace.tb_lineno, filename)
        trace = trace.tb_next
    return found


def show_day(day: date) -> Markup:
    """Return a day as people write it, marked up for machines: 30 April 2026."""
    words = f"{day.day} {day:%B} {day.year}"
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words)


def show_count(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun: "1 scenario", "3 scenarios"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
