"""The rounded outline of the reply box, in the accent while the keyboard is in its text."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from widgets.theme import Theme


class ReplyFrame(QWidget):
    """Holds the parts of the box."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inside = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel around it, two in the accent for the keyboard."""
        theme, width = self._theme, 2 if self._inside else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent if self._inside else theme.control, width))
        painter.setBrush(theme.surface)
        edge = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(edge, theme.px(10), theme.px(10))

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        inside = isinstance(now, QPlainTextEdit) and self.isAncestorOf(now)
        if inside != self._inside:
            self._inside = inside
            self.update()
