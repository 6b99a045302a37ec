"""What rows and blocks have in common when they are painted: fills, the ring of the keyboard, and words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from widgets.keyboard_list import shows_ring
from widgets.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap

_RADIUS, _RING_RADIUS = 8, 6


def paint_block(painter: QPainter, area: QRect, fill: QColor, theme: Theme) -> None:
    """A rounded block; in high contrast, where fills say little, with an outline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.text, 1) if theme.outlined else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(area, theme.px(_RADIUS), theme.px(_RADIUS))


def paint_ring(painter: QPainter, area: QRect | QRectF, theme: Theme) -> None:
    """The ring around what has the keyboard, right inside ``area``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = QRectF(area).adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inside, theme.px(_RING_RADIUS), theme.px(_RING_RADIUS))


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect, theme: Theme) -> None:
    """What lies behind a row of a list: its selection, or what the pointer makes of it."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setPen(QPen(theme.text, 1) if theme.outlined and selected else Qt.PenStyle.NoPen)
    painter.setBrush(theme.selection if selected else theme.hover)
    painter.drawRoundedRect(area, theme.px(_RADIUS), theme.px(_RADIUS))


def paint_row_ring(painter: QPainter, option: QStyleOptionViewItem, area: QRect, theme: Theme) -> None:
    """The ring around the row of a list that has the keyboard, if this one has."""
    if shows_ring(option):
        paint_ring(painter, area, theme)


def paint_words(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Words on one line, cut with dots where they do not fit."""
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    painter.drawText(room, align, shown)


def paint_wrapped(painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor) -> None:
    """Words on as many lines as there is room for."""
    if not room.isEmpty():
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, WRAPPED, text)


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """How high words are in a column of ``width`` pixels."""
    bounds = QRect(0, 0, max(width, 1), 1_000_000)
    return QFontMetrics(font).boundingRect(bounds, WRAPPED, text).height()
