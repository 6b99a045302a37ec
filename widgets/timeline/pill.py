"""The pill above a list: so many new topics wait, and one press lets them in."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.icons import icon
from widgets.style import mark
from widgets.theme import Theme

_TOP = 8


class Pill(QPushButton):
    """Floats at the top of ``parent``, hidden while nothing waits."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._above = parent
        self._theme = theme
        mark(self, "pill")
        self.hide()

    def dress(self, theme: Theme) -> None:
        """Show in this theme from now on."""
        self._theme = theme
        if self.isVisible():
            self._draw_arrow()
            self.place()

    def say(self, text: str) -> None:
        """Show with this text, or hide when it is empty."""
        self.setText(text)
        self.setAccessibleName(text)
        if text:
            self._draw_arrow()
        self.setVisible(bool(text))
        self.place()

    def place(self) -> None:
        """Stand in the middle of the top edge."""
        self.adjustSize()
        self.move((self._above.width() - self.width()) // 2, _TOP)
        self.raise_()

    def _draw_arrow(self) -> None:
        size = self._theme.px(16)
        self.setIcon(icon("arrow-up", size, self._theme.accent_text))
        self.setIconSize(QSize(size, size))
