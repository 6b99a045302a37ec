"""Small controls of the reader that are words, not boxes: a name, a group, a way to somewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from widgets.icons import pixmap
from widgets.painting import paint_words
from widgets.plain_text import as_tip, name_button
from widgets.theme import Theme


class WordButton(QAbstractButton):
    """Words one can click, with an icon before them if they have one; underlined under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._face: QFont = self.font()
        self._colour = QColor()
        self._icon = ""
        self._filled = False
        self._gap = 0
        self._icon_size = 0

    def dress(
        self,
        theme: Theme,
        font: QFont,
        colour: QColor,
        icon: str = "",
        icon_size: int = 16,
        *,
        filled: bool = False,
    ) -> None:
        """The look: a font, a colour, and an icon's name or none."""
        self._face, self._colour, self._icon, self._filled = font, colour, icon, filled
        self._icon_size = theme.px(icon_size) if icon else 0
        self._gap = theme.px(8) if icon else 0
        self.updateGeometry()
        self.update()

    def say(self, text: str, spoken: str = "") -> None:
        """The words, and what a screen reader says for them when that is more."""
        name_button(self, text)
        self.setAccessibleName(spoken or text)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What had to be cut is told in full by the tool tip."""
        super().resizeEvent(event)
        self.setToolTip(as_tip(self.text()) if self.width() < self.sizeHint().width() else "")

    def sizeHint(self) -> QSize:
        """As wide as the words, as high as a line."""
        metrics = QFontMetrics(self._face)
        words = metrics.horizontalAdvance(self.text()) + self._gap + 1 if self.text() else 0
        return QSize(words + self._icon_size, max(metrics.height() + 2, self._icon_size))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the rest is cut with dots and told in full by the tool tip."""
        return QSize(min(self.sizeHint().width(), 48), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and words in the middle of the height, cut with dots where they do not fit."""
        painter = QPainter(self)
        left = 0
        if self._icon:
            ratio = self.devicePixelRatioF()
            mark = pixmap(self._icon, self._icon_size, self._colour, ratio, filled=self._filled)
            painter.drawPixmap(QPoint(0, (self.height() - self._icon_size) // 2), mark)
            left = self._icon_size + self._gap
        font = QFont(self._face)
        font.setUnderline(self.underMouse() and self.isEnabled())
        paint_words(painter, self.rect().adjusted(left, 0, 0, 0), self.text(), font, self._colour)


class Fact(QLabel):
    """A fact in small type with an icon before it. It is read out as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon = ""
        self._colour = QColor()
        self._size = 16
        self._gap = 8
        self._face: QFont = self.font()

    def show_fact(self, theme: Theme, text: str, colour: QColor, icon: str = "") -> None:
        """Another fact, or none when ``text`` is empty."""
        self._icon, self._colour, self._size = icon, colour, theme.px(16)
        self._face = theme.font("meta")
        self._gap = theme.px(8)
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as icon and words."""
        icon = self._size + self._gap if self._icon else 0
        metrics = QFontMetrics(self._face)
        words = metrics.horizontalAdvance(self.text()) + 1 if self.text() else 0
        return QSize(words + icon if words else 0, max(metrics.height(), self._size))

    def minimumSizeHint(self) -> QSize:
        """Nothing at all when there is no room."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and words; the words cut with dots where they do not fit."""
        if not self.text():
            return
        painter = QPainter(self)
        left = 0
        if self._icon:
            mark = pixmap(self._icon, self._size, self._colour, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(0, (self.height() - self._size) // 2), mark)
            left = self._size + self._gap
        paint_words(painter, self.rect().adjusted(left, 0, 0, 0), self.text(), self._face, self._colour)
