"""``pledgebook who``."""

from __future__ import annotations

from pathlib import Path

import click

from pledgebook.hosts.cli.terminal import common_options, open_handbook
from pledgebook.nearest import find_nearest_item
from pledgebook.view.visibility import view_visibility


@click.command()
@common_options
@click.argument("item_id", metavar="ID")
def who(config_file: Path, quiet: bool, verbose: bool, item_id: str) -> None:
    """Say who can see an item, and why.

    \b
    Example:  pledgebook who first-day-service
    """
    handbook = open_handbook(config_file)
    entry = handbook.find(item_id)
    if entry is None:
        near = find_nearest_item(item_id, handbook.titles)
        hint = f" Did you mean {near} (“{handbook.titles[near]}”)?" if near else ""
        raise click.ClickException(f"No item is called {item_id}.{hint}")
    click.echo(f"“{entry.title}”, the {entry.kind.name} {entry.id}")
    for sight in view_visibility(handbook, entry):
        verb = "is in" if sight.shown else "is not in"
        click.echo(f"  {verb} the edition {sight.edition} (“{sight.title}”): {sight.reason}")
        if sight.left_out:
            click.echo(f"    without {', '.join(sight.left_out)}")
