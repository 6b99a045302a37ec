"""Draws the rows of the list of groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.groups import GroupCard
from widgets.groups import layout, wording
from widgets.groups.layout import BUTTON_STATES, Placed
from widgets.groups.rows import ROW_ROLE, Index
from widgets.groups.sections import Row
from widgets.groups.sparkline import paint_sparkline
from widgets.groups.wording import Moment
from widgets.icons import pixmap
from widgets.painting import (
    LEFT,
    RIGHT,
    paint_block,
    paint_row_ground,
    paint_row_ring,
    paint_words,
    paint_wrapped,
)
from widgets.theme import Theme

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
            paint_words(painter, room, row.text, theme.font("meta", 600), theme.muted, flags)
            return
        font = QFont(theme.font("dense", 500))
        font.setUnderline(bool(option.state & QStyle.StateFlag.State_MouseOver))
        paint_words(painter, room, wording.more(row.more), font, theme.accent)
        width = QFontMetrics(font).horizontalAdvance(wording.more(row.more))
        around = room.adjusted(-7, 5, width + 7 - room.width(), -5)
        paint_row_ring(painter, option, around, theme)

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, card: GroupCard, *, hot: bool
    ) -> None:
        theme, at = self.theme, self.placed(card, option.rect.width())
        paint_row_ground(painter, option, at.ground, theme)
        drawing, colour = ("lock", theme.closed) if card.closed else ("users-round", theme.muted)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(at.icon.topLeft(), pixmap(drawing, at.icon.width(), colour, ratio))
        if at.facts.isEmpty() and not at.members.isEmpty():
            self._paint_columns(painter, card, at)
        else:
            paint_wrapped(painter, at.name, card.name, theme.font("title", 600), theme.text)
            paint_wrapped(painter, at.purpose, card.purpose, theme.font("dense"), theme.muted)
            told = layout.facts(card, self._moment().now)
            paint_wrapped(painter, at.facts, told, theme.font("meta", tabular=True), theme.muted)
        self._paint_state(painter, card, at, ratio, hot=hot)
        paint_row_ring(painter, option, at.ground.adjusted(1, 1, -1, -1), theme)

    def _paint_columns(self, painter: QPainter, card: GroupCard, at: Placed) -> None:
        theme = self.theme
        dense = theme.font("dense", tabular=True)
        paint_words(painter, at.name, card.name, theme.font("title", 600), theme.text)
        paint_words(painter, at.purpose, card.purpose, theme.font("dense"), theme.muted)
        paint_words(painter, at.members, wording.members(card), dense, theme.text)
        paint_words(painter, at.organisations, wording.organisations(card), dense, theme.muted)
        if card.visible:
            # Of a group of which one sees nothing it is not known how quiet it is.
            paint_sparkline(painter, QRectF(at.spark), card.activity, theme)
        told = wording.visit(card, self._moment().now)
        paint_words(painter, at.visit, told, theme.font("meta", tabular=True), theme.muted)

    def _paint_state(
        self, painter: QPainter, card: GroupCard, at: Placed, ratio: float, *, hot: bool
    ) -> None:
        theme, words = self.theme, wording.state(card)
        padding = theme.px(10)
        if card.state in BUTTON_STATES:
            paint_block(painter, at.state, theme.quiet if hot else theme.sunken, theme)
            room = at.state.adjusted(padding, 0, -padding, 0)
            paint_words(painter, room, words, theme.font("dense", 500), theme.text)
            return
        size = theme.px(layout.SMALL_ICON)
        room = at.state.adjusted(padding, 0, -padding, 0)
        drawing = _STATE_ICONS.get(card.state)
        if drawing is not None:
            top = room.top() + (room.height() - size) // 2
            painter.drawPixmap(room.left(), top, pixmap(drawing, size, theme.muted, ratio))
            room.adjust(size + theme.px(8), 0, 0, 0)
        align = LEFT if drawing is not None else RIGHT
        paint_words(painter, room, words, theme.font("dense"), theme.muted, align)
        waiting = wording.waits(card, online=self._moment().online)
        if at.aside:
            paint_words(painter, at.waits, waiting, theme.font("meta"), theme.muted, RIGHT)
        else:
            paint_wrapped(painter, at.waits, waiting, theme.font("meta"), theme.muted)


def _row(index: Index) -> Row:
    row = index.data(ROW_ROLE)
    return row if isinstance(row, Row) else Row()
