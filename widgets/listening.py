"""Listens for news where the community tells it by itself, so that a round can start at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sync.errors import Stopped
from widgets.background import Background

if TYPE_CHECKING:
    from app.client import Client

# The platform ends a wait by itself after some 25 seconds.
WAIT_SECONDS = 30.0


class Listening(QObject):
    """Waits on the bridge between two rounds. ``heard()`` once there is news; it then listens no more."""

    heard = Signal()

    def __init__(self, client: Client, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._background = background
        self._stop = threading.Event()
        self._busy = False
        self._wanted = False

    def start(self) -> None:
        """Listen from now on, until there is news, a fault, or ``stop``."""
        self._wanted = True
        self._stop.clear()
        if not self._busy:
            self._wait()

    def stop(self) -> None:
        """Listen no more; the wait under way ends within a moment."""
        self._wanted = False
        self._stop.set()

    def _wait(self) -> None:
        self._busy = True
        self._background.run(
            lambda: self._client.wait_for_news(WAIT_SECONDS, self._stop.is_set), self._waited, self._failed
        )

    def _waited(self, news: bool) -> None:
        self._busy = False
        if not self._wanted:
            return
        if news:
            self.heard.emit()
        elif self._client.live:
            self._wait()

    def _failed(self, error: Exception) -> None:
        # A fault needs no word here: the next round meets it too and tells it, and a good one listens again.
        self._busy = False
        if self._wanted and isinstance(error, Stopped):
            self._wait()
