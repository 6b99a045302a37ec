"""Our own drawings as Qt paths: the same picture as a whole SVG renderer makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

import resources
from widgets.outlines import outline

pytestmark = pytest.mark.usefixtures("qapp")
SIDE = 120
# Both draw curves as near as need be, and not with the same pieces; a wrong arc is off by hundreds.
FEW = SIDE * SIDE // 700


def blank() -> QImage:
    made = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    made.fill(Qt.GlobalColor.white)
    return made


def by_renderer(drawing: str) -> QImage:
    made = blank()
    painter = QPainter(made)
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", "#000000").encode()))
    renderer.render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return made


def by_outline(drawing: str) -> QImage:
    made = blank()
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SIDE / 24, SIDE / 24)
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(Qt.GlobalColor.black, 2, Qt.PenStyle.SolidLine, round_cap, round_join))
    painter.drawPath(outline(drawing))
    painter.end()
    return made


def different(one: QImage, other: QImage) -> int:
    """How many pixels differ by more than the smoothing of an edge."""
    first, second = (
        bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits()) for image in (one, other)
    )
    return sum(abs(a - b) > 100 for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("path", sorted((Path(resources.__file__).parent / "icons").glob("*.svg")))
def test_every_drawing_looks_as_a_renderer_makes_it(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")
    rendered = by_renderer(drawing)
    assert different(rendered, blank()) > 100
    assert different(by_outline(drawing), rendered) <= FEW


def test_flags_of_arcs_may_stand_together_with_what_follows() -> None:
    together = outline('<path d="M4 12a8 8 0 0116 0" />')
    apart = outline('<path d="M4 12 a 8 8 0 0 1 16 0" />')
    assert together == apart
    assert together.boundingRect().top() == pytest.approx(4)
    assert together.currentPosition().x() == pytest.approx(20)


def test_too_small_an_arc_grows_until_it_reaches() -> None:
    grown = outline('<path d="M4 12a1 1 0 0 1 16 0" />')
    assert grown.boundingRect().top() == pytest.approx(4)
