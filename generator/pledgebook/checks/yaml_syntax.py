"""A file is not sound YAML.

YAML is the form the handbook's files are written in: `name: value`, lists with `- `, and
indentation with spaces. A slip in it (a tab, a second colon, a quotation mark that is never
closed) leaves the rest of the file without meaning, so it is said first and nothing else is said
about that file.

Text with a colon and a space in it, or one that begins with a special character such as `@`, `*`,
`[` or `&`, needs quotation marks around the whole of it. That goes for a text that begins with
`**bold**` words, too.

Wrong, in `principles/scenarios/late-delivery.yml`:

    stakes: A birthday: hers.

Right:

    stakes: "A birthday: hers."
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.yamlslip import Fault, YamlFault

RULE = Rule("PB102", "yaml-syntax", Severity.ERROR)

_WORDS: dict[Fault, tuple[str, str]] = {
    Fault.TAB: (
        "this line begins with a tab",
        "replace the tab with spaces: two for each level",
    ),
    Fault.COLON: (
        "a text with a colon in it needs quotation marks",
        'put `"` before and after the text, such as `title: "Friday: what now"`',
    ),
    Fault.QUOTE: (
        "the quotation mark that opens here is never closed",
        "close it at the end of the text, or remove it if it is an apostrophe",
    ),
    Fault.AFTER_QUOTE: (
        "the text goes on after its closing quotation mark",
        "put quotation marks round the whole text, and write those inside it as “ and ”",
    ),
    Fault.INDENT: (
        "this line does not begin in the same column as the lines it belongs to",
        "add or remove spaces at its beginning; each level is two spaces in",
    ),
    Fault.BRACKET: (
        "the bracket that opens here is never closed",
        "close it, or put the text in quotation marks if the bracket is part of it",
    ),
    Fault.SPECIAL_START: (
        "a text that begins with this character needs quotation marks",
        'put `"` before and after the whole text',
    ),
    Fault.CONTROL: (
        "an invisible control character stands here",
        "delete it; it usually comes from copying out of another program",
    ),
    Fault.MANY_DOCUMENTS: (
        "the line `---` begins something new, and a file holds one item",
        "remove the line, or move what follows to a file of its own",
    ),
    Fault.ALIAS: (
        "a text that begins with `*` or `&` needs quotation marks",
        'put `"` before and after the whole text, or begin it with a word',
    ),
    Fault.TAG: (
        "a text that begins with `!` needs quotation marks",
        'put `"` before and after the whole text',
    ),
    Fault.DEEP: (
        "the brackets or lists here are nested far deeper than any item needs",
        "check for a slip of the keyboard; text with brackets belongs in quotation marks",
    ),
    Fault.KEY_NOT_TEXT: (
        "this is not the name of a field",
        "write `name: value`, with a plain word as the name",
    ),
    Fault.SYNTAX: (
        "the file cannot be understood from here on",
        "look at this line and the one above: a missing space after a colon, "
        "or a line indented differently from its neighbours",
    ),
}

_BEGAN = {
    Fault.INDENT: "the line above it begins here",
    Fault.SYNTAX: "this is what it was taken to belong to",
}


def report_fault(fault: YamlFault) -> Diagnostic:
    """Return the finding for a file that is not sound YAML."""
    message, help_text = _WORDS[fault.fault]
    related: tuple[Related, ...] = ()
    if fault.also is not None and fault.also.line != fault.span.line and fault.fault in _BEGAN:
        related = (Related(fault.also, _BEGAN[fault.fault]),)
    return RULE.found(message, fault.span, help=help_text, related=related)
