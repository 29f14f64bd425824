"""Somebody types what the customer said, and finds what we have promised."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("nobody called me back", "Keep your promises"),
        ("lonely caller", "I do go on, you must stop me"),
        ("he's shouting at me", "Resolve it before you are right"),
    ],
)
def test_a_customers_words_lead_to_the_right_page(page: Page, words: str, title: str) -> None:
    page.goto("./")
    page.get_by_role("searchbox", name="Search the handbook").fill(words)

    results = page.locator(".md-search-result__link")
    expect(results.filter(has_text=title).first).to_be_visible()
    results.filter(has_text=title).first.click()

    expect(page.get_by_role("heading", name=title).first).to_be_visible()


def test_the_header_search_shows_the_principle_first(page: Page) -> None:
    page.goto("quotes/")
    page.keyboard.press("/")
    page.keyboard.type("handling time")

    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("Treat every contact as an honour")


QUERIES = [
    line.split("\t")
    for line in (ROOT / "tests/search/queries.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]

_ASK = """(words) => new Promise((resolve) => {
  const box = document.querySelector("[data-md-component=search-query]");
  const found = document.querySelector(".md-search-result");
  const links = () => [...found.querySelectorAll(".md-search-result__link")].map((a) => a.href);
  let settled;
  const wait = () => { clearTimeout(settled); settled = setTimeout(finish, 120); };
  const watcher = new MutationObserver(wait);
  const finish = () => { watcher.disconnect(); resolve(links()); };
  watcher.observe(found, { childList: true, subtree: true, characterData: true });
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  wait();
})"""


def _rank(found: list[str], wanted: str, site: str) -> int:
    answers = {site + answer for answer in wanted.split("|")}
    pages = list(dict.fromkeys(found))
    return next((place for place, page in enumerate(pages, 1) if page in answers), 0)


def test_what_people_type_leads_to_what_they_need(page: Page, site: str) -> None:
    page.goto("./")
    page.keyboard.press("/")
    page.keyboard.type("first")
    expect(page.locator(".md-search-result__link").first).to_be_visible()

    ranks = {words: _rank(page.evaluate(_ASK, words), wanted, site) for words, wanted in QUERIES}

    lost = {words: rank for words, rank in ranks.items() if rank not in (1, 2)}
    assert len(ranks) >= 60
    assert sum(1 / rank for rank in ranks.values() if rank) / len(ranks) >= 0.9, lost


def test_a_result_says_what_kind_of_thing_it_is(page: Page) -> None:
    page.goto("./")
    page.keyboard.press("/")
    page.keyboard.type("keep your promises")

    expect(page.locator(".md-search-result__link").first).to_contain_text("Principle")


def test_a_slip_of_the_finger_still_finds_it(page: Page) -> None:
    page.goto("./")
    page.keyboard.press("/")
    page.keyboard.type("extremly polte")

    expect(page.locator(".md-search-result__link").first).to_contain_text("Be extremely polite")
