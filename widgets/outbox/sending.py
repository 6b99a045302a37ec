"""What was just put in the outbox: told in a toast, sent when its ten seconds are over, or taken back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.share import now_ms
from sync.outbox import Action, Item

if TYPE_CHECKING:
    from sync.store.drafts import Draft
    from widgets.main_window import MainWindow

# Pressing again undoes these; the button itself shows that they were done.
_QUIET: tuple[Action, ...] = ("like", "unlike", "join", "leave")


class Sending(QObject):
    """``reopen(Draft)`` after something written was taken back, ``changed()`` after any change."""

    reopen = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._last: Item | None = None

    def sent(self, item: Item | None) -> None:
        """Something was put in the outbox; ``None`` when that undid what never left."""
        self.changed.emit()
        if item is None:
            return
        window = self._window
        if window.work is not None:
            window.work.rounds.send_at(item.not_before)
        if item.action in _QUIET:
            return
        self._last = item
        left = math.ceil((item.not_before - now_ms()) / 1000)
        if left > 0:
            undo = QCoreApplication.translate("outbox", "Undo")
            window.toast.show_message(self._words(item), undo, self._undo, seconds=left, patient=False)
        else:
            window.toast.show_message(self._words(item))

    def undo(self) -> bool:
        """Take back what was last written, as long as it has not left; whether there is something to try."""
        item, self._last = self._last, None
        if item is None or item.not_before <= now_ms():
            return False
        from app.outbox_deeds import take_back

        store = self._window.client.store
        self._window.background.run(lambda: take_back(store, item), self._taken_back, self.failed.emit)
        return True

    def _undo(self) -> None:
        if not self.undo():
            self._too_late()

    def _too_late(self) -> None:
        words = QCoreApplication.translate("outbox", "Too late: it has left already")
        self._window.toast.show_message(words)

    def _taken_back(self, done: Draft | bool) -> None:
        translate = QCoreApplication.translate
        self.changed.emit()
        if done is False:
            self._too_late()
        elif done is True:
            self._window.toast.show_message(translate("outbox", "Undone"))
        else:
            self.reopen.emit(done)

    def _words(self, item: Item) -> str:
        translate, name = QCoreApplication.translate, self._group(item.group_id)
        work = self._window.work
        online = work is None or self._window.status.status.in_reach
        if item.action == "ask":
            return translate("outbox", "You asked to join {0}").format(name or item.title)
        if item.action == "delete":
            return translate("outbox", "It will be taken back")
        if item.action == "edit":
            return translate("outbox", "Your change will be saved in the community")
        if not online:
            words = translate("outbox", "Goes to {0} once there is a connection")
        elif item.action == "reply":
            words = translate("outbox", "Answered in {0}")
        else:
            words = translate("outbox", "Shared with {0}")
        return words.format(name or translate("outbox", "the community"))

    def _group(self, group_id: int | None) -> str:
        overview = self._window.overview
        groups = overview.groups if overview is not None else []
        return next((group.name for group in groups if group.group_id == group_id), "")
