"""The addresses that have been published, and so must work for ever.

``principles/permalinks.lock`` holds a line for each: the edition it was published in and the
address, such as ``employees principles/keep-your-promises``. It is written by ``pledgebook
publish`` and kept with the handbook's files, and the check holds the handbook to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pledgebook.diagnostic import Span
from pledgebook.source import SourceFile

FILE_NAME = "permalinks.lock"

_HEADING = """\
# The addresses this handbook has published. Printed cards and saved links lead to them, so they
# must go on working. `pledgebook publish` adds to this file; keep it with the other files.
# To withdraw an address for good, knowing that links to it will break, remove its line.
"""
_LINE = re.compile(r"(?P<edition>[a-z0-9-]+) (?P<section>[a-z0-9-]+)/(?P<id>[a-z0-9-]+)\Z")


@dataclass(frozen=True, slots=True, order=True)
class Permalink:
    """An address that was published in an edition."""

    edition: str
    section: str
    id: str

    @property
    def address(self) -> str:
        return f"{self.section}/{self.id}"


@dataclass(frozen=True, slots=True)
class PublishedAddress:
    """A line of the lock file, and where it stands."""

    permalink: Permalink
    span: Span


def read_published(
    sources: Iterable[SourceFile],
) -> tuple[tuple[PublishedAddress, ...], tuple[Span, ...]]:
    """Return the addresses of lock files, and the places of lines that are none."""
    found: list[PublishedAddress] = []
    faults: list[Span] = []
    for source in sources:
        for number, line in enumerate(source.text.split("\n"), start=1):
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            span = Span.at(source.path, number, line.index(text) + 1, len(text))
            if match := _LINE.match(text):
                link = Permalink(match["edition"], match["section"], match["id"])
                found.append(PublishedAddress(link, span))
            else:
                faults.append(span)
    return tuple(found), tuple(faults)


def format_permalinks(permalinks: Iterable[Permalink]) -> str:
    """Return the text of a lock file: sorted, one address a line, so that changes merge well."""
    lines = [f"{link.edition} {link.address}\n" for link in sorted(set(permalinks))]
    return _HEADING + "\n" + "".join(lines)
