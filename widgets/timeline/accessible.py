"""The timeline as a screen reader meets it: a list whose items are the rows in sight, one sentence each.

Only rows in sight are items: a list of a million is not something to walk through. Where a row stands among
all of them is part of its sentence.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from widgets.timeline.view import TimelineView

# Rows that keep their item; Qt and this module both hold one, so it must go from both.
_KEPT = 64


class TimelineItem(QAccessibleInterface):
    """A row of the timeline; it stands for the row number, whatever topic that is."""

    def __init__(self, items: Items, row: int) -> None:
        super().__init__()
        self._items = items
        self.row_number = row

    def isValid(self) -> bool:
        """Whether the list is still there."""
        return self._items.alive

    def object(self) -> QObject:
        """A row is no object of its own."""
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """The window of the list."""
        return self._items.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The list."""
        return QAccessible.queryAccessibleInterface(self._items.view)

    def child(self, _index: int) -> QAccessibleInterface:
        """A row has no parts."""
        return None  # type: ignore[return-value]

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """A row has no parts."""
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        """A row has no parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """A row has no parts."""
        return -1

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        """Where the card is on the screen."""
        viewport = self._items.view.viewport()
        area = self._items.view.row_rect(self.row_number)
        return QRect(viewport.mapToGlobal(area.topLeft()), area.size())

    def text(self, which: QAccessible.Text) -> str:
        """The row as one sentence."""
        if which == QAccessible.Text.Name:
            return self._items.view.cards.describe(self.row_number)
        return ""

    def setText(self, _which: QAccessible.Text, _text: str) -> None:
        """A row is not written here."""

    def state(self) -> QAccessible.State:
        """Selected and focused, when the keyboard is at this row."""
        view = self._items.view
        state = QAccessible.State()
        state.selectable = state.focusable = 1
        current = view.current == self.row_number
        state.selected = int(current)
        state.focused = int(current and view.hasFocus())
        state.offscreen = int(view.row_rect(self.row_number).isEmpty())
        return state

    def foregroundColor(self) -> QColor:
        """The colour of titles."""
        return self._items.view.palette().text().color()

    def backgroundColor(self) -> QColor:
        """The colour behind them."""
        return self._items.view.palette().base().color()


class TimelineList(QAccessibleWidget):
    """The list itself."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._items = Items(view)
        # Qt deletes this with the view; until then the connection is what keeps Python's half.
        view.destroyed.connect(lambda: self._items.delete_all())

    def childCount(self) -> int:
        """How many rows are in sight."""
        return len(self._rows())

    def child(self, index: int) -> QAccessibleInterface:
        """The item of a row in sight, counted from the top edge."""
        rows = self._rows()
        if not 0 <= index < len(rows):
            return None  # type: ignore[return-value]
        return self._items.item(rows[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where a row's item is among those in sight."""
        rows = self._rows()
        number = getattr(child, "row_number", -1)
        return rows.index(number) if number in rows else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The item of the row at a point on the screen."""
        view = self._items.view
        row = view.row_at(view.viewport().mapFromGlobal(QPoint(x, y)).y())
        return None if row is None else self._items.item(row)  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        """The item of the row the keyboard is at."""
        view = self._items.view
        if view.current is None or not view.hasFocus():
            return None  # type: ignore[return-value]
        return self._items.item(view.current)

    def item(self, row: int) -> QAccessibleInterface:
        """The item of any row."""
        return self._items.item(row)

    def _rows(self) -> list[int]:
        return [placed.row for placed in self._items.view.scrolling.strip.visible()]


def announce(view: TimelineView, row: int) -> None:
    """Tell a screen reader that the keyboard is at this row now."""
    found = QAccessible.queryAccessibleInterface(view)
    if isinstance(found, TimelineList):
        item = found.item(row)
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Selection))


class Items:
    """The items handed out. Qt keeps a registered interface by number and deletes it when told so; Python
    must keep it alive until then, and no longer.
    """

    def __init__(self, view: TimelineView) -> None:
        self._view = weakref.ref(view)
        self._items: dict[int, tuple[TimelineItem, int]] = {}

    @property
    def alive(self) -> bool:
        """Whether the list is still there."""
        view = self._view()
        return view is not None and isValid(view)

    @property
    def view(self) -> TimelineView:
        """The list the items are of."""
        view = self._view()
        assert view is not None, "Qt asked a row about its list after that was gone"  # noqa: S101
        return view

    def item(self, row: int) -> TimelineItem:
        """The item that stands for a row number."""
        kept = self._items.pop(row, None)
        if kept is None:
            item = TimelineItem(self, row)
            kept = (item, QAccessible.registerAccessibleInterface(item))
        self._items[row] = kept
        while len(self._items) > _KEPT:
            self._delete(next(iter(self._items)))
        return kept[0]

    def _delete(self, row: int) -> None:
        # Qt deletes the item; Python's half must outlive that call.
        kept = self._items.pop(row)
        QAccessible.deleteAccessibleInterface(kept[1])

    def delete_all(self) -> None:
        """The list is gone: so are its items."""
        for row in list(self._items):
            self._delete(row)
