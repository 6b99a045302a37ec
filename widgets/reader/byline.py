"""The painted words of a post: organisation, age and marks; where they stand and how they are drawn."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from sync.store.rows import PostRow
from widgets.icons import pixmap
from widgets.reader import wording
from widgets.theme import Theme

_GAP = 8
_ICON = 16


class Piece(NamedTuple):
    """Words in a place, perhaps with an icon before them or a pill around them."""

    place: QRect
    text: str
    font: QFont
    colour: QColor
    icon: str = ""
    filled: bool = False
    pill: bool = False
    tip: str = ""

    def width(self, theme: Theme) -> int:
        """How much room the piece takes, icon and pill included."""
        words = QFontMetrics(self.font).horizontalAdvance(self.text) + 1 if self.text else 0
        icon = theme.px(_ICON) + (theme.px(6) if words else 0) if self.icon else 0
        return words + icon + (theme.px(12) if self.pill else 0)


class Byline(NamedTuple):
    """What stands in the line of the name: after it, and at the right end."""

    after: list[Piece]
    end: list[Piece]

    @staticmethod
    def of(row: PostRow, theme: Theme, now: int) -> Byline:
        """The pieces of a post's byline, still without a place."""
        nowhere = QRect()
        translate = QCoreApplication.translate
        after = []
        if row.organisation:
            after.append(
                Piece(nowhere, row.organisation, theme.font("dense"), theme.muted, tip=row.organisation)
            )
        if row.team:
            team = translate("reader", "team", "mark of a member of the community team")
            after.append(Piece(nowhere, team, theme.font("meta", 500), theme.muted, pill=True))
        end = []
        if row.accepted:
            helped = translate("reader", "Answer that helped")
            end.append(Piece(nowhere, helped, theme.font("meta", 600), theme.positive, icon="check"))
            end.append(Piece(nowhere, "·", theme.font("meta"), theme.muted))
        tip = wording.date_and_time(row.created)
        age = wording.age(row.created, now)
        end.append(Piece(nowhere, age, theme.font("meta", tabular=True), theme.muted, tip=tip))
        return Byline(after, end)

    def place(self, line: QRect, name: int, theme: Theme) -> tuple[list[Piece], int, int]:
        """Gives the pieces their places in and below ``line``, after a name of ``name`` pixels.

        All on one line if it fits; else the organisation goes below the name, and then the age below that.
        Returns the pieces, the room the name gets, and the bottom.
        """
        gap = theme.px(_GAP)
        after, end = _widths(self.after, theme, gap), _widths(self.end, theme, gap)
        if name + gap + after + 2 * gap + end <= line.width():
            pieces = _row(self.after, line.x() + name + gap, line, theme)
            pieces += _row(self.end, line.right() + 1 - end, line, theme)
            return pieces, name, line.bottom() + 1
        name = min(name, line.width())
        below = line.translated(0, line.height())
        if name + 2 * gap + end <= line.width():
            pieces = _row(self.end, line.right() + 1 - end, line, theme)
            if not self.after:
                return pieces, name, line.bottom() + 1
            return pieces + _row(self.after, line.x(), below, theme), name, below.bottom() + 1
        pieces = _row(self.after, line.x(), below, theme)
        last = below.translated(0, line.height()) if self.after else below
        return pieces + _row(self.end, line.x(), last, theme), name, last.bottom() + 1


def edited(row: PostRow, theme: Theme, x: int, y: int) -> list[Piece]:
    """The mark of a post that was edited, in the line below it; none when it was not."""
    if row.version <= 1:
        return []
    words, tip = QCoreApplication.translate("reader", "edited"), wording.date_and_time(row.updated)
    piece = Piece(QRect(), words, theme.font("meta"), theme.muted, tip=tip)
    return _row([piece], x, QRect(x, y, 10_000, theme.px(20)), theme)


def paint_pieces(painter: QPainter, pieces: list[Piece], theme: Theme, ratio: float) -> None:
    """Draws the pieces in their places."""
    for piece in pieces:
        place = QRect(piece.place)
        if piece.pill:
            _paint_pill(painter, place, theme)
            place.adjust(theme.px(6), 0, 0, 0)
        if piece.icon:
            size = theme.px(_ICON)
            mark = pixmap(piece.icon, size, piece.colour, ratio, filled=piece.filled)
            painter.drawPixmap(QPoint(place.x(), place.y() + (place.height() - size) // 2), mark)
            place.adjust(size + theme.px(6), 0, 0, 0)
        painter.setFont(piece.font)
        painter.setPen(piece.colour)
        shown = QFontMetrics(piece.font).elidedText(
            piece.text, Qt.TextElideMode.ElideRight, place.width() + 1
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_pill(painter: QPainter, place: QRect, theme: Theme) -> None:
    inset = max(0, (place.height() - theme.px(18)) // 2)
    painter.setPen(theme.control if theme.outlined else Qt.GlobalColor.transparent)
    painter.setBrush(theme.sunken)
    painter.drawRoundedRect(place.adjusted(0, inset, 0, -inset), theme.px(6), theme.px(6))


def _widths(pieces: list[Piece], theme: Theme, gap: int) -> int:
    return sum(piece.width(theme) for piece in pieces) + gap * max(len(pieces) - 1, 0)


def _row(pieces: list[Piece], x: int, line: QRect, theme: Theme, gap: int | None = None) -> list[Piece]:
    placed = []
    for piece in pieces:
        width = min(piece.width(theme), max(line.right() + 1 - x, 0))
        placed.append(piece._replace(place=QRect(x, line.y(), width, line.height())))
        x += width + (theme.px(_GAP) if gap is None else gap)
    return placed
