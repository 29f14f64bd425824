"""Take the README's pictures of the real handbook: ``make pictures``.

Every picture is of the project's own handbook as it is built now, in a real Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.conftest import (
    QUIET_FLAGS,
    ROOT,
    build_edition,
    find_chromium,
    serve_folder,
)

PICTURES = Path(__file__).parent / "pictures"
DESKTOP, PHONE = (1280, 800), (390, 780)


@dataclass(frozen=True)
class Picture:
    """A picture to take: its name, the page, the window and what to type or open first."""

    name: str
    path: str
    window: tuple[int, int]
    dark: bool = False
    search: str = ""
    open_option: int | None = None


WANTED = (
    Picture("home", "", DESKTOP),
    Picture("principle", "principles/keep-your-promises/", DESKTOP),
    Picture("scenario-dark", "scenarios/handling-time/", DESKTOP, dark=True, open_option=1),
    Picture("quotes", "quotes/", DESKTOP),
    Picture("search", "", DESKTOP, search="nobody called me back"),
    Picture("library", "library/", DESKTOP),
    Picture("home-phone", "", PHONE),
    Picture("principle-phone", "principles/keep-your-promises/", PHONE),
    Picture("scenario-phone-dark", "scenarios/handling-time/", PHONE, dark=True),
)


def take(browser: Browser, site: str, wanted: Picture) -> None:
    """Take one picture."""
    width, height = wanted.window
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if wanted.dark else "light",
        device_scale_factor=1 if width > 600 else 2,
    )
    page: Page = context.new_page()
    page.goto(site + wanted.path)
    page.evaluate("document.fonts.ready")
    if wanted.search:
        page.get_by_role("searchbox", name="Search the handbook").fill(wanted.search)
        page.locator(".md-search-result__link").first.wait_for()
    if wanted.open_option is not None:
        page.locator(".pb-option summary").nth(wanted.open_option).click()
    page.wait_for_timeout(500)
    page.screenshot(path=PICTURES / f"{wanted.name}.png")
    context.close()


def take_cards(folder: Path) -> None:
    """Take a picture of a printed sheet, its front and its back side by side.

    The codes on the cards lead to an address that is only an example.
    """
    for name in ("principles", "content"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(
        f"{config}\nsite_url: https://handbook.example.org/\n", "utf-8"
    )
    program = Path(sys.executable).with_name("pledgebook")
    subprocess.run([program, "cards", "pledge-cards", "-q", "-o", "out"], cwd=folder, check=True)
    with pypdfium2.PdfDocument(folder / "out" / "pledge-cards.pdf") as document:
        front, back = (document[page].render(scale=1.0).to_pil() for page in (0, 1))
    gap = 24
    both = Image.new("RGB", (front.width * 2 + gap * 3, front.height + gap * 2), "#d9d6cd")
    both.paste(front, (gap, gap))
    both.paste(back, (front.width + gap * 2, gap))
    both.save(PICTURES / "cards.png", optimize=True)


def main() -> None:
    """Build the handbook and take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        take_cards(Path(folder))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = serve_folder(build_edition("employees", Path(folder) / "site"))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET_FLAGS)
        for wanted in WANTED:
            take(browser, f"http://127.0.0.1:{server.server_port}/", wanted)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
