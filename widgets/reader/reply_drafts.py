"""The texts that are written in the reader: one in the box, kept as it is typed, and those just put aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.drafts import Keeper
from sync.errors import StamtafelError
from sync.store.database import Store
from sync.store.drafts import Draft
from widgets.background import Background
from widgets.composer.keeping import Keeping

# A disk that takes longer than this to write a text does not write it.
_LAST_SECONDS = 3.0

Fields = Callable[[], dict[str, object]]


class ReplyDrafts(QObject):
    """Keeps texts until they are on the disk, also after their topic was left.

    ``kept(int)`` tells the moment (ms) at which all of what is in the box was kept, ``lost(Exception)`` that
    it could not be; ``changed`` that what was put aside is on the disk now.
    """

    kept = Signal(object)
    lost = Signal(object)
    changed = Signal()

    def __init__(self, store: Store, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._background = store, background
        self.current: Keeping | None = None
        self._aside: list[Keeping] = []
        # As they were last kept here: what is read from the cache may be a moment older.
        self._newest: dict[int, Draft] = {}
        self._kept_at: dict[int, int] = {}

    @property
    def draft(self) -> Draft | None:
        """What is in the box."""
        return None if self.current is None else self.current.keeper.draft

    def of_topic(self, topic_id: int, read: Sequence[Draft], read_at: int = 0) -> list[Draft]:
        """The drafts of a topic that are not in the box, last changed first.

        ``read`` are those that the cache had at ``read_at`` (ms): one that was kept after it is there too.
        """
        aside = [one for one in self._aside if one.keeper.draft.topic_id == topic_id]
        known = {one.keeper.draft_id for one in (*aside, *([self.current] if self.current else []))}
        told = [self._newest.get(one.draft_id, one) for one in read if one.draft_id not in known]
        known |= {one.draft_id for one in read}
        told += [
            one
            for draft_id, one in self._newest.items()
            if one.topic_id == topic_id and draft_id not in known and self._kept_at[draft_id] >= read_at
        ]
        return sorted([*told, *(numbered(one) for one in aside)], key=lambda one: -one.changed)

    def open(self, draft: Draft, fields: Fields) -> None:
        """Go on with a draft; ``fields`` says how its text is by now."""
        self.put_aside()
        before = next((one for one in self._aside if numbered(one) == draft), None)
        keeper = before.keeper if before is not None else Keeper(self._store, draft)
        if before is not None:
            before.stop()
            self._aside.remove(before)
        made = self.current = Keeping(keeper, fields, self._background, self)
        made.kept.connect(lambda moment: self._note_kept(made, moment))
        made.lost.connect(lambda error: self._note_lost(made, error))

    def put_aside(self) -> None:
        """The text in the box makes room for another one; it is kept, however long that takes."""
        keeping, self.current = self.current, None
        if keeping is None:
            return
        keeping.freeze()
        self._aside.append(keeping)
        keeping.keep()

    def sent(self, keeping: Keeping) -> None:
        """A text is in the outbox now, and a draft no longer."""
        keeping.stop()
        self._newest.pop(keeping.draft_id, None)
        if self.current is keeping:
            self.current = None
        if keeping in self._aside:
            self._aside.remove(keeping)

    def end(self) -> None:
        """The window goes: what is not on the disk yet is written now, as far as there is room."""
        for keeping in (*self._aside, *([self.current] if self.current else [])):
            if keeping.unsaved:
                with suppress(StamtafelError, TimeoutError):
                    keeping.submit().result(_LAST_SECONDS)
            keeping.stop()
        self.current = None
        self._aside.clear()

    def _note_kept(self, keeping: Keeping, moment: int) -> None:
        draft = numbered(keeping)
        if draft.draft_id:
            self._newest[draft.draft_id] = draft
            self._kept_at[draft.draft_id] = moment
        if keeping is self.current:
            self.kept.emit(moment)
        elif keeping in self._aside and not keeping.unsaved:
            self._aside.remove(keeping)
            self.changed.emit()

    def _note_lost(self, keeping: Keeping, error: Exception) -> None:
        if keeping is self.current:
            self.lost.emit(error)


def numbered(keeping: Keeping) -> Draft:
    """The draft with the id that it got when it was kept."""
    return replace(keeping.keeper.draft, draft_id=keeping.keeper.draft_id)
