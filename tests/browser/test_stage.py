"""What is projected: the line-up of the day, and a session step by step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import build_edition, serve_folder

pytestmark = pytest.mark.browser

PROMISE = ".pb-day:not([hidden]) .pb-day__words"


def _line_up(page: Page, day: datetime) -> tuple[str, str, str]:
    page.clock.set_fixed_time(day)
    page.goto("line-up/")
    parts = page.locator(".pb-day:not([hidden]) [data-pb-pick] > li:not([hidden])")
    expect(parts).to_have_count(2)
    return (
        page.locator(PROMISE).inner_text(),
        parts.nth(0).inner_text(),
        parts.nth(1).inner_text(),
    )


def test_the_line_up_is_the_same_all_day_and_another_tomorrow(page: Page) -> None:
    morning = _line_up(page, datetime(2026, 3, 2, 7, 30))
    evening = _line_up(page, datetime(2026, 3, 2, 21, 0))
    tomorrow = _line_up(page, datetime(2026, 3, 3, 7, 30))

    assert morning == evening
    assert morning[0] != tomorrow[0]


def test_the_week_ahead_tells_what_tomorrow_will_show(page: Page) -> None:
    _line_up(page, datetime(2026, 3, 2, 7, 30))
    week = page.locator("[data-pb-week-days] > li")
    expect(week).to_have_count(7)
    announced = week.first.locator("a").all_inner_texts()
    expect(week.first).to_contain_text("Tuesday")

    _line_up(page, datetime(2026, 3, 3, 7, 30))
    shown = [
        page.locator(".pb-day:not([hidden]) h2 a").inner_text(),
        page.locator(".pb-day:not([hidden]) [data-pb-pick] li:not([hidden]) a").inner_text(),
    ]
    assert announced == shown


def test_when_a_principle_comes_round_again_its_next_scenario_is_due(page: Page) -> None:
    page.goto("line-up/")
    rounds = page.locator(".pb-day").count()
    first = _line_up(page, datetime(2026, 3, 2, 9, 0))
    again = _line_up(page, datetime.fromordinal(datetime(2026, 3, 2).toordinal() + rounds))

    assert first[0] == again[0]
    assert first[2] != again[2]


def test_the_home_page_and_the_line_up_agree(page: Page) -> None:
    promise = _line_up(page, datetime(2026, 5, 11, 9, 0))[0]
    page.goto("./")

    expect(page.locator(".pb-today li:not([hidden])")).to_contain_text(promise)


@pytest.fixture(scope="module")
def trainers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = build_edition("trainers", tmp_path_factory.mktemp("trainers") / "site")
    server = serve_folder(folder)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_session_is_presented_step_by_step_without_the_notes(
    chromium: Browser, trainers: str
) -> None:
    page = chromium.new_page(base_url=trainers)
    page.clock.install(time=datetime(2026, 3, 2, 9, 0))
    page.goto("sessions/first-day-service/")
    page.get_by_role("button", name="Present it").click()
    screen = page.get_by_role("dialog", name="First day of service")
    expect(screen.get_by_role("timer")).to_have_text("8:00")

    page.clock.run_for(65_000)
    expect(screen.get_by_role("timer")).to_have_text("6:55")
    page.keyboard.press("ArrowRight")
    expect(screen).to_contain_text("Step 2 of")
    expect(screen.get_by_role("timer")).to_have_text("15:00")
    expect(screen).not_to_contain_text("Three firms you pay yourself")

    screen.get_by_role("button", name="Pause").click()
    page.clock.run_for(30_000)
    expect(screen.get_by_role("timer")).to_have_text("15:00")
    screen.get_by_role("button", name="Close").click()
    expect(screen).to_be_hidden()
    page.close()


def test_employees_have_no_session_to_present(page: Page) -> None:
    response = page.request.get("sessions/first-day-service/")

    assert response.status == 404
