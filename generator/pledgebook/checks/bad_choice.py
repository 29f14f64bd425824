"""A field has a value that is not one of its choices.

Some fields take one of a few words (the status of an item, the provenance of a quote), and some
take a name that `handbook.yml` defines (a dimension, a trade, a role, an audience). Use one of
those, or add the new name to `handbook.yml` first.

The checks that `checks` and `waivers` in `handbook.yml` name are choices too: `pledgebook explain`
lists them. A file that cannot be read or understood (the codes that begin with PB1) cannot be left
to stand by any setting, because there is no item to show until it is mended.

Wrong, in `principles/keep-promises.yml`:

    dimensions: [realiability]

Right:

    dimensions: [reliability]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pledgebook import checks
from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.kinds.fields import Term
from pledgebook.kinds.marks import find_marked
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
            known = marked.mark.vocabulary not in handbook.gaps.settings
            if known and marked.text not in terms:
                find = entry.tree.key_span if marked.is_key else entry.tree.value_span
                yield _undefined(marked.text, marked.mark.vocabulary, terms, find(marked.location))
    for page in handbook.pages:
        for name, span in page.head.audience:
            if name not in handbook.settings.audiences:
                yield _undefined(name, "audiences", handbook.settings.audiences, span)
    yield from _check_settings(handbook)
    yield from _check_names_of_checks(handbook)


def _check_settings(handbook: Handbook) -> Iterator[Diagnostic]:
    settings, tree = handbook.settings, handbook.settings_tree
    if "audiences" in handbook.gaps.settings:
        return
    for marked in find_marked(settings):
        if isinstance(marked.mark, Term) and marked.text not in settings.audiences:
            span = tree.value_span(marked.location)
            yield _undefined(marked.text, "audiences", settings.audiences, span)


def _check_names_of_checks(handbook: Handbook) -> Iterator[Diagnostic]:
    settings, tree = handbook.settings, handbook.settings_tree
    named = [(name, tree.key_span(("checks", name))) for name in settings.checks]
    for position, waiver in enumerate(settings.waivers):
        named.append((waiver.check, tree.value_span(("waivers", position, "check"))))
    for name, span in named:
        check = checks.find_check(name)
        if check is None:
            names = [known.rule.name for known in checks.all_checks()]
            near = find_nearest(name, names)
            yield RULE.found(
                f"there is no check called `{name}`",
                span,
                help=f"did you mean `{near}`?"
                if near
                else "`pledgebook explain` lists the checks and their names",
            )
        elif check.rule.is_load_fault:
            yield RULE.found(
                f"`{name}` cannot be changed or waived: a file that it finds cannot be used at all",
                span,
                help="remove this, and mend the files it finds",
            )


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
