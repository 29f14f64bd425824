"""A field has a value that is not one of its choices.

Some fields take one of a few words (the status of an item, the provenance of a quote), and some
take a name that `handbook.yml` defines (a dimension, a trade, a role, an audience). Use one of
those, or add the new name to `handbook.yml` first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.kinds.fields import Term
from pledgebook.model import Handbook
from pledgebook.nearest import find_nearest, find_nearest_item
from pledgebook.settings import FILE_NAME

RULE = Rule("PB107", "bad-choice", Severity.ERROR)


def report_bad_choice(name: str, value: str, choices: tuple[str, ...], span: Span) -> Diagnostic:
    """Return the finding for a value that is not one of a field's ``choices``."""
    near = find_nearest(value, choices)
    allowed = ", ".join(f"`{choice}`" for choice in choices)
    return RULE.found(
        f"{name} cannot be `{value}`",
        span,
        help=f"did you mean `{near}`? The choices are {allowed}"
        if near
        else f"the choices are {allowed}",
    )


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the names that items use and ``handbook.yml`` does not define."""
    for entry in (*handbook.entries.values(), *handbook.namesakes):
        for marked in entry.marked:
            if not isinstance(marked.mark, Term):
                continue
            terms = handbook.settings.vocabulary(marked.mark.vocabulary)
            if marked.text not in terms:
                find = entry.tree.key_span if marked.is_key else entry.tree.value_span
                yield _undefined(marked.text, marked.mark.vocabulary, terms, find(marked.location))
    for page in handbook.pages:
        for name, span in page.head.audience:
            if name not in handbook.settings.audiences:
                yield _undefined(name, "audiences", handbook.settings.audiences, span)
    yield from _check_settings(handbook)


def _check_settings(handbook: Handbook) -> Iterator[Diagnostic]:
    settings, tree = handbook.settings, handbook.settings_tree
    named = [(name, ("default_audience", n)) for n, name in enumerate(settings.default_audience)]
    for edition_id, edition in settings.editions.items():
        for n, name in enumerate(edition.audiences):
            named.append((name, ("editions", edition_id, "audiences", n)))  # type: ignore[arg-type]
    for name, location in named:
        if name not in settings.audiences:
            yield _undefined(name, "audiences", settings.audiences, tree.value_span(location))


def _undefined(word: str, vocabulary: str, terms: Mapping[str, str], span: Span) -> Diagnostic:
    singular = vocabulary.removesuffix("s")
    near = find_nearest_item(word, terms)
    known = ", ".join(f"`{term}`" for term in terms)
    if near:
        help_text = f"did you mean `{near}`?"
    elif terms:
        help_text = f"use one of {known}, or add `{word}` under `{vocabulary}` in {FILE_NAME}"
    else:
        help_text = f"add it under `{vocabulary}` in {FILE_NAME}"
    return RULE.found(f"{FILE_NAME} defines no {singular} called `{word}`", span, help=help_text)
