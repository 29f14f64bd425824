"""``pledgebook publish``."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from pledgebook.hosts.cli.build import (
    NOTHING_BUILT,
    build_edition,
    check_before_building,
    refusing_clearly,
)
from pledgebook.hosts.cli.terminal import common_options, open_project
from pledgebook.hosts.output import build_beside
from pledgebook.hosts.published import find_missing, write_permalinks


@click.command()
@common_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default="published",
    show_default=True,
    help="The folder to publish into; each edition has a folder of its own in it.",
)
@click.option("--strict", is_flag=True, help="Refuse if there is so much as a warning.")
def publish(config_file: Path, quiet: bool, verbose: bool, output: Path, strict: bool) -> None:
    """Build every edition, and put each whole into its place.

    All editions are built and looked over before any of them is replaced, and each is replaced in
    one step, so that a web server never shows half an old and half a new site. The addresses that
    are now published are noted in principles/permalinks.lock: keep that file with the others.

    \b
    Example:  pledgebook publish -o /srv/handbook
    """
    project = open_project(config_file)
    checked = check_before_building(project, strict=strict)
    assert checked.handbook is not None
    editions = tuple(checked.handbook.settings.editions)
    inputs = (project.roots.data, project.roots.content)
    with refusing_clearly(), ExitStack() as stack:
        folders = {
            name: stack.enter_context(build_beside(output / name, inputs)) for name in editions
        }
        for name, folder in folders.items():
            built = build_edition(project, checked, folder, name, strict, quiet, verbose)
            if not quiet:
                click.echo(f"{name}: {built.pages} pages, “{built.edition_title}”")
        missing = find_missing(checked.handbook, folders)
        if missing:
            raise click.ClickException(
                f"These published addresses are not in the new site: {', '.join(missing)}. "
                f"{NOTHING_BUILT}"
            )
        added = write_permalinks(checked.handbook, project.roots.data)
    if not quiet:
        noted = f", {added} new address{'' if added == 1 else 'es'} noted" if added else ""
        click.echo(f"Published into {output}/{noted}.")
