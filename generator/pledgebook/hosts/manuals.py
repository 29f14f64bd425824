"""Writing the pages of all checks: ``python -m pledgebook.hosts.manuals docs/checks``."""

from __future__ import annotations

import sys
from pathlib import Path

from pledgebook.checks import all_checks
from pledgebook.manual import INDEX, report_manual, report_manual_index


def write_manuals(folder: Path) -> None:
    """Write a page for each check into ``folder``, and a list of them; remove other pages."""
    pages = {f"{check.rule.name}.md": report_manual(check) for check in all_checks()}
    pages[INDEX] = report_manual_index(all_checks())
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for stale in folder.glob("*.md"):
        if stale.name not in pages:
            stale.unlink()


if __name__ == "__main__":
    write_manuals(Path(sys.argv[1]))
