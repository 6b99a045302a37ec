"""Topics that a rule would take away or bring back, each with the word or tag that matched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.icons import KIND_ICONS, pixmap
from widgets.theme import Theme

translate = QCoreApplication.translate

_ROW = 48
_INSET = 12


class ChangedTopic(NamedTuple):
    """A row: ``byline`` says where, who and when; ``why`` is what matched, with an icon when it has one.

    ``token`` tells whether ``why`` is a word to show in a token, or a plain remark; ``saved`` whether the
    member saved it.
    """

    topic_id: int
    title: str
    kind: str
    byline: str
    why: str
    icon: str = ""
    token: bool = True
    saved: bool = False


class ChangedModel(QAbstractListModel):
    """The rows, for the list and for screen readers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.topics: Sequence[ChangedTopic] = ()

    def show_topics(self, topics: Sequence[ChangedTopic]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.topics = tuple(topics)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows."""
        return 0 if parent.isValid() else len(self.topics)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A row in words, for whoever listens."""
        topic = self.topics[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{topic.title}; {topic.byline}; {topic.why}"
        return None


class ChangedDelegate(QStyledItemDelegate):
    """Paints a row: icon of the kind, title over byline, and why at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.stale = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """48 high at 100% text."""
        return QSize(self.theme.px(100), self.theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row."""
        model = index.model()
        if not isinstance(model, ChangedModel):
            return
        topic = model.topics[index.row()]
        theme, px = self.theme, self.theme.px
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_state(painter, area, state)
        ink = theme.muted if self.stale else theme.text
        drawing = KIND_ICONS.get(topic.kind, "message-square")
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            area.left() + _INSET, area.top() + px(6), pixmap(drawing, px(16), theme.muted, dpr)
        )
        right = self._paint_why(painter, area, topic) - px(12)
        left = area.left() + _INSET + px(26)
        painter.setPen(ink)
        painter.setFont(theme.font("body", 500))
        _elided(painter, QRect(left, area.top() + px(4), right - left, px(20)), topic.title)
        painter.setPen(theme.muted)
        painter.setFont(theme.font("meta", tabular=True))
        _elided(painter, QRect(left, area.top() + px(25), right - left, px(16)), topic.byline)
        painter.restore()

    def _paint_state(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        theme = self.theme
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if not (state & QStyle.StateFlag.State_MouseOver or focused):
            return
        painter.setBrush(theme.hover)
        painter.setPen(QPen(theme.accent, 2) if focused else Qt.PenStyle.NoPen)
        around = QRectF(area).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(around, theme.px(8), theme.px(8))

    def _paint_why(self, painter: QPainter, area: QRect, topic: ChangedTopic) -> int:
        """What matched, at the right; returns where it begins."""
        if not topic.why:
            return area.right() - _INSET
        theme, px = self.theme, self.theme.px
        font = theme.font("dense") if topic.token else theme.font("meta", tabular=True)
        pad = px(6) if topic.token else 0
        room = area.width() * 2 // 5
        icon = px(14) + px(5) if topic.icon else 0
        words = QFontMetrics(font).elidedText(topic.why, Qt.TextElideMode.ElideRight, room)
        width = QFontMetrics(font).horizontalAdvance(words) + 2 * pad + icon
        box = QRectF(area.right() - _INSET - width, area.top() + px(5), width, px(20))
        if topic.token:
            painter.setPen(QPen(theme.text, 1) if theme.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(theme.sunken)
            painter.drawRoundedRect(box, px(6), px(6))
        closed = topic.icon == "lock"
        ink = theme.closed if closed else theme.text if topic.token and not self.stale else theme.muted
        if icon:
            top = round(box.top() + (box.height() - px(14)) / 2)
            dpr = painter.device().devicePixelRatioF()
            painter.drawPixmap(round(box.left() + pad), top, pixmap(topic.icon, px(14), ink, dpr))
        painter.setPen(ink)
        painter.setFont(font)
        text = box.adjusted(pad + icon, 0, -pad, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        return round(box.left())


class ChangedTopics(QListView):
    """A list as high as its rows; the page around it scrolls. ``chosen(topic_id)`` opens one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChangedModel(self)
        self._delegate = ChangedDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._activated)
        self.clicked.connect(self._activated)
        self.set_theme(theme)

    @property
    def topics(self) -> Sequence[ChangedTopic]:
        """What is shown."""
        return self._model.topics

    def show_topics(self, topics: Sequence[ChangedTopic]) -> None:
        """Show other rows."""
        if tuple(topics) != self._model.topics:
            self._model.show_topics(topics)
        self.set_stale(False)
        self._fit()

    def set_stale(self, stale: bool) -> None:
        """What is shown is of before the last change, or no longer."""
        self._delegate.stale = stale
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._delegate.theme = theme
        self._fit()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: object) -> None:
        """The page scrolls, not the list in it."""
        event.ignore()  # type: ignore[attr-defined]

    def _fit(self) -> None:
        self.setFixedHeight(len(self._model.topics) * self._delegate.theme.px(_ROW))

    def _activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.topics[index.row()].topic_id)


def _elided(painter: QPainter, area: QRect, text: str) -> None:
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
