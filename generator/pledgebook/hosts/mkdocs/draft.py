"""What is served while a handbook has errors: all that is sound, and what is wrong with the rest.

Only a served site is ever a draft. A build refuses instead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

from pledgebook.addresses import settle
from pledgebook.diagnostic import Severity
from pledgebook.hosts.mkdocs.pages import make_file
from pledgebook.model import ContentPage, Handbook
from pledgebook.pipeline import Checked, Roots
from pledgebook.render.pages import PageRenderer, TemplateFault
from pledgebook.settings import Settings
from pledgebook.source import SourceFile
from pledgebook.view.pages import PageView
from pledgebook.view.problems import (
    PROBLEMS_PAGE,
    ProblemView,
    view_broken_items,
    view_problem,
    view_problems_page,
)
from pledgebook.yamltree import Tree

STYLE = "assets/pledgebook/draft/problems.css"


def keep_sound(checked: Checked, title: str) -> Handbook:
    """Return what can be shown of a handbook with errors: every item that has none.

    Without usable settings nobody knows who may see what, so no item is shown at all.
    """
    if checked.handbook is None:
        return _stand_in(title, checked.pages)
    broken = {d.span.path for d in checked.diagnostics if d.severity is Severity.ERROR}
    entries = {
        item_id: entry
        for item_id, entry in checked.handbook.entries.items()
        if entry.path not in broken
    }
    return replace(checked.handbook, entries=entries)


def _stand_in(title: str, pages: tuple[ContentPage, ...]) -> Handbook:
    settings = Settings.model_validate(
        {
            "title": title,
            "organisation": {"name": title},
            "audiences": {"everyone": "Everyone"},
            "default_audience": ["everyone"],
            "editions": {"draft": {"title": "Draft", "audiences": ["everyone"]}},
            "dimensions": {"none": {"title": "None", "description": "None yet."}},
        }
    )
    tree = Tree(SourceFile("principles/handbook.yml", ""), None)
    return Handbook(settings=settings, settings_tree=tree, entries={}, pages=pages)


@dataclass(frozen=True, slots=True)
class Draft:
    """The problems of a served handbook, and where each is shown."""

    roots: Roots
    renderer: PageRenderer
    problems: tuple[ProblemView, ...]
    pages: dict[str, PageView]
    """Pages of broken items, by source path."""
    on_pages: dict[str, list[ProblemView]]
    """Problems shown at the head of pages that are sound otherwise, by source path."""

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add the problems page and a page for each broken item, and lead to the first."""
        for view in (view_problems_page(self.problems), *self.pages.values()):
            stale = files.get_file_from_path(view.src_uri)
            if stale is not None:
                files.remove(stale)
            file = make_file(view, self.renderer.render(view), config, self.roots.base)
            file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        config.nav = [*(config.nav or []), {f"Problems ({len(self.problems)})": PROBLEMS_PAGE}]
        config.extra_css.append(STYLE)

    def head(self, page: Page) -> str:
        """Return what stands above a page: that there are problems, and those that concern it."""
        src_uri = page.file.src_uri
        errors = sum(problem.is_error for problem in self.problems)
        if not errors or src_uri == PROBLEMS_PAGE:
            return ""
        here = () if src_uri in self.pages else self.on_pages.get(src_uri, ())
        text = self.renderer.fragment(
            "problem_notice.html",
            errors=errors,
            warnings=len(self.problems) - errors,
            here=here,
            page_url=self.renderer.page_address(PROBLEMS_PAGE),
        )
        return settle(text, page.url)


def draft_problems(
    checked: Checked, roots: Roots, renderer: PageRenderer, faults: tuple[TemplateFault, ...]
) -> Draft | None:
    """Return the draft of a handbook, or ``None`` if there is nothing to mend in it."""
    found = (*checked.diagnostics, *(fault.diagnostic for fault in faults))
    problems = tuple(view_problem(d, checked.sources, checked.titles) for d in found)
    if not problems:
        return None
    root = roots.data_path
    pages, on_pages = view_broken_items(problems, root)
    content = f"{roots.content_path}/"
    for problem in problems:
        if problem.path.startswith(content):
            on_pages.setdefault(problem.path.removeprefix(content), []).append(problem)
    return Draft(roots, renderer, problems, pages, on_pages)
