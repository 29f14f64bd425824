"""``pledgebook check``."""

from __future__ import annotations

import time
from pathlib import Path

import click

from pledgebook.hosts.cli.terminal import (
    CLEAN,
    FINDINGS,
    common_options,
    is_refused,
    open_project,
    show_findings,
)
from pledgebook.pipeline import check_files
from pledgebook.report import form_names


@click.command()
@common_options
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(form_names()),
    default="text",
    show_default=True,
    help="How to print the findings.",
)
def check(config_file: Path, quiet: bool, verbose: bool, strict: bool, form: str) -> None:
    """Find every mistake in the handbook, and say what to type instead.

    Nothing is built and no file is changed. Ends with 0 if all is well, 1 if something is to be
    mended, 2 if the check could not run.

    \b
    Example:  pledgebook check
              pledgebook check -f handbooks/shop/mkdocs.yml --strict
    """
    began = time.perf_counter()
    project = open_project(config_file, form)
    checked = check_files(project.roots)
    show_findings(checked, project, quiet=quiet, strict=strict, form=form)
    if verbose:
        click.echo(f"Checked in {time.perf_counter() - began:.2f} s.", err=form != "text")
    raise click.exceptions.Exit(FINDINGS if is_refused(checked, strict=strict) else CLEAN)
