"""Icons as pixmaps in a theme colour, drawn from the outline drawings in ``resources/icons``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

import resources
from widgets.outlines import outline

_FOLDER = Path(resources.__file__).parent / "icons"

# The drawings fill a grid of 24 units; two more all round give them the air of our own grid.
_AIR = 2
_GRID = 24 + 2 * _AIR

# The icon of each kind of contribution; the kind's word always stands beside it.
KIND_ICONS = {
    "question": "circle-question-mark",
    "experience": "book-open",
    "link": "link",
    "spotlight": "sun",
    "event": "calendar",
    "announcement": "megaphone",
    "discussion": "message-square",
}

_pixmaps: dict[tuple[str, int, int, float, bool], QPixmap] = {}


def pixmap(name: str, size: int, colour: QColor, dpr: float = 1.0, *, filled: bool = False) -> QPixmap:
    """An icon as a square pixmap of ``size`` logical pixels; ``filled`` also fills its outline (the heart).

    Raises FileNotFoundError for a name that has no drawing.
    """
    key = (name, size, colour.rgba(), dpr, filled)
    found = _pixmaps.get(key)
    if found is None:
        found = _pixmaps[key] = _draw(name, size, colour, dpr, filled)
    return found


def icon(name: str, size: int, colour: QColor, *, filled: bool = False) -> QIcon:
    """An icon for a button or menu, with a paler version for when it is disabled."""
    application = QGuiApplication.instance()
    dpr = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    made = QIcon(pixmap(name, size, colour, dpr, filled=filled))
    pale = QColor(colour)
    pale.setAlphaF(colour.alphaF() * 0.5)
    made.addPixmap(pixmap(name, size, pale, dpr, filled=filled), QIcon.Mode.Disabled)
    return made


def stroke(size: int) -> float:
    """The width of an icon's line in pixels: 1.5, 1.25 at 14 and below, in proportion beyond 20."""
    if size <= 14:
        return 1.25
    return 1.5 * max(1.0, size / 20)


@cache
def _drawing(name: str) -> QPainterPath:
    return outline((_FOLDER / f"{name}.svg").read_text(encoding="utf-8"))


def _draw(name: str, size: int, colour: QColor, dpr: float, filled: bool) -> QPixmap:
    drawing = _drawing(name)
    made = QPixmap(round(size * dpr), round(size * dpr))
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    pen = QPen(colour, stroke(size) * _GRID / size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / _GRID, size / _GRID)
    painter.translate(_AIR, _AIR)
    painter.setPen(pen)
    if filled:
        painter.setBrush(colour)
    painter.drawPath(drawing)
    painter.end()
    return made
