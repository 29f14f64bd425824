"""``pledgebook new``."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from pledgebook.hosts.project import find_project
from pledgebook.hosts.schemas import FOLDER, write_editor_settings, write_schemas
from pledgebook.pipeline import check_files
from pledgebook.resources import starter_dir


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def new(folder: Path) -> None:
    """Begin a new handbook in FOLDER, with a few items to write over.

    \b
    Example:  pledgebook new my-handbook
              cd my-handbook
              pledgebook serve
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} has files in it already. Name a new or empty folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        shutil.copytree(starter_dir(), made, dirs_exist_ok=True)
        made.chmod(0o755)
        write_schemas(made / FOLDER, check_files(find_project(made).roots).handbook)
        write_editor_settings(made)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    click.echo(
        f"{folder}/ is a small handbook that works. Next:\n\n"
        f"  cd {folder}\n"
        "  pledgebook serve      look at it in a browser while you write\n"
        "  pledgebook check      find mistakes\n"
        "  pledgebook build      make the site to publish\n\n"
        "Begin with principles/handbook.yml: it names your organisation."
    )
