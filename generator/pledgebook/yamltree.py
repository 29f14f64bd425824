"""YAML as data that knows its places.

``compose_tree`` turns a file into a ``Tree``: plain Python data whose every key and value can be
found again in the file. Scalars stay text (``title: No`` is the text "No" and not a truth value;
the models turn text into numbers and days where a field asks for them); only an empty value,
``~`` and ``null`` are nothing.

Anchors and aliases are refused: nobody writing a handbook needs them, and they are how a small
file becomes an endless one.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML without libyaml: the same result, only slower
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

from pledgebook.diagnostic import Span
from pledgebook.source import SourceFile
from pledgebook.yamlslip import Fault, YamlFault, explain_error

Location = tuple[str | int, ...]
"""The way from the top of a tree to a value: keys and positions."""

MAX_DEPTH = 40
"""How deeply values may nest; the deepest field of any kind needs five levels."""

_UNTAGGED = "untagged"
_PLAIN_TAGS = frozenset(
    {_UNTAGGED}
    | {
        f"tag:yaml.org,2002:{name}"
        for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
    }
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class _Loader(_SafeLoader):
    """Leaves plain values untagged. Guessing a type for each costs a third of all parsing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return _UNTAGGED

    # The parser calls these two for every value. Functions of C that do nothing do it fastest.
    descend_resolver = staticmethod(operator.is_)  # type: ignore[assignment]
    ascend_resolver = staticmethod(bool)  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class DuplicateKey:
    """A key that stands twice in one mapping."""

    key: str
    span: Span
    first: Span


@dataclass(frozen=True)
class Tree:
    """A file's data, and where each part of it stands."""

    source: SourceFile
    data: Any
    duplicates: tuple[DuplicateKey, ...] = ()

    @cached_property
    def root(self) -> Node | None:
        """The nodes the data came from, parsed again when a place is asked for.

        Only a file with a finding is asked, and keeping the nodes of all the others would take
        more time and a hundred times more memory than parsing a few of them twice.
        """
        return _compose(self.source)

    @property
    def path(self) -> str:
        return self.source.path

    def value_span(self, location: Sequence[str | int]) -> Span:
        """Return where the value at ``location`` stands; where it is absent, its nearest parent."""
        node = self.root
        parent: Node | None = None
        for step in location:
            found = _child(node, step)
            if found is None:
                return self._heading_span(location)
            parent, node = found[0] or node, found[1]
        return self._span(node, parent)

    def key_span(self, location: Sequence[str | int]) -> Span:
        """Return where the key of the value at ``location`` stands."""
        node = self.root
        for step in location[:-1]:
            found = _child(node, step)
            if found is None:
                return self._heading_span(location)
            node = found[1]
        found = _child(node, location[-1]) if location else None
        if found is None or found[0] is None:
            return self.value_span(location)
        return self._span(found[0], None)

    def text_span(self, location: Sequence[str | int], text: str, occurrence: int) -> Span:
        """Return where ``text`` stands, for the nth time, within the value at ``location``."""
        node = self.node(location)
        if node is None:
            return self.value_span(location)
        raw = self.source.text
        start, end = node.start_mark.index, node.end_mark.index
        at = start
        for _ in range(occurrence + 1):
            at = raw.find(text, at, end)
            if at < 0:
                return self.value_span(location)
            at += 1
        return span_of_offset(self.source, at - 1, len(text))

    def is_quoted(self, location: Sequence[str | int]) -> bool:
        """Return whether the value at ``location`` is written in quotation marks."""
        node = self.node(location)
        return isinstance(node, ScalarNode) and node.style in ("'", '"')

    def title_span(self) -> Span:
        """Return the place that stands for the whole item: its title, else its first line."""
        found = _child(self.root, "title")
        if found is not None:
            return self._span(found[1], found[0])
        return self.first_line_span()

    def first_line_span(self) -> Span:
        """Return the first line with something on it."""
        for number, line in enumerate(self.source.text.split("\n"), start=1):
            if line.strip() and not line.lstrip().startswith("#"):
                column = len(line) - len(line.lstrip()) + 1
                return Span.at(self.path, number, column, len(line.strip()))
        return Span.at(self.path, 1, 1)

    def node(self, location: Sequence[str | int]) -> Node | None:
        """Return the node of the value at ``location``, if there is one."""
        node = self.root
        for step in location:
            found = _child(node, step)
            if found is None:
                return None
            node = found[1]
        return node

    def key_node(self, name: str) -> Node | None:
        """Return the node of a field's name, at the top level."""
        found = _child(self.root, name)
        return found[0] if found is not None else None

    def _heading_span(self, location: Sequence[str | int]) -> Span:
        """Where something is absent: the key it belongs under, else the title."""
        for length in range(len(location) - 1, 0, -1):
            if self.node(location[:length]) is None:
                continue
            if isinstance(location[length - 1], str):
                return self.key_span(location[:length])
            return self._first_line_of(self.node(location[:length]))
        return self.title_span()

    def _first_line_of(self, node: Node | None) -> Span:
        return self._span(node, None)

    def _span(self, node: Node | None, key: Node | None) -> Span:
        """Return a node's place, on one line, so that a caret can stand under it."""
        if node is None:
            return self.first_line_span()
        lines = self.source.text.split("\n")
        start, end = node.start_mark, node.end_mark
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            return self._block_span(node, lines)
        if isinstance(node, ScalarNode) and not node.value and start.index == end.index and key:
            return self._span(key, None)
        line = lines[start.line] if start.line < len(lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Span.at(self.path, start.line + 1, start.column + 1, max(1, stop - start.column))

    def _block_span(self, node: Node, lines: list[str]) -> Span:
        """A block of text is shown by its first line, not by the ``|`` that introduces it."""
        first = node.start_mark.line + 1
        for number in range(first, min(node.end_mark.line + 1, len(lines))):
            text = lines[number]
            if text.strip():
                column = len(text) - len(text.lstrip())
                return Span.at(self.path, number + 1, column + 1, len(text.strip()))
        return Span.at(self.path, first, node.start_mark.column + 1)


def _child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def span_of_offset(source: SourceFile, offset: int, length: int) -> Span:
    """Return the span of ``length`` characters that begins ``offset`` characters into a file."""
    line = source.text.count("\n", 0, offset)
    column = offset - (source.text.rfind("\n", 0, offset) + 1)
    return Span.at(source.path, line + 1, column + 1, max(1, length))


class _Refused(Exception):
    def __init__(self, fault: Fault, node: Node, detail: str = "") -> None:
        super().__init__(fault)
        self.fault, self.node, self.detail = fault, node, detail


_FOREIGN_BREAK = re.compile("[\x85\u2028\u2029]")
"""Line breaks to YAML and to nobody else: with one in a file, no line has the number it shows."""


def compose_tree(source: SourceFile) -> Tree | YamlFault:
    """Read one file as YAML. An empty file is a tree whose data is ``None``."""
    if deep := _find_deep_nesting(source):
        return deep
    if not source.text.isascii() and (found := _FOREIGN_BREAK.search(source.text)):
        return YamlFault(Fault.CONTROL, span_of_offset(source, found.start(), 1))
    try:
        root = _compose(source)
    except yaml.reader.ReaderError as error:
        offset = min(int(error.position), max(0, len(source.text) - 1))
        return YamlFault(Fault.CONTROL, span_of_offset(source, offset, 1))
    except yaml.MarkedYAMLError as error:
        return explain_error(source, error)
    except RecursionError:
        return YamlFault(Fault.DEEP, Span.at(source.path, 1, 1))
    converter = _Converter(source)
    try:
        data = converter.convert(root, 0) if root is not None else None
    except _Refused as refused:
        mark = refused.node.start_mark
        span = Span.at(source.path, mark.line + 1, mark.column + 1)
        return YamlFault(refused.fault, span, refused.detail)
    return Tree(source, data, tuple(converter.duplicates))


def _compose(source: SourceFile) -> Node | None:
    loader = _Loader(source.text)
    try:
        root: Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return root


def _find_deep_nesting(source: SourceFile) -> YamlFault | None:
    """Refuse nesting that would overflow the parser's stack, before it is parsed.

    Only a text that could nest deeply is looked at twice; no handbook file does.
    """
    text = source.text
    if text.count("[") + text.count("{") <= MAX_DEPTH and "- - - - " not in text:
        if "? ? " not in text:
            return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                mark = event.start_mark
                if mark is None:
                    return YamlFault(Fault.DEEP, Span.at(source.path, 1, 1))
                return YamlFault(Fault.DEEP, Span.at(source.path, mark.line + 1, mark.column + 1))
    except yaml.YAMLError:
        return None
    return None


class _Converter:
    """Turns nodes into plain data and notes keys that stand twice."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.may_repeat = "*" in source.text
        self.may_have_anchors = "&" in source.text
        self.seen: set[int] = set()
        self.duplicates: list[DuplicateKey] = []

    def convert(self, node: Node, depth: int) -> Any:
        """Return a node's data. This runs once for every value of every file."""
        if self.may_repeat:
            if id(node) in self.seen:
                raise _Refused(Fault.ALIAS, node)
            self.seen.add(id(node))
        if self.may_have_anchors and self.source.text.startswith("&", node.start_mark.index):
            raise _Refused(Fault.ALIAS, node)
        if node.tag not in _PLAIN_TAGS:
            raise _Refused(Fault.TAG, node, node.tag)
        if type(node) is ScalarNode:
            value = node.value
            return None if value in _NULLS and not node.style else value
        if depth > MAX_DEPTH:
            raise _Refused(Fault.DEEP, node)
        if type(node) is SequenceNode:
            return [self.convert(child, depth + 1) for child in node.value]
        return self._convert_mapping(node, depth)

    def _convert_mapping(self, node: Node, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            if type(key) is not ScalarNode:
                raise _Refused(Fault.KEY_NOT_TEXT, key)
            name = key.value
            converted = self.convert(value, depth + 1)
            if name in result:
                self._note_duplicate(node, key)
                continue
            result[name] = converted
        return result

    def _note_duplicate(self, node: Node, key: Node) -> None:
        first = next(other for other, _ in node.value if other.value == key.value)
        self.duplicates.append(DuplicateKey(key.value, self._key_span(key), self._key_span(first)))

    def _key_span(self, key: Node) -> Span:
        mark, length = key.start_mark, key.end_mark.column - key.start_mark.column
        return Span.at(self.source.path, mark.line + 1, mark.column + 1, max(1, length))
