"""What the head of a hand-written page says about it.

A page of ``content/`` may begin with a block of YAML between two lines ``---``, as MkDocs has it.
The handbook reads one field of it: ``audience``, who may see the page. A head that cannot be
understood is a fault and never a page for everybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pledgebook.diagnostic import Span
from pledgebook.source import SourceFile
from pledgebook.yamlslip import Fault, YamlFault
from pledgebook.yamltree import Tree, compose_tree

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
_BARE = re.compile(r"\A\s*audience[ \t]*:", re.IGNORECASE)
"""MkDocs also takes ``name: value`` lines without the dashes for a head."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """The audiences a page names, each with its place, or why its head cannot be understood."""

    audience: tuple[tuple[str, Span], ...] = ()
    fault: YamlFault | None = None


def read_page_head(source: SourceFile) -> PageHead:
    """Return what the head of a page says."""
    if not source.text.startswith("---"):
        if _BARE.match(source.text):
            return PageHead(fault=YamlFault(Fault.SYNTAX, Span.at(source.path, 1, 1)))
        return PageHead()
    found = _BLOCK.match(source.text)
    if not found:
        return PageHead()
    # The line break before it keeps the places right.
    tree = compose_tree(SourceFile(source.path, "\n" + found["yaml"]))
    if isinstance(tree, YamlFault):
        return PageHead(fault=tree)
    if not isinstance(tree.data, dict) or "audience" not in tree.data:
        return PageHead()
    return _read_audience(tree)


def _read_audience(tree: Tree) -> PageHead:
    value: Any = tree.data["audience"]
    names = value if isinstance(value, list) else [value]
    if not names or not all(isinstance(name, str) for name in names):
        return PageHead(fault=YamlFault(Fault.SYNTAX, tree.key_span(("audience",))))
    if not isinstance(value, list):
        return PageHead(((value, tree.value_span(("audience",))),))
    places = (tree.value_span(("audience", number)) for number in range(len(names)))
    return PageHead(tuple(zip(names, places, strict=True)))
