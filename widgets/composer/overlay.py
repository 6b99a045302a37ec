"""A sheet inside the window: the window behind it is dimmed and out of reach of keys and pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QWidget
from shiboken6 import isValid

from widgets.theme import Theme

_WIDE, _HIGH = 1040, 804
_AROUND = 24
_LINE = 32
# What may be done in the window while a sheet lies over it.
_ALLOWED = frozenset({"quit", "help", "keys", "menu"})


class Overlay(QWidget):
    """Covers ``window`` and holds ``card`` in its middle. ``left()`` when Escape was pressed."""

    left = Signal()

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self.theme = theme
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self.hide()
        window.installEventFilter(self)

    def open_over(self) -> None:
        """Show it over the window; the keyboard comes back to where it was when it closes."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()

    def close_over(self) -> None:
        """Take it away."""
        if self.isHidden():
            return
        within = QApplication.focusWidget()
        self.hide()
        if within is None or self.isAncestorOf(within):
            before = self._before if self._before is not None and isValid(self._before) else self._window
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """A key that is one of the window's own shortcuts means nothing behind a sheet."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._of_window(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; no key reaches the window behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies behind cannot be clicked."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the sheet."""
        stops = [widget for part in self.parts() for widget in _in_reading_order(part, self.card)]
        if not stops:
            return False
        focused = QApplication.focusWidget()
        step = 1 if forward else -1
        at = stops.index(focused) + step if focused in stops else 0 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[at % len(stops)].setFocus(reason)
        return True

    def parts(self) -> Sequence[QWidget]:
        """The parts of the card in the order in which Tab goes through them."""
        return [self.card]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim, and the sheet's own ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.scrim)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.surface)
        edge = self.theme.text if self.theme.outlined else self.theme.line
        painter.setPen(QPen(edge, 1))
        radius = self.theme.px(12)
        card = self.card.geometry().adjusted(-1, -1, 0, 0)
        painter.drawRoundedRect(card, radius, radius)
        if (column := self.column_width()) > 0:
            painter.setBrush(self.theme.window)
            painter.setClipRect(card.adjusted(card.width() - column, 0, 1, 1))
            painter.drawRoundedRect(card, radius, radius)

    def column_width(self) -> int:
        """How wide a column at the right has the window's colour; 0 for none."""
        return 0

    def placed(self) -> None:
        """Called when the card got another size."""

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        around = self.theme.px(_AROUND) if self.width() > self.theme.px(_WIDE) else 8
        wide = min(self.theme.px(_WIDE), self.width() - 2 * around)
        high = min(self.theme.px(_HIGH), self.height() - 2 * around)
        self.card.setGeometry(QRect((self.width() - wide) // 2, (self.height() - high) // 2, wide, high))
        self.placed()

    def _of_window(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        none = QKeySequence.SequenceMatch.NoMatch
        for action in self._window.actions():
            if action.objectName() in _ALLOWED:
                continue
            if any(
                key.matches(pressed) != none or pressed.matches(key) != none for key in action.shortcuts()
            ):
                return True
        return False


def _in_reading_order(part: QWidget, card: QWidget) -> list[QWidget]:
    """What Tab reaches in a part, line by line."""
    found = [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
    ]

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(card, QPoint(0, 0))
        # Beside each other on a line is what shares its middle, near enough.
        return (corner.y() + min(widget.height(), _LINE) // 2) // (_LINE // 2), corner.x()

    return sorted(found, key=place)
