"""One card under construction: lines of text, tokens and a byline, placed from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QStaticText, QTextLayout, QTextOption, QTransform

from sync.store.rows import TopicRow

if TYPE_CHECKING:
    from widgets.timeline.layout import CardLayout

# The card stands off the pane's edge; its text starts after the gutter with the dot.
INSET = 8
GUTTER = 24
RIGHT = 16

# Where the unread dot ends in the gutter, which does not grow with the text.
_DOT_ENDS = 16
_LARGEST_DOT = 12

# Longer texts cannot show more than this on a card.
_MOST_TEXT = 600


class Text(NamedTuple):
    """A line of text: its top left corner in the card, and the theme colour it is drawn in."""

    spot: QPointF
    line: QStaticText
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
    """A card laid out. ``face`` and ``dot`` (the unread mark) are left, top and size."""

    height: int
    texts: list[Text]
    icons: list[Icon]
    face: tuple[int, int, int]
    dot: tuple[int, int, int]


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
        self._texts: list[Text] = []
        self._icons: list[Icon] = []
        self._face = (0, 0, 0)

    def finished(self, row: TopicRow) -> Card:
        """The card as far as it came; the dot stands beside the first line."""
        size = min(self._layout.theme.px(8), _LARGEST_DOT) if row.unread else 0
        first = self._texts[0]
        middle = round(first.spot.y() + self._layout.metrics(first.font).height() / 2)
        dot = (INSET + _DOT_ENDS - size, middle - size // 2, size)
        return Card(self.y, self._texts, self._icons, self._face, dot)

    def title(self, row: TopicRow, font: QFont, line: int, age: str) -> None:
        """The title, with the age at its right unless labels wrap."""
        layout = self._layout
        width = float(self._right - self._left)
        most = 2 if not layout.compact or layout.wraps else 1
        aside: Text | None = None
        if layout.wraps:
            most = 3
        else:
            small = layout.theme.font("meta", tabular=True)
            room = layout.metrics(small).horizontalAdvance(age)
            baseline = self._baseline(font, self.y, line)
            top = baseline - layout.metrics(small).ascent()
            aside = Text(QPointF(self._right - room, top), _static(age, small), small, "muted")
            width -= room + 16
        for text in _lines(layout, row.title, font, width, most):
            self._put(self._left, text, font, line, "text")
            self.y += line
        if aside is not None:
            self._texts.append(aside)

    def byline(self, row: TopicRow, line: int, face: int, name: QFont, plain: QFont, age: str) -> None:
        """Face, name and organisation on one line, or below each other when labels wrap."""
        layout = self._layout
        self._face = (self._left, self.y + (line - face) // 2, face)
        x = float(self._left + face + layout.theme.px(8))
        if layout.wraps:
            for text in _lines(layout, row.author, name, self._right - x, 2):
                self._put(x, text, name, line, "text")
                self.y += line
            below = f"{row.organisation} · {age}" if row.organisation else age
            self.paragraph(below, plain, line, 2, "muted")
            return
        x = self._put_within(x, row.author, name, line, "text", self._right - x) + 8
        if row.organisation and self._right - x > 40:
            self._put_within(x, row.organisation, plain, line, "muted", self._right - x)
        self.y += line

    def shared_line(
        self, row: TopicRow, line: int, face: int, name: QFont, plain: QFont, counts: list[Token]
    ) -> None:
        """The compact card's second line: who and where at the left, kind and replies at the right."""
        right = self._place_right(counts, line) - 16
        self._face = (self._left, self.y + (line - face) // 2, face)
        x = float(self._left + face + 6)
        x = self._put_within(x, row.author, name, line, "text", right - x) + 6
        group = group_token(row)
        room = self._width(group) + 12
        if row.organisation and right - x - room > 40:
            x = self._put_within(x, row.organisation, plain, line, "muted", right - x - room) + 12
        if row.group and self._width(group) <= right - x:
            self._put_token(x, group, line)
        self.y += line

    def paragraph(self, text: str, font: QFont, line: int, most: int, colour: str) -> None:
        """Some lines over the card's width, the last one elided."""
        width = self._right - self._left
        for part in _lines(self._layout, text, font, width, most):
            self._put(self._left, part, font, line, colour)
            self.y += line

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
        px = self._layout.theme.px
        font = self._layout.theme.font("meta", tabular=True)
        text = self._layout.metrics(font).horizontalAdvance(token.text) if token.text else 0.0
        icon = px(16) + (px(5) if token.text else 0) if token.icon else 0
        return icon + text

    def _put_token(self, x: float, token: Token, line: int, room: float = 0) -> None:
        theme = self._layout.theme
        if token.icon:
            size = theme.px(16)
            self._icons.append(Icon(round(x), self.y + (line - size) // 2, size, token.icon, token.colour))
            x += size + theme.px(5)
            room -= size + theme.px(5)
        if token.text:
            font = theme.font("meta", tabular=True)
            if room > 0:
                self._put_within(x, token.text, font, line, token.colour, room)
            else:
                self._put(x, token.text, font, line, token.colour)

    def _put_within(self, x: float, text: str, font: QFont, line: int, colour: str, width: float) -> float:
        metrics = self._layout.metrics(font)
        advance = metrics.horizontalAdvance(text)
        if advance > width:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            advance = metrics.horizontalAdvance(text)
        self._put(x, text, font, line, colour)
        return x + advance

    def _put(self, x: float, text: str, font: QFont, line: int, colour: str) -> None:
        top = self._baseline(font, self.y, line) - self._layout.metrics(font).ascent()
        self._texts.append(Text(QPointF(x, top), _static(text, font), font, colour))

    def _baseline(self, font: QFont, top: int, line: int) -> float:
        metrics = self._layout.metrics(font)
        return round(top + (line - metrics.height()) / 2 + metrics.ascent())


def _lines(layout: CardLayout, text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text in at most ``most`` lines of ``width`` pixels, the last one elided when there is more."""
    text = " ".join(text[:_MOST_TEXT].split())
    metrics = layout.metrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    if most == 1:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    broken = QTextLayout(text, font)
    broken.setTextOption(option)
    lines: list[str] = []
    broken.beginLayout()
    while (line := broken.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            lines.append(metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    broken.endLayout()
    return lines


def _static(text: str, font: QFont) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(QTransform(), font)
    return made
