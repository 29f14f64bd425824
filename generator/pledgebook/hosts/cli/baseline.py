"""Leaving out what an old handbook is known to have wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from pledgebook.baseline import (
    BaselineFaulty,
    compare_findings,
    read_baseline,
    render_baseline,
)
from pledgebook.pipeline import Checked
from pledgebook.wording import count


def leave_out_known(checked: Checked, path: Path, *, update: bool) -> tuple[Checked, str]:
    """Return what is new against the baseline in a file, and a sentence on the rest.

    With ``update`` the file is written first; a file that holds something else is not written
    over. Raises ``click.ClickException`` if the file cannot be used.
    """
    if update:
        if path.exists():
            _read(path, "Name another file, or delete this one.")
        text = render_baseline(checked.diagnostics, checked.sources)
        path.write_text(text, encoding="utf-8", newline="\n")
    known = _read(path, "Delete it and write it anew with `--update-baseline`.")
    compared = compare_findings(checked.diagnostics, checked.sources, known)
    words = f"{count(compared.known, 'known finding')} in {path} left out."
    if compared.mended:
        words += (
            f" {compared.mended} more in it {'is' if compared.mended == 1 else 'are'} mended: "
            "write it anew with `--update-baseline`."
        )
    return replace(checked, diagnostics=compared.new), words


def _read(path: Path, remedy: str) -> Mapping[str, int]:
    try:
        return read_baseline(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise click.ClickException(
            f"There is no {path} yet. Write it with `pledgebook check --baseline {path} "
            "--update-baseline`."
        ) from None
    except UnicodeDecodeError:
        raise click.ClickException(f"{path} is not a baseline. {remedy}") from None
    except BaselineFaulty as error:
        raise click.ClickException(f"{path} cannot be used: {error}. {remedy}") from None
