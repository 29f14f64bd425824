"""What is a link in a Markdown text, and what only looks like one."""

from __future__ import annotations

import pytest

from pledgebook.wikilinks import find_wikilinks


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("see [[keep-promises]] now", ["keep-promises"]),
        ("[[a]] and [[b|other words]] and ![[c]]", ["a", "b", "c"]),
        ("`[[a]]` but [[b]]", ["b"]),
        ("``code ` [[a]]`` [[b]]", ["b"]),
        ("```\n[[a]]\n```\n[[b]]", ["b"]),
        ("~~~ yaml\n[[a]]\n~~~\n[[b]]", ["b"]),
        ("```\n[[never closed]]\n", []),
        ("text\n\n    [[a]]\n\n[[b]]", ["b"]),
        ("- item\n\n    [[a]]", ["a"]),
        ("text\n    [[a]]", ["a"]),
        ("<!-- [[a]] --> [[b]]", ["b"]),
        (r"\[[a]] [[b]]", ["b"]),
        ("[[]] [[ ]] [[a\nb]] [a]", []),
    ],
)
def test_links_are_found_outside_code(text: str, targets: list[str]) -> None:
    found = [link.target for link in find_wikilinks(text) if link.target]

    assert found == targets


def test_a_link_knows_its_words_its_place_and_whether_it_embeds() -> None:
    [link] = find_wikilinks("Read ![[keep-promises|the promise]].")

    assert (link.words, link.embed, link.start) == ("the promise", True, 5)
    assert link.raw == "![[keep-promises|the promise]]"
