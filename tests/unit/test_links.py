"""Links and headings of hand-written pages, as MkDocs would see them."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.links import find_anchors, find_links


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md)", ["b.md"]),
        ('[a](b.md "title")', ["b.md"]),
        ("[a](<b c.md>)", ["b c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("![a](b.png)", ["b.png"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("[a][b]\n\n[b]: c.md", ["c.md"]),
        ("[a](https://example.org) [b](mailto:a@example.org) [c](/d/) [e](//f/g)", []),
        ("`[a](b.md)` and\n\n```\n[a](b.md)\n```\n", []),
        ("<!-- [a](b.md) -->", []),
        ("[^1]: a note", []),
        ("[a]()", []),
    ],
)
def test_only_relative_links_are_found(text: str, targets: list[str]) -> None:
    assert [link.target for link in find_links(text)] == targets


def test_a_link_knows_where_its_address_begins() -> None:
    text = "See [a](<b c.md>) and ![d](e.png)."

    assert [text[link.start :][: len(link.target)] for link in find_links(text)] == [
        "b c.md",
        "e.png",
    ]


def test_a_picture_is_told_from_a_link_round_it() -> None:
    assert [link.is_picture for link in find_links("[![a](b.png)](c.md)")] == [True, False]


HEADINGS = st.lists(
    st.text(st.sampled_from("abcÄé ß19-.,:;!?&_'()/"), min_size=1, max_size=20).filter(str.strip),
    max_size=5,
)


@given(HEADINGS)
@settings(max_examples=60, deadline=None)
def test_headings_have_the_anchors_that_the_markdown_library_gives_them(names: list[str]) -> None:
    text = "\n\n".join(f"## {name}" for name in names)
    parser = markdown.Markdown(extensions=["toc"])
    parser.convert(text)
    tokens = parser.toc_tokens  # type: ignore[attr-defined]

    assert {token["id"] for token in tokens} <= find_anchors(text)
