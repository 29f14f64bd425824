"""A list of people for cards cannot be used.

A list of people is a table saved as CSV or as an Excel file (.xlsx). Its first row names the
columns, and one of them is called `name`. Every other row is a person, and every person has a name.
A column `card` may say which card of the deck a person gets; without it each gets all of them.

In Excel, save a CSV as "CSV UTF-8". A formula is not calculated but printed as it was typed, so put
values into the cells.

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: a6-4up
    back: pledge
    people: people.csv

Wrong, in `people.csv`:

    who,shop
    Whoever is new,Harbour

Right:

    name,shop
    Whoever is new,Harbour
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.nearest import find_nearest

RULE = Rule("PB412", "faulty-roster", Severity.ERROR)

_SAVE_AS = 'save it again: in Excel, File, Save as, "CSV UTF-8"; or as an .xlsx file'


def report_no_roster(path: str, span: Span) -> Diagnostic:
    """Return the finding for a list that is not there or lies outside the handbook."""
    return RULE.found(
        f"there is no list of people at {path}",
        span,
        help="write its place as seen from mkdocs.yml, such as people.csv",
    )


def report_unknown_form(path: str) -> Diagnostic:
    """Return the finding for a list that is neither CSV nor XLSX."""
    return RULE.found(
        "a list of people is a .csv or an .xlsx file", Span.at(path, 1, 1), help=_SAVE_AS
    )


def report_encoding(path: str) -> Diagnostic:
    """Return the finding for a list whose letters cannot be told."""
    return RULE.found(
        "the list is not saved as UTF-8, so letters such as é or ø would come out wrong",
        Span.at(path, 1, 1),
        help=_SAVE_AS,
    )


def report_unreadable_table(path: str) -> Diagnostic:
    """Return the finding for an Excel file that cannot be opened."""
    return RULE.found(
        "this is not a sound Excel file, or it is protected by a password",
        Span.at(path, 1, 1),
        help="open it in Excel and save it again as .xlsx, without a password",
    )


def report_missing_column(path: str, column: str, columns: tuple[str, ...]) -> Diagnostic:
    """Return the finding for a list without a column it needs."""
    alike = next((name for name in columns if column in name), None)
    near = find_nearest(column, columns) or alike
    has = ", ".join(f"`{name}`" for name in columns) or "nothing in its first row"
    help = f"rename the column `{near}` to `{column}`" if near else f"call a column `{column}`"
    return RULE.found(
        f"the list has no column `{column}`; it has {has}", Span.at(path, 1, 1), help=help
    )


def report_empty_name(path: str, row: int) -> Diagnostic:
    """Return the finding for a person without a name."""
    return RULE.found(
        f"row {row} has no name",
        Span.at(path, row, 1),
        help="write the name into the column `name`, or delete the row",
    )


def report_unknown_card(path: str, row: int, card: str, known: tuple[str, ...]) -> Diagnostic:
    """Return the finding for a person whose card is not on the deck."""
    near = find_nearest(card, known)
    help = f"did you mean `{near}`?" if near else f"the deck has {', '.join(known)}"
    return RULE.found(f"no card of the deck is called `{card}`", Span.at(path, row, 1), help=help)


def report_nobody(path: str) -> Diagnostic:
    """Return the finding for a list with no people."""
    return RULE.found("the list has no people", Span.at(path, 1, 1), help="write one person a row")
