"""A file is not sound YAML.

YAML is the form the handbook's files are written in: `name: value`, lists with `- `, and
indentation with spaces. A slip in it (a tab, a second colon, a quotation mark that is never
closed) leaves the rest of the file without meaning, so it is said first and nothing else is said
about that file.

Text with a colon and a space in it, or one that begins with a special character such as `@`, `*`,
`[` or `&`, needs quotation marks around the whole of it.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Related, Rule, Severity
from pledgebook.yamltree import Fault, YamlFault

RULE = Rule("PB102", "yaml-syntax", Severity.ERROR)

_WORDS: dict[Fault, tuple[str, str]] = {
    Fault.TAB: (
        "the line is indented with a tab",
        "replace the tab with spaces: two for each level",
    ),
    Fault.COLON: (
        "a colon in the middle of plain text",
        "put quotation marks around the whole text after the first colon",
    ),
    Fault.QUOTE: (
        "the quotation mark that opens here is never closed",
        "close it at the end of the text, or remove it if it is an apostrophe",
    ),
    Fault.AFTER_QUOTE: (
        "text goes on after the closing quotation mark",
        "put the whole text in quotation marks; inside them write ' twice ('') "
        'if you use single ones, or \\" if you use double ones',
    ),
    Fault.INDENT: (
        "this line is not indented like the lines it belongs to",
        "begin it in the same column as its neighbours; use two spaces for each level",
    ),
    Fault.BRACKET: (
        "the bracket that opens here is never closed",
        "close it, or put the text in quotation marks if the bracket is part of it",
    ),
    Fault.SPECIAL_START: (
        "text cannot begin with this character",
        "put quotation marks around the whole text",
    ),
    Fault.CONTROL: (
        "an invisible control character stands here",
        "delete it; it usually comes from copying out of another program",
    ),
    Fault.MANY_DOCUMENTS: (
        "a second document begins here",
        "keep one item a file: remove the line `---` or move the rest to a file of its own",
    ),
    Fault.ALIAS: (
        "text cannot begin with `*` or `&` here",
        "put quotation marks around the whole text (YAML's own use of these signs, "
        "anchors and aliases, is not supported: write the text out in each place)",
    ),
    Fault.TAG: (
        "text cannot begin with `!` here",
        "put quotation marks around the whole text",
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
    Fault.INDENT: "the lines it belongs to begin here",
    Fault.SYNTAX: "this is what it was taken to belong to",
}


def report_fault(fault: YamlFault) -> Diagnostic:
    """Return the finding for a file that is not sound YAML."""
    message, help_text = _WORDS[fault.fault]
    related: tuple[Related, ...] = ()
    if fault.also is not None and fault.also.line != fault.span.line and fault.fault in _BEGAN:
        related = (Related(fault.also, _BEGAN[fault.fault]),)
    return RULE.found(message, fault.span, help=help_text, related=related)
