"""Icons as pixmaps in a theme colour, drawn from the outline drawings in ``resources/icons``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

import resources

_FOLDER = Path(resources.__file__).parent / "icons"

# The drawings fill a grid of 24 units; two more all round give them the air of our own grid.
_OWN_FRAME = 'viewBox="0 0 24 24"'
_FRAME = 'viewBox="-2 -2 28 28"'
_GRID = 28

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


def _draw(name: str, size: int, colour: QColor, dpr: float, filled: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    rgb = colour.name(QColor.NameFormat.HexRgb)
    drawing = drawing.replace(_OWN_FRAME, _FRAME)
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke(size) * _GRID / size:.3f}"')
    drawing = drawing.replace("currentColor", rgb)
    if filled:
        drawing = drawing.replace('fill="none"', f'fill="{rgb}"')
    made = QPixmap(round(size * dpr), round(size * dpr))
    made.setDevicePixelRatio(dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made
