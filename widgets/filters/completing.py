"""The list of completions under a field: chosen by keys or pointer while the typing goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QListView, QWidget

from widgets.icons import icon
from widgets.theme import Theme

_MOST = 8
_LEAST_WIDTH = 200


class Offer(NamedTuple):
    """A completion: what is put in, how it reads, and the icon before it (or "")."""

    value: str
    label: str
    icon: str = ""
    note: str = ""


class Completing(QObject):
    """Offers completions for ``field``; ``take(value)`` puts the chosen one in."""

    def __init__(self, field: QWidget, theme: Theme, take: Callable[[str], None]) -> None:
        super().__init__(field)
        self._field = field
        self._theme = theme
        self._take = take
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST)
        self._completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        self._completer.setWidget(field)
        self._completer.activated.connect(self._chosen)
        self._popup = QListView()
        self._popup.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._completer.setPopup(self._popup)
        self._popup.installEventFilter(self)

    @property
    def shown(self) -> bool:
        """Whether the list is open."""
        return self._popup.isVisible()

    @property
    def list(self) -> QListView:
        """The list that opens."""
        return self._popup

    @property
    def labels(self) -> Sequence[str]:
        """What is offered now, as it reads."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())] if self.shown else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return with nothing marked in the list is for the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not self._popup.currentIndex().isValid():
                self.close()
                QApplication.sendEvent(self._field, event)
                return True
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme

    def offer(self, offers: Sequence[Offer], spot: QPoint) -> None:
        """Open the list with its top left corner at ``spot`` in the field; nothing to offer closes it."""
        if not offers:
            self.close()
            return
        self._model.clear()
        for offer in offers:
            item = QStandardItem(f"{offer.label}   {offer.note}" if offer.note else offer.label)
            item.setData(offer.value, Qt.ItemDataRole.UserRole)
            if offer.icon:
                item.setIcon(icon(offer.icon, self._theme.px(16), self._theme.muted))
            self._model.appendRow(item)
        width = max(self._theme.px(_LEAST_WIDTH), self._popup.sizeHintForColumn(0) + 32)
        self._completer.complete(QRect(spot.x(), spot.y() - 1, width, 1))
        # Nothing is marked until an arrow or the pointer does so: else Enter would take what nobody chose.
        self._popup.setCurrentIndex(QModelIndex())

    def close(self) -> None:
        """Take the list away."""
        self._popup.hide()

    def take_current(self) -> bool:
        """Put in what stands marked in the list; whether there was anything."""
        index = self._popup.currentIndex()
        if not self.shown or not index.isValid():
            return False
        self._chosen(str(index.data(Qt.ItemDataRole.UserRole)))
        return True

    def _chosen(self, value: str) -> None:
        self.close()
        self._take(value)
