"""The line on who is new in a group since the member last looked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.audience import Reader
from widgets.drawing import Drawing
from widgets.groups import wording
from widgets.groups.strong_label import StrongLabel
from widgets.icons import pixmap
from widgets.theme import Theme


class Newcomers(QWidget):
    """Names those who are new; hidden without any."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._new: Sequence[Reader] = ()
        self._icon, self.words = Drawing(), StrongLabel("meta")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.words, 1)
        self.set_theme(theme)
        self.hide()

    def show_new(self, new: Sequence[Reader]) -> None:
        """Name these."""
        self._new = new
        self.setVisible(bool(new))
        if new:
            self.words.tell(*wording.newcomers(new), self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        # The line has room above it that goes with it.
        self._row.setContentsMargins(0, theme.px(16), 0, 0)
        self._row.setSpacing(theme.px(6))
        self._icon.show_pixmap(
            pixmap("user-round-plus", theme.px(16), theme.accent, self.devicePixelRatioF())
        )
        if self._new:
            self.words.tell(*wording.newcomers(self._new), theme)
