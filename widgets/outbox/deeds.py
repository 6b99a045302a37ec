"""Does in the background what the member chose on the page, and offers to undo what can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app import outbox_deeds as deeds
from app import share
from sync.store import drafts as draft_rows
from sync.store.drafts import Draft

if TYPE_CHECKING:
    from app.audience import Audience
    from sync.store.database import Store
    from widgets.main_window import MainWindow
    from widgets.outbox.page import Tab

translate = QCoreApplication.translate

T = TypeVar("T")


class Deeds(QObject):
    """``reopen(Draft)`` opens a draft, ``moving()`` tells that something may leave or be looked for now.

    ``changed()`` after any change, ``failed(Exception)`` when one was not possible.
    """

    reopen = Signal(object)
    moving = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def act(self, tab: Tab, key: int, name: str, saw: Audience | None = None) -> None:
        """Do what a link of a row says; ``saw`` is who the row said reads along."""
        on_items = {
            "edit": self._edit,
            "nearest": self._go_nearest,
            "withdraw": self._withdraw,
            "discard": self._discard,
        }
        on_drafts = {"open": self._open, "discard": self._discard_draft}
        if tab == "drafts":
            on_drafts[name](key)
        elif name in on_items:
            on_items[name](key)
        else:
            self._move(key, name, saw)

    def choose_file(self, tab: Tab) -> None:
        """Ask where to write everything, and write it there."""
        title = translate("outbox", "Export everything as Markdown")
        suggested = translate("outbox", "drafts.md") if tab == "drafts" else translate("outbox", "outbox.md")
        name, _ = QFileDialog.getSaveFileName(self._window, title, suggested, "*.md")
        if name:
            self.write(Path(name), tab)

    def write(self, file: Path, tab: Tab) -> None:
        """Write all texts of a list to ``file`` as Markdown."""
        client = self._window.client
        self._window.background.run(
            lambda: deeds.write_out(client, file, of_drafts=tab == "drafts"),
            lambda count: self._written(file, count),
            self._not_written,
        )

    def _move(self, key: int, name: str, saw: Audience | None) -> None:
        """What lets an item leave, be looked for, or be done with."""
        works: dict[str, Callable[[Store, int], bool]] = {
            "send_now": partial(share.send_anyway, saw=saw),
            "anyway": partial(share.send_anyway, saw=saw),
            "send_again": deeds.send_again,
            "look": deeds.look_for,
            "there": deeds.it_is_there,
        }
        work, store = works[name], self._window.client.store
        self._run(lambda: work(store, key), self._moved)

    def _moved(self, done: bool) -> None:
        if done:
            self.moving.emit()
        else:
            self._too_late()

    def _edit(self, key: int) -> None:
        self._run(lambda: deeds.withdraw(self._window.client.store, key), self._reopen)

    def _go_nearest(self, key: int) -> None:
        self._run(lambda: deeds.bring_nearest(self._window.client.store, key), self._reopen)

    def _withdraw(self, key: int) -> None:
        self._run(lambda: deeds.withdraw(self._window.client.store, key), self._withdrawn)

    def _withdrawn(self, draft: Draft | None) -> None:
        if draft is None:
            self._too_late()
            return
        opened = translate("outbox", "Write on")
        words = translate("outbox", "It is among your drafts again")
        self._window.toast.show_message(words, opened, lambda: self.reopen.emit(draft))

    def _discard(self, key: int) -> None:
        store = self._window.client.store
        self._run(
            lambda: deeds.discard(store, key),
            lambda done: self._offer_back(done, lambda: deeds.undo_discard(store, key)),
        )

    def _discard_draft(self, key: int) -> None:
        store = self._window.client.store
        self._run(
            lambda: deeds.discard_draft(store, key),
            lambda done: self._offer_back(done, lambda: deeds.undo_discard_draft(store, key)),
        )

    def _offer_back(self, done: bool, take_back: Callable[[], bool]) -> None:
        if not done:
            self._too_late()
            return
        undo = translate("outbox", "Undo")
        self._window.toast.show_message(
            translate("outbox", "Thrown away"), undo, lambda: self._run(take_back, self._moved)
        )

    def _open(self, key: int) -> None:
        store = self._window.client.store

        def find() -> Draft | None:
            with store.reading() as conn:
                return draft_rows.get(conn, key)

        self._run(find, self._reopen)

    def _reopen(self, draft: Draft | None) -> None:
        if draft is None:
            self._too_late()
        else:
            self.reopen.emit(draft)

    def _too_late(self) -> None:
        self._window.toast.show_message(translate("outbox", "Too late: it has left already"))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def finished(result: T) -> None:
            self.changed.emit()
            done(result)

        self._window.background.run(work, finished, self.failed.emit)

    def _written(self, file: Path, count: int) -> None:
        words = translate("outbox", "{0} texts written to {1}")
        if count == 1:
            words = translate("outbox", "1 text written to {1}")
        self._window.toast.show_message(words.format(count, file.name))

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            words = translate("outbox", "Not written: {0}")
            self._window.toast.show_message(words.format(error.strerror or type(error).__name__))
        else:
            self.failed.emit(error)
