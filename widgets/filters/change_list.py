"""Topics that go, or topics that come back, under a heading with their number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.filters.changed_topics import ChangedTopic, ChangedTopics
from widgets.filters.controls import label, link
from widgets.theme import Theme

translate = QCoreApplication.translate

_SHOWN = 6
_INSET = 12


class ChangeList(QWidget):
    """One of the two lists with its heading; ``chosen(topic_id)`` opens a topic."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[ChangedTopic] = ()
        self._total = 0
        self._open = False
        self.heading, self._count = label(role="section-title"), label(role="muted")
        self._more = link(self._toggle)
        self.list = ChangedTopics(theme)
        self.list.chosen.connect(self.chosen)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.heading, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._more)
        head.setContentsMargins(_INSET, 0, _INSET, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)

    def show_topics(self, heading: str, total: int, topics: Sequence[ChangedTopic]) -> None:
        """Show the newest of ``total`` topics."""
        self.heading.setText(heading)
        self._count.setText(str(total))
        self._all, self._total = topics, total
        self._show()
        self.setVisible(total > 0)

    def set_stale(self, stale: bool) -> None:
        """What is shown is of before the last change, or no longer."""
        self.list.set_stale(stale)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._count.setFont(theme.font("body", tabular=True))
        self.list.set_theme(theme)

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        self.list.show_topics(self._all if self._open else self._all[:_SHOWN])
        self._more.setVisible(len(self._all) > _SHOWN)
        if self._open:
            words = translate("rules", "Show fewer")
        elif len(self._all) < self._total:
            words = translate("rules", "Show the newest {0}").format(len(self._all))
        else:
            words = translate("rules", "Show all {0}").format(self._total)
        self._more.setText(words)
