"""What is wrong with a handbook, as pages show it to whoever is writing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pledgebook.addresses import section_src_uri
from pledgebook.diagnostic import Diagnostic, Severity, Span
from pledgebook.kinds import kinds_by_folder
from pledgebook.kinds.fields import ID_PATTERN
from pledgebook.source import SourceFile
from pledgebook.view.pages import PageView

PROBLEMS_PAGE = "problems.md"


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """A line of a file, cut in three around the place that is meant."""

    place: str
    number: int
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A finding with its surroundings."""

    code: str
    name: str
    severity: str
    message: str
    help: str
    path: str
    title: str
    excerpt: ExcerptView
    related: tuple[tuple[str, ExcerptView], ...]

    @property
    def is_error(self) -> bool:
        return self.severity == Severity.ERROR


def view_problem(
    found: Diagnostic, sources: Mapping[str, SourceFile], titles: Mapping[str, str]
) -> ProblemView:
    """Return the view of a finding; ``sources`` and ``titles`` are by path."""
    return ProblemView(
        code=found.rule.code,
        name=found.rule.name,
        severity=str(found.severity),
        message=found.message,
        help=found.help,
        path=found.span.path,
        title=titles.get(found.span.path, ""),
        excerpt=_view_excerpt(found.span, sources),
        related=tuple((r.message, _view_excerpt(r.span, sources)) for r in found.related),
    )


def _view_excerpt(span: Span, sources: Mapping[str, SourceFile]) -> ExcerptView:
    source = sources.get(span.path)
    lines = source.text.split("\n") if source is not None else []
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    place = f"{span.path}:{span.line}:{span.column}"
    return ExcerptView(place, span.line, line[:start], line[start:end], line[end:])


def view_problems_page(problems: tuple[ProblemView, ...]) -> PageView:
    """Return the page that lists everything there is to mend."""
    return PageView(
        src_uri=PROBLEMS_PAGE,
        title="Problems",
        template="problems.html",
        context={"problems": problems, "heading": "Problems to mend", "broken": False},
    )


def view_broken_items(
    problems: Iterable[ProblemView], root: str
) -> tuple[dict[str, PageView], dict[str, list[ProblemView]]]:
    """Return a page for each item with errors, and the problems to show on other pages.

    Both are by the source path of the page. ``root`` is the folder of the handbook's data. An item
    that has no page of its own has its problems shown on the page of its kind.
    """
    own: dict[str, list[ProblemView]] = {}
    elsewhere: dict[str, list[ProblemView]] = {}
    for problem in problems:
        folder, _, name = problem.path.removeprefix(f"{root}/").rpartition("/")
        kind = kinds_by_folder().get(folder)
        item_id = name.removesuffix(".yml")
        if kind is None or not problem.is_error or not ID_PATTERN.match(item_id):
            continue
        if name == "handbook.yml" or not problem.path.startswith(f"{root}/"):
            continue
        if kind.own_page:
            own.setdefault(f"{kind.section}/{item_id}.md", []).append(problem)
        else:
            elsewhere.setdefault(section_src_uri(kind), []).append(problem)
    return {uri: _view_broken_item(uri, found) for uri, found in own.items()}, elsewhere


def _view_broken_item(src_uri: str, problems: list[ProblemView]) -> PageView:
    title = problems[0].title or src_uri.rpartition("/")[2].removesuffix(".md")
    return PageView(
        src_uri=src_uri,
        title=title,
        template="problems.html",
        source_path=problems[0].path,
        context={"problems": problems, "heading": title, "broken": True},
    )
