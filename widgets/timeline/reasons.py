"""Why rules decided as they did about the topics in sight, read on the bridge while the list is shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from sync.store.rows import TopicRow
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.timeline.ruled import Why

_KEPT = 512

Wanted = tuple[int, int]
"""A topic's id and that of the rule that decided about it."""
Read = Callable[[Sequence[Wanted]], Mapping[Wanted, tuple[str, tuple[str, ...]]]]


class Reasons(QObject):
    """Knows the rule's name and the words that matched. ``ready(topic_id)`` once they were read."""

    ready = Signal(int)

    def __init__(self, read: Read, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._background = background
        self._known: OrderedDict[Wanted, Why] = OrderedDict()
        self._wanted: dict[Wanted, None] = {}
        self._timer = rings_once(self, self._ask)

    def of(self, row: TopicRow) -> Why:
        """Why a rule decided about a topic; without words while that is still being read."""
        key = (row.topic_id, row.rule)
        found = self._known.get(key)
        if found is not None:
            return found
        self._wanted[key] = None
        self._timer.start()
        return Why()

    def forget(self) -> None:
        """The rules are others now: everything is read again when it is next in sight."""
        self._known.clear()

    def _ask(self) -> None:
        wanted, self._wanted = list(self._wanted), {}
        self._background.run(lambda: self._read(wanted), partial(self._show, wanted), _unknown)

    def _show(self, wanted: Sequence[Wanted], found: Mapping[Wanted, tuple[str, tuple[str, ...]]]) -> None:
        for key in wanted:
            name, words = found.get(key, ("", ()))
            self._known[key] = Why(name, words)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        for topic_id, _ in wanted:
            self.ready.emit(topic_id)


def _unknown(_error: Exception) -> None:
    """A card without its reason is still a card; the next look at it asks again."""
