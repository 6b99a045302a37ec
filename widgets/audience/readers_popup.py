"""Who reads along, by name, beside the line that counts them: opened from the answer box."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.audience import Audience
from widgets.audience.readers_list import ReadersList
from widgets.faces import Faces
from widgets.style import mark
from widgets.theme import Theme

_WIDTH = 380
_MOST_HEIGHT = 320


class ReadersPopup(QFrame):
    """A list that is gone with the next click elsewhere, or Escape."""

    def __init__(self, audience: Audience, theme: Theme, faces: Faces, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("readers-popup")
        mark(self, "card")
        self._theme = theme
        self.list = ReadersList(theme, faces, self, most_height=_MOST_HEIGHT)
        self.list.set_theme(theme, theme.raised)
        self.list.show_audience(audience)
        self.setAccessibleName(QCoreApplication.translate("audience", "Who reads along"))
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(self.list)

    def pop_up(self, beside: QWidget) -> None:
        """Stand above ``beside``, or below it where there is no room."""
        self.setFixedWidth(self._theme.px(_WIDTH))
        self.adjustSize()
        gap = self._theme.px(8)
        place = beside.mapToGlobal(QPoint(0, -self.height() - gap))
        room = beside.screen().availableGeometry()
        if place.y() < room.top():
            place = beside.mapToGlobal(QPoint(0, beside.height() + gap))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        target: QWidget = self.list.field if self.list.field.isVisible() else self.list.view
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
