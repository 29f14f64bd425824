"""The library: find a moment by what one knows about it, and share what one found."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SHOWN = ".pb-shelf > li:not([hidden])"


def test_what_is_chosen_stands_in_the_address(page: Page) -> None:
    page.goto("library/")
    everything = page.locator(SHOWN).count()

    page.get_by_label("Trade").select_option("Hotel desk")
    page.get_by_label("Time").select_option("10 minutes or less")

    shown = page.locator(SHOWN)
    assert 0 < shown.count() < everything
    assert page.url.endswith("library/?trade=hotel&minutes=10")
    for row in shown.all():
        expect(row).to_contain_text("Hotel desk")
    expect(page.get_by_role("status")).to_have_text(f"{shown.count()} of {everything}")


def test_an_address_with_a_filter_shows_the_same_to_whoever_opens_it(page: Page) -> None:
    page.goto("library/?dimension=empathy&kind=principle")

    expect(page.get_by_label("Dimension")).to_have_value("empathy")
    expect(page.get_by_role("heading", name="Scenarios")).to_be_hidden()
    for row in page.locator(SHOWN).all():
        expect(row).to_contain_text("Empathy")

    page.get_by_role("button", name="Show all").click()
    expect(page.get_by_role("heading", name="Scenarios")).to_be_visible()
    assert page.url.endswith("library/")


def test_a_filter_nobody_offers_leaves_everything_there(page: Page) -> None:
    page.goto("library/?trade=%3Cscript%3E&kind=")

    expect(page.get_by_role("status")).to_contain_text("All")


def test_nothing_found_says_so(page: Page) -> None:
    page.goto("library/?q=xyzzy")

    expect(page.get_by_text("Nothing here is all of that at once.")).to_be_visible()


def test_what_is_left_can_be_practised(page: Page) -> None:
    page.goto("library/?trade=hotel")
    page.get_by_role("link", name="Practise these").click()

    expect(page.get_by_role("navigation", name="Practice")).to_contain_text("1 of")


def test_without_scripts_it_is_a_plain_list(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("library/?trade=hotel")

    expect(page.locator("[data-pb-filter]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Scenarios")).to_be_visible()
    assert page.locator(SHOWN).count() > 50
    context.close()
