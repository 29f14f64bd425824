"""A text has HTML in it.

HTML is never used as such in an item's text: readers see `<b>now</b>` with all its signs. That
keeps anything harmful out of the handbook. Markdown has what a text needs: `**bold**`, `*italics*`,
lists, and an empty line between paragraphs. To show the signs on purpose, put backticks round
them.

Wrong, in `principles/keep-promises.yml`:

    why: |
      Say it <b>now</b>.

Right:

    why: |
      Say it **now**.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.kinds.fields import Markdown
from pledgebook.kinds.marks import find_marked
from pledgebook.model import Handbook
from pledgebook.wikilinks import mask_code

RULE = Rule("PB314", "raw-html", Severity.WARNING)

_TAG = re.compile(r"<!--|<[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])[^<>]*>")
_INSTEAD = {
    "b": "`**words**`",
    "strong": "`**words**`",
    "i": "`*words*`",
    "em": "`*words*`",
    "a": "`[words](https://…)`, or `[[id]]` for an item",
    "br": "an empty line between the paragraphs",
    "p": "an empty line between the paragraphs",
    "li": "a line that begins with `- ` for each",
    "ul": "a line that begins with `- ` for each",
    "h1": "a line that begins with `## `",
    "h2": "a line that begins with `## `",
    "h3": "a line that begins with `### `",
}


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the first HTML tag of every Markdown text of an item, and of the settings."""
    trees = [(entry.tree, entry.marked) for entry in handbook.entries.values()]
    trees.append((handbook.settings_tree, tuple(find_marked(handbook.settings))))
    for tree, texts in trees:
        for marked in texts:
            if isinstance(marked.mark, Markdown) and "<" in marked.text:
                found = _TAG.search(mask_code(marked.text, keep_comments=True))
                if found:
                    nth = marked.text.count(found.group(), 0, found.start())
                    yield _report(
                        found.group(), tree.text_span(marked.location, found.group(), nth)
                    )


def _report(tag: str, span: Span) -> Diagnostic:
    if tag == "<!--":
        return RULE.found(
            "readers see this comment as it is written here",
            span,
            help="remove it, or make it a comment of the file: a line of its own, outside the "
            "text, that begins with `#`",
        )
    name = tag[1:].split()[0].strip("/>").lower()
    instead = _INSTEAD.get(name)
    return RULE.found(
        f"readers see `{tag}` as it is written here",
        span,
        help=f"write {instead} instead" if instead else "take it out, with the tag that closes it",
    )
