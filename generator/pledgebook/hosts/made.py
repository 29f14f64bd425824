"""Saying what was built and where to look: ``python -m pledgebook.hosts.made FOLDER …``."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def describe_site(folder: Path) -> str:
    """Return a line about a built site: its pages and what its search holds."""
    pages = sum(1 for path in folder.rglob("*.html") if path.name != "404.html")
    index = folder / "search" / "search_index.json"
    entries = len(json.loads(index.read_text("utf-8"))["docs"]) if index.is_file() else 0
    return f"  {folder}/  {pages} pages, {entries} search entries"


def main(folders: list[str]) -> None:
    """Print what was built and how to look at it."""
    print("The handbook is built:")
    for folder in folders:
        print(describe_site(Path(folder)))
    print("Look at it with `make serve`, or put the folder on any web server.")


if __name__ == "__main__":
    main(sys.argv[1:])
