"""``pledgebook schema``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from pledgebook.hosts.cli.terminal import common_options, open_project
from pledgebook.hosts.schemas import FOLDER, make_schema, schema_names, show_schema, write_schemas
from pledgebook.pipeline import check_files


@click.command()
@common_options
@click.argument("kind", required=False, type=click.Choice(schema_names()))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"The folder to write them into.  [default: {FOLDER}/ beside mkdocs.yml]",
)
def schema(
    config_file: Path, quiet: bool, verbose: bool, kind: str | None, output: Path | None
) -> None:
    """Write JSON Schemas of the handbook's files, by which an editor helps while you type.

    With a KIND and no folder the one schema is printed. The schemas hold the ids and names of this
    handbook as they are now; run the command again when there are new ones.

    \b
    Example:  pledgebook schema
              pledgebook schema scenario
    """
    project = open_project(config_file)
    handbook = check_files(project.roots).handbook
    if kind is not None and output is None:
        click.echo(show_schema(make_schema(kind, handbook)), nl=False)
        return
    folder = output if output is not None else project.roots.base / FOLDER
    if kind is not None:
        folder.mkdir(parents=True, exist_ok=True)
        written: tuple[Path, ...] = (folder / f"{kind}.schema.json",)
        written[0].write_text(show_schema(make_schema(kind, handbook)), encoding="utf-8")
    else:
        written = write_schemas(folder, handbook)
    if not quiet:
        click.echo(f"{os.path.relpath(folder)}/: {len(written)} schemas.")
