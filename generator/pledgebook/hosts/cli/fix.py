"""``pledgebook fix``."""

from __future__ import annotations

from pathlib import Path

import click

from pledgebook.edits import FileChange, keep_line_ends
from pledgebook.hosts.changes import read_raw
from pledgebook.hosts.cli.changes import offer_changes
from pledgebook.hosts.cli.terminal import (
    CLEAN,
    FINDINGS,
    common_options,
    is_refused,
    open_project,
    show_findings,
)
from pledgebook.pipeline import check_files
from pledgebook.repair import plan_repairs


@click.command()
@common_options
@click.option("--yes", is_flag=True, help="Do not ask.")
def fix(config_file: Path, quiet: bool, verbose: bool, yes: bool) -> None:
    """Repair the slips that can be meant in only one way: tabs, missing quotation marks, misspelt
    ids, fields and choices.

    You see every change first and are asked. What is left to mend is then listed. Ends with 0 if
    nothing is left, 1 if something is.

    \b
    Example:  pledgebook fix
    """
    project = open_project(config_file)
    base = project.roots.base
    changes = []
    for path, text in sorted(plan_repairs(project.roots).items()):
        raw = read_raw(base, path)
        changes.append(FileChange(path, path, raw, keep_line_ends(raw, text)))
    if changes and offer_changes(base, changes, yes=yes) and not quiet:
        click.echo(f"{len(changes)} file{'' if len(changes) == 1 else 's'} repaired.\n")
    elif not changes and not quiet:
        click.echo("There is nothing that can be repaired for sure.\n")
    checked = check_files(project.roots)
    show_findings(checked, project, quiet=quiet)
    raise click.exceptions.Exit(FINDINGS if is_refused(checked, strict=False) else CLEAN)
