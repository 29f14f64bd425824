"""A page template cannot be used.

The templates of pages lie in the theme, and a file of the same name in the handbook's own
`theme/pages/` replaces one. One of these has a mistake in it: a tag that is not closed, or a name
the page does not have. Compare it with the original, or remove it to have the original back.

Wrong, in `theme/pages/sources.html`:

    <h1>Where it comes from</h1>
    {% for source in items %}
    <p>{{ source.title }}</p>

Right:

    <h1>Where it comes from</h1>
    {% for source in items %}
    <p>{{ source.title }}</p>
    {% endfor %}
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB111", "template-error", Severity.ERROR)


def report_template_error(path: str, line: int, problem: str) -> Diagnostic:
    """Return the finding for a template that cannot be used."""
    return RULE.found(
        f"the page template cannot be used: {problem}",
        Span.at(path, line, 1),
        help="mend the line, or remove your copy of the template to have the original back",
    )
