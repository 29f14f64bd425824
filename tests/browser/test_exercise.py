"""Exercises and paths on screen: what one writes stays in the browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

FIRST = "Me: Whoever comes to us is received as the most important visitor of the day."
FIRST_TEAM = FIRST.replace("Me:", "My team:")


def _score(page: Page, statement: str, point: int) -> None:
    group = page.get_by_role("radiogroup", name=statement, exact=True)
    group.get_by_role("radio").nth(point - 1).click()


def test_the_mirror_draws_what_is_scored_and_remembers_it(page: Page) -> None:
    page.goto("exercises/mirror/")
    expect(page.get_by_text("stays in this browser")).to_be_visible()
    _score(page, FIRST, 4)
    _score(page, FIRST_TEAM, 2)

    picture = page.get_by_role("img", name="The mirror, averages out of 5: Me 4.0, My team 2.0.")
    expect(picture).to_be_visible()
    expect(picture.locator("circle")).to_have_count(2)  # in the legend, and on the line

    page.reload()
    chosen = page.get_by_role("radiogroup", name=FIRST, exact=True).get_by_role("radio").nth(3)
    expect(chosen).to_be_checked()
    expect(picture).to_be_visible()


def test_an_answer_can_be_let_go(page: Page) -> None:
    page.goto("exercises/mirror/")
    _score(page, FIRST, 4)
    _score(page, FIRST, 4)
    expect(page.locator("[data-pb-sheet] input:checked")).to_have_count(0)
    expect(page.locator("[data-pb-picture]")).to_be_hidden()

    _score(page, FIRST, 2)
    page.keyboard.press("Delete")
    page.reload()
    expect(page.locator("[data-pb-sheet] input:checked")).to_have_count(0)


def test_the_picture_can_be_saved(page: Page) -> None:
    page.goto("exercises/mirror/")
    _score(page, FIRST, 5)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the picture").click()

    assert saved.value.suggested_filename == "mirror.svg"
    assert Path(saved.value.path()).read_text("utf-8").startswith("<svg xmlns=")


def test_what_is_written_can_be_taken_along_and_wiped(page: Page) -> None:
    page.goto("exercises/before-and-after/")
    note = page.get_by_label("What I did or said: Someone on the phone")
    note.fill('=1+1, "quoted"\nand a second line')
    with page.expect_download() as saved:
        page.get_by_role("button", name="Take it along as a file").click()
    text = Path(saved.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[2][:3] == ["Someone on the phone", "", '\'=1+1, "quoted"\nand a second line']

    page.get_by_role("button", name="Wipe what I wrote").click()
    page.get_by_role("button", name="Really wipe everything?").click()
    page.reload()
    expect(note).to_have_value("")
    assert (
        page.evaluate("Object.keys(localStorage).filter((key) => key.includes('exercise'))") == []
    )


def test_a_log_grows_by_rows(page: Page) -> None:
    page.goto("exercises/before-and-after/")
    rows = page.locator("[data-pb-sheet] tbody tr")
    before = rows.count()
    page.get_by_role("button", name="Add a row").click()
    page.keyboard.type("One more dealing")
    page.reload()

    expect(rows).to_have_count(before + 1)
    expect(rows.last.locator("textarea").first).to_have_value("One more dealing")


def test_ticks_on_a_path_stay_in_the_browser(page: Page) -> None:
    page.goto("paths/new-starter/")
    ticks = page.get_by_role("checkbox", name="Done:")
    total = ticks.count()
    ticks.nth(0).check()
    ticks.nth(1).check()
    expect(page.get_by_role("status")).to_contain_text(f"2 of {total} done.")

    page.reload()
    expect(ticks.nth(1)).to_be_checked()
    page.get_by_role("button", name="Take all ticks away").click()
    expect(ticks.nth(1)).not_to_be_checked()
    page.reload()
    expect(ticks.nth(0)).not_to_be_checked()


def test_a_browser_that_stores_nothing_says_so_and_works(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site)
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { configurable: true,"
        " get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("exercises/mirror/")
    _score(page, FIRST, 4)

    expect(page.get_by_text("This browser keeps nothing")).to_be_visible()
    expect(page.locator("[data-pb-picture] svg")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("/")
    page.keyboard.type("late")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert errors == []
    context.close()


def test_without_scripts_the_sheet_is_there_for_paper(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("exercises/mirror/")

    expect(page.get_by_text("Print this page to fill it in by hand.")).to_be_visible()
    assert page.locator("[data-pb-sheet] tbody tr").count() == 10
    context.close()
