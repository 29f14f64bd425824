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
from pledgebook.report import Outcome, report_outcome

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
    """Colour a text, if whoever reads it wants colour."""
    return click.style(text, **_STYLES.get(style, {})) if wants_colour() else text


def wants_colour() -> bool:
    """Return whether to print in colour: on a terminal, unless the environment says otherwise.

    ``NO_COLOR`` (no-color.org) turns it off, ``FORCE_COLOR`` (force-color.org) on; the first wins.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def say(text: str) -> None:
    """Print a text that may have been coloured."""
    click.echo(text, color=wants_colour())


def width() -> int:
    """Return how many characters a line may have."""
    return max(40, min(200, shutil.get_terminal_size((100, 24)).columns))


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


def open_project(config_file: Path, form: str = "text") -> Project:
    """Return the handbook to work on, or end with a message saying why there is none.

    The message comes in the ``form`` the findings would have had, so that a program that asked
    for one can read it.
    """
    try:
        return find_project(config_file)
    except ProjectMissing as error:
        if form == "text":
            raise click.ClickException(str(error)) from error
        say(report_outcome(form, Outcome(stopped=str(error))))
        raise click.exceptions.Exit(COULD_NOT_RUN) from error
    except ProjectFaulty as error:
        outcome = Outcome(
            (error.diagnostic,),
            {error.source.path: error.source},
            files=1,
            folder=_folder_from_here(config_file),
            width=width(),
            paint=paint,
        )
        say(report_outcome(form, outcome))
        raise click.exceptions.Exit(FINDINGS) from error


def open_handbook(config_file: Path) -> Handbook:
    """Return the handbook as far as it loads, or end with its findings if it has no settings."""
    project = open_project(config_file)
    checked = check_files(project.roots)
    if checked.handbook is None:
        show_findings(checked, project, quiet=True)
        raise click.exceptions.Exit(FINDINGS)
    return checked.handbook


def show_findings(
    checked: Checked, project: Project, *, quiet: bool, strict: bool = False, form: str = "text"
) -> None:
    """Print every finding, and a line that counts them."""
    outcome = Outcome(
        checked.diagnostics,
        checked.sources,
        checked.titles,
        files=checked.file_count,
        folder=_folder_from_here(project.config_file),
        strict=strict,
        width=width(),
        paint=paint,
        quiet=quiet,
    )
    text = report_outcome(form, outcome)
    if text:
        say(text)


def _folder_from_here(config_file: Path) -> str:
    folder = config_file if config_file.is_dir() else config_file.parent
    try:
        shown = Path(os.path.relpath(folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return ""
    return "" if shown == "." else shown


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
