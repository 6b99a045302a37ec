"""The rows of the list of people: what they hold, and how they are drawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sync.store.rows import MemberCard
from widgets.faces import Faces
from widgets.people import wording
from widgets.theme import Theme

ROW = 56
FACE = 32
_INSET = 16
_GAP = 12
_RADIUS = 8
_CARD = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """The people that were found, in the order of the answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[MemberCard] = []

    def show_cards(self, cards: list[MemberCard]) -> None:
        """Other people."""
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def card(self, row: int) -> MemberCard | None:
        """Who is in a row."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def picture_ready(self, key: str) -> None:
        """A face can be drawn now."""
        for row, card in enumerate(self._cards):
            if card.avatar == key:
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many people there are; people have no rows below them."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, the sentence that is read out, and the card itself."""
        card = self.card(index.row())
        if card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.person(card)
        return card if role == _CARD else None


class PersonDelegate(QStyledItemDelegate):
    """Draws a person: face, name, what they do, and how much they wrote."""

    def __init__(self, faces: Faces, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(option.rect.width(), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        card = index.data(_CARD)
        if not isinstance(card, MemberCard):
            return
        theme, area = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        size = theme.px(FACE)
        x = area.x() + theme.px(_INSET)
        ratio = painter.device().devicePixelRatioF()
        face = self._faces.face(card.avatar, card.name, card.member_id, size, theme, ratio)
        painter.drawPixmap(QPoint(x, area.y() + (area.height() - size) // 2), face)
        x += size + theme.px(_GAP)
        count = wording.contributions(card.posts) if card.posts else ""
        room = QRect(x, area.y(), area.right() - theme.px(_INSET) - x, area.height())
        used = _words(painter, room, count, theme.font("meta", tabular=True), theme.muted, _RIGHT)
        room.adjust(0, theme.px(8), -used - theme.px(_GAP), -theme.px(8))
        top = QRect(room.x(), room.y(), room.width(), theme.line_height("body"))
        below = QRect(room.x(), top.bottom() + 1, room.width(), theme.line_height("dense"))
        _words(painter, top, card.name, theme.font("body", 500), theme.text, _LEFT)
        _words(painter, below, wording.work(card), theme.font("dense"), theme.muted, _LEFT)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._theme, option.state
        area = option.rect.adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.selection)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.hover)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if theme.outlined and state & QStyle.StateFlag.State_Selected:
            painter.setPen(theme.text)
        painter.drawRoundedRect(area, theme.px(_RADIUS), theme.px(_RADIUS))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), theme.px(6), theme.px(6))


def _words(
    painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag
) -> int:
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, align, shown)
    return metrics.horizontalAdvance(shown)
