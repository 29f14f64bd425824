"""Whatever a file holds: findings with places inside their files, and never an exception."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pledgebook.diagnostic import Span
from pledgebook.hosts.project import Project, find_project
from pledgebook.hosts.schemas import make_schema, schema_names
from pledgebook.pipeline import Checked, check_files
from pledgebook.rename import RenameRefused, plan_rename
from pledgebook.repair import plan_repairs
from pledgebook.report import Outcome, form_names, report_outcome
from tests.world import BASE

DATA = sorted(path.relative_to(BASE).as_posix() for path in (BASE / "principles").rglob("*.yml"))
FILES = [*DATA, "content/about.md"]

PIECES = [
    "\t",
    " ",
    "  ",
    "\n",
    ":",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "!!python/x ",
    "!x ",
    "|",
    ">",
    "|2-\n",
    "'",
    '"',
    "\\",
    "#",
    " # ",
    "---\n",
    "...\n",
    "%YAML 9\n",
    "@",
    "`",
    "~",
    "null",
    "\u2028",
    "\x85",
    "\x07",
    "\x00",
    "\ufeff",
    "\r",
    "é",
    "会",
    "\U0001f600",
    "[[",
    "]]",
    "![[",
    "|",
    "keep-promises",
    "old-book",
    "old-bok",
    "title: x\n",
    "aliases: [old-book]\n",
    "<script>",
    "[" * 60,
    "- " * 60,
    "{a: " * 50,
    "2026-13-45",
    "0x10",
    "1e999",
    ".inf",
    "9" * 400,
    "status: draft\n",
]

EASY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("any") / "handbook"
    shutil.copytree(BASE, folder)
    yield find_project(folder)


def _check_with(project: Project, path: str, data: bytes, *, repair: bool = False) -> Checked:
    target = project.roots.base / path
    before = target.read_bytes()
    try:
        target.write_bytes(data)
        checked = check_files(project.roots)
        if repair:
            plan_repairs(project.roots)
    finally:
        target.write_bytes(before)
    return checked


def _assert_sound(checked: Checked) -> None:
    for found in checked.diagnostics:
        assert found.message.strip()
        for span in (found.span, *(related.span for related in found.related)):
            _assert_inside(span, checked)
    outcome = Outcome(checked.diagnostics, checked.sources, checked.titles, width=60)
    for form in form_names():
        report_outcome(form, outcome).encode("utf-8")
    for name in schema_names():
        make_schema(name, checked.handbook)


def _assert_inside(span: Span, checked: Checked) -> None:
    source = checked.sources.get(span.path)
    if source is None:
        return
    lines = source.text.split("\n")
    assert 1 <= span.line <= len(lines), span
    assert span.end_line == span.line, span
    length = len(lines[span.line - 1])
    assert 1 <= span.column <= length + 1, span
    assert span.column <= span.end_column <= max(length + 1, span.column + 1), span


@EASY
@given(path=st.sampled_from(FILES), data=st.binary(max_size=300))
def test_any_bytes(project: Project, path: str, data: bytes) -> None:
    _assert_sound(_check_with(project, path, data))


@EASY
@given(path=st.sampled_from(FILES), text=st.text(max_size=200))
def test_any_text(project: Project, path: str, text: str) -> None:
    _assert_sound(_check_with(project, path, text.encode("utf-8", "surrogatepass")))


@st.composite
def _slips(draw: st.DrawFn) -> tuple[str, str]:
    """A sound file with a few pieces put in or taken out anywhere."""
    path = draw(st.sampled_from(FILES))
    text = (BASE / path).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 12))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + gone :]
    return path, text


@EASY
@given(slip=_slips())
def test_any_slip_of_the_keyboard(project: Project, slip: tuple[str, str]) -> None:
    _assert_sound(_check_with(project, slip[0], slip[1].encode("utf-8"), repair=True))


_IDS = st.sampled_from(
    ["keep-promises", "old-book", "better-early", "late-delivery", "nobody", "é"]
)


@EASY
@given(
    own=st.lists(_IDS, max_size=4),
    links=st.lists(st.tuples(_IDS, st.sampled_from(["", "|words", "|"])), max_size=4),
    aliases=st.lists(_IDS, max_size=3),
    new=_IDS,
)
def test_any_references(
    project: Project, own: list[str], links: list[tuple[str, str]], aliases: list[str], new: str
) -> None:
    text = (BASE / "principles/keep-promises.yml").read_text(encoding="utf-8")
    prose = " ".join(f"[[{target}{words}]]" for target, words in links)
    text = text.replace("  People plan", f"  {prose} `[[old-book]]` People plan")
    text += f"related: [{', '.join(own)}]\naliases: [{', '.join(aliases)}]\n"

    checked = _check_with(project, "principles/keep-promises.yml", text.encode())

    _assert_sound(checked)
    assert checked.handbook is not None
    for item_id in checked.handbook.entries:
        try:
            plan_rename(checked.handbook, item_id, new)
        except RenameRefused as refused:
            assert str(refused)
