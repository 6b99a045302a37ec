"""A look back once a week: topics that a rule hid and that many people answered since."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.filters.controls import label, link
from widgets.painting import paint_block
from widgets.theme import Theme

translate = QCoreApplication.translate

_SHOWN = 3
_RIGHT = Qt.TextElideMode.ElideRight


class Missed(NamedTuple):
    """A hidden topic worth a look: its title, which rule hid it, and why it is here."""

    topic_id: int
    title: str
    rule_id: int
    why: str


class MissedCard(QWidget):
    """``chosen(topic_id)`` reads one, ``excepted(rule_id, topic_id)`` shows it from now on."""

    chosen = Signal(int)
    excepted = Signal(int, int)
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._topics: Sequence[Missed] = ()
        self._title = label(role="section-title")
        self._done = link(self.dismissed.emit)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._done)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addLayout(self._rows)
        self.set_theme(theme)
        self.hide()

    @property
    def topics(self) -> Sequence[Missed]:
        """What is shown now."""
        return self._topics

    def show_missed(self, topics: Sequence[Missed]) -> None:
        """Show the best of these, or nothing."""
        self._topics = tuple(topics[:_SHOWN])
        self.retranslate()
        self.setVisible(bool(self._topics))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(translate("rules", "Did you miss these?"))
        self._done.setText(translate("rules", "Not now"))
        _clear(self._rows)
        for topic in self._topics:
            self._rows.addWidget(self._row(topic))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft block."""
        block = self.rect().adjusted(0, 0, -1, -1)
        paint_block(QPainter(self), block, self._theme.selection, self._theme)

    def _row(self, topic: Missed) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        title = link(partial(self.chosen.emit, topic.topic_id))
        title.setText(title.fontMetrics().elidedText(topic.title, _RIGHT, self._theme.px(360)))
        title.setAccessibleName(topic.title)
        title.setStyleSheet(f"QPushButton {{ color: {self._theme.text.name()}; text-align: left; }}")
        why = label(topic.why, "meta")
        why.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        show = link(partial(self.excepted.emit, topic.rule_id, topic.topic_id))
        show.setText(translate("rules", "Do show this one"))
        show.setAccessibleName(translate("rules", "Do show {0}").format(topic.title))
        row.addWidget(title)
        row.addWidget(why, 1)
        row.addWidget(show)
        return made


def _clear(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
