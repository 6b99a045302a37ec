"""The pointer over the timeline: which row it is at, and what its wheel asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from widgets.delaying import rings_once

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QWheelEvent

# The row under a resting pointer is found again when the list has stood still this long.
_REST_MS = 80

# Wheels count in eighths of a degree.
_NOTCH = 120


class Surface(QWidget):
    """What the rows are painted on. ``left`` tells that the pointer is there no longer."""

    left = Signal()

    def leaveEvent(self, _event: QEvent) -> None:
        """The pointer left."""
        self.left.emit()


class Pointer(QObject):
    """Knows the row under the pointer. ``changed`` carries the row before and the row now; -1 is none."""

    changed = Signal(int, int)

    def __init__(self, surface: Surface, row_at: Callable[[float], int | None], parent: QObject) -> None:
        super().__init__(parent)
        self.row = -1
        self._surface = surface
        self._row_at = row_at
        self._part = 0.0
        self._resting = rings_once(self, self._find_again, _REST_MS)
        surface.left.connect(lambda: self._be_at(None))

    def moved(self, y: float) -> None:
        """The pointer is at this height now."""
        self._be_at(self._row_at(y))

    def rest(self) -> None:
        """The list moves under the pointer: see which row it is at once that has ended."""
        self._resting.start()

    def forget(self) -> None:
        """Another list: no row is lit until the pointer moves."""
        self.row = -1

    def wheeled(self, event: QWheelEvent, notch: int) -> int:
        """The whole pixels to scroll down for a wheel's turn, ``notch`` pixels a notch; parts add up."""
        self.rest()
        pixels = float(event.pixelDelta().y()) or event.angleDelta().y() / _NOTCH * notch
        self._part -= pixels
        whole = int(self._part)
        self._part -= whole
        return whole

    def _be_at(self, row: int | None) -> None:
        before, self.row = self.row, -1 if row is None else row
        if before != self.row:
            self.changed.emit(before, self.row)

    def _find_again(self) -> None:
        if self._surface.underMouse():
            self.moved(self._surface.mapFromGlobal(self._surface.cursor().pos()).y())
