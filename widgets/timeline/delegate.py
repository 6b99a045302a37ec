"""How a row looks: cards in their states, day headings, and quiet bars where a row is still being read."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QStaticText

from sync.store.rows import TopicRow
from widgets import icons
from widgets.faces import Faces
from widgets.theme import Theme
from widgets.timeline.ruled import HIDDEN, LIT
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
        self._dots: dict[int, QPixmap] = {}
        self._headings: dict[str, QStaticText] = {}

    def begin(self, row: TopicRow, card: Card, spare: QPixmap | None) -> QPixmap:
        """The picture of a card that is not selected and not hovered, all but its running text.

        ``spare`` is the picture of a card of this height that nobody shows any more, to be drawn over.
        """
        made = spare
        if made is None:
            made = QPixmap(round(self._width * self._dpr), round(card.height * self._dpr))
            made.setDevicePixelRatio(self._dpr)
        made.fill(self._theme.surface)
        painter = QPainter(made)
        self._hairline(painter, card.height)
        if card.look:
            self._ground(painter, card)
        self._marks(painter, row, card)
        painter.end()
        return made

    def finish(self, picture: QPixmap, card: Card) -> None:
        """Add the running text to a picture that was begun."""
        painter = QPainter(picture)
        self._lines(painter, card)
        painter.end()

    def plain(self, painter: QPainter, y: int, picture: QPixmap, *, joined: bool) -> None:
        """Show a card's picture at ``y``, without its hairline when the next card is selected."""
        painter.drawPixmap(0, y, picture)
        if joined:
            bottom = y + round(picture.height() / self._dpr)
            painter.fillRect(0, bottom - 1, self._width, 1, self._theme.surface)

    def live(self, painter: QPainter, y: int, row: TopicRow, card: Card, state: State) -> None:
        """A card in any state with its top at ``y``; the surface is painted already."""
        painter.translate(0, y)
        area = QRectF(INSET, 0, self._width - INSET, card.height)
        if not (state.selected or state.joined):
            self._hairline(painter, card.height)
        if state.selected or state.hovered:
            self._fill(painter, area, state)
        if card.look:
            self._ground(painter, card, selected=state.selected)
        self._marks(painter, row, card)
        self._lines(painter, card)
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

    def _ground(self, painter: QPainter, card: Card, *, selected: bool = False) -> None:
        """What a rule puts behind a card: a block when it is hidden, a rule at the left when highlighted."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.text, 1) if theme.outlined else Qt.PenStyle.NoPen)
        if card.look == HIDDEN:
            if not selected:
                painter.setBrush(theme.hover)
                block = QRectF(INSET, 2, self._width - INSET - 2, card.height - 5)
                painter.drawRoundedRect(block, theme.px(8), theme.px(8))
            painter.setBrush(theme.warning_soft)
            for fill in card.fills:
                painter.drawRoundedRect(fill, theme.px(4), theme.px(4))
        elif card.look == LIT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(INSET - 4, 8, 3, card.height - 17), 1.5, 1.5)

    def _hairline(self, painter: QPainter, height: int) -> None:
        left, right = INSET + GUTTER, self._width - RIGHT
        painter.fillRect(left, height - 1, right - left, 1, self._theme.line)

    def _marks(self, painter: QPainter, row: TopicRow, card: Card) -> None:
        # Pictures first: text drawn straight after a fill was measured to take four times as long.
        for x, top, size, name, role in card.icons:
            painter.drawPixmap(x, top, icons.pixmap(name, size, self._colours[role], self._dpr))
        self._face(painter, row, card)
        if card.dot[2]:
            x, top, size = card.dot
            painter.drawPixmap(x, top, self._dot(size))
        font = colour = None
        for spot, text, wanted, role in card.words:
            if wanted is not font:
                painter.setFont(wanted)
                font = wanted
            if role != colour:
                painter.setPen(self._colours[role])
                colour = role
            painter.drawStaticText(spot, text)

    def _lines(self, painter: QPainter, card: Card) -> None:
        colour = None
        for spot, line, _layout, role in card.lines:
            if role != colour:
                painter.setPen(self._colours[role])
                colour = role
            line.draw(painter, spot)

    def _dot(self, size: int) -> QPixmap:
        found = self._dots.get(size)
        if found is None:
            found = self._dots[size] = QPixmap(round(size * self._dpr), round(size * self._dpr))
            found.setDevicePixelRatio(self._dpr)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.unread)
            painter.drawEllipse(0, 0, size, size)
            painter.end()
        return found

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
