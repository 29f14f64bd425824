"""The command ``pledgebook``."""

from __future__ import annotations

import importlib

import click

from pledgebook import __version__

COMMANDS = (
    "new",
    "check",
    "serve",
    "build",
    "publish",
    "cards",
    "rename",
    "fix",
    "who",
    "explain",
    "schema",
)
"""In the order of the help; each is the function of that name in the module of that name."""


class _Commands(click.Group):
    """Loads a command only when it is wanted, so that a check does not wait for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="pledgebook")
def cli() -> None:
    """Turn a folder of YAML files into a searchable handbook, and check every reference in it.

    \b
    Begin:    pledgebook new my-handbook
    Check:    pledgebook check
    Look:     pledgebook serve
    Build:    pledgebook build -o site
    Publish:  pledgebook publish -o /srv/handbook
    Print:    pledgebook cards
    """
