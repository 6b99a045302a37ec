"""Keeps what is being written: a moment after each change, and until it is really on the disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from app.drafts import Keeper
from app.share import now_ms
from sync.errors import DiskFull
from sync.store.drafts import Draft
from widgets.background import Background
from widgets.delaying import rings_once

# Not put off by typing on: what was typed is at most this old on the disk.
SOON_MS = 400
# With a full disk there may be room at any moment.
AGAIN_MS = 3_000


class Keeping(QObject):
    """Keeps the draft of one ``keeper``; ``written()`` says which of its fields are how by now.

    ``kept(int)`` tells the moment (ms) at which all was on the disk; 0: there is nothing to keep.
    ``lost(Exception)`` tells that it could not be written. It then tries again by itself. ``draft_id`` is
    that of the draft on the disk.
    """

    kept = Signal(object)
    lost = Signal(object)

    def __init__(
        self,
        keeper: Keeper,
        written: Callable[[], dict[str, object]],
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.keeper = keeper
        self.draft_id = keeper.draft.draft_id
        self._written = written
        self._background = background
        self._timer = rings_once(self, self.keep)

    @property
    def unsaved(self) -> bool:
        """Whether something is not on the disk yet."""
        return self._timer.isActive() or self.keeper.unsaved

    def soon(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start(SOON_MS)

    def keep(self) -> None:
        """Write it now, and tell what became of it."""
        self._background.run(
            self.submit().result, self._note, self._note_lost, key=f"composer-keep-{id(self)}"
        )

    def submit(self) -> Future[Draft]:
        """Hand what is written now over to be kept."""
        self._timer.stop()
        return self.keeper.keep(**self._written())

    def freeze(self) -> None:
        """From now on what is written stays as it is: the fields go on with something else."""
        now = self._written()
        self._written = lambda: now

    def stop(self) -> None:
        """It is kept no more: it was sent."""
        self._timer.stop()

    def _note(self, draft: Draft) -> None:
        self.draft_id = draft.draft_id
        self.kept.emit(now_ms() if draft.draft_id else 0)

    def _note_lost(self, error: Exception) -> None:
        self._timer.start(AGAIN_MS if isinstance(error, DiskFull) else 5 * AGAIN_MS)
        self.lost.emit(error)
