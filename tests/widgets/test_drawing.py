"""A drawing is as large as its picture, and no picture to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QPixmap
from pytestqt.qtbot import QtBot

from widgets.drawing import Drawing


def test_it_is_drawn_sharp_in_its_middle(qtbot: QtBot) -> None:
    drawing = Drawing()
    qtbot.addWidget(drawing)
    picture = QPixmap(16, 16)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.red)
    drawing.show_pixmap(picture)
    drawing.setContentsMargins(4, 0, 0, 0)
    assert drawing.sizeHint() == QSize(12, 8)
    drawing.resize(24, 20)
    image = drawing.grab().toImage()
    assert image.pixelColor(QPoint(14, 10)) == Qt.GlobalColor.red
    assert image.pixelColor(QPoint(2, 2)) != Qt.GlobalColor.red


def test_a_screen_reader_passes_it_by(qtbot: QtBot) -> None:
    drawing = Drawing()
    qtbot.addWidget(drawing)
    found = QAccessible.queryAccessibleInterface(drawing)
    assert found.role() not in (QAccessible.Role.Graphic, QAccessible.Role.StaticText)
