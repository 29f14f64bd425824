"""``pledgebook rename``."""

from __future__ import annotations

from pathlib import Path

import click

from pledgebook.hosts.cli.changes import offer_changes, plan_changes
from pledgebook.hosts.cli.terminal import common_options, open_project
from pledgebook.pipeline import Checked, check_files
from pledgebook.rename import RenameRefused, plan_rename


@click.command()
@common_options
@click.argument("old")
@click.argument("new")
@click.option("--yes", is_flag=True, help="Do not ask.")
def rename(config_file: Path, quiet: bool, verbose: bool, old: str, new: str, yes: bool) -> None:
    """Give the item OLD the id NEW, and change every reference to it.

    The file is renamed, each field and [[link]] that names it is rewritten, and the old id is kept
    under `aliases`, so that old addresses and printed cards still lead to it. You see every change
    first and are asked.

    \b
    Example:  pledgebook rename show-up-on-time be-on-time
    """
    project = open_project(config_file)
    checked = check_files(project.roots)
    handbook = checked.handbook
    if handbook is None or handbook.failed:
        raise click.ClickException(_explain_unread(checked))
    try:
        plan = plan_rename(handbook, old, new)
    except RenameRefused as refused:
        raise click.ClickException(str(refused)) from refused
    changes = plan_changes(project.roots.base, plan.edits, {plan.path: plan.new_path})
    if offer_changes(project.roots.base, changes, yes=yes) and not quiet:
        places = f"{plan.references} reference{'' if plan.references == 1 else 's'}"
        click.echo(f"`{old}` is now `{new}`, in {places}. The old id still leads to it.")


def _explain_unread(checked: Checked) -> str:
    failed = sorted(checked.handbook.failed.values()) if checked.handbook is not None else []
    which = f" ({', '.join(failed[:3])}{' …' if len(failed) > 3 else ''})" if failed else ""
    return (
        f"Some files cannot be read{which}, and there may be references in them. "
        "Run `pledgebook check`, mend those first, then rename."
    )
