"""The command ``pledgebook``."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import click

from pledgebook import __version__
from pledgebook.hosts.cli.build import build
from pledgebook.hosts.cli.check import check
from pledgebook.hosts.cli.explain import explain
from pledgebook.hosts.cli.new import new
from pledgebook.hosts.cli.serve import serve
from pledgebook.hosts.cli.terminal import COULD_NOT_RUN, INTERRUPTED

_ISSUES = "Please report it with the lines below, and with the file if you may share it."


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="pledgebook")
def cli() -> None:
    """Turn a folder of YAML files into a searchable handbook, and check every reference in it.

    \b
    Begin:    pledgebook new my-handbook
    Check:    pledgebook check
    Look:     pledgebook serve
    Publish:  pledgebook build -o site
    """


for _command in (new, check, serve, build, explain):
    cli.add_command(_command)


def main() -> None:
    """Run the command; a fault of ours is told apart from a fault of the handbook."""
    try:
        # Outside its standalone mode click returns the status that a command ended with.
        sys.exit(cli(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(COULD_NOT_RUN)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("\nStopped. Nothing was changed.", err=True)
        sys.exit(INTERRUPTED)
    except OSError as error:
        click.echo(f"Error: {_explain_os_error(error)}", err=True)
        sys.exit(COULD_NOT_RUN)
    except Exception:
        click.echo(f"This is a mistake in Pledgebook, not in your handbook. {_ISSUES}\n", err=True)
        click.echo(f"pledgebook {__version__}, Python {sys.version.split()[0]}", err=True)
        traceback.print_exc()
        sys.exit(COULD_NOT_RUN)


def _explain_os_error(error: OSError) -> str:
    where = f" ({Path(str(error.filename)).name})" if error.filename else ""
    return f"{error.strerror or error}{where}. Nothing was changed."
