"""The examples in the manuals of checks.

An example is one or more indented blocks, each under a line that begins with one of three words:

    Wrong, in `principles/keep-promises.yml`:     what makes the check speak
    Right:                                        its repair, in the same file unless it says
    With, in `principles/handbook.yml`:           what both need

A block that begins with `title:`, or lies in another file than YAML, is a whole file. Any other
is fields to put in the place of those of the same name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import dedent

from tests.world import World

_LEAD = re.compile(r"^(Wrong|Right|With)(?:, in `([^`]+)`)?:$")
_FIELD = re.compile(r"^(?=\w+:)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """The blocks of a manual: pairs of a path and a text."""

    shared: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    right: list[tuple[str, str]] = field(default_factory=list)


def read_example(manual: str) -> Example:
    """Return the example of a manual; empty if there is none."""
    example = Example()
    lists = {"With": example.shared, "Wrong": example.wrong, "Right": example.right}
    lines = manual.split("\n")
    path = ""
    for position, line in enumerate(lines):
        lead = _LEAD.match(line)
        if lead:
            path = lead[2] or path
            lists[lead[1]].append((path, _block_after(lines, position)))
    return example


def _block_after(lines: list[str], position: int) -> str:
    block: list[str] = []
    for line in lines[position + 1 :]:
        if line and not line.startswith("    "):
            break
        block.append(line)
    return dedent("\n".join(block)).strip("\n") + "\n"


def lay_over(world: World, blocks: list[tuple[str, str]]) -> None:
    """Write the blocks of an example into a handbook."""
    for path, text in blocks:
        exists = (world.folder / path).exists()
        if not exists or not path.endswith(".yml") or text.startswith("title:"):
            world.write(path, text)
        else:
            world.write(path, _replace_fields(world.read(path), text))


def _replace_fields(old: str, new: str) -> str:
    fields = {_name(part): part for part in _FIELD.split(old) if part.strip()}
    given: dict[str, str] = {}
    for part in _FIELD.split(new):
        if part.strip():
            given[_name(part)] = given.get(_name(part), "") + part
    return "".join((fields | given).values())


def _name(part: str) -> str:
    return part.split(":", 1)[0]
