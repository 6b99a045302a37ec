"""The one group that the member looks at: read from the cache, and remembered as seen once they did look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.joining import Joining, Opened
from sync.model import Changes
from widgets.background import Background
from widgets.delaying import rings_once

# Whoever passes a group on the way to another has not looked at its readers, nor wants its members.
_LOOK_MS = 2_500
_STAY_MS = 400

_Ask = Callable[[int, Callable[[], bool]], Changes]


class Looking(QObject):
    """``told(Opened)`` gives what there is to see of the group, now and after changes.

    ``fetched(Changes)`` when its readers, or the members of an open group, were asked for and some are
    others; ``failed(Exception)`` tells what could not be read. Who is new stays new for as long as the member
    looks. ``online`` tells whether it is of use to ask the community.
    """

    told = Signal(object)
    fetched = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        joining: Joining,
        background: Background,
        online: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._joining = joining
        self._background = background
        self._online = online
        self._key = f"group-{id(self)}"
        self._group: int | None = None
        self._seen = False
        self._asked: set[int] = set()
        self._timer = rings_once(self, self._note, _LOOK_MS)
        self._staying = rings_once(self, self._fetch_members, _STAY_MS)

    @property
    def group(self) -> int | None:
        """The group that is looked at."""
        return self._group

    def look(self, group_id: int) -> None:
        """Look at a group from now on."""
        if group_id != self._group:
            self.leave()
            self._group = group_id
            self._staying.start()
        self.again()

    def again(self) -> None:
        """Read it again: something changed."""
        group_id = self._group
        if group_id is not None:
            self._background.run(
                lambda: self._joining.opened(group_id), self._tell, self.failed.emit, key=self._key
            )

    def leave(self) -> None:
        """Look at it no longer; from the next time on, who is there now is not new."""
        group_id, seen = self._group, self._seen
        self._group, self._seen = None, False
        self._timer.stop()
        self._staying.stop()
        if group_id is not None and seen:
            self._background.run(lambda: self._joining.looked(group_id), lambda _none: None, self.failed.emit)

    def fetch(self) -> None:
        """Ask the community who reads along now."""
        if self._group is not None:
            self._ask("readers", self._joining.fetch, self._group, self.failed.emit)

    def _tell(self, opened: Opened | None) -> None:
        if opened is None or opened.card.group_id != self._group:
            return
        self.told.emit(opened)
        if opened.audience.by_organisation:
            if not self._seen and not self._timer.isActive():
                self._timer.start()
        elif opened.card.closed and opened.card.mine and opened.card.group_id not in self._asked:
            # The list of a group one just came into: no need to wait for its turn.
            self._asked.add(opened.card.group_id)
            self._ask("readers", self._joining.fetch, opened.card.group_id, _quietly)

    def _fetch_members(self) -> None:
        if self._group is not None and self._online():
            self._ask("members", self._joining.fetch_members, self._group, _quietly)

    def _ask(self, what: str, ask: _Ask, group_id: int, failed: Callable[[Exception], None]) -> None:
        self._background.run(
            lambda: ask(group_id, lambda: self._background.closing),
            self._have_fetched,
            failed,
            key=f"{self._key}-{what}",
        )

    def _have_fetched(self, changes: Changes) -> None:
        if changes:
            self.fetched.emit(changes)
        self.again()

    def _note(self) -> None:
        self._seen = True


def _quietly(_error: Exception) -> None:
    """Nobody asked for it: what was known stays, with its date."""
