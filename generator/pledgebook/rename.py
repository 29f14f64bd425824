"""Giving an item another id: what must change in which file.

The plan touches the id wherever it is meant as one (a field, a ``[[link]]``) and nothing else, and
puts the old id under the item's ``aliases``, so that its old address still leads to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from pledgebook.edits import Edit, apply_edits
from pledgebook.kinds.fields import ID_PATTERN
from pledgebook.model import Entry, Handbook, Reference
from pledgebook.nearest import find_nearest_item
from pledgebook.source import SourceFile
from pledgebook.wikilinks import find_wikilinks
from pledgebook.yamlslip import YamlFault
from pledgebook.yamltree import Tree, compose_tree

_LINK = re.compile(r"!?\[\[(?P<target>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
"""A link as it stands in a file, where its words may go on over the end of a line."""


class RenameRefused(Exception):
    """The item cannot be renamed so; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """The edits in each file, by path, and the item's file with its new path."""

    edits: dict[str, list[Edit]]
    path: str
    new_path: str
    references: int


def plan_rename(handbook: Handbook, old: str, new: str) -> RenamePlan:
    """Return what renaming the item ``old`` to ``new`` takes. Raises ``RenameRefused``."""
    entry = _find(handbook, old)
    _refuse_bad_name(handbook, entry, new)
    edits: dict[str, list[Edit]] = defaultdict(list)
    found = [ref for ref in handbook.references if ref.target == old]
    places: dict[tuple[str, Edit], None] = {}
    for reference in found:
        for place in _edits_of(reference, old, new):
            places[place] = None
    for path, edit in places:
        edits[path].append(edit)
    edits[entry.path].append(_alias_edit(entry, old, new))
    for path, changes in edits.items():
        _refuse_unsound(path, changes, handbook)
    folder = entry.path.rpartition("/")[0]
    return RenamePlan(dict(edits), entry.path, f"{folder}/{new}.yml", len(places))


def _find(handbook: Handbook, old: str) -> Entry:
    entry = handbook.entries.get(old)
    if entry is not None:
        return entry
    now = handbook.aliases.get(old)
    if now is not None:
        raise RenameRefused(f"`{old}` is a former id of `{now.id}`. Rename `{now.id}` instead.")
    near = find_nearest_item(old, handbook.titles)
    hint = f" Did you mean `{near}`?" if near else " An id is a file's name without `.yml`."
    raise RenameRefused(f"No item is called `{old}`.{hint}")


def _refuse_bad_name(handbook: Handbook, entry: Entry, new: str) -> None:
    if not ID_PATTERN.match(new):
        raise RenameRefused(
            f"`{new}` cannot be an id. Use lower-case letters, digits and hyphens, "
            "such as `keep-your-promises`."
        )
    if new == entry.id:
        raise RenameRefused(f"The item is called `{new}` already.")
    taken = handbook.find(new)
    if taken is not None and taken is not entry:
        raise RenameRefused(f"`{new}` is taken: “{taken.title}” ({taken.path}) has it.")


def _edits_of(reference: Reference, old: str, new: str) -> list[tuple[str, Edit]]:
    if reference.origin is None:
        assert reference.page is not None and reference.link is not None
        start = reference.link.start + reference.link.raw.index(old)
        return [(reference.page.path, Edit(start, len(old), new))]
    tree = reference.origin.tree
    node = tree.node(reference.location)
    if node is None:
        raise _unsure(tree.path)
    if reference.link is not None:
        return [(tree.path, edit) for edit in _link_edits(tree, node, old, new)]
    start, end = node.start_mark.index, node.end_mark.index
    at = tree.source.text.find(old, start, end)
    if at < 0:
        raise _unsure(tree.path)
    return [(tree.path, Edit(at, len(old), new))]


def _link_edits(tree: Tree, node: Node, old: str, new: str) -> list[Edit]:
    """Return the edits of all links to ``old`` in one text, leaving alone what is only code."""
    value = str(node.value)
    links = {link.start for link in find_wikilinks(value)}
    in_value = [m for m in _LINK.finditer(value) if m["target"].strip() == old]
    start, end = node.start_mark.index, node.end_mark.index
    in_file = [
        m for m in _LINK.finditer(tree.source.text, start, end) if m["target"].strip() == old
    ]
    if len(in_value) != len(in_file):
        raise _unsure(tree.path)
    return [
        Edit(there.start("target") + there["target"].index(old), len(old), new)
        for here, there in zip(in_value, in_file, strict=True)
        if here.start() in links
    ]


def _unsure(path: str) -> RenameRefused:
    return RenameRefused(
        f"{path} writes the id in a way that cannot be changed safely (over two lines, or with "
        "escapes). Write it plainly there, then try again."
    )


def _alias_edit(entry: Entry, old: str, new: str) -> Edit:
    """Return the edit that puts the old id under ``aliases``."""
    tree, text = entry.tree, entry.tree.source.text
    if new in entry.item.aliases:  # back to a name it had: the two change places
        node = tree.node(("aliases", entry.item.aliases.index(new)))
        assert node is not None
        at = text.index(new, node.start_mark.index)
        return Edit(at, len(new), old)
    node = tree.node(("aliases",))
    if isinstance(node, SequenceNode) and node.value:
        last = node.value[-1]
        if node.flow_style:
            return Edit(last.end_mark.index, 0, f", {old}")
        indent = " " * node.start_mark.column
        return Edit(_end_of(last), 0, f"\n{indent}- {old}")
    if isinstance(node, SequenceNode):
        start, end = node.start_mark.index, node.end_mark.index
        return Edit(start, end - start, f"[{old}]")
    if isinstance(node, ScalarNode):
        name = tree.key_node("aliases")
        assert name is not None
        key = text.index(":", name.end_mark.index)
        return Edit(key + 1, node.end_mark.index - key - 1, f" [{old}]")
    title = tree.node(("title",))
    assert title is not None
    if isinstance(tree.root, MappingNode) and tree.root.flow_style:
        return Edit(title.end_mark.index, 0, f", aliases: [{old}]")
    line_end = text.find("\n", _end_of(title))
    line_end = len(text) if line_end < 0 else line_end
    return Edit(line_end, 0, f"\naliases: [{old}]")


def _end_of(node: Node) -> int:
    """Return where a scalar ends; the mark of a block text is on the line after it."""
    end = int(node.end_mark.index)
    return end - 1 if isinstance(node, ScalarNode) and node.style in ("|", ">") else end


def _refuse_unsound(path: str, edits: list[Edit], handbook: Handbook) -> None:
    """Make sure that an edited YAML file can still be read."""
    trees = {e.path: e.tree for e in (*handbook.entries.values(), *handbook.namesakes)}
    tree = trees.get(path)
    if tree is None:
        return
    after = SourceFile(path, apply_edits(tree.source.text, edits))
    if isinstance(compose_tree(after), YamlFault):
        raise _unsure(path)
