"""A scenario asks first and tells afterwards."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SCENARIO = "scenarios/on-speaker/"


def test_what_decides_it_comes_after_the_answer(page: Page) -> None:
    page.goto(SCENARIO)
    remember = page.get_by_role("heading", name="Remember", exact=True)
    expect(remember).to_be_hidden()
    expect(page.get_by_text("Serves best")).to_be_hidden()

    page.locator(".pb-option summary").nth(2).click()

    expect(page.get_by_text("Serves best")).to_be_visible()
    expect(page.get_by_text("Your first answer")).to_be_visible()
    expect(remember).to_be_visible()


def test_the_back_button_takes_answers_back_one_by_one(page: Page) -> None:
    page.goto(SCENARIO)
    options = page.locator(".pb-option summary")
    options.nth(0).click()
    options.nth(2).click()
    expect(page.locator(".pb-option[open]")).to_have_count(2)

    page.go_back()
    expect(page.locator(".pb-option[open]")).to_have_count(1)
    page.go_back()
    expect(page.locator(".pb-option[open]")).to_have_count(0)
    expect(page.get_by_role("heading", name="Remember", exact=True)).to_be_hidden()
    page.go_forward()
    expect(page.locator("#answer-1")).to_have_attribute("open", "")


def test_it_works_by_keyboard_alone(page: Page) -> None:
    page.goto(SCENARIO)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#answer-1 summary')"):
            break
    page.keyboard.press("Enter")

    expect(page.locator("#answer-1 .pb-option__outcome")).to_be_visible()
    assert page.evaluate("document.activeElement.matches('#answer-1 summary')")


def test_everything_can_be_read_without_scripts(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(SCENARIO)

    expect(page.get_by_role("heading", name="Remember", exact=True)).to_be_visible()
    page.locator(".pb-option summary").first.click()
    expect(page.locator("#answer-1 .pb-option__outcome")).to_be_visible()
    context.close()


def test_on_paper_every_consequence_is_shown(page: Page) -> None:
    page.goto(SCENARIO)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    for outcome in page.locator(".pb-option__outcome").all():
        expect(outcome).to_be_visible()
    expect(page.get_by_role("heading", name="Remember", exact=True)).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()

    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".pb-option[open]")).to_have_count(0)


def test_another_one_visits_every_scenario_in_turn(page: Page) -> None:
    page.goto("library/?kind=scenario")
    number = page.locator(".pb-shelf > li:not([hidden])").count()
    page.goto(SCENARIO)
    seen = []
    for _ in range(number):
        seen.append(page.url)
        page.goto(page.locator(".pb-onward a").first.evaluate("a => a.href"))

    assert len(set(seen)) == number
    assert page.url == seen[0]


def test_a_run_through_a_set_ends_with_how_it_went(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("scenarios/on-speaker/?practice=on-speaker,handling-time,the-script")
    bar = page.get_by_role("navigation", name="Practice")
    expect(bar).to_contain_text("1 of 3")
    page.locator(".pb-option--best summary").first.click()
    bar.get_by_role("link", name="Next one").click()

    expect(bar).to_contain_text("2 of 3")
    page.locator(".pb-option--poor summary").first.click()
    bar.get_by_role("link", name="Next one").click()

    bar.get_by_role("link", name="Skip to the end").click()

    score = page.get_by_role("region", name="How it went")
    expect(score).to_contain_text("You chose what serves best in 1 of 3.")
    expect(score.get_by_role("listitem")).to_have_count(3)
    expect(score.get_by_role("listitem").nth(1)).to_contain_text("Served poorly")
    expect(score.get_by_role("listitem").nth(2)).to_contain_text("Skipped")


def test_practice_asks_the_network_for_pages_and_nothing_else(page: Page, site: str) -> None:
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.goto("practice/")
    page.get_by_role("link", name="To begin with").click()
    page.locator(".pb-option summary").first.click()
    page.get_by_role("navigation", name="Practice").get_by_role("link", name="Next one").click()

    assert {method for method, _ in asked} == {"GET"}
    assert [url for _, url in asked if not url.startswith((site, "data:"))] == []
