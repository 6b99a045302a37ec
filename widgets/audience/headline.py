"""The sentence of the strip as it is drawn: its first words in their own colour, on as many lines as fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from widgets.audience.wording import Headline
from widgets.theme import Theme


class HeadlineText:
    """Lays out a ``Headline`` in a width; ``ink`` is the colour of its first words."""

    def __init__(
        self, headline: Headline, font: QFont, ink: QColor, theme: Theme, *, strong: bool, after: str = ""
    ) -> None:
        text = headline.whole() + (f" · {after}" if after else "")
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._layout.setTextOption(option)
        people = len(headline.kind) + 3
        formats = [_range(0, len(headline.kind), ink, 600)]
        formats.append(_range(len(headline.kind), len(text) - len(headline.kind), theme.text, None))
        if strong and headline.people:
            formats.append(_range(people, len(headline.people), theme.text, 600))
        self._layout.setFormats(formats)
        self.height = 0
        self.widest = 0

    def arrange(self, width: int) -> int:
        """Break it into lines of ``width`` pixels; returns the height."""
        self._layout.beginLayout()
        y = widest = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y))
            y += line.height()
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        self.height, self.widest = round(y), round(widest)
        return self.height

    def draw(self, painter: QPainter, x: int, y: int) -> None:
        """Draw the lines of the last ``arrange``."""
        self._layout.draw(painter, QPointF(x, y))


def _range(start: int, length: int, ink: QColor, weight: int | None) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    told = QTextCharFormat()
    told.setForeground(ink)
    if weight is not None:
        told.setFontWeight(weight)
    made.format = told
    return made
