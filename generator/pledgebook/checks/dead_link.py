"""A link or picture leads to a file that is not there.

On a page of `content/`, an ordinary Markdown link names another file of that folder, seen from the
page it stands on: `[house style](house-style.md)`, `![our shop](pictures/shop.jpg)`. To an item of
the handbook, `[[its-id]]` is shorter and goes on working when the item is renamed.

In the texts of an item only `[[id]]` and whole web addresses can be linked, and pictures are not
shown, because the same text also stands on cards and in other places of the site.

Addresses that begin with `https://` are not tried, since nothing here goes out to the network.

Wrong, in `content/about.md`:

    # About this handbook

    Begin with [the rules](rules.md).

Right:

    # About this handbook

    Begin with [[keep-promises|the rules]].
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Set
from pathlib import PurePosixPath

from pledgebook.addresses import GENERATED_PAGES, entry_src_uri, section_src_uri
from pledgebook.diagnostic import Diagnostic, Rule, Severity
from pledgebook.kinds.fields import Markdown
from pledgebook.links import Link, find_links
from pledgebook.model import ContentPage, Entry, Handbook
from pledgebook.nearest import find_nearest
from pledgebook.yamltree import span_of_offset

RULE = Rule("PB207", "dead-link", Severity.ERROR)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield every relative link and picture that leads nowhere."""
    files = handbook.content_files | {
        *GENERATED_PAGES,
        *(entry_src_uri(entry) for entry in handbook.entries.values()),
        *(section_src_uri(entry.kind) for entry in handbook.entries.values()),
    }
    for page in handbook.pages:
        yield from _check_page(page, files)
    for entry in handbook.entries.values():
        yield from _check_item(entry)
    yield from _check_logo(handbook)


def _check_page(page: ContentPage, files: Set[str]) -> Iterator[Diagnostic]:
    for link in page.links:
        if not link.path:
            continue
        folder = posixpath.dirname(page.src_uri)
        path = posixpath.normpath(posixpath.join(folder, link.path))
        if path in files:
            continue
        what = "picture" if link.is_picture else "page or file"
        span = span_of_offset(page.source, link.start, len(link.target))
        yield RULE.found(
            f"there is no {what} `{link.path}`", span, help=_suggest(link, path, folder, files)
        )


def _suggest(link: Link, path: str, folder: str, files: Set[str]) -> str:
    near = next((name for name in _spellings(path) if name in files), None)
    near = near or find_nearest(path, sorted(files)) or _find_namesake(path, files)
    if near:
        return f"did you mean `{posixpath.relpath(near, folder or '.')}`?"
    if link.is_picture:
        return "put the picture into content/, and write where it lies as seen from this page"
    return "write where the file lies as seen from this page; an item is linked as `[[its-id]]`"


def _spellings(path: str) -> tuple[str, ...]:
    """Return the files that an address as seen in a browser may stand for."""
    stem = path.removesuffix(".html")
    return (f"{stem}.md", f"{stem}/index.md")


def _find_namesake(path: str, files: Set[str]) -> str | None:
    name = PurePosixPath(path).name
    found = [file for file in sorted(files) if PurePosixPath(file).name == name]
    return found[0] if len(found) == 1 else None


def _check_item(entry: Entry) -> Iterator[Diagnostic]:
    for marked in entry.marked:
        if not isinstance(marked.mark, Markdown):
            continue
        for link in find_links(marked.text):
            nth = marked.text.count(link.target, 0, link.start)
            span = entry.tree.text_span(marked.location, link.target, nth)
            if link.is_picture:
                yield RULE.found(
                    "a picture in an item's text is not shown",
                    span,
                    help="take it out, or show it on a page of content/",
                )
            else:
                yield RULE.found(
                    f"a link to `{link.target}` does not work in an item's text",
                    span,
                    help="write `[[id]]` for an item, or a whole address with `https://`",
                )


def _check_logo(handbook: Handbook) -> Iterator[Diagnostic]:
    brand = handbook.settings.brand if "brand" not in handbook.gaps.settings else None
    if brand is None or brand.logo is None or brand.logo in handbook.content_files:
        return
    pictures = sorted(name for name in handbook.content_files if not name.endswith(".md"))
    near = find_nearest(brand.logo, pictures) or _find_namesake(brand.logo, set(pictures))
    yield RULE.found(
        f"there is no picture `{brand.logo}` in content/",
        handbook.settings_tree.value_span(("brand", "logo")),
        help=f"did you mean `{near}`?" if near else "put the picture there, or remove the line",
    )
