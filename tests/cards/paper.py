"""Reading a PDF back: what is where on its pages, in mm from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import zxingcpp

MM = 25.4 / 72


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in mm from the page's top left corner."""

    x: float
    y: float
    width: float
    height: float


def page_sizes(pdf: Path) -> list[tuple[float, float]]:
    with pdfplumber.open(pdf) as read:
        return [(float(page.width) * MM, float(page.height) * MM) for page in read.pages]


def texts(pdf: Path) -> list[str]:
    """Return the text of each page, in the order in which it is read out."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.split()) for text in found]


def words_at(pdf: Path, page: int, word: str) -> list[tuple[float, float]]:
    """Return where a word stands on a page: the left of it, and its top."""
    with pdfplumber.open(pdf) as read:
        found = read.pages[page].extract_words()
    return [(float(w["x0"]) * MM, float(w["top"]) * MM) for w in found if w["text"] == word]


def outlines(pdf: Path, page: int) -> list[Box]:
    with pdfplumber.open(pdf) as read:
        return [
            Box(
                float(r["x0"]) * MM,
                float(r["top"]) * MM,
                float(r["width"]) * MM,
                float(r["height"]) * MM,
            )
            for r in read.pages[page].rects
        ]


def scan(pdf: Path, page: int, dots_per_inch: int = 150) -> dict[str, tuple[float, float]]:
    """Scan the codes of a page as a telephone would; return each with the middle of it in mm."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    document.close()
    found = {}
    for code in zxingcpp.read_barcodes(picture):
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
        across = sum(corner.x for corner in corners) / 4
        down = sum(corner.y for corner in corners) / 4
        found[code.text] = (across / dots_per_inch * 25.4, down / dots_per_inch * 25.4)
    return found


def fonts(pdf: Path) -> dict[str, bool]:
    """Return the fonts of a document by name, and whether each is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(pdf) as read:
        for thing in read.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                name = str(thing["/FontName"]).lstrip("/").partition("+")[2]
                found[name] = any(key in thing for key in ("/FontFile2", "/FontFile3"))
    return found
