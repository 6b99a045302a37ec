"""Scrolling a timeline: the strip moves, the painted pixels move along, and scroll bar and pages follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from app.timeline import PAGE, Timeline
from sync.store.rows import Key, Order, Place
from widgets.delaying import rings_once
from widgets.timeline.cards import Cards
from widgets.timeline.model import TimelineModel
from widgets.timeline.strip import Strip

# How long the old picture may stand after a leap, while the rows there are being read.
_BLINK_MS = 40

# Rows read before they come into sight, while the list scrolls step by step.
_AHEAD = 12


class Scrolling(QObject):
    """Keeps ``area`` where the reader is while the model's rows come, change and are counted again."""

    opened = Signal()  # another list stands there
    shifted = Signal(int)  # the same rows stand so many numbers further down
    near_end = Signal()

    def __init__(self, area: QAbstractScrollArea, model: TimelineModel, cards: Cards) -> None:
        super().__init__(area)
        self.strip = Strip(cards.lead, cards.body, 1, cards.known)
        self._area = area
        self._cards = cards
        self._bar = area.verticalScrollBar()
        self._model = model
        self._timeline: Timeline | None = None
        self._left: dict[tuple[Place, Order], tuple[Key, int]] = {}
        self._returning: int | None = None
        self._following = False
        self._late = rings_once(self, area.viewport().update, _BLINK_MS)
        model.position = self.position
        model.opened.connect(self._show_opened)
        model.measured.connect(self._show_measured)
        model.loaded.connect(self._show_loaded)

    def open(self, timeline: Timeline, *, at_top: bool = False) -> None:
        """Show a place in an order, where the reader left it or ``at_top``."""
        if self._timeline is not None:
            self._remember(self._timeline)
        self._timeline = timeline
        left = None if at_top else self._left.get((timeline.place, timeline.order))
        self._returning = left[1] if left is not None else None
        self._model.open(timeline, left[0] if left is not None else None)

    def position(self) -> tuple[int, Key | None] | None:
        """The row at the top and its key, to find it again after a change; ``None`` while it is read."""
        if self.at_top:
            return 0, None
        row = self._model.row(self.strip.top)
        return (self.strip.top, row.key) if row is not None else None

    @property
    def at_top(self) -> bool:
        """Whether the first card is wholly in sight."""
        return self.strip.top == 0 and self.strip.offset <= 0

    def by(self, pixels: int) -> None:
        """Scroll down, or up below zero; the ends of the list stop it."""
        self._moved(self.strip.move(pixels))

    def reveal(self, row: int) -> None:
        """Scroll just enough to show a row whole."""
        self._moved(self.strip.reveal(row))

    def bar_moved(self) -> None:
        """The scroll bar was moved by hand: go there."""
        if self._following:
            return
        before = (self.strip.top, self.strip.offset)
        if self._bar.value() >= self._bar.maximum():
            self.strip.jump(self.strip.total - 1)
        else:
            self.strip.show(self._bar.value())
        span = self.strip.span(before)
        self._moved(self._area.viewport().height() if span is None else span)

    def resized(self, nominal: int, step: int) -> None:
        """The area's height, the usual height of a row (``nominal``) or a wheel's step (pixels) changed."""
        self.strip.nominal = nominal
        self.strip.height = self._area.viewport().height()
        self._bar.setSingleStep(step)
        if self.at_top:
            self.strip.jump(0)
        else:
            # A card that became lower still shows its last line.
            lowest = self._cards.body(self.strip.top) - 1 if self.strip.total else 0
            self.strip.jump(self.strip.top, min(self.strip.offset, lowest))
        self._repaint()

    def _moved(self, pixels: int) -> None:
        leap = self._late.isActive() or abs(pixels) >= self._area.viewport().height()
        self._follow(0 if leap else _AHEAD)
        if leap:
            self._leapt()
        elif pixels:
            self._area.viewport().scroll(0, -pixels)
            self._prepare(down=pixels > 0)

    def _leapt(self) -> None:
        """Nothing of what is painted stays. Rows that are read within a blink need no placeholder first."""
        rows = self.strip.visible()
        if all(self._model.row(placed.row) is not None for placed in rows):
            self._late.stop()
            self._area.viewport().update()
        elif not self._late.isActive():
            self._late.start()

    def _prepare(self, *, down: bool) -> None:
        """Part of the work for the row that comes next."""
        rows = self.strip.visible()
        if rows:
            self._cards.prepare(rows[-1].row + 1 if down else rows[0].row - 1)

    def _repaint(self) -> None:
        self._late.stop()
        self._follow()
        self._area.viewport().update()

    def _follow(self, ahead: int = 0) -> None:
        """Scroll bar and wanted rows follow the strip; ``ahead`` more rows are wanted at both ends."""
        strip = self.strip
        visible = strip.visible()
        if visible:
            self._model.want(visible[0].row - 1 - ahead, visible[-1].row + 1 + ahead)
            if visible[-1].row >= strip.total - PAGE:
                self.near_end.emit()
        self._following = True
        self._bar.setRange(0, strip.maximum)
        self._bar.setPageStep(max(1, strip.height))
        self._bar.setValue(strip.value)
        self._following = False

    def _show_opened(self, row: int) -> None:
        self.strip.total = self._model.total
        self.strip.jump(row, self._returning)
        self._returning = None
        self.opened.emit()
        self._repaint()

    def _show_measured(self, shift: int) -> None:
        at_top = self.at_top
        self.strip.total = self._model.total
        if at_top:
            self.strip.jump(0)
        else:
            self.strip.jump(self.strip.top + shift, self.strip.offset)
        self.shifted.emit(shift)
        self._repaint()

    def _show_loaded(self, first: int, last: int) -> None:
        if self.at_top:
            self.strip.jump(0)
        visible = self.strip.visible()
        if visible and first <= visible[-1].row + 1 and last >= visible[0].row:
            self._repaint()

    def _remember(self, timeline: Timeline) -> None:
        name = (timeline.place, timeline.order)
        position = self.position()
        if position is None or position[1] is None:
            self._left.pop(name, None)
        else:
            self._left[name] = (position[1], self.strip.offset)
