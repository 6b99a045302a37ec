"""The focus ring: 2 px of accent, 2 px away from the control that has the keyboard, above everything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from widgets.theme import Theme

_AWAY = 2
_WIDTH = 2
_ROOM = _AWAY + _WIDTH
_FOLLOWED = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}
)


class FocusRing(QWidget):
    """One ring per window, drawn around the focused button; fields and lists show their focus themselves."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._window = window
        self._theme = theme
        self._followed: list[QWidget] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay with the control as it, or anything it stands in, moves."""
        if event.type() in _FOLLOWED and self._followed:
            self._place(self._followed[0])
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, and the background colour between it and the control."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px(8)
        outer = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._theme.surface, 2 * _AWAY))
        inner = outer.adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        painter.drawRoundedRect(inner, radius + _AWAY / 2, radius + _AWAY / 2)
        painter.setPen(QPen(self._theme.accent, _WIDTH))
        painter.drawRoundedRect(outer, radius + _ROOM - 1, radius + _ROOM - 1)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for followed in self._followed:
            if isValid(followed):
                followed.removeEventFilter(self)
        self._followed = []
        # A button that the mouse pressed has the keyboard too, but nobody looks for it.
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if pressed or not isinstance(now, QAbstractButton) or not self._window.isAncestorOf(now):
            self.hide()
            return
        widget: QWidget | None = now
        while widget is not None and widget is not self._window:
            self._followed.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place(now)

    def _place(self, widget: QWidget) -> None:
        if not widget.isVisible():
            self.hide()
            return
        corner = widget.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(
            corner.x() - _ROOM, corner.y() - _ROOM, widget.width() + 2 * _ROOM, widget.height() + 2 * _ROOM
        )
        self.raise_()
        self.show()
