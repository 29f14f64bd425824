"""``pledgebook build``."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pledgebook.hosts.cli.terminal import (
    FINDINGS,
    Progress,
    common_options,
    is_refused,
    open_project,
    show_findings,
)
from pledgebook.hosts.output import OutputRefused, build_beside
from pledgebook.hosts.project import Project
from pledgebook.pipeline import Checked, check_files

if TYPE_CHECKING:
    from pledgebook.hosts.mkdocs.run import Built

NOTHING_BUILT = "Nothing was built. The old site, if there is one, is as it was."


@click.command()
@common_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to put the site into.  [default: site_dir of mkdocs.yml, else site/]",
)
@click.option(
    "--edition",
    envvar="PLEDGEBOOK_EDITION",
    show_envvar=True,
    help="The edition of handbook.yml to build.  [default: the first]",
)
@click.option("--strict", is_flag=True, help="Refuse to build if there is so much as a warning.")
def build(
    config_file: Path,
    quiet: bool,
    verbose: bool,
    output: Path | None,
    edition: str | None,
    strict: bool,
) -> None:
    """Check the handbook and build its site.

    If anything is wrong, nothing is built. The new site takes the place of the old one only when
    it is whole, so a build that fails or is stopped leaves the old site as it was.

    \b
    Example:  pledgebook build
              pledgebook build --edition trainers -o site-trainers
    """
    began = time.perf_counter()
    project = open_project(config_file)
    checked = check_before_building(project, strict=strict)
    target = output if output is not None else project.site_dir
    inputs = (project.roots.data, project.roots.content)
    with refusing_clearly(), build_beside(target, inputs) as folder:
        built = build_edition(project, checked, folder, edition, strict, quiet, verbose)
    if not quiet:
        seconds = time.perf_counter() - began
        click.echo(
            f"{os.path.relpath(target)}/: {built.pages} pages, "
            f"edition “{built.edition_title}”, {seconds:.1f} s."
        )


def check_before_building(project: Project, *, strict: bool) -> Checked:
    """Return the check of a handbook that may be built, or end with its findings."""
    checked = check_files(project.roots)
    show_findings(checked, project, quiet=True)
    if is_refused(checked, strict=strict):
        click.echo(NOTHING_BUILT, err=True)
        raise click.exceptions.Exit(FINDINGS)
    return checked


@contextmanager
def refusing_clearly() -> Iterator[None]:
    """End with a message if the site cannot be made or the output folder cannot be used."""
    # MkDocs takes as long to load as a check takes to run, so it waits until it is needed.
    from pledgebook.hosts.mkdocs.run import SiteRefused

    try:
        yield
    except OutputRefused as error:
        raise click.ClickException(str(error)) from error
    except SiteRefused as error:
        click.echo(f"{error}\n{NOTHING_BUILT}", err=True)
        raise click.exceptions.Exit(FINDINGS) from error


def build_edition(
    project: Project,
    checked: Checked,
    folder: Path,
    edition: str | None,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> Built:
    """Build one edition into an empty folder, showing progress on a terminal."""
    from pledgebook.hosts.mkdocs.run import build_site

    progress = Progress("Building page", enabled=not quiet)
    try:
        return build_site(
            project.config_file,
            folder,
            checked=checked,
            edition=edition,
            strict=strict,
            log_level=logging.DEBUG if verbose else logging.WARNING,
            on_page=progress.advance,
        )
    finally:
        progress.clear()
