"""``pledgebook cards``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from pledgebook.hosts.cli.terminal import (
    FINDINGS,
    Progress,
    common_options,
    is_refused,
    open_project,
    show_findings,
)
from pledgebook.hosts.project import Project
from pledgebook.kinds.deck import Deck
from pledgebook.model import Entry, Handbook
from pledgebook.nearest import find_nearest
from pledgebook.pipeline import Checked, Roots, check_files
from pledgebook.resources import theme_folders
from pledgebook.settings import Printer

if TYPE_CHECKING:
    from pledgebook.render.cards.make import MadeFile
    from pledgebook.render.cards.roster import Person
    from pledgebook.render.cards.shelf import Shelf


@dataclass(frozen=True)
class Request:
    """What somebody wants printed, as typed."""

    decks: tuple[str, ...]
    edition: str | None
    stock: str | None
    profile: Any
    sides: Any
    start: int
    stacked: bool
    people: Path | None
    printer: str | None
    form: Any


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
@click.option(
    "--people",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A list of people, as .csv or .xlsx with a column `name`: a card for each of them.",
)
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
    people: Path | None,
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
    request = Request(decks, edition, stock, profile, sides, start, stack, people, printer, form)
    if calibrate or proof:
        handbook = _require_handbook(checked, project)
        sheets = _make_test_sheets(handbook, project.roots, request, proof=proof)
        _write(output, sheets, quiet=quiet)
        return
    if is_refused(checked, strict=False):
        show_findings(checked, project, quiet=True)
        _refuse()
    handbook = _require_handbook(checked, project)
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
        files = _print(checked, handbook, project, request, progress)
    finally:
        progress.clear()
    _write(output, files, quiet=quiet)


def _refuse() -> None:
    click.echo("No cards were made.", err=True)
    raise click.exceptions.Exit(FINDINGS)


def _require_handbook(checked: Checked, project: Project) -> Handbook:
    if checked.handbook is None:
        show_findings(checked, project, quiet=True)
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


def _print(
    checked: Checked, handbook: Handbook, project: Project, request: Request, progress: Progress
) -> tuple[MadeFile, ...]:
    # The typesetter takes a while to load, so it waits until there is something to print.
    from pledgebook.render.cards.deck import Wishes
    from pledgebook.render.cards.make import Options
    from pledgebook.render.cards.run import Order, print_decks

    shelf = _read_shelf(project.roots, request)
    order = Order(
        decks=tuple(
            (deck.id, _choose_edition(handbook, deck, request.edition))
            for deck in _choose_decks(handbook, request)
        ),
        site_url=project.roots.site_url,
        wishes=Wishes(request.stock, request.profile, request.sides),
        options=Options(request.start, request.stacked, _choose_printer(handbook, request.printer)),
        form=request.form,
        people=_read_people(checked, project, request),
        base=project.roots.base,
    )
    printed = print_decks(handbook, shelf, order, progress.advance)
    progress.clear()
    for note in printed.notes:
        click.echo(note, err=True)
    if printed.diagnostics:
        show_findings(replace(checked, diagnostics=printed.diagnostics), project, quiet=True)
        _refuse()
    return printed.files


def _read_people(checked: Checked, project: Project, request: Request) -> tuple[Person, ...]:
    from pledgebook.render.cards.roster import read_roster

    if request.people is None:
        return ()
    roster = read_roster(request.people, request.people.as_posix())
    if roster.diagnostics:
        show_findings(replace(checked, diagnostics=roster.diagnostics), project, quiet=True)
        _refuse()
    return roster.people


def _read_shelf(roots: Roots, request: Request) -> Shelf:
    from pledgebook.render.cards.shelf import read_shelf

    shelf = read_shelf(theme_folders(roots.base))
    if request.stock is not None and request.stock not in shelf.stocks:
        raise click.ClickException(_no_such("stock", request.stock, tuple(shelf.stocks)))
    return shelf


def _make_test_sheets(
    handbook: Handbook, roots: Roots, request: Request, *, proof: bool
) -> Iterator[MadeFile]:
    from pledgebook.render.cards.proof import make_calibration, make_proof
    from pledgebook.render.cards.typeset import open_bench

    shelf = _read_shelf(roots, request)
    wanted: dict[str, Any] = {}
    if request.stock:
        wanted[request.stock] = request.sides or "long-edge"
    for deck in () if request.stock else _choose_decks(handbook, request):
        item = cast(Deck, deck.item)
        wanted.setdefault(item.stock, request.sides or item.sides)
    printer = _choose_printer(handbook, request.printer)
    pages: set[str] = set()
    with open_bench(shelf.folders) as bench:
        for name, sides in wanted.items():
            stock = shelf.stocks.get(name)
            if stock is None:
                raise click.ClickException(_no_such("stock", name, tuple(shelf.stocks)))
            page = f"{stock.page.width:g}x{stock.page.height:g}"
            if proof:
                yield make_proof(bench, name, stock, sides, printer)
            elif page not in pages:
                pages.add(page)
                yield make_calibration(bench, page, stock)


def _write(output: Path, made: Iterable[MadeFile], *, quiet: bool) -> None:
    """Put files in their place, each whole or not at all."""
    for file in tuple(made):
        target = output / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.part")
        partial.write_bytes(file.data)
        partial.replace(target)
        if not quiet:
            click.echo(os.path.relpath(target))
