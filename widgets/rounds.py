"""Keeps the cache fresh while the window is open: rounds of sync on the bridge, one at a time."""

from __future__ import annotations

import random
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.client import Client
from app.schedule import LIVE_SECONDS, Schedule, seconds_after_news, seconds_until_sending
from sync.errors import NetworkError, SignInNeeded, Stopped, TooManyRequests
from widgets.background import Background
from widgets.delaying import rings_once
from widgets.listening import Listening
from widgets.status_line import Phase, Status

if TYPE_CHECKING:
    from sync.progress import Progress, RoundReport


class Rounds(QObject):
    """Starts rounds when they are due, and stops them when asked.

    ``status_changed(Status)`` for the status line, ``changed(Changes)`` when the cache got new content,
    ``failed(Exception)`` for a fault a person should read, ``recovered()`` when it is over.
    """

    status_changed = Signal(object)
    changed = Signal(object)
    failed = Signal(object)
    recovered = Signal()
    _progressed = Signal(object)

    def __init__(self, client: Client, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._background = background
        self._schedule = Schedule()
        self._rng = random.Random()  # noqa: S311 - only spreads the load
        self._stop = threading.Event()
        self._running = False
        self._closed = False
        self._offline = False
        self._fault: Exception | None = None
        self._updated: int | None = None
        self._ended = 0.0
        self._listening = Listening(client, background, self)
        self._listening.heard.connect(self._plan_after_news)
        self._timer = rings_once(self, self.start)
        self._progressed.connect(self._on_progress)

    @property
    def running(self) -> bool:
        """Whether a round is under way."""
        return self._running

    @property
    def offline(self) -> bool:
        """Whether the member chose to work offline."""
        return self._offline

    @property
    def updated(self) -> int | None:
        """The moment (ms) of the last good round, also of an earlier run of the program."""
        return self._updated

    def begin(self) -> None:
        """Begin with the first round, once it is known when the last one was."""
        self._background.run(self._client.last_round, self._begin_after, self._on_fault)

    def start(self) -> None:
        """Begin a round now, unless one is under way or the member works offline."""
        if self._running or self._offline or self._closed:
            return
        self._timer.stop()
        self._listening.stop()
        self._stop.clear()
        self._running = True
        self._tell(Status("fetching", self._updated))
        self._background.run(self._round, self._on_done, self._on_fault)

    def stop(self) -> None:
        """End the round under way; what was fetched is kept."""
        self._stop.set()

    def set_offline(self, offline: bool) -> None:
        """Work offline by choice, or go online again."""
        self._offline = offline
        if offline:
            self._timer.stop()
            self._listening.stop()
            self.stop()
            self._tell(Status("offline", self._updated))
        else:
            self.start()

    def send_at(self, moment: int) -> None:
        """Something was put in the outbox that may leave at ``moment`` (ms): begin a round by then.

        A round that is under way plans the next one itself.
        """
        if self._running or self._offline or self._closed or isinstance(self._fault, SignInNeeded):
            return
        left = self._timer.remainingTime()
        planned = left / 1000 if left >= 0 else LIVE_SECONDS
        self._timer.start(round(1000 * seconds_until_sending(planned, moment, _now())))

    def close(self) -> None:
        """Stop for good, before the window goes."""
        self._closed = True
        self._timer.stop()
        self._listening.stop()
        self._stop.set()

    def _begin_after(self, last_round: int | None) -> None:
        self._updated = last_round
        self.start()

    def _round(self) -> RoundReport:
        return self._client.round(self._progressed.emit, self._stop.is_set)

    def _on_progress(self, progress: Progress) -> None:
        if not self._running:
            return
        self._tell(Status("fetching", self._updated, progress.posts, progress.done, progress.total))
        if progress.changes:
            self.changed.emit(progress.changes)

    def _on_done(self, report: RoundReport) -> None:
        self._running = False
        if report.changes:
            self.changed.emit(report.changes)
        news = bool(report.posts_new or report.posts_changed or report.outbox_sent)
        if report.error is not None and not isinstance(report.error, Stopped):
            self._on_fault(report.error, brought_news=news)
            return
        if report.error is None:
            self._updated = _now()
        if self._fault is not None:
            self._fault = None
            self.recovered.emit()
        self._plan(failed=False, brought_news=news, outbox_due=report.outbox_due)
        self._tell(Status("offline" if self._offline else "idle", self._updated))

    def _on_fault(self, error: Exception, *, brought_news: bool = False) -> None:
        self._running = False
        self._fault = error
        wait = error.retry_after if isinstance(error, TooManyRequests) else 0.0
        self._plan(failed=True, brought_news=brought_news, wait=wait)
        self._tell(Status(_phase(error), self._updated, wait_seconds=round(wait)))
        self.failed.emit(error)

    def _plan(
        self, *, failed: bool, brought_news: bool, wait: float = 0.0, outbox_due: int | None = None
    ) -> None:
        self._ended = time.monotonic()
        self._schedule = self._schedule.after(failed=failed, brought_news=brought_news)
        # Without a key a new try would only fail again: signing in starts the next round.
        if self._offline or self._closed or isinstance(self._fault, SignInNeeded):
            return
        live = self._client.live and not failed
        if not failed:
            self._listening.start()
        seconds = self._schedule.seconds(self._rng, asked_to_wait=wait, live=live)
        seconds = seconds_until_sending(seconds, outbox_due, _now())
        self._timer.start(round(1000 * seconds))

    def _plan_after_news(self) -> None:
        if self._running or self._offline or self._closed:
            return
        seconds = seconds_after_news(self._rng, time.monotonic() - self._ended)
        left = self._timer.remainingTime()
        if left < 0 or seconds * 1000 < left:
            self._timer.start(round(1000 * seconds))

    def _tell(self, status: Status) -> None:
        if not self._closed:
            self.status_changed.emit(status)


def _now() -> int:
    return time.time_ns() // 1_000_000


def _phase(error: Exception) -> Phase:
    if isinstance(error, TooManyRequests):
        return "waiting"
    return "offline" if isinstance(error, NetworkError) else "failed"
