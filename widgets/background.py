"""The one bridge between the event loop and blocking work: it runs on threads, its results come back here."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")

THREADS = 4


class Task:
    """One piece of work under way. The work itself may read ``cancelled``, as a reason to stop early."""

    __slots__ = ("cancelled", "done", "error", "failed", "key", "result", "work")

    def __init__(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None] | None,
        key: str | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.key = key
        self.cancelled = False
        self.result: object = None
        self.error: Exception | None = None

    def cancel(self) -> None:
        """Nobody wants the result any more: it is not delivered, and work that has not begun never runs."""
        self.cancelled = True


class Background(QObject):
    """Runs work off the main thread and delivers its result on the thread this object lives in.

    A result is not delivered when its task was cancelled, when a newer task took its key, when this object
    was closed, or when the widget whose method should receive it no longer exists. ``otherwise`` takes the
    errors that nobody else takes.
    """

    _finished = Signal(object)

    def __init__(
        self, parent: QObject | None = None, otherwise: Callable[[Exception], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._otherwise = otherwise
        self._waiting: deque[Task] = deque()
        self._ready = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._closing = False
        self._newest: dict[str, Task] = {}
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        key: str | None = None,
    ) -> Task:
        """Call ``work()`` on a thread, then ``done(result)`` or ``failed(error)`` here.

        ``key`` names a question of which only the newest answer matters. Without ``failed`` an error goes to
        ``otherwise``; without that it is raised in the event loop, so that it is never lost in silence.
        """
        task = Task(work, done, failed, key)  # type: ignore[arg-type]
        if key is not None:
            older = self._newest.get(key)
            if older is not None:
                older.cancel()
            self._newest[key] = task
        with self._ready:
            if self._closing:
                task.cancel()
                return task
            self._waiting.append(task)
            if self._idle < len(self._waiting) and len(self._threads) < THREADS:
                self._start_thread()
            self._ready.notify()
        return task

    @property
    def closing(self) -> bool:
        """Whether the results are of no use any more: work that takes long may stop for that."""
        return self._closing

    def close(self, seconds: float = 10.0) -> None:
        """Stop taking work, drop what has not begun, and wait for what runs (at most ``seconds`` in all)."""
        with self._ready:
            self._closing = True
            self._waiting.clear()
            for task in self._newest.values():
                task.cancel()
            self._ready.notify_all()
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        self._threads = [thread for thread in self._threads if thread.is_alive()]

    def _start_thread(self) -> None:
        # Daemons, so that work that hangs (a keyring's prompt) cannot keep the process alive.
        thread = threading.Thread(target=self._work, name=f"background-{len(self._threads)}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while (task := self._next()) is not None:
            if task.cancelled:
                continue
            try:
                task.result = task.work()
            except Exception as error:
                task.error = error
            self._hand_over(task)

    def _next(self) -> Task | None:
        with self._ready:
            self._idle += 1
            while not self._waiting and not self._closing:
                self._ready.wait()
            self._idle -= 1
            return self._waiting.popleft() if self._waiting else None

    def _hand_over(self, task: Task) -> None:
        # The C++ side may be gone before the thread is: then there is nobody left to tell.
        if not self._closing and isValid(self):
            self._finished.emit(task)

    def _deliver(self, task: Task) -> None:
        if task.key is not None and self._newest.get(task.key) is task:
            del self._newest[task.key]
        if task.cancelled or self._closing:
            return
        failed = task.failed or self._otherwise
        receiver = task.done if task.error is None else failed
        # Of a method with some of its arguments given beforehand, the method.
        owner = getattr(getattr(receiver, "func", receiver), "__self__", None)
        if isinstance(owner, QObject) and not isValid(owner):
            return
        if task.error is None:
            task.done(task.result)
        elif failed is not None:
            failed(task.error)
        else:
            raise task.error
