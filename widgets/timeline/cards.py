"""The rows of a timeline as they stand on the screen: heights, headings and ages, kept while near."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from time import localtime

from PySide6.QtGui import QPainter

from sync.store.rows import TopicRow
from widgets.faces import Faces
from widgets.theme import Theme
from widgets.timeline.delegate import Delegate, State
from widgets.timeline.layout import CardLayout, Words
from widgets.timeline.model import TimelineModel
from widgets.timeline.sheet import Card
from widgets.timeline.strip import Placed

# Cards laid out and kept: a few screens.
_KEPT = 96


class Cards:
    """Measures and paints rows of ``model``; ``clock`` gives the time (ms) that ages are counted from."""

    def __init__(
        self, model: TimelineModel, words: Words, faces: Faces | None, clock: Callable[[], int]
    ) -> None:
        self._model = model
        self._words = words
        self._faces = faces
        self._clock = clock
        self._kept: OrderedDict[int, tuple[TopicRow, Card]] = OrderedDict()
        self._days: dict[tuple[int, int, int], str] = {}
        self._now = 0
        self._today = date.min

    def dress(self, theme: Theme, width: int, dpr: float, *, compact: bool) -> None:
        """Lay out for this look from now on."""
        self.layout = CardLayout(theme, width, compact=compact, words=self._words)
        self._delegate = Delegate(theme, width, self._faces, dpr)
        self.tick()

    def tick(self) -> None:
        """Time passed, or the language changed: ages and headings are said anew."""
        self._now = self._clock()
        self._today = date.fromtimestamp(self._now / 1000)
        self._kept.clear()
        self._days.clear()

    def heading(self, index: int) -> str:
        """The day heading above a row, or "" when it stands under the same one as the row before it."""
        row = self._model.row(index)
        if row is None:
            return ""
        here = self._day(row.moment)
        if index == 0:
            return here
        above = self._model.row(index - 1)
        return here if above is not None and self._day(above.moment) != here else ""

    def lead(self, index: int) -> int:
        """The height of the heading above a row in pixels."""
        return self.layout.heading if self.heading(index) else 0

    def body(self, index: int) -> int:
        """The height of a row's card in pixels; the usual height while it is still being read."""
        row = self._model.row(index)
        return self.layout.nominal if row is None else self._card(row).height

    def paint(self, painter: QPainter, placed: Placed, state: State) -> None:
        """A row where it is placed, heading and all."""
        row = self._model.row(placed.row)
        if placed.lead:
            self._delegate.heading(painter, placed.y - placed.lead, placed.lead, self.heading(placed.row))
        if row is None:
            self._delegate.placeholder(painter, placed.y, placed.body)
        else:
            self._delegate.card(painter, placed.y, row, self._card(row), state)

    def describe(self, index: int) -> str:
        """A row as one sentence, or "" while it is still being read."""
        row = self._model.row(index)
        if row is None:
            return ""
        return self._words.describe_topic(row, self._now, index + 1, self._model.total)

    def _card(self, row: TopicRow) -> Card:
        kept = self._kept.get(row.topic_id)
        if kept is not None and kept[0] is row:
            return kept[1]
        card = self.layout.card(row, self._now)
        self._kept[row.topic_id] = (row, card)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return card

    def _day(self, moment: int) -> str:
        day = localtime(moment / 1000)[:3]
        text = self._days.get(day)
        if text is None:
            text = self._days[day] = self._words.day_heading(date(*day), self._today)
        return text
