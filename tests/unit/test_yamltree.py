"""YAML that knows its places."""

from __future__ import annotations

import pytest

from pledgebook.source import SourceFile
from pledgebook.yamlslip import Fault, YamlFault
from pledgebook.yamltree import Location, Tree, compose_tree

TEXT = """\
# a comment
title: Be kind
do:
  - first
  - "second: with a colon"
why: |

  A longer text with [[a-link]] and [[a-link]].
options:
  - choice: one
    effects: {customer: good}
empty:
"""


def _tree(text: str) -> Tree:
    tree = compose_tree(SourceFile("x.yml", text))
    assert isinstance(tree, Tree)
    return tree


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (("title",), (2, 8, 15)),
        (("do", 1), (5, 5, 27)),
        (("why",), (8, 3, 48)),
        (("options", 0, "effects", "customer"), (11, 25, 29)),
        (("empty",), (12, 1, 6)),
        (("absent",), (2, 8, 15)),
        (("options", 0, "rating"), (10, 5, 16)),
    ],
)
def test_every_value_has_its_place_and_an_absent_one_that_of_what_it_belongs_to(
    location: Location, place: tuple[int, int, int]
) -> None:
    span = _tree(TEXT).value_span(location)

    assert (span.line, span.column, span.end_column) == place


def test_the_second_of_two_equal_links_has_its_own_place() -> None:
    span = _tree(TEXT).text_span(("why",), "[[a-link]]", 1)

    assert (span.line, span.column, span.end_column) == (8, 37, 47)


def test_scalars_stay_text() -> None:
    assert _tree("a: No\nb: 1984\nc: 2026-11-01\nd: ~\ne:\nf: ''\n").data == {
        "a": "No",
        "b": "1984",
        "c": "2026-11-01",
        "d": None,
        "e": None,
        "f": "",
    }


@pytest.mark.parametrize(
    ("text", "fault", "place"),
    [
        ("a: b\n\tc: d\n", Fault.TAB, (2, 1)),
        ("title: Be kind: always\n", Fault.COLON, (1, 15)),
        ("title: 'never closed\nb: c\n", Fault.QUOTE, (1, 8)),
        ("title: 'it's here'\n", Fault.AFTER_QUOTE, (1, 12)),
        ("do:\n  - b\n - c\n", Fault.INDENT, (3, 2)),
        ("a: @home\n", Fault.SPECIAL_START, (1, 4)),
        ("a: [1, 2\nb: c\n", Fault.BRACKET, (1, 4)),
        ("a: *bold* words\n", Fault.ALIAS, (1, 4)),
        ("a: b\n---\nc: d\n", Fault.MANY_DOCUMENTS, (2, 1)),
        ("a: !secret x\n", Fault.TAG, (1, 4)),
        ("a: b\x07\n", Fault.CONTROL, (1, 5)),
        ("a: " + "[" * 2000, Fault.DEEP, (1, 43)),
        ("{a: b}: c\n", Fault.KEY_NOT_TEXT, (1, 1)),
    ],
)
def test_the_usual_slips_are_told_apart_and_placed(
    text: str, fault: Fault, place: tuple[int, int]
) -> None:
    found = compose_tree(SourceFile("x.yml", text))

    assert isinstance(found, YamlFault)
    assert (found.fault, (found.span.line, found.span.column)) == (fault, place)


@pytest.mark.parametrize("text", ["a: b\nc: [", "a: b\nc: [\n", "a: b\nc: [d,\n\n"])
def test_an_open_bracket_is_shown_where_it_opens(text: str) -> None:
    fault = compose_tree(SourceFile("x.yml", text))

    assert isinstance(fault, YamlFault)
    assert (fault.fault, fault.span.line, fault.span.column) == (Fault.BRACKET, 2, 4)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_break_that_only_yaml_knows_is_refused_where_it_stands(sign: str) -> None:
    fault = compose_tree(SourceFile("x.yml", f"a: b\nc: d{sign}e: f\n"))

    assert isinstance(fault, YamlFault)
    assert (fault.fault, fault.span.line, fault.span.column) == (Fault.CONTROL, 2, 5)
