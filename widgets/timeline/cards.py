"""The rows of a timeline as they stand on the screen: heights, headings and ages, kept while near."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from time import localtime

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap

from sync.store.rows import TopicRow
from widgets.faces import Faces
from widgets.theme import Theme
from widgets.timeline.delegate import Delegate, State
from widgets.timeline.layout import CardLayout, Words
from widgets.timeline.model import TimelineModel
from widgets.timeline.ruled import Why, reason
from widgets.timeline.sheet import Card
from widgets.timeline.strip import Placed

# Cards laid out and kept: a few screens. Their pictures weigh more: a screen and a half of pixels.
_KEPT = 96
_PICTURES = 1.5

# The end of the year 9998: a platform may say anything, the calendar may not.
_LATEST = 253_370_764_800_000


class Cards:
    """Measures and paints rows of ``model``; ``clock`` gives the time (ms) that ages are counted from.

    ``dated`` is whether the rows stand under headings of days.
    """

    def __init__(
        self, model: TimelineModel, words: Words, faces: Faces | None, clock: Callable[[], int]
    ) -> None:
        self._model = model
        self._words = words
        self._faces = faces
        self._clock = clock
        self.why: Callable[[TopicRow], Why] = lambda _row: Why()
        self.dated = True
        self._kept: OrderedDict[int, tuple[TopicRow, Card]] = OrderedDict()
        self._pictures: OrderedDict[int, tuple[TopicRow, QPixmap, int]] = OrderedDict()
        self._spare: dict[int, QPixmap] = {}
        self._begun: tuple[TopicRow, QPixmap] | None = None
        self._most_pictures = 0
        self._painted: set[int] = set()
        self._leads: dict[int, int] = {}
        self._bodies: dict[int, int] = {}
        self._days: dict[tuple[int, ...], str] = {}
        self._now = 0
        self._today = date.min
        model.opened.connect(self.measure_again)
        model.measured.connect(self.measure_again)
        model.loaded.connect(self.measure_again)

    def dress(self, theme: Theme, width: int, height: int, dpr: float, *, compact: bool) -> None:
        """Lay out for this look and a viewport of this size from now on."""
        self.layout = CardLayout(theme, width, compact=compact, words=self._words, why=self._why)
        self._delegate = Delegate(theme, width, self._faces, dpr)
        self._most_pictures = 4 + int(_PICTURES * height / self.layout.nominal)
        self.tick()

    def tick(self) -> None:
        """Time passed, or the language changed: ages and headings are said anew."""
        self._now = self._clock()
        self._today = date.fromtimestamp(self._now / 1000)
        self._kept.clear()
        self._painted.clear()
        self._pictures.clear()
        self._spare.clear()
        self._begun = None
        self._days.clear()
        self.measure_again()

    def measure_again(self) -> None:
        """Rows came or changed: heights by row number hold no longer."""
        self._leads.clear()
        self._bodies.clear()

    def forget_face(self, avatar: str) -> list[int]:
        """A picture of someone arrived: their cards are drawn anew. Returns the topics' ids."""
        found = [topic_id for topic_id, kept in self._kept.items() if kept[0].avatar == avatar]
        for topic_id in found:
            self._pictures.pop(topic_id, None)
        self._begun = None
        return found

    def forget_reason(self, topic_id: int) -> None:
        """Why a rule decided about a topic is known now: its card is laid out anew, in the same room."""
        self._kept.pop(topic_id, None)
        self._pictures.pop(topic_id, None)

    def act_at(self, index: int, x: float, y: float) -> str:
        """The name of the link in a row's card at this place in it, or ""."""
        row = self._model.row(index)
        if row is None or not row.verdict:
            return ""
        spot = QPoint(int(x), int(y))
        return next((act.name for act in self._card(row).acts if act.area.contains(spot)), "")

    def heading(self, index: int) -> str:
        """The day heading above a row, or "" when it stands under the same one as the row before it."""
        row = self._model.row(index)
        if row is None or not self.dated:
            return ""
        here = self._day(row.moment)
        if index == 0:
            return here
        above = self._model.row(index - 1)
        return here if above is not None and self._day(above.moment) != here else ""

    def lead(self, index: int) -> int:
        """The height of the heading above a row in pixels."""
        lead = self._leads.get(index)
        if lead is None:
            lead = self._leads[index] = self.layout.heading if self.heading(index) else 0
        return lead

    def body(self, index: int) -> int:
        """The height of a row's card in pixels; the usual height while it is still being read."""
        body = self._bodies.get(index)
        if body is None:
            row = self._model.row(index)
            body = self._bodies[index] = self.layout.nominal if row is None else self._card(row).height
        return body

    def known(self, index: int) -> int:
        """The height of a row, heading and all, as far as it was measured; else the usual one."""
        body = self._bodies.get(index)
        return self.layout.nominal if body is None else body + self.lead(index)

    def paint(self, painter: QPainter, placed: Placed, state: State) -> None:
        """A row where it is placed, heading and all."""
        row = self._model.row(placed.row)
        if placed.lead:
            self._delegate.heading(painter, placed.y - placed.lead, placed.lead, self.heading(placed.row))
        if row is None:
            self._delegate.placeholder(painter, placed.y, placed.body)
        elif state.selected or state.hovered or row.topic_id not in self._painted:
            # A picture pays from the second time on: one leap through the list makes none.
            self._delegate.live(painter, placed.y, row, self._card(row), state)
            self._painted.add(row.topic_id)
        else:
            self._delegate.plain(painter, placed.y, self._picture(row), joined=state.joined)

    def prepare(self, index: int) -> None:
        """Do one part of the work for a row about to come into sight, so that no frame has it all to do."""
        row = self._model.row(index)
        if row is None:
            return
        kept = self._kept.get(row.topic_id)
        if kept is None or kept[0] is not row:
            self._card(row)
        elif row.topic_id not in self._pictures:
            if self._begun is None or self._begun[0] is not row:
                self._begun = (row, self._begin(row, kept[1]))
            else:
                self._picture(row)
                self._painted.add(row.topic_id)

    def describe(self, index: int) -> str:
        """A row as one sentence, or "" while it is still being read."""
        row = self._model.row(index)
        if row is None:
            return ""
        words = self._words.describe_topic(row, self._now, index + 1, self._model.total)
        return f"{words}; {reason(row, self.why(row))}" if row.verdict else words

    def _why(self, row: TopicRow) -> Why:
        return self.why(row)

    def _card(self, row: TopicRow) -> Card:
        kept = self._kept.get(row.topic_id)
        if kept is not None and kept[0] is row:
            return kept[1]
        card = self.layout.card(row, self._now)
        self._kept[row.topic_id] = (row, card)
        if len(self._kept) > _KEPT:
            self._painted.discard(self._kept.popitem(last=False)[0])
        return card

    def _picture(self, row: TopicRow) -> QPixmap:
        kept = self._pictures.get(row.topic_id)
        if kept is not None and kept[0] is row:
            return kept[1]
        card = self._card(row)
        if self._begun is not None and self._begun[0] is row:
            picture, self._begun = self._begun[1], None
        else:
            picture = self._begin(row, card)
        self._delegate.finish(picture, card)
        self._pictures[row.topic_id] = (row, picture, card.height)
        if len(self._pictures) > self._most_pictures:
            _, unused, height = self._pictures.popitem(last=False)[1]
            self._spare[height] = unused
        return picture

    def _begin(self, row: TopicRow, card: Card) -> QPixmap:
        return self._delegate.begin(row, card, self._spare.pop(card.height, None))

    def _day(self, moment: int) -> str:
        day = localtime(min(max(moment, 0), _LATEST) / 1000)[:3]
        text = self._days.get(day)
        if text is None:
            text = self._days[day] = self._words.day_heading(date(*day), self._today)
        return text
