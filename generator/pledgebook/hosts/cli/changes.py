"""Showing changes, asking, and making them."""

from __future__ import annotations

from pathlib import Path

import click

from pledgebook.edits import Edit, FileChange, apply_edits_to_raw, show_diff
from pledgebook.hosts.changes import ChangeRefused, read_raw, write_changes
from pledgebook.hosts.cli.terminal import paint, say

_STYLES = {"+": "good", "-": "error", "@": "help"}


def plan_changes(
    base: Path, edits: dict[str, list[Edit]], moves: dict[str, str] | None = None
) -> list[FileChange]:
    """Return the changes that edits of files, by path, come to; ``moves`` gives new paths."""
    changes = []
    for path in sorted(edits):
        before = read_raw(base, path)
        after = apply_edits_to_raw(before, edits[path])
        changes.append(FileChange(path, (moves or {}).get(path, path), before, after))
    return changes


def offer_changes(base: Path, changes: list[FileChange], *, yes: bool) -> bool:
    """Show the changes, ask, and make them; return whether they were made."""
    for line in show_diff(changes).splitlines():
        style = "path" if line.startswith(("---", "+++", "rename ")) else _STYLES.get(line[:1], "")
        say(paint(line, style) if style else line)
    question = f"\nChange {len(changes)} file{'s' if len(changes) != 1 else ''}?"
    if not yes and not click.confirm(question, default=False):
        click.echo("Nothing is changed.")
        return False
    try:
        write_changes(base, changes)
    except ChangeRefused as refused:
        raise click.ClickException(str(refused)) from refused
    return True
