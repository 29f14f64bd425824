"""Speaking to a terminal, or to whatever stands in for one."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pledgebook.diagnostic import Severity
from pledgebook.hosts.project import (
    CONFIG_NAME,
    Project,
    ProjectFaulty,
    ProjectMissing,
    find_project,
)
from pledgebook.model import Handbook
from pledgebook.pipeline import Checked, check_files
from pledgebook.report.text import report_summary, report_text

CLEAN, FINDINGS, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130
"""The exit statuses."""

_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "path": {"bold": True},
    "help": {"fg": "cyan"},
    "good": {"fg": "green", "bold": True},
}

Command = TypeVar("Command", bound=Callable[..., Any])


def paint(text: str, style: str) -> str:
    """Colour a text on a terminal; ``NO_COLOR`` in the environment turns colour off."""
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return text
    return click.style(text, **_STYLES.get(style, {}))


def width() -> int:
    """Return how many characters a line may have."""
    return max(40, min(120, shutil.get_terminal_size((100, 24)).columns))


def common_options(command: Command) -> Command:
    """Add the options every command has that works on a handbook."""
    command = click.option(
        "-v", "--verbose", is_flag=True, help="Say more: each step, and how long it took."
    )(command)
    command = click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")(command)
    return click.option(
        "-f",
        "--config-file",
        type=click.Path(path_type=Path),
        default=CONFIG_NAME,
        show_default=True,
        help="The handbook's mkdocs.yml, or its folder.",
    )(command)


def open_project(config_file: Path) -> Project:
    """Return the handbook to work on, or end with a message saying why there is none."""
    try:
        return find_project(config_file)
    except ProjectMissing as error:
        raise click.ClickException(str(error)) from error
    except ProjectFaulty as error:
        click.echo(
            report_text(
                (error.diagnostic,),
                {error.source.path: error.source},
                {},
                width=width(),
                paint=paint,
            )
        )
        raise click.exceptions.Exit(FINDINGS) from error


def open_handbook(config_file: Path) -> Handbook:
    """Return the handbook as far as it loads, or end with its findings if it has no settings."""
    checked = check_files(open_project(config_file).roots)
    if checked.handbook is None:
        show_findings(checked, quiet=True)
        raise click.exceptions.Exit(FINDINGS)
    return checked.handbook


def show_findings(checked: Checked, *, quiet: bool) -> None:
    """Print every finding, and a line that counts them."""
    text = report_text(
        checked.diagnostics, checked.sources, checked.titles, width=width(), paint=paint
    )
    if text:
        click.echo(text)
    if not quiet or checked.diagnostics:
        click.echo(report_summary(checked.diagnostics, checked.file_count, paint))


def is_refused(checked: Checked, *, strict: bool) -> bool:
    """Return whether the findings stop the work."""
    if not checked.is_sound:
        return True
    return strict and any(d.severity is Severity.WARNING for d in checked.diagnostics)


class Progress:
    """A line on a terminal that counts, once the work has taken more than a second."""

    _PATIENCE = 1.0

    def __init__(self, words: str, *, enabled: bool) -> None:
        self._words = words
        self._enabled = enabled and sys.stderr.isatty()
        self._began = time.monotonic()
        self._shown = False

    def advance(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are finished."""
        if not self._enabled or time.monotonic() - self._began < self._PATIENCE:
            return
        self._shown = True
        click.echo(f"\r{self._words} {done} of {total}", nl=False, err=True)

    def clear(self) -> None:
        """Remove the line."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)
