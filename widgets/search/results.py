"""The list of search results: title, who and where, and the words around the first match, matches marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sync.store.rows import SearchHit
from widgets.icons import pixmap
from widgets.keyboard_list import KeyboardList
from widgets.painting import paint_row_ground, paint_row_ring
from widgets.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Age = Callable[[int], str]
Span = tuple[int, int]

_PADDING = 10
_LEFT = 32
_RIGHT = 16


class ResultsModel(QAbstractListModel):
    """The hits of the newest search."""

    def __init__(self, age: Age, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[SearchHit] = ()
        self._age = age

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(hit)
        return None

    def hit(self, index: Index) -> SearchHit:
        """The hit behind ``index``."""
        return self._hits[index.row()]

    def show(self, hits: Sequence[SearchHit]) -> None:
        """Replace the hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def age(self, hit: SearchHit) -> str:
        """How long ago the post was written, in words."""
        return self._age(hit.created)

    def spoken(self, hit: SearchHit) -> str:
        """A hit as a screen reader says it."""
        closed = QCoreApplication.translate("search", "closed group") if hit.closed else ""
        parts = (hit.title, hit.author, hit.organisation, hit.group, closed, self.age(hit), hit.snippet)
        return ", ".join(part for part in parts if part)


class ResultsDelegate(QStyledItemDelegate):
    """Draws a hit in three lines: title and age, byline, snippet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        theme = self.theme
        lines = theme.line_height("title") + theme.line_height("dense") + 2 * theme.line_height("body")
        return QSize(0, lines + 2 * _PADDING + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ResultsModel)  # noqa: S101 - this delegate draws no other model
        hit = model.hit(index)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_state(painter, area.adjusted(8, 0, -8, -1), option)
        inside = area.adjusted(_LEFT, _PADDING, -_RIGHT - 8, -_PADDING)
        top = self._paint_title(painter, inside, hit, model.age(hit))
        top = self._paint_byline(painter, inside, top, hit)
        self._paint_words(
            painter,
            QRect(inside.left(), top + 6, inside.width(), inside.bottom() - top),
            hit.snippet,
            hit.matches,
        )
        painter.setPen(self.theme.line)
        painter.drawLine(inside.left(), area.bottom(), inside.right(), area.bottom())
        painter.restore()

    def _paint_state(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        paint_row_ground(painter, option, area, self.theme)
        paint_row_ring(painter, option, area.adjusted(1, 1, -1, -1), self.theme)

    def _paint_title(self, painter: QPainter, area: QRect, hit: SearchHit, age: str) -> int:
        theme = self.theme
        height = theme.line_height("title")
        painter.setFont(theme.font("meta", tabular=True))
        painter.setPen(theme.muted)
        line = QRect(area.left(), area.top(), area.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, age)
        room = area.width() - painter.fontMetrics().horizontalAdvance(age) - 16
        painter.setPen(theme.text)
        self._line(
            painter, line.left(), line.top(), room, theme.font("title", 500), hit.title, hit.title_matches
        )
        return line.bottom() + 1

    def _paint_byline(self, painter: QPainter, area: QRect, top: int, hit: SearchHit) -> int:
        theme = self.theme
        height = theme.line_height("dense")
        left = area.left()
        painter.setFont(theme.font("dense"))
        size = theme.px(14)
        colour = theme.closed if hit.closed else theme.muted
        painter.setPen(theme.muted)
        who = ", ".join(part for part in (hit.author, hit.organisation) if part) + "  ·"
        who = painter.fontMetrics().elidedText(who, Qt.TextElideMode.ElideRight, area.width() * 2 // 3)
        painter.drawText(QRect(left, top, area.width(), height), Qt.AlignmentFlag.AlignVCenter, who)
        left += painter.fontMetrics().horizontalAdvance(who) + 8
        drawing = pixmap(
            "lock" if hit.closed else "users", size, colour, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(left, top + (height - size) // 2, drawing)
        left += size + 6
        painter.setPen(colour)
        room = max(area.right() - left, 0)
        group = painter.fontMetrics().elidedText(hit.group, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room, height), Qt.AlignmentFlag.AlignVCenter, group)
        return top + height

    def _paint_words(self, painter: QPainter, area: QRect, words: str, matches: Sequence[Span]) -> None:
        painter.setPen(self.theme.muted)
        layout = self._laid_out(words, self.theme.font("body"), matches, area.width(), lines=2)
        layout.draw(painter, QPointF(area.topLeft()))

    def _line(
        self,
        painter: QPainter,
        left: int,
        top: int,
        room: int,
        font: QFont,
        words: str,
        matches: Sequence[Span],
    ) -> None:
        layout = self._laid_out(words, font, matches, room, lines=1)
        layout.draw(painter, QPointF(left, top + 2))

    def _laid_out(
        self, words: str, font: QFont, matches: Sequence[Span], width: int, *, lines: int
    ) -> QTextLayout:
        layout = QTextLayout(words, font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(wrap)
        layout.setFormats([self._marked(start, length) for start, length in matches])
        layout.beginLayout()
        height = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _marked(self, start: int, length: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, length
        look = QTextCharFormat()
        look.setBackground(self.theme.warning_soft)
        look.setForeground(self.theme.text)
        look.setFontUnderline(self.theme.outlined)
        found.format = look
        return found


class SearchResults(KeyboardList):
    """The hits as a list. ``chosen(topic_id, number)`` opens one; ``left`` goes back to the search field."""

    chosen = Signal(int, int)
    left = Signal()

    def __init__(self, theme: Theme, age: Age, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-results")
        self.hits = ResultsModel(age, self)
        self.setModel(self.hits)
        self._delegate = ResultsDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.retranslate()

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Replace the list; the first hit becomes current, none is opened."""
        self.hits.show(hits)
        if hits:
            self.setCurrentIndex(self.hits.index(0))
        self.scrollToTop()

    def step(self, by: int) -> None:
        """Make the next or previous hit current and open it."""
        row = min(max(self.currentIndex().row() + by, 0), self.hits.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self.hits.index(row))
            self._open(self.hits.index(row))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, and up from the first hit, go back to the field."""
        first = self.currentIndex().row() <= 0
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and first):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Name the list in the language of now."""
        self.setAccessibleName(QCoreApplication.translate("search", "Search results, newest first"))

    def _open(self, index: Index) -> None:
        hit = self.hits.hit(index)
        self.chosen.emit(hit.topic_id, hit.number)
