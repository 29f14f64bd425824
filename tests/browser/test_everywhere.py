"""The site works wherever it lies: in a folder, under a path, behind a strict policy."""

from __future__ import annotations

import gzip
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.conftest import serve_folder

pytestmark = pytest.mark.browser

FULL_LOAD = 350 * 1024
"""Bytes over the wire, compressed, that the first page may cost without the search index."""


def _complaints(page: Page) -> list[str]:
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda message: found.append(message.text) if message.type == "error" else None,
    )
    return found


def _search_and_open(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("keep your promises")
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("Keep your promises")
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your promises")


def test_it_works_from_a_folder_without_a_server(chromium: Browser, site_folder: Path) -> None:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site_folder / "index.html").as_uri())

    _search_and_open(page)
    page.locator(".pb-story").click()
    expect(page.locator(".pb-option").first).to_be_visible()
    page.locator(".pb-onward a").first.click()
    expect(page.locator(".pb-option").first).to_be_visible()

    assert errors == []
    page.close()


def test_it_works_under_a_path(chromium: Browser, site_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(site_folder, tmp_path / "hr" / "handbook")
    server = serve_folder(tmp_path)
    page = chromium.new_page()
    complaints = _complaints(page)
    page.goto(f"http://127.0.0.1:{server.server_port}/hr/handbook/")

    _search_and_open(page)

    assert urlsplit(page.url).path == "/hr/handbook/principles/keep-your-promises/"
    assert complaints == []
    page.close()
    server.shutdown()
    server.server_close()


def test_it_works_under_the_policy_it_writes(chromium: Browser, site_folder: Path) -> None:
    policy = (site_folder / "csp.txt").read_text("utf-8").strip()
    assert "unsafe" not in policy

    class StrictHandler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing for each request."""

    handler = partial(StrictHandler, directory=str(site_folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = chromium.new_page(base_url=f"http://127.0.0.1:{server.server_port}/")
    complaints = _complaints(page)
    for address in ("library/", "exercises/mirror/", "line-up/", "scenarios/on-speaker/", "./"):
        page.goto(address)
    _search_and_open(page)

    assert complaints == []
    page.close()
    server.shutdown()
    server.server_close()


def test_a_principle_costs_little_on_first_load(page: Page, site: str) -> None:
    sizes: dict[str, int] = {}
    asked: list[Response] = []
    page.on("response", lambda response: asked.append(response))
    page.goto("principles/keep-your-promises/", wait_until="networkidle")
    for response in asked:
        if "/search/search_index" not in response.url:
            body = response.body()
            packed = response.url.split("?")[0].endswith((".woff2", ".png", ".jpg"))
            sizes[response.url.removeprefix(site)] = len(body if packed else gzip.compress(body))

    assert len(sizes) > 5
    assert sum(sizes.values()) <= FULL_LOAD, sizes


def test_a_page_is_readable_before_any_script_has_run(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("principles/keep-your-promises/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your promises")
    expect(page.locator(".pb-promise")).to_be_visible()
    expect(page.get_by_role("heading", name="Don’t")).to_be_visible()
    page.goto("line-up/")
    assert page.locator(".pb-day:visible").count() > 5
    context.close()


def test_who_prefers_less_motion_gets_none(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("./")

    slow = page.evaluate(
        "[...document.querySelectorAll('*')].filter((element) => getComputedStyle(element)"
        ".transitionDuration.split(',').some((time) => parseFloat(time) > 0.001)).length"
    )
    assert slow == 0


def test_a_page_tells_machines_what_it_is(page: Page) -> None:
    page.goto("principles/keep-your-promises/")

    def content(name: str) -> str | None:
        return page.locator(f'meta[property="og:{name}"]').get_attribute("content")

    assert content("title") == "Keep your promises"
    assert content("type") == "article"
    assert (content("description") or "").startswith("What we promise, we do.")
    handbook = page.request.get("handbook.json").json()
    assert handbook["version"] == 1
    items = {item["id"]: item for item in handbook["items"]}
    assert items["keep-your-promises"]["url"] == "./principles/keep-your-promises/"
    assert "facilitator" not in items["on-speaker"]
    assert not [item for item in items.values() if item["kind"] == "session"]
