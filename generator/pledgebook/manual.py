"""The manuals of checks as pages."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.checks import Check

INDEX = "index.md"

_GROUPS = (
    ("PB1", "Files that cannot be used", "They are errors whatever the settings say."),
    ("PB2", "References", "What one item or page says of another."),
    ("PB3", "Editing", "What an editor would mark in the margin."),
    ("PB4", "Cards", "What does not come out of the printer as it should."),
    ("PB5", "Editions", "Who sees what."),
)

_SETTINGS = """\
## Changing how grave a finding is

In `principles/handbook.yml`, `checks` gives a check another severity, by its name or code: `error`
stops a build, `warning` does not, and `off` is not said at all. `waivers` lets the findings of one
check in one item stand until a day, for a reason. After that day they are reported again, and so is
the waiver. `item` is an id, or the path of a page.

```yaml
checks:
  orphan-principle: error
  unused-quote: off
waivers:
  - check: review-overdue
    item: keep-your-promises
    reason: The service lead is away until March.
    until: 2027-03-31
```

Files that cannot be used at all, PB1xx, are always errors.

## Beginning with an old handbook

`pledgebook check --baseline old-findings.json --update-baseline` writes today's findings into a
file. From then on, `pledgebook check --baseline old-findings.json` leaves them out and shows only
what is new. A finding is known by its check, its file and the words it stands in, so it is
recognised when lines are added above it. Once its line is edited, it counts as new. When you have
mended some, write the file anew. The baseline is for checking: a build still refuses errors.
"""


def describe_severity(check: Check) -> str:
    """Return how grave the findings of a check are, unless ``handbook.yml`` says otherwise."""
    return f"{check.rule.severity}{'' if check.rule.on else ', off until asked for'}"


def report_manual(check: Check) -> str:
    """Return the page of one check."""
    summary, _, rest = check.manual.partition("\n\n")
    rule = check.rule
    facts = f"`{rule.name}` · {describe_severity(check)}"
    return f"# {rule.code}: {summary.rstrip('.')}\n\n{facts}\n\n{rest}\n"


def report_manual_index(checks: Sequence[Check]) -> str:
    """Return the page that lists all checks and says how to set them."""
    parts = ["# What `pledgebook check` finds\n"]
    for prefix, title, words in _GROUPS:
        rows = [
            f"| [{c.rule.code}]({c.rule.name}.md) | `{c.rule.name}` | {describe_severity(c)} "
            f"| {c.summary} |"
            for c in checks
            if c.rule.code.startswith(prefix)
        ]
        if rows:
            head = "| Code | Name | Severity | What is wrong |\n| --- | --- | --- | --- |"
            table = "\n".join((head, *rows))
            parts.append(f"## {title}\n\n{words}\n\n{table}\n")
    return "\n".join((*parts, _SETTINGS))
