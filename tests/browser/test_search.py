"""Somebody types what the customer said, and finds what we have promised."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

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
