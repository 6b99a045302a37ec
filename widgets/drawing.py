"""A drawing that only adorns: what it means stands in words beside it, and a screen reader passes it by."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class Drawing(QWidget):
    """Shows a pixmap in its middle, at its own size. A label would be read out as a nameless picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()

    def show_pixmap(self, pixmap: QPixmap) -> None:
        """Show this from now on."""
        self._pixmap = pixmap
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the drawing, and its margins."""
        return self._pixmap.deviceIndependentSize().toSize().grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the drawing."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing."""
        area = QRect(QPoint(0, 0), self._pixmap.deviceIndependentSize().toSize())
        area.moveCenter(self.contentsRect().center())
        QPainter(self).drawPixmap(area.topLeft(), self._pixmap)
