"""A switch: on or off at once, said in words by the label it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.theme import Theme


class Toggle(QAbstractButton):
    """A check box drawn as a switch of 36 by 20."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """36 by 20 at 100% text."""
        return QSize(self._theme.px(36), self._theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, with the knob at its right when on."""
        theme, height = self._theme, float(self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(theme.control, 1.5))
        painter.setBrush(theme.accent if on else theme.surface)
        track = QRectF(0.75, 0.75, self.width() - 1.5, height - 1.5)
        painter.drawRoundedRect(track, height / 2, height / 2)
        inset = height * 0.15
        knob = height - 2 * inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_text if on else theme.control)
        painter.drawEllipse(QRectF(self.width() - inset - knob if on else inset, inset, knob, knob))
