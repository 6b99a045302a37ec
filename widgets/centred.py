"""A column in the middle of a window, for pages with little on them; it scrolls where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 24
# Room for the ring around what has the keyboard.
_EDGE = 8
# The column takes all it may have before the space beside it takes anything.
_ALL = 1000


class Centred(QScrollArea):
    """Shows ``column`` a little above the middle, at most as wide as its ``maximumWidth``."""

    def __init__(self, column: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        # Not centred by an alignment flag: that would cut off labels that wrap.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, _ALL)
        middle.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.setWidget(page)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Later: what was shown just now has no place yet.
        if now is not None and self.isAncestorOf(now):
            QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        focused, page = self.focusWidget(), self.widget()
        if focused is None or page is None:
            return
        # The whole of it: by itself Qt is content with the text cursor.
        middle = focused.mapTo(page, focused.rect().center())
        self.ensureVisible(middle.x(), middle.y(), focused.width() // 2, focused.height() // 2 + _EDGE)


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give ``window`` this size, or what the screen has room for: large text makes large windows."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width()), min(height, room.height()))
