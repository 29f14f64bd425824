"""The command ``pledgebook``."""

from __future__ import annotations

import click

from pledgebook import __version__
from pledgebook.hosts.cli.build import build
from pledgebook.hosts.cli.cards import cards
from pledgebook.hosts.cli.check import check
from pledgebook.hosts.cli.explain import explain
from pledgebook.hosts.cli.fix import fix
from pledgebook.hosts.cli.new import new
from pledgebook.hosts.cli.publish import publish
from pledgebook.hosts.cli.rename import rename
from pledgebook.hosts.cli.schema import schema
from pledgebook.hosts.cli.serve import serve
from pledgebook.hosts.cli.who import who


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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


for _command in (new, check, serve, build, publish, cards, rename, fix, who, explain, schema):
    cli.add_command(_command)
