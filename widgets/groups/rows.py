"""The rows of the list of groups: their words, and how they are read out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.groups import wording
from widgets.groups.sections import Row
from widgets.groups.wording import Moment
from widgets.plain_text import as_tip

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class GroupsModel(QAbstractListModel):
    """The rows that are shown. ``moment`` tells the time."""

    def __init__(self, moment: Callable[[], Moment], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moment = moment
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> bool:
        """Other rows; whether they are other groups and not only other facts."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row(self, number: int) -> Row:
        """What stands in a row; an empty one outside the list."""
        return self._rows[number] if 0 <= number < len(self._rows) else Row()

    def row_of(self, group_id: int) -> int:
        """Where a group stands; -1 when it does not."""
        ids = ((number, row.card.group_id) for number, row in enumerate(self._rows) if row.card is not None)
        return next((number for number, found in ids if found == group_id), -1)

    def first(self) -> int:
        """Where the first group stands; -1 without any."""
        return next((number for number, row in enumerate(self._rows) if row.card is not None), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are; none has rows below it."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are no place to stand."""
        row = self.row(index.row())
        if row.card is None and not row.more:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its words, and how it is read out."""
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return wording.on_space(row.card) if row.card is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole and row.card is not None:
            return as_tip(f"{row.card.name}\n{row.card.purpose}".strip())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.card.name if row.card is not None else row.text or wording.more(row.more)
        return None

    def _spoken(self, row: Row) -> str:
        if row.card is not None:
            return wording.spoken(row.card, self._moment(), row.position, row.total)
        return row.text or wording.more(row.more)
