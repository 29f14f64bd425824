"""``pledgebook build``."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

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
from pledgebook.pipeline import check_files


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
    checked = check_files(project.roots)
    show_findings(checked, project, quiet=True)
    if is_refused(checked, strict=strict):
        click.echo("Nothing was built. The old site, if there is one, is as it was.", err=True)
        raise click.exceptions.Exit(FINDINGS)
    # MkDocs takes as long to load as a check takes to run, so it waits until it is needed.
    from pledgebook.hosts.mkdocs.run import SiteRefused, build_site

    target = output if output is not None else project.site_dir
    progress = Progress("Building page", enabled=not quiet)
    try:
        with build_beside(target, (project.roots.data, project.roots.content)) as folder:
            built = build_site(
                project.config_file,
                folder,
                checked=checked,
                edition=edition,
                strict=strict,
                log_level=logging.DEBUG if verbose else logging.WARNING,
                on_page=progress.advance,
            )
    except OutputRefused as error:
        raise click.ClickException(str(error)) from error
    except SiteRefused as error:
        click.echo(str(error), err=True)
        click.echo("Nothing was built. The old site, if there is one, is as it was.", err=True)
        raise click.exceptions.Exit(FINDINGS) from error
    finally:
        progress.clear()
    if not quiet:
        shown = os.path.relpath(target)
        seconds = time.perf_counter() - began
        click.echo(
            f"{shown}/: {built.pages} pages, edition “{built.edition_title}”, {seconds:.1f} s."
        )
