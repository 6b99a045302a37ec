"""Widgets in lines, as many beside each other as fit: chips, tokens, the verdict of each condition."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays out its widgets in reading order; ``stretched`` gives the last of them the rest of its line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, stretched: bool = False) -> None:
        super().__init__(parent)
        self._placed: list[QLayoutItem] = []
        self._gap = gap
        self._stretched = stretched
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """One more at the end."""
        self._placed.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """One more at ``index``."""
        self.addWidget(widget)
        self._placed.insert(index, self._placed.pop())
        self.invalidate()

    def drop(self, widget: QWidget) -> None:
        """Take one out, and away for good."""
        self.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def count(self) -> int:
        """How many there are."""
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at ``index``, or nothing past the end."""
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._placed.pop(index) if 0 <= index < len(self._placed) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room, no higher than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer beside each other means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, area: QRect) -> None:
        """Place everything."""
        super().setGeometry(area)
        self._arrange(area, place=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        shown = [item.sizeHint() for item in self._placed if not item.isEmpty()]
        margins = self.contentsMargins()
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        """The widest of them."""
        margins = self.contentsMargins()
        width = max((item.minimumSize().width() for item in self._placed if not item.isEmpty()), default=0)
        height = max((item.minimumSize().height() for item in self._placed), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _arrange(self, area: QRect, *, place: bool) -> int:
        margins = self.contentsMargins()
        left, right = area.left() + margins.left(), area.left() + area.width() - margins.right()
        x, y, line = left, area.top() + margins.top(), 0
        shown = [item for item in self._placed if not item.isEmpty()]
        for number, item in enumerate(shown):
            size = item.sizeHint()
            stretched = self._stretched and number == len(shown) - 1
            needed = item.minimumSize().width() if stretched else size.width()
            width = min(needed, right - left)
            # What needs no room of its own never begins a line.
            if x > left and x + width > right and not (stretched and needed <= 1):
                x, y, line = left, y + line + self._gap, 0
            if stretched:
                width = max(1, right - x)
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            line = max(line, size.height())
        return y + line + margins.bottom() - area.top()
