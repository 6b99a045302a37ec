"""The right column of the composer: who will read this, and whether the answer is here already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from widgets.audience.strip import AudienceStrip
from widgets.composer.group_choice import GroupChoice
from widgets.composer.similar_list import SimilarList
from widgets.composer.suggestion import SuggestionNote
from widgets.filters.controls import draw_cross, label, name_tool, tool
from widgets.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.audience import Audience
    from app.composer.suggest import Suggestion
    from sync.store.topic_lookup import Gist
    from widgets.faces import Faces

translate = QCoreApplication.translate

_MARGIN = 24


class Side(QWidget):
    """Group, readers and similar topics. ``picked(int)`` a group, ``opened(int)`` a topic, ``closed()``.

    ``within`` is where the list of groups may open over.
    """

    picked = Signal(int)
    opened = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, faces: Faces, within: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._below = False
        self.heading = label(role="section-title")
        self.close_button: QToolButton = tool(self.closed.emit)
        self.group = GroupChoice(theme, within)
        self.suggestion = SuggestionNote(theme)
        self.strip = AudienceStrip(theme, faces, bare=True)
        self.strip.hide()
        self.line = QFrame()
        self.line.setFixedHeight(1)
        self.similar = SimilarList(theme)
        self.group.picked.connect(self.picked)
        self.suggestion.picked.connect(self.picked)
        self.similar.opened.connect(self.opened)
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    def show_audience(self, audience: Audience | None) -> None:
        """Show who reads along; ``None`` while that is looked up."""
        self.strip.setVisible(audience is not None)
        if audience is not None:
            self.strip.show_audience(audience)
            self.strip.set_open(True)

    def show_suggestions(self, found: Sequence[Suggestion]) -> None:
        """Show the groups that fit what was written so far."""
        group = self.group.chosen
        self.suggestion.show_suggestions(found, None if group is None else group.group_id)

    def show_similar(self, found: Sequence[Gist]) -> None:
        """Show topics that may answer it already."""
        self.similar.show_topics(found)
        self.line.setVisible(bool(found))

    def show_below(self, below: bool) -> None:
        """Stand below the writing, where there is no room beside it: without a way to close of its own."""
        self.close_button.setVisible(not below)
        self._below = below
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(px(_MARGIN), px(16), px(_MARGIN), px(_MARGIN))
        self._column.setSpacing(px(12))
        draw_cross(self.close_button, theme)
        for part in (self.group, self.suggestion, self.strip, self.similar):
            part.set_theme(theme)
        self.line.setStyleSheet(f"background: {theme.line.name()};")

    def retranslate(self) -> None:
        """The words, in the language of now."""
        self.heading.setText(translate("composer", "Who reads this?"))
        name_tool(self.close_button, translate("composer", "Close; what you wrote is kept"))
        for part in (self.group, self.suggestion, self.similar):
            part.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Below the writing a block of its own; beside it the sheet draws the column."""
        if self._below:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.window)
            painter.drawRoundedRect(self.rect(), self._theme.px(12), self._theme.px(12))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.group)
        self._column.addWidget(self.suggestion)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.line)
        self._column.addWidget(self.similar)
        self._column.addStretch(1)
        self.line.hide()
