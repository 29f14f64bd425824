"""``pledgebook serve``."""

from __future__ import annotations

from pathlib import Path

import click

from pledgebook.hosts.cli.terminal import FINDINGS, common_options, open_project


@click.command()
@common_options
@click.option(
    "-a", "--address", metavar="HOST:PORT", help="Where to serve it.  [default: 127.0.0.1:8000]"
)
@click.option("--open", "open_browser", is_flag=True, help="Open a browser on it.")
def serve(
    config_file: Path, quiet: bool, verbose: bool, address: str | None, open_browser: bool
) -> None:
    """Show the handbook in a browser while you write; each saved change appears by itself.

    Only this computer can see it. Stop it with Ctrl-C.

    \b
    Example:  pledgebook serve --open
    """
    project = open_project(config_file)
    from pledgebook.hosts.mkdocs.run import SiteRefused, serve_site

    try:
        serve_site(
            project.config_file, address, open_browser=open_browser, quiet=quiet, verbose=verbose
        )
    except SiteRefused as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(FINDINGS) from error
