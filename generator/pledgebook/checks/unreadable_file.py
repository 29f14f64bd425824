"""A file cannot be read.

A file of the handbook is too large, is not text in UTF-8, leads out of the folder by a link, or
may not be opened. Nothing is known of what is in it, so the build stops.

Save the file as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8; in Excel choose "CSV UTF-8").
An item is a page of text: a file over 1 MB is something else that strayed into the folder. A link
to a file elsewhere on the computer is not followed, because whoever fetches the handbook would not
have that file: copy the file in instead.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span
from pledgebook.source import MAX_BYTES, Trouble, UnreadFile

RULE = Rule("PB101", "unreadable-file", Severity.ERROR)

_MESSAGES = {
    Trouble.TOO_LARGE: (
        f"the file is larger than {MAX_BYTES // 1_000_000} MB, far more than an item needs",
        "move it out of this folder, or split it into one file an item",
    ),
    Trouble.NOT_UTF8: (
        "the file is not saved as UTF-8 text",
        'save it again with the encoding "UTF-8" (in Notepad: Save as, Encoding)',
    ),
    Trouble.OUTSIDE: (
        "this is a link to a place outside the folder, which is not followed",
        "put a copy here instead of the link",
    ),
    Trouble.CHANGING: (
        "the file kept changing while it was read",
        "wait until it is saved or synchronised, then try again",
    ),
    Trouble.NOT_A_FILE: ("this is not an ordinary file", "remove it from this folder"),
}


def report_unread(unread: UnreadFile) -> Diagnostic:
    """Return the finding for a file that could not be read."""
    message, help_text = _MESSAGES.get(
        unread.trouble,
        (
            f"the file cannot be opened ({unread.detail})",
            "check that you may read it and that no other program holds it",
        ),
    )
    line = int(unread.detail) if unread.trouble is Trouble.NOT_UTF8 else 1
    return RULE.found(message, Span.at(unread.path, line, 1), help=help_text)
