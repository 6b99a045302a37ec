"""What the composer asks the community while it is open, and what it says when that is out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.share import now_ms

if TYPE_CHECKING:
    from app.audience import Audience
    from widgets.composer.sheet import Sheet
    from widgets.main_window import MainWindow
    from widgets.status_line import Status

translate = QCoreApplication.translate

# A list of readers that is no older than this is not asked for again.
_RECENT_MS = 3_600_000


class Reach(QObject):
    """Asks again for what may be old, quietly: what is here holds until then, and says of when it is."""

    def __init__(self, window: MainWindow, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._sheet = window, sheet
        self._asked: set[int] = set()
        self._out = False
        self._followed = False

    def look(self) -> None:
        """Say whether the community can be reached; from now on that is followed."""
        work = self._window.work
        if work is not None and not self._followed:
            self._followed = True
            self._out = work.rounds.offline
            work.rounds.status_changed.connect(self._on_status)
        self._tell()

    def freshen(self, shown: Audience) -> None:
        """Ask who reads along in a closed group, when its list is not of just now."""
        group_id = shown.group_id
        recent = shown.as_of is not None and now_ms() - shown.as_of < _RECENT_MS
        if group_id is None or recent or group_id in self._asked or not self._is_fetching():
            return
        self._asked.add(group_id)
        self._window.background.run(
            lambda: self._window.client.refresh_audience(group_id), self._window.apply, lambda _error: None
        )

    def freshen_limits(self) -> None:
        """Ask what the community takes, once a day."""
        if self._is_fetching():
            self._window.background.run(
                self._window.client.refresh_limits,
                lambda _limits: None,
                lambda _error: None,
                key="composer-limits",
            )

    def _is_fetching(self) -> bool:
        work = self._window.work
        return work is not None and work.rounds.updated is not None and not self._out

    def _on_status(self, status: Status) -> None:
        if status.phase != "fetching" and status.in_reach == self._out:
            self._out = not status.in_reach
            self._tell()

    def _tell(self) -> None:
        words = translate("composer", "Offline: goes along as soon as it can.") if self._out else ""
        self._sheet.tell(words, "cloud-off")
