"""A list as all of ours are: no frame, smooth to scroll, and aware of whether the keyboard moves in it.

Only then its current row shows a focus ring.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

_BY_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class KeyboardList(QListView):
    """``by_keyboard`` is whether the keyboard led here or moved here last, and not the mouse."""

    by_keyboard = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One made here: to wrap Qt's own, PySide loads every class of widget there is (a tenth of a start).
        canvas = QWidget(self)
        canvas.setBackgroundRole(QPalette.ColorRole.Base)
        self.setViewport(canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        self.by_keyboard = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keyboard moves here."""
        self.by_keyboard = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse moves here."""
        self.by_keyboard = False
        super().mousePressEvent(event)


def shows_ring(option: QStyleOptionViewItem) -> bool:
    """Whether the row that is drawn with ``option`` has the keyboard, and someone looks for that."""
    widget = option.widget
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    return focused and isinstance(widget, KeyboardList) and widget.by_keyboard
