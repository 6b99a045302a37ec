"""One card under construction: lines of text, tokens and a byline, placed from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QStaticText, QTextLayout, QTextLine, QTextOption

from sync.store.rows import TopicRow

if TYPE_CHECKING:
    from widgets.timeline.layout import CardLayout
    from widgets.timeline.ruled import Act

# The card stands off the pane's edge; its text starts after the gutter with the dot.
INSET = 8
GUTTER = 24
RIGHT = 16

# Where the unread dot ends in the gutter, which does not grow with the text.
_DOT_ENDS = 16
_LARGEST_DOT = 12

# No text of usual letters has more of them to a line than width / (size * this).
_NARROWEST = 0.4


_BREAK_ANYWHERE = QTextOption()
_BREAK_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Line(NamedTuple):
    """A line of running text: its top left corner in the card; ``layout`` keeps the line's glyphs alive."""

    spot: QPointF
    line: QTextLine
    layout: QTextLayout
    colour: str


class Word(NamedTuple):
    """A short text: its top left corner in the card, and the theme colour it is drawn in."""

    spot: QPointF
    text: QStaticText
    font: QFont
    colour: str


class Icon(NamedTuple):
    """An icon, its top left corner in the card, its size, and the theme colour it is drawn in."""

    x: int
    y: int
    size: int
    name: str
    colour: str


class Card(NamedTuple):
    """A card laid out. ``face`` and ``dot`` (the unread mark) are left, top and size.

    A rule gives it a ``look``; ``fills`` are blocks behind words, ``acts`` the links in it.
    """

    height: int
    lines: list[Line]
    words: list[Word]
    icons: list[Icon]
    face: tuple[int, int, int]
    dot: tuple[int, int, int]
    look: str = ""
    fills: Sequence[QRect] = ()
    acts: Sequence[Act] = ()


class Token(NamedTuple):
    """An icon (or "") and a word (or "") that belong together, in one of the theme's colours."""

    icon: str
    text: str
    colour: str


def group_token(row: TopicRow) -> Token:
    """The group of a topic; a lock always means closed."""
    return Token("lock", row.group, "closed") if row.closed else Token("users", row.group, "muted")


class Sheet:
    """A card under construction: ``y`` is where the next line goes."""

    def __init__(self, layout: CardLayout) -> None:
        self.y = 0
        self._layout = layout
        self._left, self._right = layout.left, layout.right
        self._lines: list[Line] = []
        self._words: list[Word] = []
        self._icons: list[Icon] = []
        self._face = (0, 0, 0)
        self._middle = 0

    def finished(self, row: TopicRow) -> Card:
        """The card as far as it came; the dot stands beside the first line."""
        size = min(self._layout.theme.px(8), _LARGEST_DOT) if row.unread else 0
        dot = (INSET + _DOT_ENDS - size, self._middle - size // 2, size)
        return Card(self.y, self._lines, self._words, self._icons, self._face, dot)

    def icon(self, x: int, name: str, line: int, colour: str) -> None:
        """An icon in the middle of a line of ``line`` pixels."""
        size = self._layout.icon
        self._icons.append(Icon(x, self.y + (line - size) // 2, size, name, colour))

    def title(self, row: TopicRow, font: QFont, line: int, age: str, colour: str = "text") -> None:
        """The title, with the age at its right unless labels wrap."""
        layout = self._layout
        room = self._right - self._left
        self._middle = self.y + line // 2
        if layout.wraps:
            self.paragraph(row.title, font, line, 3, colour)
            return
        small = layout.theme.font("meta", tabular=True)
        width, word = layout.word(age, small)
        top = self.y + layout.drop(small, line, font)
        self._words.append(Word(QPointF(self._right - width, top), word, small, "muted"))
        self.paragraph(row.title, font, line, 1 if layout.compact else 2, colour, room - round(width) - 16)

    def byline(
        self,
        row: TopicRow,
        line: int,
        face: int,
        name: QFont,
        plain: QFont,
        age: str,
        colour: str = "text",
    ) -> None:
        """Face, name and organisation on one line, or below each other when labels wrap."""
        layout = self._layout
        self._face = (self._left, self.y + (line - face) // 2, face)
        x = float(self._left + face + layout.theme.px(8))
        if layout.wraps:
            self.put(x, row.author, name, line, colour, self._right - x)
            self.y += line
            below = f"{row.organisation} · {age}" if row.organisation else age
            self.paragraph(below, plain, line, 3, "muted")
            return
        x = self.put(x, row.author, name, line, colour, self._right - x) + 8
        if row.organisation and self._right - x > 40:
            self.put(x, row.organisation, plain, line, "muted", self._right - x)
        self.y += line

    def shared_line(
        self, row: TopicRow, line: int, face: int, name: QFont, plain: QFont, counts: list[Token]
    ) -> None:
        """The compact card's second line: who and where at the left, kind and replies at the right."""
        right = self._place_right(counts, line) - 16
        self._face = (self._left, self.y + (line - face) // 2, face)
        x = float(self._left + face + 6)
        x = self.put(x, row.author, name, line, "text", right - x) + 6
        group = group_token(row)
        room = self._width(group) + 12 if row.group else 0
        if row.organisation and right - x - room > 40:
            x = self.put(x, row.organisation, plain, line, "muted", right - x - room) + 12
        if row.group and self._width(group) <= right - x:
            self._put_token(x, group, line)
        self.y += line

    def paragraph(
        self, text: str, font: QFont, line: int, most: int, colour: str, width: int | None = None
    ) -> None:
        """At most ``most`` lines, the last one ending in an ellipsis when there is more."""
        if width is None:
            width = self._right - self._left
        text, cut = _one_paragraph(text, int(most * width / (font.pixelSize() * _NARROWEST)))
        broken = QTextLayout(text, font)
        broken.setTextOption(_BREAK_ANYWHERE)
        broken.beginLayout()
        for number in range(most):
            piece = broken.createLine()
            if not piece.isValid():
                break
            piece.setLineWidth(width)
            last = number == most - 1
            if last and (cut or piece.textStart() + piece.textLength() < len(text)):
                self._put_elided(text, piece, font, line, colour, width)
            else:
                top = self.y + self._layout.drop(font, line)
                self._lines.append(Line(QPointF(self._left, top), piece, broken, colour))
            self.y += line
        broken.endLayout()

    def tokens(self, left: list[Token], right: list[Token]) -> None:
        """Kind, group and tags at the left, counts at the right; a flow of lines when labels wrap."""
        line = self._layout.theme.px(16)
        if self._layout.wraps:
            self._flow(left + right, line)
            return
        limit = self._place_right(right, line) - 12
        x = float(self._left)
        for token in left:
            width = self._width(token)
            if x + width > limit:
                if token.icon:
                    self._put_token(x, token, line, limit - x)
                break
            self._put_token(x, token, line)
            x += width + 12
        self.y += line

    def _flow(self, tokens: list[Token], line: int) -> None:
        x, room = float(self._left), self._right - self._left
        gap = self._layout.theme.px(8)
        for token in tokens:
            width = min(self._width(token), room)
            if x > self._left and x + width > self._right:
                x = self._left
                self.y += line + gap
            self._put_token(x, token, line, room)
            x += width + self._layout.theme.px(12)
        self.y += line

    def _place_right(self, tokens: list[Token], line: int) -> float:
        x = float(self._right)
        for token in reversed(tokens):
            x -= self._width(token)
            self._put_token(x, token, line)
            x -= 12
        return x + 12

    def _width(self, token: Token) -> float:
        layout = self._layout
        text = layout.word(token.text, layout.meta)[0] if token.text else 0.0
        if not token.icon:
            return text
        return layout.icon + text + (layout.icon_gap if token.text else 0)

    def _put_token(self, x: float, token: Token, line: int, room: float = 0) -> None:
        layout = self._layout
        if token.icon:
            size = layout.icon
            self._icons.append(Icon(round(x), self.y + (line - size) // 2, size, token.icon, token.colour))
            x += size + layout.icon_gap
            room -= size + layout.icon_gap
        if token.text:
            self.put(x, token.text, layout.meta, line, token.colour, room)

    def put(self, x: float, text: str, font: QFont, line: int, colour: str, room: float) -> float:
        """A short text, elided when wider than ``room`` (0: it is known to fit); return where it ends."""
        layout = self._layout
        width, word = layout.word(text, font)
        if 0 < room < width:
            text = layout.metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            width, word = layout.word(text, font)
        top = self.y + layout.drop(font, line)
        self._words.append(Word(QPointF(x, top), word, font, colour))
        return x + width

    def _put_elided(
        self, text: str, piece: QTextLine, font: QFont, line: int, colour: str, width: int
    ) -> None:
        """The last line, shortened by whole words until the ellipsis fits behind it."""
        layout = self._layout
        shown = text[piece.textStart() : piece.textStart() + piece.textLength()].rstrip()
        if piece.naturalTextWidth() + layout.word("…", font)[0] > width:
            shorter = shown.rpartition(" ")[0]
            shown = shorter if len(shorter) > len(shown) // 2 else shown[:-3]
        top = self.y + layout.drop(font, line)
        static = QStaticText(shown.rstrip(" ,.;:") + "…")
        static.setTextFormat(Qt.TextFormat.PlainText)
        self._words.append(Word(QPointF(self._left, top), static, font, colour))


def _one_paragraph(text: str, most: int) -> tuple[str, bool]:
    """A text without line breaks and of at most ``most`` letters, and whether that cut something off."""
    cut = len(text) > most
    text = text[:most]
    if "\n" in text or "  " in text:
        text = " ".join(text.split())
    return text, cut
