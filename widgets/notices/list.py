"""The rows of the list of notifications: what they hold, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from sync.store.notices import NoticeRow
from widgets.faces import Faces
from widgets.icons import pixmap
from widgets.notices import wording
from widgets.painting import paint_row_ground, paint_row_ring, paint_words
from widgets.theme import Theme

ROW = 60
_FACE = 36
_INSET = 16
_GAP = 12
_DOT = 8
_ICON = 14
_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
Age = Callable[[int], str]


class NoticesModel(QAbstractListModel):
    """The notifications, newest first; ``age`` says a moment in words."""

    def __init__(self, age: Age, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._age = age
        self.notices: Sequence[NoticeRow] = ()

    def show_notices(self, rows: Sequence[NoticeRow]) -> None:
        """Other rows, or the same ones as they are now."""
        if [row.notice_id for row in rows] == [row.notice_id for row in self.notices]:
            self.notices = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.notices = rows
        self.endResetModel()

    def picture_ready(self, key: str) -> None:
        """A face can be drawn now."""
        for number, row in enumerate(self.notices):
            if row.avatar == key:
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.notices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence, what is read out, and the row itself."""
        row = self.notices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.happened(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.spoken(row, self._age(row.created))
        return row if role == _ROLE else None

    def age(self, moment: int) -> str:
        """A moment in words."""
        return self._age(moment)


class NoticeDelegate(QStyledItemDelegate):
    """Draws a notification: face, what happened, where and when, and a dot while it is unread."""

    def __init__(self, faces: Faces, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(option.rect.width(), self.theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, model = index.data(_ROLE), index.model()
        if not isinstance(row, NoticeRow) or not isinstance(model, NoticesModel):
            return
        theme, area = self.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        if not row.read:
            self._paint_dot(painter, area)
        x = area.x() + theme.px(_INSET + _DOT + 8)
        size = theme.px(_FACE)
        ratio = painter.device().devicePixelRatioF()
        face = self._faces.face(row.avatar, row.author or "?", row.notice_id, size, theme, ratio)
        painter.drawPixmap(x, area.y() + (area.height() - size) // 2, face)
        x += size + theme.px(_GAP)
        lines = theme.line_height("body") + theme.line_height("dense")
        top = area.y() + (area.height() - lines) // 2
        room = QRect(x, top, area.right() - theme.px(_INSET) - x, theme.line_height("body"))
        weight = 400 if row.read else 600
        paint_words(painter, room, wording.happened(row), theme.font("body", weight), theme.text)
        room.translate(0, theme.line_height("body"))
        room.setHeight(theme.line_height("dense"))
        self._paint_where(painter, room, row, model.age(row.created), ratio)
        painter.restore()

    def _paint_where(self, painter: QPainter, room: QRect, row: NoticeRow, age: str, ratio: float) -> None:
        theme, place = self.theme, row.group if row.kind != "welcome" else ""
        if row.closed:
            size = theme.px(_ICON)
            painter.drawPixmap(
                room.x(), room.y() + (room.height() - size) // 2, pixmap("lock", size, theme.closed, ratio)
            )
            room = room.adjusted(size + theme.px(6), 0, 0, 0)
        words = " · ".join(part for part in (place, row.organisation, age) if part)
        paint_words(painter, room, words, theme.font("dense"), theme.muted)

    def _paint_dot(self, painter: QPainter, area: QRect) -> None:
        theme, size = self.theme, self.theme.px(_DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawEllipse(
            area.x() + theme.px(_INSET - 4), area.y() + (area.height() - size) // 2, size, size
        )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area = option.rect.adjusted(2, 1, -2, -1)
        paint_row_ground(painter, option, area, self.theme)
        paint_row_ring(painter, option, area.adjusted(1, 1, -1, -1), self.theme)
