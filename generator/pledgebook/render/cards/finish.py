"""The last touches to a PDF: what the printer is told, and where the print shop cuts."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from pledgebook.render.cards.sheet import BLEED, Sides

_POINTS = 72 / 25.4

_DUPLEX = {
    "long-edge": "/DuplexFlipLongEdge",
    "short-edge": "/DuplexFlipShortEdge",
}


def finish_for_office(data: bytes, sides: Sides, *, two_sided: bool) -> bytes:
    """Return a PDF that asks not to be scaled and to be printed on the right sides."""
    with Pdf.open(BytesIO(data)) as pdf:
        viewer = pdf.Root.get("/ViewerPreferences", Dictionary())
        viewer.PrintScaling = Name("/None")
        viewer.Duplex = Name(_DUPLEX.get(sides, "/Simplex") if two_sided else "/Simplex")
        pdf.Root.ViewerPreferences = viewer
        return _save(pdf)


def finish_for_press(data: bytes) -> bytes:
    """Return a PDF whose pages say where the card is cut and how far its print goes on."""
    with Pdf.open(BytesIO(data)) as pdf:
        bleed = BLEED * _POINTS
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            page.bleedbox = pikepdf.Array([left, bottom, right, top])
            page.trimbox = pikepdf.Array([left + bleed, bottom + bleed, right - bleed, top - bleed])
        viewer = pdf.Root.get("/ViewerPreferences", Dictionary())
        viewer.PrintScaling = Name("/None")
        pdf.Root.ViewerPreferences = viewer
        return _save(pdf)


def _save(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out, deterministic_id=True, linearize=False)
    return out.getvalue()
