"""The timeline on the screen: a virtual list that scrolls by pixels and never moves what is being read."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.timeline import Timeline
from widgets.faces import Faces
from widgets.theme import Theme
from widgets.timeline.cards import Cards
from widgets.timeline.delegate import State
from widgets.timeline.keys import pressed
from widgets.timeline.layout import Words
from widgets.timeline.model import TimelineModel
from widgets.timeline.pill import Pill
from widgets.timeline.pointer import Pointer, Surface
from widgets.timeline.scrolling import Scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QAccessibleInterface,
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from sync.model import Changes
    from widgets.timeline.reasons import Reasons

_MINUTE_MS = 60_000

# One notch of a mouse wheel in pixels at 100% text.
_NOTCH = 80

# Places whose list a mark of the member can shorten.
_MARKED_PLACES = frozenset({"saved", "questions"})


def now_ms() -> int:
    """The time now in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def _accessible(_name: str, widget: QObject) -> QAccessibleInterface | None:
    """What a screen reader gets for a timeline; loaded when the first one asks."""
    if not isinstance(widget, TimelineView):
        return None
    from widgets.timeline.accessible import TimelineList

    return TimelineList(widget)


class TimelineView(QAbstractScrollArea):
    """The list of a place; the row the keyboard is at is the selected one.

    ``opened``, ``selected``, ``context_requested`` and ``save_requested`` carry a topic id; ``near_end``
    tells that older topics would be welcome; ``counted`` how many rows there are (0: the place is empty);
    ``acted`` which link of a hidden topic was chosen (see ``ruled.ACTIONS``), and the topic's id.
    """

    opened = Signal(int)
    selected = Signal(int)
    context_requested = Signal(int, QPoint)
    save_requested = Signal(int)
    near_end = Signal()
    counted = Signal(int)
    acted = Signal(str, int)

    def __init__(
        self,
        model: TimelineModel,
        theme: Theme,
        words: Words,
        faces: Faces | None = None,
        parent: QWidget | None = None,
        clock: Callable[[], int] = now_ms,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.cards = Cards(model, words, faces, clock)
        self.current: int | None = None
        self.current_topic: int | None = None
        self.timeline: Timeline | None = None
        self._theme = theme
        self._words = words
        self._compact = False
        self._by_keyboard = False
        self._set_up()
        self.pill = Pill(self, theme)
        self.scrolling = Scrolling(self, model, self.cards)
        self._dress()
        self._connect(faces)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # One made here: to wrap Qt's own, PySide loads every class of widget there is (a tenth of a start).
        self.setViewport(QWidget(self))
        # Every pixel is painted here, so that scrolling can move pixels instead of painting them again.
        surface = Surface()
        self.pointer = Pointer(surface, self.row_at, self)
        surface.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(surface)
        surface.setAutoFillBackground(False)
        surface.setMouseTracking(True)

    def _connect(self, faces: Faces | None) -> None:
        self.pill.clicked.connect(self.take_in)
        self.scrolling.opened.connect(self._show_opened)
        self.scrolling.shifted.connect(self._show_shifted)
        self.scrolling.near_end.connect(self.near_end)
        self.model.loaded.connect(self._show_loaded)
        self.model.waiting_changed.connect(self._show_waiting)
        if faces is not None:
            faces.ready.connect(self._show_face)
        self._ticking = QTimer(self)
        self._ticking.timeout.connect(self.show_time)
        self._ticking.start(_MINUTE_MS)
        self.pointer.changed.connect(self._show_pointer)

    # What others ask of the list

    def open(self, timeline: Timeline, *, at_top: bool = False) -> None:
        """Show this place in this order, where the reader left it or ``at_top``."""
        self.timeline = timeline
        self.current = None
        self.pointer.forget()
        self.scrolling.open(timeline, at_top=at_top)

    def take_in(self) -> None:
        """Let the topics that wait above the list in, and go to the top."""
        if self.timeline is not None:
            self.open(self.timeline.renewed(), at_top=True)

    def apply(self, changes: Changes) -> None:
        """Show what a write to the cache changed, without moving what is seen."""
        if self.timeline is None:
            return
        self.model.refresh(changes.topics)
        shorter = self.timeline.place.name in _MARKED_PLACES and bool(changes.topics)
        if changes.posts_new or changes.posts_removed or changes.groups or shorter:
            self.model.survey()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme and text size from now on."""
        self._theme = theme
        self.pill.dress(theme)
        self._dress()

    def set_compact(self, compact: bool) -> None:
        """Two lines per topic, or a card."""
        self._compact = compact
        self._dress()

    def set_dated(self, dated: bool) -> None:
        """Whether the topics stand under headings of days."""
        self.cards.dated = dated
        self.cards.measure_again()

    def explain_by(self, reasons: Reasons) -> None:
        """Say why rules decided about topics, from ``reasons``."""
        self.cards.why = reasons.of
        reasons.ready.connect(self._show_reason)

    def show_time(self) -> None:
        """Say ages and headings anew: a minute passed, or the language changed."""
        self.cards.tick()
        self._show_waiting(self.model.waiting)
        self.viewport().update()

    def step(self, rows: int) -> None:
        """Select the row so many below the selected one, or above it, below zero."""
        if self.current is not None:
            self.select(self.current + rows)
        else:
            visible = self.scrolling.strip.visible()
            self.select(visible[0].row if visible else 0)

    def select(self, row: int) -> None:
        """Select a row by number and bring it into sight."""
        if not self.model.total:
            return
        before, self.current = self.current, min(max(0, row), self.model.total - 1)
        self.scrolling.reveal(self.current)
        self._update_row(before)
        self._update_row(self.current)
        self._name_current()

    def go_home(self) -> None:
        """To the first topic, letting in what waits above it."""
        if self.model.waiting:
            self.take_in()
        else:
            self.select(0)

    def open_current(self) -> None:
        """Open the selected topic."""
        if self.current_topic is not None:
            self.opened.emit(self.current_topic)

    def row_rect(self, row: int) -> QRect:
        """Where a row's card is in the viewport; empty when it is out of sight."""
        for placed in self.scrolling.strip.visible():
            if placed.row == row:
                return QRect(0, placed.y, self.viewport().width(), placed.body)
        return QRect()

    def row_at(self, y: float) -> int | None:
        """The row whose card is at this height in the viewport."""
        for placed in self.scrolling.strip.visible():
            if placed.y <= y < placed.y + placed.body:
                return placed.row
        return None

    # What the list reports

    def _show_opened(self) -> None:
        if self.current_topic is not None:
            self.current = self.model.loaded_row(self.current_topic)
        self.counted.emit(self.model.total)

    def _show_shifted(self, rows: int) -> None:
        if self.current is not None:
            known = self.model.loaded_row(self.current_topic) if self.current_topic is not None else None
            self.current = self.current + rows if known is None else known
        self.counted.emit(self.model.total)

    def _show_loaded(self, first: int, last: int) -> None:
        if self.current is not None and self.current_topic is None and first <= self.current < last:
            self._name_current()

    def _show_waiting(self, waiting: int) -> None:
        self.pill.say(self._words.new_contributions(waiting) if waiting else "")

    def _show_face(self, avatar: str) -> None:
        for topic_id in self.cards.forget_face(avatar):
            self._update_row(self.model.loaded_row(topic_id))

    def _show_reason(self, topic_id: int) -> None:
        self.cards.forget_reason(topic_id)
        self._update_row(self.model.loaded_row(topic_id))

    def _name_current(self) -> None:
        """The selected row's topic, once it is read."""
        row = self.model.row(self.current) if self.current is not None else None
        self.current_topic = row.topic_id if row is not None else None
        if row is not None:
            self.selected.emit(row.topic_id)
        self._announce()

    def _announce(self) -> None:
        """Tell a screen reader, if there is one, which row the keyboard is at."""
        if self.current is not None and self.hasFocus() and QAccessible.isActive():
            from widgets.timeline.accessible import announce

            announce(self, self.current)

    # Look

    def _dress(self) -> None:
        size, dpr = self.viewport().size(), self.devicePixelRatioF()
        self.cards.dress(self._theme, size.width(), size.height(), dpr, compact=self._compact)
        self.scrolling.resized(self.cards.layout.nominal, self._theme.px(_NOTCH))

    def _update_row(self, row: int | None) -> None:
        if row is not None:
            # The hairline above belongs to the card before.
            self.viewport().update(self.row_rect(row).adjusted(0, -1, 0, 0))

    def _show_pointer(self, before: int, now: int) -> None:
        self._update_row(before)
        self._update_row(now)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows in the part that must be painted."""
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, self._theme.surface)
        ring = self._by_keyboard and self.hasFocus()
        for placed in self.scrolling.strip.visible():
            if placed.y - placed.lead > area.bottom() or placed.y + placed.body <= area.top():
                continue
            selected = placed.row == self.current
            hovered = placed.row == self.pointer.row
            joined = self.current is not None and placed.row == self.current - 1
            self.cards.paint(painter, placed, State(selected, hovered, selected and ring, joined))
        painter.end()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are laid out for the new width; the row at the top stays there."""
        super().resizeEvent(event)
        self._dress()
        self.pill.place()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The scroll bar was moved."""
        self.scrolling.bar_moved()
        self.pointer.rest()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pixels of a touchpad, or notches of a wheel."""
        self.scrolling.by(self.pointer.wheeled(event, self._theme.px(_NOTCH)))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keyboard map of the list; see ``keys.py``."""
        self._by_keyboard = True
        if not pressed(self, Qt.Key(event.key())):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click selects and opens; the other button only selects."""
        row = self.row_at(event.position().y())
        if row is None:
            return
        self._by_keyboard = False
        at = event.position()
        act = self.cards.act_at(row, at.x(), at.y() - self.row_rect(row).top())
        self.select(row)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if act and self.current_topic is not None:
            self.acted.emit(act, self.current_topic)
        else:
            self.open_current()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more happens when the button goes up."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The card under the pointer lights up."""
        self.pointer.moved(event.position().y())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, or of the selected one when a key asked."""
        if event.reason() == event.Reason.Keyboard and self.current is not None:
            where = self.viewport().mapToGlobal(self.row_rect(self.current).center())
        else:
            where = event.globalPos()
        if self.current_topic is not None:
            self.context_requested.emit(self.current_topic, where)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows where the keyboard is, when it came by keyboard."""
        self._by_keyboard = event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
        )
        super().focusInEvent(event)
        self._update_row(self.current)
        self._announce()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring leaves with the keyboard."""
        super().focusOutEvent(event)
        self._update_row(self.current)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: everything is said anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_time()
        super().changeEvent(event)


QAccessible.installFactory(_accessible)
