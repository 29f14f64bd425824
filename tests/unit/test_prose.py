"""Markdown fields become safe HTML."""

from __future__ import annotations

import pytest

from pledgebook.prose import LinkTarget, render_prose, strip_markdown


def _resolve(item_id: str) -> LinkTarget | None:
    return LinkTarget("/k/?a=1&b=2", "Keep <it>") if item_id == "keep" else None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain *and* **strong**", "<p>plain <em>and</em> <strong>strong</strong></p>\n"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[[keep]]", '<p><a href="/k/?a=1&amp;b=2">Keep &lt;it&gt;</a></p>\n'),
        ("[[keep|our <b>]]", '<p><a href="/k/?a=1&amp;b=2">our &lt;b&gt;</a></p>\n'),
        ("[[gone|words]] and [[gone]]", "<p>words and gone</p>\n"),
        ("`[[keep]]`", "<p><code>[[keep]]</code></p>\n"),
        ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>\n"),
    ],
)
def test_text_becomes_html_and_nothing_else(text: str, html: str) -> None:
    assert str(render_prose(text, _resolve)) == html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*Very* **polite**, see [[keep]].", "Very polite, see Keep <it>."),
        ("- one\n- two_three\n", "one two_three"),
        ("a [link](https://x.example/) here", "a link here"),
    ],
)
def test_markdown_can_be_read_as_plain_words(text: str, words: str) -> None:
    assert strip_markdown(text, _resolve) == words
