"""There is no handbook here.

A handbook is a folder with a file `mkdocs.yml` and, beside it, a folder `principles/` with a file
`handbook.yml`. Without them there is nothing to check. Usually the command was run in the wrong
folder.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB100", "missing-handbook", Severity.ERROR)


def report_missing_folder(path: str) -> Diagnostic:
    """Return the finding for a handbook without its data folder."""
    return RULE.found(
        f"there is no folder `{path}/`, where the handbook's items should be",
        Span.at(path, 1, 1),
        help="run the command in the folder of mkdocs.yml, or begin with `pledgebook new NAME`",
    )


def report_missing_settings(path: str) -> Diagnostic:
    """Return the finding for a handbook without its settings."""
    return RULE.found(
        f"there is no `{path}`, which names the organisation, audiences and dimensions",
        Span.at(path, 1, 1),
        help="copy one from a new handbook: `pledgebook new NAME` makes it",
    )
