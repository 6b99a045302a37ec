"""What a piece of background work is bound by: the member's wish to stop it, and the count of its requests.

Bound to the thread it runs on, so that one client can serve a round, a prefetch and an opened topic at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from sync.errors import Stopped

Stop = Callable[[], bool]

# Longest wait between two looks at ``stop``: a member's stop button answers within this time.
SLICE = 0.25


def never() -> bool:
    """The ``stop`` of work that nobody can stop."""
    return False


@dataclass
class Work:
    """One piece of work: ``stop`` says whether it should end, ``requests`` counts what it sent.

    ``spare`` is how many requests a minute it leaves for work that somebody is waiting for.
    """

    stop: Stop = never
    spare: int = 0
    requests: int = 0

    def check(self) -> None:
        """Raise ``Stopped`` when the work should end."""
        if self.stop():
            raise Stopped


_current: ContextVar[Work | None] = ContextVar("work", default=None)


def current() -> Work:
    """The work this thread is doing."""
    return _current.get() or Work()


@contextmanager
def working(stop: Stop | None = None, *, spare: int = 0) -> Iterator[Work]:
    """Do what is inside as one piece of work."""
    work = Work(stop or never, spare)
    token = _current.set(work)
    try:
        yield work
    finally:
        _current.reset(token)
