"""Draws the rows of the list of groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.groups import GroupCard
from widgets.groups import layout, wording
from widgets.groups.layout import BUTTON_STATES, Placed
from widgets.groups.rows import ROW_ROLE, Index
from widgets.groups.sections import Row
from widgets.groups.sparkline import paint_sparkline
from widgets.groups.wording import Moment
from widgets.icons import pixmap
from widgets.keyboard_list import shows_ring
from widgets.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_STATE_ICONS = {"member": "check", "asked": "clock", "joining": "clock", "leaving": "clock"}


class GroupDelegate(QStyledItemDelegate):
    """Draws a heading, a group, or the row with more. ``hot`` is the row whose button has the pointer.

    ``room`` is the width that a row has in any case: without the scroll bar, which comes and goes.
    """

    def __init__(self, theme: Theme, moment: Callable[[], Moment], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.hot = -1
        self.room = 0
        self._moment = moment

    def placed(self, card: GroupCard, width: int) -> Placed:
        """Where the parts of a group's row are."""
        return layout.placed(card, self.theme, width, self.room or width, self._moment())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of a narrow list are as high as their text."""
        row, width = _row(index), option.rect.width()
        if row.card is None:
            return QSize(width, self.theme.px(layout.MORE if row.more else layout.HEADING))
        if layout.is_wide(self.theme, self.room or width):
            return QSize(width, self.theme.px(layout.ROW))
        return QSize(width, self.placed(row.card, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row, area = _row(index), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.card is not None:
            painter.translate(area.topLeft())
            self._paint_group(painter, option, row.card, hot=index.row() == self.hot)
        else:
            self._paint_line(painter, option, row)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        theme, area = self.theme, option.rect
        side = layout.margin(theme, area.width())
        room = area.adjusted(side, 0, -side, 0)
        if not row.more:
            room.adjust(0, 0, 0, -theme.px(8))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            _words(painter, room, row.text, theme.font("meta", 600), theme.muted, flags)
            return
        font = QFont(theme.font("dense", 500))
        font.setUnderline(bool(option.state & QStyle.StateFlag.State_MouseOver))
        _words(painter, room, wording.more(row.more), font, theme.accent, _LEFT)
        if shows_ring(option):
            width = QFontMetrics(font).horizontalAdvance(wording.more(row.more))
            self._paint_ring(painter, room.adjusted(-8, 4, width + 8 - room.width(), -4))

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, card: GroupCard, *, hot: bool
    ) -> None:
        theme, at = self.theme, self.placed(card, option.rect.width())
        self._paint_ground(painter, option, at.ground)
        drawing, colour = ("lock", theme.closed) if card.closed else ("users-round", theme.muted)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at.icon.topLeft(), pixmap(drawing, at.icon.width(), colour, ratio))
        if at.facts.isEmpty() and not at.members.isEmpty():
            self._paint_columns(painter, card, at)
        else:
            _wrapped(painter, at.name, card.name, theme.font("title", 600), theme.text)
            _wrapped(painter, at.purpose, card.purpose, theme.font("dense"), theme.muted)
            told = layout.facts(card, self._moment().now)
            _wrapped(painter, at.facts, told, theme.font("meta", tabular=True), theme.muted)
        self._paint_state(painter, card, at, ratio, hot=hot)
        if shows_ring(option):
            self._paint_ring(painter, at.ground)

    def _paint_columns(self, painter: QPainter, card: GroupCard, at: Placed) -> None:
        theme = self.theme
        dense = theme.font("dense", tabular=True)
        _words(painter, at.name, card.name, theme.font("title", 600), theme.text, _LEFT)
        _words(painter, at.purpose, card.purpose, theme.font("dense"), theme.muted, _LEFT)
        _words(painter, at.members, wording.members(card), dense, theme.text, _LEFT)
        _words(painter, at.organisations, wording.organisations(card), dense, theme.muted, _LEFT)
        if card.visible:
            # Of a group of which one sees nothing it is not known how quiet it is.
            paint_sparkline(painter, QRectF(at.spark), card.activity, theme)
        told = wording.visit(card, self._moment().now)
        _words(painter, at.visit, told, theme.font("meta", tabular=True), theme.muted, _LEFT)

    def _paint_state(
        self, painter: QPainter, card: GroupCard, at: Placed, ratio: float, *, hot: bool
    ) -> None:
        theme, words = self.theme, wording.state(card)
        padding = theme.px(10)
        if card.state in BUTTON_STATES:
            painter.setPen(QPen(theme.text, 1) if theme.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(theme.quiet if hot else theme.sunken)
            painter.drawRoundedRect(at.state, theme.px(8), theme.px(8))
            room = at.state.adjusted(padding, 0, -padding, 0)
            _words(painter, room, words, theme.font("dense", 500), theme.text, _LEFT)
            return
        size = theme.px(layout.SMALL_ICON)
        room = at.state.adjusted(padding, 0, -padding, 0)
        drawing = _STATE_ICONS.get(card.state)
        if drawing is not None:
            top = room.top() + (room.height() - size) // 2
            painter.drawPixmap(room.left(), top, pixmap(drawing, size, theme.muted, ratio))
            room.adjust(size + theme.px(8), 0, 0, 0)
        align = _LEFT if drawing is not None else _RIGHT
        _words(painter, room, words, theme.font("dense"), theme.muted, align)
        waiting = wording.waits(card, online=self._moment().online)
        if at.aside:
            _words(painter, at.waits, waiting, theme.font("meta"), theme.muted, _RIGHT)
        else:
            _wrapped(painter, at.waits, waiting, theme.font("meta"), theme.muted)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        theme = self.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(QPen(theme.text, 1) if theme.outlined and selected else Qt.PenStyle.NoPen)
        painter.setBrush(theme.selection if selected else theme.hover)
        painter.drawRoundedRect(area, theme.px(8), theme.px(8))

    def _paint_ring(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QPen(self.theme.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), self.theme.px(6), self.theme.px(6))


def _row(index: Index) -> Row:
    row = index.data(ROW_ROLE)
    return row if isinstance(row, Row) else Row()


def _words(
    painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag
) -> None:
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, align, shown)


def _wrapped(painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor) -> None:
    if not room.isEmpty():
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, _WRAPPED, text)
