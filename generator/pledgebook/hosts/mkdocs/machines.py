"""What a site has for machines: its items as JSON, and the security policy to serve it under."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

from pledgebook.view.export import view_export
from pledgebook.view.site import Site

_SCRIPT = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.I)
_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Pictures may come from ``data:`` because the theme's icons are written into its style sheet."""


def write_export(site_dir: Path, site: Site) -> None:
    """Write ``handbook.json``, every item the edition shows.

    A careless program may put it into a page, so there is nothing in it that could end a script.
    """
    text = json.dumps(view_export(site), ensure_ascii=False, indent=1).replace("<", "\\u003c")
    (site_dir / "handbook.json").write_text(text + "\n", encoding="utf-8")


def write_policy(site_dir: Path) -> None:
    """Write the Content-Security-Policy the site works under, twice.

    ``csp.txt`` holds the policy alone; ``_headers`` is the file that Netlify, Cloudflare Pages and
    others serve by. The theme has scripts inside its pages, so the policy names their hashes.
    """
    hashes: set[str] = set()
    for page in sorted(site_dir.rglob("*.html")):
        hashes.update(_hash_scripts(page.read_bytes()))
    policy = _POLICY.format(hashes=" ".join(f"'{found}'" for found in sorted(hashes)))
    (site_dir / "csp.txt").write_text(policy + "\n", encoding="utf-8")
    headers = (
        "/*\n"
        f"  Content-Security-Policy: {policy}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: no-referrer\n"
    )
    (site_dir / "_headers").write_text(headers, encoding="utf-8")


def _hash_scripts(page: bytes) -> set[str]:
    """Return the hashes of the scripts written into a page, as a policy names them."""
    found: set[str] = set()
    for script in _SCRIPT.finditer(page):
        attributes = script["attributes"]
        if b"src=" not in attributes and b"application/json" not in attributes:
            code = script["code"].replace(b"\r\n", b"\n")
            digest = base64.b64encode(hashlib.sha256(code).digest()).decode()
            found.add(f"sha256-{digest}")
    return found
