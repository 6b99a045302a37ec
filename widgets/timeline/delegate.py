"""How a row looks: cards in their states, day headings, and quiet bars where a row is still being read."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QStaticText

from sync.store.rows import TopicRow
from widgets import icons
from widgets.faces import Faces
from widgets.theme import Theme
from widgets.timeline.sheet import GUTTER, INSET, RIGHT, Card


class State(NamedTuple):
    """What is the case for a card. ``ring``: the keyboard is here. ``joined``: the next card is selected."""

    selected: bool = False
    hovered: bool = False
    ring: bool = False
    joined: bool = False


class Delegate:
    """Paints rows for one theme, one width and one device pixel ratio."""

    def __init__(self, theme: Theme, width: int, faces: Faces | None, dpr: float) -> None:
        self._theme = theme
        self._width = width
        self._faces = faces
        self._dpr = dpr
        self._colours: dict[str, QColor] = {
            name: getattr(theme, name) for name in ("text", "muted", "closed", "positive", "accent")
        }
        self._headings: dict[str, QStaticText] = {}

    def card(self, painter: QPainter, y: int, row: TopicRow, card: Card, state: State) -> None:
        """A card with its top at ``y``; the background is there already."""
        painter.translate(0, y)
        theme = self._theme
        area = QRectF(INSET, 0, self._width - INSET, card.height)
        if state.selected or state.hovered:
            self._fill(painter, area, state)
        if not (state.selected or state.joined):
            left, right = INSET + GUTTER, self._width - RIGHT
            painter.fillRect(left, card.height - 1, right - left, 1, theme.line)
        self._texts(painter, card)
        for x, top, size, name, colour in card.icons:
            painter.drawPixmap(x, top, icons.pixmap(name, size, self._colours[colour], self._dpr))
        self._face(painter, row, card)
        if card.dot[2]:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.unread)
            x, top, size = card.dot
            painter.drawEllipse(x, top, size, size)
        if state.ring:
            self._ring(painter, area)
        painter.translate(0, -y)

    def heading(self, painter: QPainter, y: int, height: int, text: str) -> None:
        """A day heading of ``height`` pixels with its top at ``y``."""
        font = self._theme.font("meta", 600)
        static = self._headings.get(text)
        if static is None:
            static = self._headings[text] = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
        painter.setFont(font)
        painter.setPen(self._theme.muted)
        # A little below the middle: it belongs to what follows.
        top = y + (height - painter.fontMetrics().height()) // 2 + self._theme.px(2)
        painter.drawStaticText(INSET + GUTTER, top, static)

    def placeholder(self, painter: QPainter, y: int, height: int) -> None:
        """Where a card will be: flat bars that do not pretend to move."""
        theme = self._theme
        left, right = INSET + GUTTER, self._width - RIGHT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line if theme.outlined else theme.sunken)
        bars = ((0.62, 16), (0.34, 10), (0.96, 10), (0.80, 10)) if height > theme.px(80) else ((0.5, 14),)
        top = y + theme.px(14)
        for share, thickness in bars:
            bar = theme.px(thickness)
            painter.drawRoundedRect(QRectF(left, top, (right - left) * share, bar), bar / 2, bar / 2)
            top += bar + theme.px(14)

    def _fill(self, painter: QPainter, area: QRectF, state: State) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.selection if state.selected else theme.hover)
        painter.setPen(Qt.PenStyle.NoPen)
        if theme.outlined:
            painter.setPen(QPen(theme.accent if state.selected else theme.text, 1))
            area = area.adjusted(0.5, 0.5, -0.5, -0.5)
        radius = theme.px(8)
        painter.drawRoundedRect(area, radius, radius)

    def _texts(self, painter: QPainter, card: Card) -> None:
        font = colour = None
        for spot, line, wanted, role in card.texts:
            if wanted is not font:
                painter.setFont(wanted)
                font = wanted
            if role != colour:
                painter.setPen(self._colours[role])
                colour = role
            painter.drawStaticText(spot, line)

    def _face(self, painter: QPainter, row: TopicRow, card: Card) -> None:
        x, top, size = card.face
        if self._faces is not None and size:
            face = self._faces.face(row.avatar, row.author, row.author_id, size, self._theme, self._dpr)
            painter.drawPixmap(x, top, face)

    def _ring(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.accent, 2))
        radius = max(2, self._theme.px(8) - 2)
        painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), radius, radius)
