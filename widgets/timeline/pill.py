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
        mark(self, "pill")
        self.dress(theme)
        self.hide()

    def dress(self, theme: Theme) -> None:
        """Show in this theme from now on."""
        size = theme.px(16)
        self.setIcon(icon("arrow-up", size, theme.accent_text))
        self.setIconSize(QSize(size, size))

    def say(self, text: str) -> None:
        """Show with this text, or hide when it is empty."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.place()

    def place(self) -> None:
        """Stand in the middle of the top edge."""
        self.adjustSize()
        self.move((self._above.width() - self.width()) // 2, _TOP)
        self.raise_()
