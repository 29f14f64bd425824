"""``pledgebook check``."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import click

from pledgebook.hosts.cli.baseline import leave_out_known
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
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Leave out the findings that are listed in this file.",
)
@click.option(
    "--update-baseline", is_flag=True, help="Write today's findings into the baseline file."
)
def check(
    config_file: Path,
    quiet: bool,
    verbose: bool,
    strict: bool,
    form: str,
    baseline: Path | None,
    update_baseline: bool,
) -> None:
    """Find every mistake in the handbook, and say what to type instead.

    Nothing is built and no file of the handbook is changed. Ends with 0 if all is well, 1 if
    something is to be mended, 2 if the check could not run.

    \b
    Example:  pledgebook check
              pledgebook check -f handbooks/shop/mkdocs.yml --strict
              pledgebook check --baseline old-findings.json --update-baseline
    """
    began = time.perf_counter()
    # The process ends with the check. Looking for circular garbage among so many values first
    # would take longer than all the parsing.
    gc.disable()
    if update_baseline and baseline is None:
        raise click.UsageError("Name the file to write: `--baseline FILE --update-baseline`.")
    project = open_project(config_file, form)
    checked = check_files(project.roots)
    left_out = ""
    if baseline is not None:
        checked, left_out = leave_out_known(checked, baseline, update=update_baseline)
    show_findings(checked, project, quiet=quiet, strict=strict, form=form)
    if left_out and not quiet:
        click.echo(left_out, err=form != "text")
    if verbose:
        click.echo(f"Checked in {time.perf_counter() - began:.2f} s.", err=form != "text")
    raise click.exceptions.Exit(FINDINGS if is_refused(checked, strict=strict) else CLEAN)
