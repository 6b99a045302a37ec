"""What a rule changes, while it is typed: figures for three periods, weeks as bars, what goes and comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from widgets.filters.bars import Bars
from widgets.filters.change_list import ChangeList
from widgets.filters.changed_topics import ChangedTopic
from widgets.filters.controls import label, link
from widgets.filters.period_card import PeriodCard
from widgets.icons import pixmap
from widgets.theme import Theme

translate = QCoreApplication.translate

PERIODS = (7, 30, 365)
_WEEK = 7
_EDGE, _INSET = 20, 12


class Change(NamedTuple):
    """What goes and what comes in one period: counts, and the newest of them.

    ``touched`` is all that the rule would decide about, also what it has already. Of what goes the member
    saved some, and liked something in some.
    """

    gone: int = 0
    back: int = 0
    gone_topics: Sequence[ChangedTopic] = ()
    back_topics: Sequence[ChangedTopic] = ()
    saved: int = 0
    liked: int = 0
    touched: int = 0


class Difference(NamedTuple):
    """What a rule changes per period (days), and the weeks it touches: first day and topics, oldest first.

    Periods and weeks that are not counted yet are left out: what was shown of them stays, muted.
    """

    periods: Mapping[int, Change]
    weeks: Sequence[tuple[date, int]] = ()


class DifferencePane(QWidget):
    """Shows a difference. ``topic_chosen(topic_id)`` opens a topic."""

    topic_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now: Difference | None = None
        self._days = 30
        self._saved_only = False
        self._title, self._live = label(role="section-title"), label(role="meta")
        self._cards = [PeriodCard(days, theme, self) for days in PERIODS]
        self._group = QButtonGroup(self)
        self.bars = Bars(theme)
        self._caption = label(role="meta")
        self._caption.setWordWrap(True)
        self.gone, self.back = ChangeList(theme), ChangeList(theme)
        self._parts: list[PeriodCard | Bars | ChangeList] = [*self._cards, self.bars, self.gone, self.back]
        self._bulb, self._cherished = label(), label(role="dense")
        self._nothing = label(role="muted")
        self._nothing.setWordWrap(True)
        self._look = link(self._look_at_saved)
        self._hint = QWidget()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def days(self) -> int:
        """The chosen period."""
        return self._days

    @property
    def shown(self) -> Difference | None:
        """What is shown now."""
        return self._now

    @property
    def stale(self) -> bool:
        """Whether anything shown is of before the last change of the rule."""
        return any(card.stale for card in self._cards)

    def show_difference(self, difference: Difference) -> None:
        """Show new figures, with the lists of the chosen period."""
        periods = dict(self._now.periods) if self._now is not None else {}
        periods |= difference.periods
        weeks = difference.weeks or (self._now.weeks if self._now is not None else ())
        self._now = Difference(periods, weeks)
        self._show()
        if not difference.weeks:
            self.bars.set_stale(True)
        for card in self._cards:
            card.set_stale(card.days not in difference.periods)

    def clear(self) -> None:
        """The rule says nothing yet: there is nothing to count."""
        self._now = None
        self._show()

    def set_stale(self) -> None:
        """The rule changed: figures stay where they are, muted, until the new ones are here."""
        for part in self._parts:
            part.set_stale(True)

    def stand_beside(self, beside: bool) -> None:
        """Stand beside the rule with margins of its own, or below it within those of the page."""
        edge = _EDGE if beside else 0
        self._column.setContentsMargins(edge, 0, edge, 24)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        for part in self._parts:
            part.set_theme(theme)
        self._bulb.setPixmap(pixmap("lightbulb", theme.px(18), theme.warning, self.devicePixelRatioF()))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(translate("rules", "What changes"))
        self._live.setText(translate("rules", "counts along while you type"))
        self.bars.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 0, _EDGE, 24)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_INSET, self._theme.px(18), _INSET, self._theme.px(18))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._live)
        column.addLayout(head)
        # The figures stand on the same left edge as everything below them.
        cards = QHBoxLayout()
        cards.setSpacing(8)
        for card in self._cards:
            cards.addWidget(card, 1)
            self._group.addButton(card, card.days)
        column.addLayout(cards)
        column.addSpacing(16)
        inner = QVBoxLayout()
        inner.setContentsMargins(_INSET, 0, _INSET, 0)
        inner.setSpacing(0)
        inner.addWidget(self.bars)
        inner.addSpacing(4)
        inner.addWidget(self._caption)
        inner.addSpacing(20)
        inner.addWidget(self._nothing)
        column.addLayout(inner)
        column.addWidget(self.gone)
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(_INSET, 8, _INSET, 8)
        hint.setSpacing(8)
        hint.addWidget(self._bulb)
        self._cherished.setWordWrap(True)
        hint.addWidget(self._cherished, 1)
        hint.addWidget(self._look)
        column.addWidget(self._hint)
        column.addSpacing(12)
        column.addWidget(self.back)
        column.addStretch(1)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._choose)
        next(card for card in self._cards if card.days == self._days).setChecked(True)
        self.gone.chosen.connect(self.topic_chosen)
        self.back.chosen.connect(self.topic_chosen)

    def _choose(self, days: int) -> None:
        self._days = days
        self._saved_only = False
        self._show()

    def _look_at_saved(self) -> None:
        self._saved_only = not self._saved_only
        self._show()

    def _show(self) -> None:
        words = translate("rules", "Topics per week that this rule touches; in colour: the last {0} days")
        self._caption.setText(words.format(self._days))
        if self._now is None:
            for part in (self._hint, self.gone, self.back):
                part.hide()
            for card in self._cards:
                card.clear()
            self.bars.show_weeks((), 0)
            self._nothing.setText(
                translate("rules", "As soon as the rule says something, you see here what it changes.")
            )
            self._nothing.show()
            return
        for card in self._cards:
            change = self._now.periods.get(card.days)
            if change is not None:
                card.show_change(change.gone, change.back)
        chosen = self._now.periods.get(self._days, Change())
        self.bars.show_weeks(self._now.weeks, self._days // _WEEK)
        saved = [topic for topic in chosen.gone_topics if topic.saved]
        shown = saved if self._saved_only and saved else chosen.gone_topics
        self.gone.show_topics(translate("rules", "Goes"), chosen.gone, shown)
        self._look.setVisible(bool(saved))
        all_of_them, only = translate("rules", "Show all again"), translate("rules", "Look at them")
        self._look.setText(all_of_them if self._saved_only else only)
        self.back.show_topics(translate("rules", "Comes back"), chosen.back, chosen.back_topics)
        self._nothing.setVisible(not chosen.gone and not chosen.back)
        self._nothing.setText(_unchanged(chosen.touched))
        self._hint.setVisible(bool(chosen.saved or chosen.liked))
        self._cherished.setText(_cherished(chosen))


def _unchanged(touched: int) -> str:
    """That nothing goes or comes, and how much the rule is about all the same."""
    if touched == 0:
        return translate("rules", "In this period there is nothing that this rule is about.")
    if touched == 1:
        return translate("rules", "Nothing goes or comes back. The rule is about 1 topic.")
    return translate("rules", "Nothing goes or comes back. The rule is about {0} topics.").format(touched)


def _cherished(change: Change) -> str:
    """What of what goes the member held dear."""
    if change.saved and change.liked:
        words = translate("rules", "Of these {0} you saved {1}, and liked something in {2}.")
        return words.format(change.gone, change.saved, change.liked)
    if change.saved:
        return translate("rules", "{1} of these {0} you saved yourself.").format(change.gone, change.saved)
    return translate("rules", "You liked something in {1} of these {0}.").format(change.gone, change.liked)
