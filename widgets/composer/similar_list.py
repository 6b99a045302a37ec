"""Topics that may answer already what is being asked: found in the cache while the title is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.filters.controls import label
from widgets.icons import KIND_ICONS, pixmap
from widgets.painting import paint_ring
from widgets.plain_text import name_button
from widgets.theme import Theme
from widgets.wording import kind_name

if TYPE_CHECKING:
    from sync.store.topic_lookup import Gist

translate = QCoreApplication.translate

_ICON, _LEFT, _LOCK = 18, 30, 14


class SimilarRow(QAbstractButton):
    """One topic: its title in at most two lines, and what became of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.found: Gist | None = None
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_topic(self, found: Gist | None) -> None:
        """Show this topic, or none."""
        self.found = found
        self.setVisible(found is not None)
        if found is not None:
            name_button(self, found.title)
            closed = translate("search", "closed group") if found.closed else ""
            self.setAccessibleName("; ".join(part for part in (found.title, closed, told(found)) if part))
            self.setAccessibleDescription(translate("composer", "Opens the topic; what you wrote is kept"))
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A title may need two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of the title, and one of what became of it."""
        px = self._theme.px
        return self._title(width).height() + self._theme.line_height("meta") + px(8)

    def sizeHint(self) -> QSize:
        """With a title of one line."""
        return QSize(self._theme.px(240), self.heightForWidth(self.width() or 10_000))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tick when it was answered, else its kind; title and facts beside it."""
        if self.found is None:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        answered = bool(self.found.answered)
        drawing = "circle-check" if answered else KIND_ICONS.get(self.found.kind, "message-square")
        ink = theme.positive if answered else theme.muted
        painter.drawPixmap(0, px(4), pixmap(drawing, px(_ICON), ink, self.devicePixelRatioF()))
        if self.hasFocus():
            paint_ring(painter, self.rect(), theme)
        title = self._title(self.width())
        font = theme.font("dense", 500)
        if self.underMouse():
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.text)
        painter.drawText(title, Qt.TextFlag.TextWordWrap, self._elided(title))
        painter.setFont(theme.font("meta", tabular=True))
        painter.setPen(theme.muted)
        below = QRect(title.left(), title.bottom() + 1, title.width(), theme.line_height("meta"))
        if self.found.closed:
            size = px(_LOCK)
            place = below.topLeft() + QPoint(0, (below.height() - size) // 2)
            painter.drawPixmap(place, pixmap("lock", size, theme.closed, self.devicePixelRatioF()))
            below.setLeft(below.left() + size + px(6))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, told(self.found))

    def _title(self, width: int) -> QRect:
        theme = self._theme
        left, line = theme.px(_LEFT), theme.line_height("dense")
        room = max(width - left, 1)
        lines = 1 if self._measure() <= room else 2
        return QRect(left, theme.px(4), room, line * lines)

    def _measure(self) -> int:
        return QFontMetrics(self._theme.font("dense", 500)).horizontalAdvance(self.text())

    def _elided(self, room: QRect) -> str:
        metrics = QFontMetrics(self._theme.font("dense", 500))
        # Words wrap a little before the edge: what two lines hold is less than twice the width.
        width = room.width() * 2 - self._theme.px(48) if self._measure() > room.width() else room.width()
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width)


class SimilarList(QWidget):
    """At most three topics under a heading; hidden without any. ``opened(int)`` with the topic to read."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label()
        self.rows = [SimilarRow(theme) for _ in range(3)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, row=row: self._open(row))
            self._column.addWidget(row)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def show_topics(self, found: Sequence[Gist]) -> None:
        """Show these, or nothing."""
        for number, row in enumerate(self.rows):
            row.show_topic(found[number] if number < len(found) else None)
        self.setVisible(bool(found))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._column.setSpacing(theme.px(6))
        self.heading.setFont(theme.font("body", 600))
        for row in self.rows:
            row.set_theme(theme)

    def retranslate(self) -> None:
        """The words, in the language of now."""
        self.heading.setText(translate("composer", "Maybe the answer is here already"))
        for row in self.rows:
            row.show_topic(row.found)

    def _open(self, row: SimilarRow) -> None:
        if row.found is not None:
            self.opened.emit(row.found.topic_id)


def told(found: Gist) -> str:
    """What became of a topic, in a few words."""
    if found.kind == "question":
        parts = [
            _counted(found.replies, translate("composer", "1 answer"), translate("composer", "{0} answers"))
        ]
        if found.answered:
            parts.append(translate("composer", "answered"))
        return " · ".join(parts)
    parts = [kind_name(found.kind), found.author]
    if found.likes:
        parts.append(
            _counted(found.likes, translate("composer", "1 like"), translate("composer", "{0} likes"))
        )
    return " · ".join(part for part in parts if part)


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(number)
