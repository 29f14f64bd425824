"""A file lies where no item belongs, or its name cannot be an id.

The folder says what kind of item a file is (`scenarios/`, `quotes/` …; a principle lies directly in
`principles/`), and the file's name without `.yml` is the item's id: lower-case words joined by
hyphens, such as `keep-your-promises.yml`.

Wrong, in `principles/scenario/On time.yml`:

    title: On time

Right, in `principles/sources/on-time.yml`:

    title: On time
    type: essay
    work: On Time
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.nearest import find_nearest

RULE = Rule("PB110", "misplaced-file", Severity.ERROR)


def report_unknown_folder(path: str, folder: str, known: tuple[str, ...]) -> Diagnostic:
    """Return the finding for a file in a folder that is no kind's."""
    near = find_nearest(folder, known)
    return RULE.found(
        f"`{folder}/` is not a folder for items",
        Span.at(path, 1, 1),
        help=f"did you mean `{near}/`? Move the file there"
        if near
        else f"move the file to one of: {', '.join(f'{name}/' for name in known)}",
    )


def suggest_id(name: str) -> str:
    """Return ``name`` as an id, or nothing if no letter or digit is in it."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def report_bad_name(path: str) -> Diagnostic:
    """Return the finding for a file whose name cannot be an id."""
    pure = PurePosixPath(path)
    stem = suggest_id(pure.stem) or "a-name"
    if pure.suffix == ".yaml":
        message = "the file's name ends in `.yaml`; items end in `.yml`"
    else:
        message = f"the file's name, `{pure.name}`, is not lower-case words with hyphens"
    return RULE.found(message, Span.at(path, 1, 1), help=f"rename it to `{stem}.yml`")
