"""The edition as data for other programs: ``handbook.json``.

Everything comes from the views, which hold only what the edition may show. Markdown is HTML, an
item named by another is its id, and addresses are relative to the top of the site.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from pledgebook.addresses import ROOT
from pledgebook.view.item import ItemView, RecordView, TermView
from pledgebook.view.site import Site

VERSION = 1
"""Grows when a field goes away or changes its meaning; new fields do not count."""
_WITHHELD = frozenset({"status", "audience", "aliases", "review_every", "changes"})
"""The editors' own fields."""


def view_export(site: Site) -> dict[str, Any]:
    """Return every published item of the edition, ready for JSON."""
    settings = site.settings
    return {
        "format": "pledgebook",
        "version": VERSION,
        "title": settings.title,
        "organisation": settings.organisation.name,
        "language": settings.language,
        "edition": site.edition,
        "dimensions": settings.vocabulary("dimensions"),
        "trades": dict(settings.trades),
        "roles": dict(settings.roles),
        "items": [_export_item(view) for kind in site.kinds for view in site.of_kind(kind.name)],
    }


def _export_item(view: ItemView) -> dict[str, Any]:
    fields = {
        name: _export(getattr(view, name)) for name in view.field_names if name not in _WITHHELD
    }
    present = {name: value for name, value in fields.items() if value not in (None, [], {})}
    return {"id": view.id, "kind": view.kind.name, "url": _settle(view.url), **present}


def _export(value: Any) -> Any:
    if isinstance(value, ItemView | TermView):
        return value.id
    if isinstance(value, RecordView):
        return {name: _export(getattr(value, name)) for name in value.field_names}
    if isinstance(value, Markup):
        return _settle(str(value))
    if isinstance(value, list):
        return [_export(element) for element in value]
    if isinstance(value, dict):
        return {str(_export(key)): _export(element) for key, element in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value


def _settle(text: str) -> str:
    return text.replace(ROOT, "./")
