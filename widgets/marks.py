"""Marking as read and saving, from the screen: done on the bridge, told in a toast, and undone from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.marking import Marking, Step
from sync.store.rows import Place
from widgets.background import Background
from widgets.toast import Toast

if TYPE_CHECKING:
    from sync.model import Changes


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

    def undo(self) -> None:
        """Take back the last step."""
        self._background.run(self._marking.undo, self._undone, self._fail)

    def _run(self, work: Callable[[], Changes], words: str) -> None:
        self._background.run(work, lambda changes: self._done(changes, words), self._fail)

    def _done(self, changes: Changes, words: str) -> None:
        if changes and words:
            self._toast.show_message(words, QCoreApplication.translate("marks", "Undo"), self.undo)
        if changes:
            self.changed.emit(changes)

    def _undone(self, step: Step | None) -> None:
        translate = QCoreApplication.translate
        self._toast.show_message(
            translate("marks", "Undone") if step else translate("marks", "There is nothing to undo")
        )
        if step is not None:
            self.changed.emit(step.changes)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
