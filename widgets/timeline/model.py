"""The rows of a timeline by number, read in pages on the background bridge; ``None`` until read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from app.timeline import PAGE, FirstPage, Survey, Timeline
from sync.store.rows import Key, TopicRow
from widgets.background import Background, Task
from widgets.delaying import rings_once

# Pages kept: about 1,500 rows, some 3 MB.
_PAGES = 48

# The first paint comes before the scan that measures the list; bursts of changes are measured once.
_SETTLE_MS = 120


class TimelineModel(QObject):
    """Pages of rows of one timeline.

    ``position`` is asked where the reader is before the list is measured again: the number and key of a row
    in sight (key ``None``: the very top), or ``None`` when that is not known just now.
    """

    opened = Signal(int)  # another list, to be shown from this row
    measured = Signal(int)  # the same list measured again: what was in sight is so many rows further down
    loaded = Signal(int, int)  # rows first up to (not including) last are there, or are different now
    waiting_changed = Signal(int)  # topics above the list
    failed = Signal(object)  # an error of the cache

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.total = 0
        self.waiting = 0
        self.position: Callable[[], tuple[int, Key | None] | None] = lambda: (0, None)
        self._background = background
        self._timeline: Timeline | None = None
        self._pages: OrderedDict[int, list[TopicRow]] = OrderedDict()
        self._asked: dict[int, Task] = {}
        self._settle = rings_once(self, self._measure, _SETTLE_MS)

    def open(self, timeline: Timeline, near: Key | None = None) -> None:
        """Show another list, from its top or from where ``near`` stands in it now."""
        self._timeline = timeline
        self._drop()
        self._settle.stop()
        if near is None:
            self._run(timeline, timeline.first_page, self._take_first, "timeline-open")
        else:
            self._run(timeline, lambda: timeline.survey(near), self._take_opening, "timeline-open")

    def row(self, index: int) -> TopicRow | None:
        """The row, when its page is here; asking never reads."""
        page = self._pages.get(index // PAGE)
        place = index % PAGE
        return page[place] if page is not None and place < len(page) else None

    def want(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last`` are on the screen: read what is missing of them, forget older wishes."""
        timeline = self._timeline
        if timeline is None or not self.total:
            return
        wanted = range(max(0, first) // PAGE, min(last, self.total - 1) // PAGE + 1)
        for page in [page for page in self._asked if page not in wanted]:
            self._asked.pop(page).cancel()
        for page in wanted:
            if page in self._pages:
                self._pages.move_to_end(page)
            elif page not in self._asked:
                self._asked[page] = self._background.run(
                    lambda page=page: timeline.rows(page * PAGE, PAGE),  # type: ignore[misc]
                    lambda rows, page=page: self._take_page(timeline, page, rows),  # type: ignore[misc]
                    lambda error, page=page: self._page_failed(page, error),  # type: ignore[misc]
                )

    def refresh(self, topic_ids: Collection[int]) -> None:
        """Read these topics again where they are loaded, in place."""
        timeline = self._timeline
        held = [row.topic_id for page in self._pages.values() for row in page if row.topic_id in topic_ids]
        if timeline is not None and held:
            self._run(
                timeline, lambda: timeline.refreshed(held), lambda rows: self._replace(held, rows), None
            )

    def survey(self) -> None:
        """Topics came or went: measure the list again soon, once for a burst of changes."""
        self._settle.start()

    def loaded_row(self, topic_id: int) -> int | None:
        """The row number of a topic, when its page is here."""
        for number, page in self._pages.items():
            for place, row in enumerate(page):
                if row.topic_id == topic_id:
                    return number * PAGE + place
        return None

    def _run(
        self, timeline: Timeline, work: Callable[[], object], done: Callable[..., None], key: str | None
    ) -> None:
        def deliver(result: object) -> None:
            if timeline is self._timeline:
                done(result)

        self._background.run(work, deliver, self.failed.emit, key=key)

    def _measure(self) -> None:
        timeline = self._timeline
        if timeline is None:
            return
        position = self.position()
        if position is None and self._asked:
            self._settle.start()
            return
        row, near = position or (0, None)

        def take(survey: Survey) -> None:
            self._take_rows(survey)
            self.measured.emit(survey.row - row)

        self._run(timeline, lambda: timeline.survey(near), take, "timeline-survey")

    def _take_first(self, page: FirstPage) -> None:
        self.total = page.total
        self._pages[0] = page.rows
        self._set_waiting(0)
        self.opened.emit(0)
        if not page.complete:
            self._settle.start()

    def _take_opening(self, survey: Survey) -> None:
        self._take_rows(survey)
        self.opened.emit(survey.row)

    def _take_rows(self, survey: Survey) -> None:
        self._drop()
        self.total = survey.total
        for start in range(0, len(survey.rows), PAGE):
            self._pages[(survey.first + start) // PAGE] = survey.rows[start : start + PAGE]
        self._set_waiting(survey.waiting)

    def _take_page(self, timeline: Timeline, page: int, rows: list[TopicRow]) -> None:
        if timeline is not self._timeline:
            return
        self._asked.pop(page, None)
        self._pages[page] = rows
        while len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        self.loaded.emit(page * PAGE, page * PAGE + len(rows))

    def _page_failed(self, page: int, error: Exception) -> None:
        self._asked.pop(page, None)
        self.failed.emit(error)

    def _replace(self, asked: list[int], rows: dict[int, TopicRow]) -> None:
        if len(rows) < len(set(asked)):
            self.survey()
        for number, page in self._pages.items():
            for place, old in enumerate(page):
                new = rows.get(old.topic_id)
                if new is not None and new != old:
                    # It keeps its place in the list until the list is opened again.
                    page[place] = new._replace(moment=old.moment)
                    index = number * PAGE + place
                    self.loaded.emit(index, index + 1)

    def _drop(self) -> None:
        for task in self._asked.values():
            task.cancel()
        self._asked.clear()
        self._pages.clear()

    def _set_waiting(self, waiting: int) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.waiting_changed.emit(waiting)
