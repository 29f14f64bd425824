"""``pledgebook cards``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import click

from pledgebook.diagnostic import Diagnostic
from pledgebook.hosts.cli.terminal import (
    FINDINGS,
    Progress,
    common_options,
    is_refused,
    open_project,
    show_findings,
)
from pledgebook.model import Entry, Handbook
from pledgebook.nearest import find_nearest
from pledgebook.pipeline import Checked, Roots, check_files
from pledgebook.settings import Printer


@dataclass(frozen=True)
class Request:
    """What somebody wants printed, as typed."""

    decks: tuple[str, ...]
    edition: str | None
    stock: str | None
    profile: str | None
    sides: str | None
    start: int
    stacked: bool
    printer: str | None
    form: str


@click.command()
@click.argument("decks", nargs=-1)
@common_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("cards"),
    show_default=True,
    help="The folder to put the files into.",
)
@click.option("--stock", help="Print on this stock, not the deck's own.")
@click.option(
    "--profile",
    type=click.Choice(["office", "press"]),
    help="office: sheets for a printer here. press: single cards with bleed for a print shop.",
)
@click.option(
    "--sides",
    type=click.Choice(["one", "long-edge", "short-edge", "two-pass", "fold"]),
    help="How the printer turns the sheet. two-pass: fronts and backs in files of their own.",
)
@click.option(
    "--start",
    type=click.IntRange(1, 200),
    default=1,
    metavar="N",
    help="Begin at the Nth card of the first sheet, to use up one already begun.",
)
@click.option("--stack", is_flag=True, help="Order the cards so that cut piles lie in sequence.")
@click.option("--printer", help="A printer of handbook.yml, to make up for its errors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["pdf", "png", "svg"]),
    default="pdf",
    show_default=True,
    help="pdf: sheets to print. png, svg: a picture of each card.",
)
@click.option(
    "--edition",
    envvar="PLEDGEBOOK_EDITION",
    help="Print what this edition may see.  [default: the one that holds the deck]",
)
@click.option("--calibrate", is_flag=True, help="Make a sheet to measure a printer with, instead.")
@click.option("--proof", is_flag=True, help="Make the outlines of each deck's stock, instead.")
def cards(
    decks: tuple[str, ...],
    config_file: Path,
    quiet: bool,
    verbose: bool,
    output: Path,
    stock: str | None,
    profile: str | None,
    sides: str | None,
    start: int,
    stack: bool,
    printer: str | None,
    form: str,
    edition: str | None,
    calibrate: bool,
    proof: bool,
) -> None:
    """Make the cards of DECKS ready to print; without a deck, those of all.

    Nothing is made if a card of theirs would not come out right. In the printer's own window choose
    "Actual size" or 100 %.

    \b
    Example:  pledgebook cards
              pledgebook cards pledge-cards -o print --stock 5388
              pledgebook cards pledge-cards --start 3 --printer upstairs
    """
    project = open_project(config_file)
    checked = check_files(project.roots)
    request = Request(decks, edition, stock, profile, sides, start, stack, printer, form)
    if calibrate or proof:
        handbook = _require_handbook(checked)
        _write(output, _make_test_sheets(handbook, project.roots, request, proof), quiet)
        return
    if is_refused(checked, strict=False):
        show_findings(checked, quiet=True)
        _refuse()
    handbook = _require_handbook(checked)
    _choose_decks(handbook, request)
    if not project.roots.site_url:
        click.echo(
            "mkdocs.yml does not say where the handbook is published, so the QR codes of the "
            "cards would lead nowhere. Write its address there:\n\n"
            "site_url: https://handbook.example.org/",
            err=True,
        )
        _refuse()
    progress = Progress("Making deck", enabled=not quiet)
    try:
        _write(output, _make_decks(checked, handbook, project.roots, request, progress), quiet)
    finally:
        progress.clear()


def _refuse() -> None:
    click.echo("No cards were made.", err=True)
    raise click.exceptions.Exit(FINDINGS)


def _require_handbook(checked: Checked) -> Handbook:
    if checked.handbook is None:
        show_findings(checked, quiet=True)
        _refuse()
    assert checked.handbook is not None
    return checked.handbook


def _choose_decks(handbook: Handbook, request: Request) -> tuple[Entry, ...]:
    """Return the decks asked for. Raises ``ClickException`` for one that does not exist."""
    known = {deck.id: deck for deck in handbook.of_kind("deck") if deck.item.status == "published"}
    if not known:
        raise click.ClickException(
            "The handbook has no decks. A deck is a file in principles/decks/ that lists cards."
        )
    for name in request.decks:
        if name not in known:
            raise click.ClickException(_no_such("deck", name, tuple(known)))
    return tuple(known[name] for name in request.decks) or tuple(known.values())


def _no_such(what: str, name: str, known: tuple[str, ...]) -> str:
    near = find_nearest(name, known)
    hint = f"Did you mean `{near}`?" if near else f"There is {', '.join(known) or 'none'}."
    return f"There is no {what} called `{name}`. {hint}"


def _choose_printer(handbook: Handbook, name: str | None) -> Printer:
    printers = handbook.settings.cards.printers
    if name is None:
        return Printer()
    if name not in printers:
        raise click.ClickException(_no_such("printer", name, tuple(printers)))
    return printers[name]


def _choose_edition(handbook: Handbook, deck: Entry, wanted: str | None) -> str:
    """Return the edition to print a deck from: the first that holds it, unless one is named."""
    editions = handbook.settings.editions
    if wanted is not None and wanted not in editions:
        raise click.ClickException(_no_such("edition", wanted, tuple(editions)))
    audiences = set(handbook.audience_of(deck))
    for name in (wanted,) if wanted is not None else tuple(editions):
        if audiences & set(editions[name].audiences):
            return name
    raise click.ClickException(
        f"The deck `{deck.id}` is for {', '.join(sorted(audiences))}, "
        f"who do not see the edition `{wanted or next(iter(editions))}`."
    )


def _make_decks(
    checked: Checked, handbook: Handbook, roots: Roots, request: Request, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    # The typesetter takes a while to load, so it waits until there is something to print.
    from pledgebook.addresses import Addresses
    from pledgebook.render.cards.check import check_print
    from pledgebook.render.cards.deck import Wishes, plan_print
    from pledgebook.render.cards.make import Options, make_pictures, make_sheets
    from pledgebook.render.cards.shelf import read_shelf
    from pledgebook.render.cards.typeset import open_bench
    from pledgebook.resources import theme_folders
    from pledgebook.view.site import Site

    wishes = Wishes(request.stock, request.profile, request.sides)  # type: ignore[arg-type]
    options = Options(request.start, request.stacked, _choose_printer(handbook, request.printer))
    shelf = read_shelf(theme_folders(roots.base))
    if request.stock is not None and request.stock not in shelf.stocks:
        raise click.ClickException(_no_such("stock", request.stock, tuple(shelf.stocks)))
    decks = _choose_decks(handbook, request)
    found: list[Diagnostic] = []
    made: list[tuple[str, bytes]] = []
    with open_bench(shelf.folders) as bench:
        for number, deck in enumerate(decks, start=1):
            edition = _choose_edition(handbook, deck, request.edition)
            site = Site(handbook.for_edition(edition), edition, Addresses())
            deck = site.handbook.entries[deck.id]
            what, faults = plan_print(site, deck, shelf, roots.site_url, wishes)
            if what is None:
                found.extend(faults)
                continue
            if what.stock.is_uncertain:
                click.echo(f"{deck.id}: {what.stock.note}", err=True)
            faults, fits = check_print(site, deck, what, shelf, bench)
            found.extend(faults)
            if not faults and request.form == "pdf":
                made.extend((f.name, f.data) for f in make_sheets(bench, what, fits, options))
            elif not faults:
                form = request.form
                made.extend((f.name, f.data) for f in make_pictures(bench, what, fits, form))  # type: ignore[arg-type]
            progress.advance(number, len(decks))
    if found:
        shown = tuple(sorted(set(found), key=lambda one: one.sort_key))
        show_findings(replace(checked, diagnostics=shown), quiet=True)
        _refuse()
    yield from made


def _make_test_sheets(
    handbook: Handbook, roots: Roots, request: Request, proof: bool
) -> Iterator[tuple[str, bytes]]:
    raise NotImplementedError


def _write(output: Path, made: Iterator[tuple[str, bytes]], quiet: bool) -> None:
    for name, data in list(made):
        target = output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.part")
        partial.write_bytes(data)
        os.replace(partial, target)
        if not quiet:
            click.echo(os.path.relpath(target))


_ = get_args
