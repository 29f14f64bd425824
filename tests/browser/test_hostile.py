"""Hostile text in every field of every kind, and of handbook.yml, is shown as text everywhere.

Two things are not among it, because the check refuses them before anything is built: a picture in
Markdown, and a word too wide for its card.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, serve_folder

pytestmark = pytest.mark.browser

PAYLOADS = (
    "<script> window.pwned=1 </script>",
    '"><img src=x onerror=pwned=1>',
    "</title> <script> window.pwned=1 </script>",
    "[x](javascript:pwned=1)",
    "' onmouseover=pwned=1 x='",
    "{{ ''.__class__ }}{% raw %}pwned",
    "--><svg onload=window.pwned=1>",
    "<iframe srcdoc=' <script> parent.pwned=1 </script>'>",
    "${pwned} `pwned` <!-- pwned",
)
# fmt: off
NOT_WORDS = frozenset(
    {
        "status", "audience", "audiences", "default_audience", "aliases", "provenance",
        "source", "sources", "type", "url", "archived_url", "strength", "principles",
        "principle", "also", "conflicts_with", "related", "rating", "origin", "setting",
        "roles", "role", "difficulty", "dimensions", "form", "item", "items", "cards",
        "layout", "stock", "profile", "sides", "back", "people", "language", "colour", "logo",
        "kind", "dimension", "date", "on", "last_reviewed", "synonyms", "editorial",
    }
)
# fmt: on
"""Fields that hold a choice, an id or an address, and no words of anybody's."""
SHORT = {"title": "", "promise": "We ", "pledge": "I will "}
"""Fields with little room: the payload takes their place, after what they must begin with."""


def _poison(value: Any, key: str, payloads: Iterator[str]) -> Any:
    if key in NOT_WORDS:
        return value
    if isinstance(value, dict):
        return {name: _poison(part, name, payloads) for name, part in value.items()}
    if isinstance(value, list):
        return [_poison(part, key, payloads) for part in value]
    if isinstance(value, str):
        payload = next(payloads)
        return SHORT[key] + payload if key in SHORT else f"{value.rstrip()} {payload}"
    return value


def _poison_settings(settings: dict[str, Any], payloads: Iterator[str]) -> dict[str, Any]:
    for name in ("title", "tagline", "welcome"):
        settings[name] = next(payloads)
    for name, text in settings["organisation"].items():
        settings["organisation"][name] = f"{text} {next(payloads)}"
    for vocabulary in ("audiences", "trades", "roles"):
        settings[vocabulary] = {
            term: f"{text} {next(payloads)}" for term, text in settings[vocabulary].items()
        }
    for group in (*settings["dimensions"].values(), *settings["editions"].values()):
        for name in set(group) & {"title", "description", "known_as"}:
            group[name] = f"{group[name]} {next(payloads)}"
    settings["synonyms"] = [["pwned", next(payloads), "customer"]]
    return settings


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own handbook with a payload in every text, built for trainers."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("principles", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    # An answer card is so full already that the check refuses it with a payload in every line.
    (folder / "principles" / "decks" / "practice-answers.yml").unlink()
    payloads = cycle(PAYLOADS)
    for path in sorted((folder / "principles").rglob("*.yml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        if path.name == "handbook.yml":
            data = _poison_settings(data, payloads)
        else:
            data = _poison(data, "", payloads)
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    program = Path(sys.executable).with_name("pledgebook")
    command = [program, "build", "-q", "-f", folder, "-o", folder / "site", "--edition", "trainers"]
    built = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


class _Live(HTMLParser):
    """Collects what of a payload has become markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        for name, value in values.items():
            if (name.startswith("on") or name == "srcdoc") and "pwned" in value:
                self.found.append(f"<{tag} {name}={value[:60]}>")
            if re.match(r"[\s\x00-\x20]*javascript:", value, re.IGNORECASE) and "pwned" in value:
                self.found.append(f"<{tag} {name}={value[:60]}>")
        self._in_script = tag == "script" and "json" not in values.get("type", "")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._in_script and "pwned" in data:
            self.found.append(f"<script>{data[:60]}")


def test_no_page_has_hostile_text_as_markup(hostile: Path) -> None:
    showing = 0
    for path in hostile.rglob("*.html"):
        live = _Live()
        text = path.read_text("utf-8")
        live.feed(text)
        assert live.found == [], path
        showing += "pwned" in text
    assert showing > 100


def test_hostile_text_does_nothing_in_a_browser(chromium: Browser, hostile: Path) -> None:
    server = serve_folder(hostile)
    page = chromium.new_page(base_url=f"http://127.0.0.1:{server.server_port}/")
    one_of_each = {path.parent.parent: path for path in sorted(hostile.glob("*/*/index.html"))}
    fronts = [path for path in hostile.glob("*/index.html") if path.parent.name != "search"]
    for path in (*one_of_each.values(), *fronts):
        page.goto(path.parent.relative_to(hostile).as_posix() + "/")
        assert page.evaluate("window.pwned") is None, path

    page.goto("./")
    for words in ("pwned", "script", "img onerror"):
        page.get_by_role("searchbox", name="Search the handbook").fill(words)
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        assert page.evaluate("window.pwned") is None
        page.reload()
    page.close()
    server.shutdown()
    server.server_close()
