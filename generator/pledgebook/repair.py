"""Sure repairs: what a finding's line must have been meant to say.

A repair is proposed only if it is the only one that works. Each is tried by checking the handbook
as it would be: the finding must go and no other come. What could be meant in two ways is left to
its author.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, get_args

from pydantic import BaseModel

from pledgebook.checks import bad_choice, duplicate_field, unknown_field, unknown_id, yaml_syntax
from pledgebook.diagnostic import Diagnostic
from pledgebook.edits import Edit, apply_edits, offset_of
from pledgebook.kinds import all_kinds
from pledgebook.model import Handbook
from pledgebook.pipeline import Checked, Roots, check_files
from pledgebook.settings import Settings
from pledgebook.source import SourceFile
from pledgebook.yamltree import Tree, compose_tree

_VERY_NEAR = 0.8
"""The likeness, from 0 to 1, of a slip of the keyboard to the word that was meant."""

Identity = tuple[str, str, str]
"""Code, path and message: what stays of a finding while lines above it change."""

_TAB_WIDTHS = (2, 4, 8)
_PATIENCE = 500
"""The most repairs that are made in one run."""

_VALUE = re.compile(r"^(\s*(?:- )*(?:[^\s'\"#:][^:#]*:\s+)?)(\S.*?)(\s+#.*|\s*)$")


def plan_repairs(roots: Roots) -> dict[str, str]:
    """Return the new text of every file that has sure repairs, by path, as reading sees it."""
    texts: dict[str, str] = {}
    checked = check_files(roots)
    given_up: set[Identity] = set()
    for _ in range(_PATIENCE):
        found = next((f for f in checked.diagnostics if _identity(f) not in given_up), None)
        if found is None:
            break
        repaired = _repair(found, checked, roots, texts)
        if repaired is None:
            given_up.add(_identity(found))
            continue
        path, text, checked = repaired
        texts[path] = text
        # What could not be repaired in a broken file may be, now that the file is whole.
        given_up.clear()
    return texts


def _identity(found: Diagnostic) -> Identity:
    return (found.rule.code, found.span.path, found.message)


def _repair(
    found: Diagnostic, checked: Checked, roots: Roots, texts: Mapping[str, str]
) -> tuple[str, str, Checked] | None:
    """Return the path, the new text and the new check, if exactly one repair works."""
    propose = _PROPOSERS.get(found.rule.code)
    source = checked.sources.get(found.span.path)
    if propose is None or source is None:
        return None
    working: dict[str, tuple[str, Checked]] = {}
    for text in dict.fromkeys(propose(found, source, checked)):
        after = check_files(roots, texts={**texts, source.path: text})
        if _is_better(found, checked, after):
            working.setdefault(_meaning(source.path, text), (text, after))
    if found.rule is yaml_syntax.RULE:
        working = _soundest(working, source.path)
    if len(working) != 1:
        return None
    text, after = next(iter(working.values()))
    return source.path, text, after


def _soundest(working: dict[str, tuple[str, Checked]], path: str) -> dict[str, tuple[str, Checked]]:
    """Keep the readings of a file that leave the least to mend in it: others misread it."""
    left = {
        meaning: (
            any(d.rule is yaml_syntax.RULE for d in after.diagnostics if d.span.path == path),
            sum(d.span.path == path for d in after.diagnostics),
        )
        for meaning, (_, after) in working.items()
    }
    least = min(left.values(), default=None)
    return {meaning: repair for meaning, repair in working.items() if left[meaning] == least}


def _meaning(path: str, text: str) -> str:
    """Return what a text says; two ways to write the same are one repair."""
    tree = compose_tree(SourceFile(path, text)) if path.endswith(".yml") else None
    return repr(tree.data) if isinstance(tree, Tree) else text


def _is_better(found: Diagnostic, before: Checked, after: Checked) -> bool:
    """Whether the finding is gone, and the repair brought no other.

    A file that loads again may show findings elsewhere that were hidden before; that is no worse.
    """
    path, line = found.span.path, found.span.line
    if found.rule is yaml_syntax.RULE:
        faults = [d for d in after.diagnostics if d.rule is found.rule]
        return all(d.span.path != path or d.span > found.span for d in faults)
    old = Counter(map(_identity, before.diagnostics))
    new = Counter(map(_identity, after.diagnostics))
    brought = [
        d
        for d in after.diagnostics
        if _identity(d) not in old
        and d.span.path == path
        and (d.span.line == line or d.rule is duplicate_field.RULE)
    ]
    return not brought and new[_identity(found)] < old[_identity(found)]


def _propose_word(found: Diagnostic, source: SourceFile, checked: Checked) -> Iterator[str]:
    """Propose the words most like the one the finding is about."""
    start = offset_of(source, found.span.line, found.span.column)
    text = source.text[start : start + found.span.end_column - found.span.column]
    match = re.search(r"[\w][\w -]*", text)
    if match is None:
        return
    word = match.group().strip()
    at = start + match.start()
    for candidate in _very_near(word, _WORDS[found.rule.code](checked.handbook)):
        yield apply_edits(source.text, [Edit(at, len(word), candidate)])


def _very_near(word: str, candidates: set[str]) -> list[str]:
    matcher = SequenceMatcher(b=word, autojunk=False)
    near = []
    for candidate in sorted(candidates - {word}):
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() < _VERY_NEAR or matcher.quick_ratio() < _VERY_NEAR:
            continue
        if matcher.ratio() >= _VERY_NEAR:
            near.append(candidate)
    return near


def _ids(handbook: Handbook | None) -> set[str]:
    return set(handbook.entries) if handbook is not None else set()


def _choices(handbook: Handbook | None) -> set[str]:
    words = {word for model in _models() for word in _literals(model)}
    if handbook is not None:
        for vocabulary in ("audiences", "dimensions", "roles", "trades"):
            words.update(handbook.settings.vocabulary(vocabulary))
    return words


def _fields(handbook: Handbook | None) -> set[str]:
    return {name for model in _models() for name in model.model_fields}


def _models() -> Iterator[type[BaseModel]]:
    """Yield the models of all files and of the groups of fields in them."""
    waiting: list[Any] = [Settings, *(kind.model for kind in all_kinds())]
    seen: set[type[BaseModel]] = set()
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind not in seen:
                seen.add(kind)
                yield kind
                waiting.extend(field.annotation for field in kind.model_fields.values())
        else:
            waiting.extend(get_args(kind))


def _literals(model: type[BaseModel]) -> Iterator[str]:
    waiting: list[Any] = [field.annotation for field in model.model_fields.values()]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, str):
            yield kind
        elif not isinstance(kind, type):
            waiting.extend(get_args(kind))


def _propose_syntax(found: Diagnostic, source: SourceFile, checked: Checked) -> Iterator[str]:
    """Propose spaces for tabs, or quotation marks around the text of the line."""
    lines = source.text.split("\n")
    line = lines[found.span.line - 1] if found.span.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        yield from _without_tabs(lines)
        return
    match = _VALUE.match(line)
    if match and match[2][0] not in "'\"|>[{#":
        quoted = match[2].replace("\\", "\\\\").replace('"', '\\"')
        changed = [*lines]
        changed[found.span.line - 1] = f'{match[1]}"{quoted}"{match[3]}'
        yield "\n".join(changed)


def _without_tabs(lines: list[str]) -> Iterator[str]:
    """Yield the text with every tab that indents as so many spaces as make one sense of it."""
    for width in _TAB_WIDTHS:
        changed = []
        for line in lines:
            inner = line.lstrip(" \t")
            indent = line[: len(line) - len(inner)]
            changed.append(indent.replace("\t", " " * width) + inner)
        yield "\n".join(changed)


_WORDS: dict[str, Callable[[Handbook | None], set[str]]] = {
    unknown_id.RULE.code: _ids,
    unknown_field.RULE.code: _fields,
    bad_choice.RULE.code: _choices,
}
_PROPOSERS: dict[str, Callable[[Diagnostic, SourceFile, Checked], Iterator[str]]] = {
    **dict.fromkeys(_WORDS, _propose_word),
    yaml_syntax.RULE.code: _propose_syntax,
}
