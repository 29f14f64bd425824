"""``pledgebook explain``."""

from __future__ import annotations

import click

from pledgebook.checks import all_checks, find_check
from pledgebook.hosts.cli.terminal import paint
from pledgebook.manual import describe_severity
from pledgebook.nearest import find_nearest


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a check by its code or name; without one, list them all.

    \b
    Example:  pledgebook explain PB201
              pledgebook explain unknown-id
    """
    if code is None:
        for found in all_checks():
            click.echo(f"{paint(found.rule.code, 'path')}  {found.rule.name:<20} {found.summary}")
        return
    check = find_check(code)
    if check is None:
        names = [name for c in all_checks() for name in (c.rule.code, c.rule.name)]
        near = find_nearest(code, names)
        hint = f" Did you mean {near}?" if near else " `pledgebook explain` lists them all."
        raise click.ClickException(f"There is no check called {code}.{hint}")
    rule = check.rule
    head = f"{paint(rule.code, 'path')} {rule.name} ({describe_severity(check)})"
    click.echo(f"{head}\n\n{check.manual}")
