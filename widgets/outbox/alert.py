"""The block in a row that says who reads along since, with the two ways on as buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.drawing import Drawing
from widgets.filters.controls import button, label
from widgets.filters.flow import Flow
from widgets.icons import pixmap
from widgets.outbox.shown import Shown
from widgets.painting import paint_block
from widgets.theme import Theme

_ABOVE = 6


class Alert(QWidget):
    """``chosen(name)`` follows one of its buttons."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ("", "")
        px = theme.px
        icon = Drawing()
        icon.show_pixmap(pixmap("users", px(18), theme.warning, self.devicePixelRatioF()))
        self._head, self._people = label(), label()
        self._head.setFont(theme.font("body", 600))
        self._people.setFont(theme.font("body"))
        for words in (self._head, self._people):
            words.setWordWrap(True)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.first = button("primary", lambda: self.chosen.emit(self._names[0]))
        self.second = button("secondary", lambda: self.chosen.emit(self._names[1]))
        for made in (self.first, self.second):
            made.setProperty("small", True)
        self.second.setStyleSheet(f"QPushButton {{ background: {theme.surface.name()}; }}")
        buttons = QWidget()
        flow = Flow(buttons, gap=px(8))
        flow.addWidget(self.first)
        flow.addWidget(self.second)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self._head)
        column.addWidget(self._people)
        column.addSpacing(px(6))
        column.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(10) + px(_ABOVE), px(12), px(12))
        row.setSpacing(px(12))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_alert(self, shown: Shown) -> None:
        """Say what a row has to say here, or nothing."""
        self.setVisible(bool(shown.alert))
        if not shown.alert:
            return
        self._head.setText(shown.alert)
        self._people.setText(shown.names)
        self._people.setVisible(bool(shown.names))
        self._names = tuple(one.name for one in shown.links[:2])
        for made, one in zip((self.first, self.second), shown.links, strict=False):
            made.setText(one.words)
            made.setAccessibleName(one.spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft block in the colour of a warning."""
        theme = self._theme
        painter = QPainter(self)
        paint_block(painter, self.rect().adjusted(0, theme.px(_ABOVE), -1, -1), theme.warning_soft, theme)
