"""The list of groups: walked with the keys, with what one can do about a group in its row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from app.groups import GroupCard
from widgets.groups.delegate import GroupDelegate
from widgets.groups.layout import BUTTON_STATES, Placed
from widgets.groups.rows import GroupsModel
from widgets.groups.sections import Row
from widgets.groups.wording import Moment
from widgets.keyboard_list import KeyboardList
from widgets.theme import Theme

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GroupList(KeyboardList):
    """Shows groups. ``chosen(group_id)`` follows the current row, ``picked(group_id)`` a click on one;
    ``opened(group_id)`` Enter or a double click; ``acted(group_id)`` Space or a click on its button;
    ``menu_wanted(group_id, QPoint)`` asks for all one can do; ``more_wanted()`` for the other groups.
    """

    chosen = Signal(int)
    picked = Signal(int)
    opened = Signal(int)
    acted = Signal(int)
    menu_wanted = Signal(int, QPoint)
    more_wanted = Signal()

    def __init__(self, theme: Theme, moment: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groups")
        self._groups = GroupsModel(moment, self)
        self._delegate = GroupDelegate(theme, moment, self)
        self.setModel(self._groups)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def current(self) -> GroupCard | None:
        """The group the list is at."""
        return self._groups.row(self.currentIndex().row()).card

    def placed(self, card: GroupCard) -> Placed:
        """Where the parts of a group's row are, in a list of this width."""
        return self._delegate.placed(card, self.viewport().width())

    def rows(self) -> list[Row]:
        """All rows, headings too."""
        return [self._groups.row(number) for number in range(self._groups.rowCount())]

    def show_rows(self, rows: list[Row]) -> None:
        """List these; the list stays at the group it was at, or goes to the first."""
        current, scrolled = self.current, self.verticalScrollBar().value()
        if not self._groups.show_rows(rows):
            return
        where = -1 if current is None else self._groups.row_of(current.group_id)
        if where >= 0:
            self.setCurrentIndex(self._groups.index(where))
            self.verticalScrollBar().setValue(scrolled)
        elif (first := self._groups.first()) >= 0:
            self.setCurrentIndex(self._groups.index(first))
            self.scrollToTop()

    def select(self, group_id: int) -> None:
        """Go to a group, when it is listed."""
        where = self._groups.row_of(group_id)
        if where >= 0:
            self.setCurrentIndex(self._groups.index(where))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows keep their height when the scroll bar comes."""
        self._delegate.room = self.width() - self.verticalScrollBar().sizeHint().width()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the group, Space does what its button says."""
        row = self._groups.row(self.currentIndex().row())
        if event.key() in _OPENS or event.key() == Qt.Key.Key_Space:
            self.by_keyboard = True
            if row.more:
                self._show_more()
            elif row.card is not None:
                (self.acted if event.key() == Qt.Key.Key_Space else self.opened).emit(row.card.group_id)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The button under the pointer lights up."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        hot = index.row() if self._on_button(index, event.position().toPoint()) else -1
        if hot != self._delegate.hot:
            self._delegate.hot = hot
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click does what is under it."""
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or index != pressed:
            return
        row = self._groups.row(index.row())
        if row.more:
            self._show_more()
        elif row.card is not None:
            (self.acted if self._on_button(index, place) else self.picked).emit(row.card.group_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens, but not on a button: there it is two clicks too many."""
        index = self.indexAt(event.position().toPoint())
        card = self._groups.row(index.row()).card
        if card is not None and not self._on_button(index, event.position().toPoint()):
            self.opened.emit(card.group_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What one can do, where the pointer is or below the row of the keyboard."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            card, where = self._groups.row(self.indexAt(event.pos()).row()).card, event.globalPos()
        else:
            card = self.current
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if card is not None:
            self.menu_wanted.emit(card.group_id, where)

    def _on_button(self, index: QModelIndex, place: QPoint) -> bool:
        card = self._groups.row(index.row()).card
        if card is None or card.state not in BUTTON_STATES:
            return False
        area = self.visualRect(index)
        return self._delegate.placed(card, area.width()).state.contains(place - area.topLeft())

    def _show_more(self) -> None:
        number, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self.more_wanted.emit()
        # The first of those that were behind this row stands in its place, below its heading.
        while self._groups.row(number).text:
            number += 1
        self.setCurrentIndex(self._groups.index(number))
        self.verticalScrollBar().setValue(scrolled)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        card = self._groups.row(now.row()).card
        if card is not None:
            self.chosen.emit(card.group_id)
