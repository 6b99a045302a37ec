"""One line about a file: why it cannot go along, or what was done for the one who sends it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from widgets.announcing import announce
from widgets.drawing import Drawing
from widgets.filters.controls import draw_cross, label, name_tool, tool
from widgets.icons import pixmap
from widgets.theme import Theme

translate = QCoreApplication.translate

Tone = Literal["quiet", "warning"]
_DRAWINGS = {"quiet": "check", "warning": "circle-alert"}


class FileNote(QWidget):
    """Says ``words`` until its cross is pressed (``closed``)."""

    closed = Signal()

    def __init__(self, words: str, tone: Tone, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.tone = tone
        self._icon = Drawing()
        self._label = label(words, "meta" if tone == "quiet" else "dense")
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._cross = tool(self.closed.emit)
        name_tool(self._cross, translate("editor", "Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        size = theme.px(16)
        colour = theme.muted if self.tone == "quiet" else theme.warning
        self._icon.show_pixmap(pixmap(_DRAWINGS[self.tone], size, colour, self.devicePixelRatioF()))
        self._icon.setFixedSize(QSize(size, theme.px(24)))
        self._label.setMinimumHeight(theme.px(24))
        draw_cross(self._cross, theme)
        self._cross.setStyleSheet(
            self._cross.styleSheet() + f"QToolButton {{ min-height: {theme.px(24)}px; }}"
        )

    def announce(self) -> None:
        """Have a screen reader say it."""
        announce(self, self.words)
