"""A rule tried on one topic: which conditions hold, which do not, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from widgets.filters.controls import button, draw_icon, label
from widgets.filters.fields import verdict_name
from widgets.filters.flow import Flow
from widgets.icons import pixmap
from widgets.plain_text import as_tip, as_words
from widgets.theme import Theme

translate = QCoreApplication.translate

_TITLE = 300


class Check(NamedTuple):
    """A condition on this topic: its short name, as a whole sentence, whether it holds, and its depth."""

    name: str
    sentence: str
    holds: bool
    depth: int = 0


class Tested(NamedTuple):
    """What came of a topic: the checks from top to bottom, and the verdict on it."""

    topic_id: int
    title: str
    checks: Sequence[Check]
    verdict: str


class TestPost(QWidget):
    """Shows a test. ``topic_picked(topic_id)`` asks for another topic."""

    __test__ = False  # for test runners: this is a widget

    topic_picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now: Tested | None = None
        self._topics: Sequence[tuple[int, str]] = ()
        self._on, self._verdict = label(role="dense"), label(role="dense")
        self.pick = button("quiet", self._choose)
        self.pick.setProperty("inline", True)
        self.pick.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._on)
        head.addWidget(self.pick)
        head.addStretch(1)
        head.addWidget(self._verdict)
        self._checks = QWidget()
        self._flow = Flow(self._checks, gap=16)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._checks.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._checks)
        self.set_theme(theme)

    @property
    def shown(self) -> Tested | None:
        """What is shown now."""
        return self._now

    def offer(self, topics: Sequence[tuple[int, str]]) -> None:
        """Topics one can try the rule on, as (id, title)."""
        self._topics = tuple(topics)

    def show_test(self, tested: Tested | None) -> None:
        """Show what came of a topic, or nothing."""
        self._now = tested
        self.setVisible(tested is not None)
        if tested is not None:
            self._show(tested)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        draw_icon(self.pick, "chevron-down", 14, theme, "text")
        size = theme.font("dense").pixelSize()
        self.pick.setStyleSheet(f"QPushButton {{ color: {theme.text.name()}; font-size: {size}px; }}")
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._on.setText(translate("rules", "Tried on"))
        self._on.setStyleSheet(f"color: {self._theme.muted.name()};")
        self.show_test(self._now)

    def _show(self, tested: Tested) -> None:
        theme = self._theme
        metrics = QFontMetrics(theme.font("dense", 500))
        self.pick.setText(metrics.elidedText(tested.title, Qt.TextElideMode.ElideRight, theme.px(_TITLE)))
        self.pick.setAccessibleName(
            translate("rules", "Tried on {0}; choose another topic").format(tested.title)
        )
        self._verdict.setText(verdict_name(tested.verdict))
        self._verdict.setFont(theme.font("dense", 600))
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for check in tested.checks:
            self._flow.addWidget(self._mark(check))
        self._checks.updateGeometry()

    def _mark(self, check: Check) -> QWidget:
        theme = self._theme
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(theme.px(8) * check.depth if check.depth > 1 else 0, 0, 0, 0)
        row.setSpacing(theme.px(5))
        drawing, ink = ("check", theme.positive) if check.holds else ("x", theme.muted)
        sign, words = QLabel(), label(check.name, "dense")
        sign.setPixmap(pixmap(drawing, theme.px(16), ink, self.devicePixelRatioF()))
        words.setStyleSheet(f"color: {(theme.text if check.holds else theme.muted).name()};")
        row.addWidget(sign)
        row.addWidget(words)
        holds = translate("rules", "{0}: holds") if check.holds else translate("rules", "{0}: holds not")
        words.setAccessibleName(holds.format(check.sentence))
        made.setToolTip(as_tip(check.sentence))
        return made

    def _choose(self) -> None:
        menu = QMenu(self)
        for topic_id, title in self._topics:
            action = menu.addAction(as_words(title))
            action.triggered.connect(
                lambda _checked=False, topic_id=topic_id: self.topic_picked.emit(topic_id)
            )
        menu.triggered.connect(lambda action: self.topic_picked.emit(action.data()))
        menu.exec(self.pick.mapToGlobal(QPoint(0, self.pick.height())))
        menu.deleteLater()
