"""The forms of findings, whole: what people and programs are given to read."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pytest

from pledgebook.checks.unknown_id import RULE
from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity, Span
from pledgebook.report import Outcome, form_names, report_outcome
from pledgebook.source import SourceFile

PATH = "principles/scenarios/late: 100%, really.yml"
SOURCE = SourceFile(PATH, "title: Late <b>& “loud”</b>\nprinciple: keep-promisse\n")
FOUND = RULE.found(
    "no principle is called `keep-promisse`",
    Span.at(PATH, 2, 12, 13),
    help="did you mean `keep-promises`? 100%",
    related=(Related(Span.at(PATH, 1, 1, 5), "this is the item"),),
)
WARNED = Rule("PB300", "a-warning", Severity.WARNING).found("be kind", Span.at(PATH, 1, 1))


def _report(form: str, *found: Diagnostic, **options: object) -> str:
    outcome = Outcome(
        found,
        {PATH: SOURCE},
        {PATH: "Late <b>& “loud”</b>"},
        files=1,
        **options,  # type: ignore[arg-type]
    )
    return report_outcome(form, outcome)


def test_the_forms() -> None:
    assert form_names() == ("github", "json", "junit", "sarif", "text")


def test_json() -> None:
    told = json.loads(_report("json", FOUND))

    assert told["summary"] == {"errors": 1, "warnings": 0}
    assert told["diagnostics"] == [
        {
            "code": "PB201",
            "name": "unknown-id",
            "severity": "error",
            "message": "no principle is called `keep-promisse`",
            "help": "did you mean `keep-promises`? 100%",
            "path": PATH,
            "line": 2,
            "column": 12,
            "end_line": 2,
            "end_column": 25,
            "related": [
                {
                    "message": "this is the item",
                    "path": PATH,
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 6,
                }
            ],
            "url": "",
        }
    ]


def test_github_escapes_what_would_end_a_message_or_a_property() -> None:
    assert _report("github", FOUND, folder="shop") == (
        "::error file=shop/principles/scenarios/late%3A 100%25%2C really.yml,line=2,endLine=2,"
        "col=12,endColumn=25,title=PB201 unknown-id::"
        "“Late <b>& “loud”</b>”: no principle is called `keep-promisse`"
        "%0Ahelp: did you mean `keep-promises`? 100%25"
        "%0Asee shop/principles/scenarios/late: 100%25, really.yml:1: this is the item"
    )


def test_junit_fails_a_file_for_what_fails_the_check() -> None:
    suite = ElementTree.fromstring(_report("junit", FOUND, WARNED))[0]
    case = suite[0]

    assert suite.attrib["failures"] == "1"
    assert case.attrib["name"] == PATH
    failure, output = case.find("failure"), case.find("system-out")
    assert failure is not None and output is not None
    assert failure.attrib["message"] == "PB201: no principle is called `keep-promisse`"
    assert output.text == f"{PATH}:1:1: warning[PB300] be kind"


@pytest.mark.parametrize(("strict", "failures"), [(False, "0"), (True, "1")])
def test_junit_fails_a_file_for_a_warning_only_if_strict(strict: bool, failures: str) -> None:
    suite = ElementTree.fromstring(_report("junit", WARNED, strict=strict))[0]

    assert suite.attrib["failures"] == failures


def test_junit_holds_nothing_that_xml_cannot() -> None:
    bad = RULE.found("a\x07b\ud800", Span.at("x\x00.yml", 1, 1))

    text = _report("junit", bad)

    ElementTree.fromstring(text.encode("utf-8"))


def test_sarif_names_each_rule_once_and_refers_to_it() -> None:
    log = json.loads(_report("sarif", FOUND, folder="my shop"))
    run = log["runs"][0]
    result = run["results"][0]
    rules = run["tool"]["driver"]["rules"]

    assert log["version"] == "2.1.0"
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "PB201"
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rule["help"]["text"] and "helpUri" not in rule for rule in rules)
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == (
        "my%20shop/principles/scenarios/late%3A%20100%25%2C%20really.yml"
    )
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 12,
        "endLine": 2,
        "endColumn": 25,
        "snippet": {"text": "principle: keep-promisse"},
    }
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_says_that_the_check_could_not_run() -> None:
    run = json.loads(report_outcome("sarif", Outcome(stopped="No handbook.")))["runs"][0]

    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["results"] == []


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_text_keeps_to_the_width_and_breaks_no_word(width: int) -> None:
    long = RULE.found("word " * 40, Span.at("a.yml", 1, 1), help="say " * 60)

    text = report_outcome("text", Outcome((long,), width=width))

    assert max(map(len, text.splitlines())) <= width
    assert text.count("word") == 40 and text.count("say") == 60


def test_text_on_a_phone_puts_words_below_a_long_place() -> None:
    text = _report("text", FOUND, width=60)

    assert text.splitlines()[:8] == [
        "principles/scenarios/late: 100%, really.yml:2:12: error[PB201]",
        "   no principle is called `keep-promisse`",
        "   in “Late <b>& “loud”</b>”",
        "    2 | principle: keep-promisse",
        "      |            ^^^^^^^^^^^^^",
        "   help: did you mean `keep-promises`? 100%",
        "   see principles/scenarios/late: 100%, really.yml:1:1:",
        "   this is the item",
    ]


def test_wide_letters_take_two_columns() -> None:
    found = RULE.found("会社 " * 20, Span.at("a.yml", 1, 1))

    lines = report_outcome("text", Outcome((found,), width=40)).splitlines()

    assert max(len(line) + line.count("会") + line.count("社") for line in lines) <= 40
