"""Marking as read and saving, from the screen: done on the bridge, told in a toast, and undone from there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.marking import Marking, Step
from sync.store.rows import Place
from widgets.background import Background
from widgets.toast import Toast


class Marks(QObject):
    """What the member marks. ``changed(Changes)`` after each; ``failed(Exception)`` when not kept."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, marking: Marking, background: Background, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._marking = marking
        self._background = background
        self._toast = toast

    def seen(self, milliseconds: dict[int, int]) -> None:
        """Mark posts that were read (post id to time in sight) quietly: reading needs no message."""
        self._run(lambda: self._marking.read(milliseconds), "")

    def toggle_read(self, topic_id: int, unread: int) -> None:
        """Mark a topic as read when it has something unread, else as unread."""
        translate = QCoreApplication.translate
        if unread:
            self._run(lambda: self._marking.read_topic(topic_id), translate("marks", "Marked as read"))
        else:
            self._run(lambda: self._marking.unread_topic(topic_id), translate("marks", "Marked as unread"))

    def read_place(self, place: Place) -> None:
        """Mark everything in a place as read."""
        words = QCoreApplication.translate("marks", "Everything here is marked as read")
        self._run(lambda: self._marking.read_place(place), words)

    def save(self, topic_id: int, wanted: bool) -> None:
        """Save a topic for later, or no longer."""
        translate = QCoreApplication.translate
        words = translate("marks", "Saved for later") if wanted else translate("marks", "No longer saved")
        self._run(lambda: self._marking.save(topic_id, wanted), words)

    def undo(self, step: Step | None = None) -> None:
        """Take back ``step``, or the last one."""
        self._background.run(lambda: self._marking.undo(step), self._undone, self._fail)

    def _run(self, work: Callable[[], Step], words: str) -> None:
        self._background.run(work, lambda step: self._done(step, words), self._fail)

    def _done(self, step: Step, words: str) -> None:
        if step.changes and words:
            undo = QCoreApplication.translate("marks", "Undo")
            self._toast.show_message(words, undo, lambda: self.undo(step))
        if step.changes:
            self.changed.emit(step.changes)

    def _undone(self, step: Step | None) -> None:
        translate = QCoreApplication.translate
        self._toast.show_message(
            translate("marks", "Undone") if step else translate("marks", "There is nothing to undo")
        )
        if step is not None:
            self.changed.emit(step.changes)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
