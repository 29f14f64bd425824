"""The QR code on a card would be too fine to scan.

The longer an address, the more squares its code has, and the smaller each square is. Below 0.5 mm a
telephone needs a steady hand and good light. Shorten `site_url` in `mkdocs.yml` or the id of the
item, or use a layout with a larger code.

With, in `principles/decks/pledges.yml`:

    title: Pledges
    cards: [keep-promises]
    layout: principle-pledge
    stock: a6-4up
    back: pledge

Wrong, in `mkdocs.yml`:

    site_name: A small handbook
    docs_dir: content
    theme:
      name: material
    plugins: [search, pledgebook]
    site_url: >-
      https://handbook.people-and-culture.intranet.europe.a-very-long-name-of-a-company.example.org/departments/people-and-culture/handbooks/service/current/

Right: a short address, such as `https://serve.example.org/`.
"""

from __future__ import annotations

from pledgebook.diagnostic import Diagnostic, Rule, Severity, Span

RULE = Rule("PB407", "small-qr-code", Severity.ERROR)


def report_small_code(address: str, module: float, least: float, span: Span) -> Diagnostic:
    """Return the finding for a code whose squares are ``module`` mm wide."""
    return RULE.found(
        f"the QR code of {address} would have squares of {module:.2f} mm; "
        f"it needs {least:.1f} mm to scan well",
        span,
        help="shorten `site_url` in mkdocs.yml, or the item's id, or take a layout with a "
        "larger code",
    )
