"""The search index: our entries in place of those made from whole pages.

The index is edited as the file the search plugin has written, so no plugin's inner parts are
touched. Material writes titles and texts of results into the page as HTML: ours are escaped.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pledgebook.addresses import ROOT
from pledgebook.view.search import SearchEntry

_FIELDS = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 600.0}}
"""A word of the title counts for more than one of the search terms, and both for more than text."""


def patch_search_index(
    site_dir: Path,
    entries: Iterable[SearchEntry],
    urls: set[str],
    synonyms: Iterable[Iterable[str]],
) -> None:
    """Put ``entries`` into the index under ``site_dir``, in place of those for pages ``urls``.

    ``synonyms`` are groups of words that may stand for each other. The index is also written as a
    script, because a page opened from a folder may run one but not fetch a file.
    """
    path = site_dir / "search" / "search_index.json"
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    kept = [doc for doc in index["docs"] if doc["location"].split("#", 1)[0] not in urls]
    index["docs"] = [*(_document(entry) for entry in entries), *kept]
    config = index.setdefault("config", {})
    config["fields"] = _FIELDS
    config["synonyms"] = [list(group) for group in synonyms]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(f"var __index={text}", encoding="utf-8")


def _document(entry: SearchEntry) -> dict[str, Any]:
    document: dict[str, Any] = {
        "location": entry.url.removeprefix(ROOT),
        "title": html.escape(entry.title),
        "text": html.escape(entry.text),
        "boost": entry.boost,
        "kind": html.escape(entry.label),
    }
    if entry.terms:
        document["tags"] = [html.escape(term) for term in entry.terms]
    return document
