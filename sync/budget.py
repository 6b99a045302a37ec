"""How many requests may still leave: a sliding window a minute and a day, on a clock that never jumps.

A community counts requests in windows of its own (Discourse: 20 a minute and 2,880 a day for a user API key,
429 beyond that), so the budget holds for *any* stretch of sixty seconds, which a refilling bucket would not.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from sync.errors import TooManyRequests
from sync.work import SLICE, current

MINUTE = 60.0
DAY = 86_400.0
# Nobody waits longer (seconds) for one request: by then it is better told than waited for.
PATIENCE = 90.0


class Budget:
    """At most ``per_minute`` requests in any 60 seconds and ``per_day`` in any 24 hours.

    One budget belongs to one account and lives as long as the process; it may be shared by threads.
    ``clock`` returns seconds that only go up; ``sleep`` waits a number of seconds.
    """

    def __init__(
        self,
        per_minute: int = 15,
        per_day: int = 2_400,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.per_minute = max(1, per_minute)
        self.per_day = max(self.per_minute, per_day)
        self.clock = clock
        self.sleep = sleep
        self._lock = threading.Lock()
        self._minute: deque[float] = deque()
        self._day: deque[float] = deque()
        self._held_until = 0.0

    def take(self) -> None:
        """Take one request, waiting until one is free for the current work.

        Raises ``Stopped`` when the work should end, and ``TooManyRequests`` when none is free for long: the
        community asked for silence, or the day's requests are used up.
        """
        work = current()
        while True:
            work.check()
            wait = self._try(work.spare)
            if wait <= 0:
                return
            if wait > PATIENCE:
                raise TooManyRequests(retry_after=wait)
            self.sleep(min(wait, SLICE))

    def pause(self, seconds: float) -> None:
        """Wait ``seconds`` without asking anything. Raises ``Stopped`` when the work should end."""
        work = current()
        until = self.clock() + seconds
        while (left := until - self.clock()) > 0:
            work.check()
            self.sleep(min(left, SLICE))

    def hold(self, seconds: float) -> None:
        """The community asked for silence: nothing leaves for ``seconds``."""
        with self._lock:
            self._held_until = max(self._held_until, self.clock() + seconds)

    def free(self) -> int:
        """How many requests could leave right now."""
        with self._lock:
            now = self.clock()
            self._forget(now)
            if now < self._held_until:
                return 0
            return max(0, min(self.per_minute - len(self._minute), self.per_day - len(self._day)))

    def spare_today(self) -> int:
        """How many requests old posts and listening may still take today: a quarter is kept for the rest."""
        with self._lock:
            self._forget(self.clock())
            return self.per_day - self.per_day // 4 - len(self._day)

    def wait(self, spare: int = 0) -> float:
        """Seconds until the next request may leave; 0 when one may leave now.

        ``spare`` requests a minute are left to other work.
        """
        with self._lock:
            return self._wait(self.clock(), spare)

    def _try(self, spare: int) -> float:
        with self._lock:
            now = self.clock()
            wait = self._wait(now, spare)
            if wait <= 0:
                self._minute.append(now)
                self._day.append(now)
            return wait

    def _wait(self, now: float, spare: int = 0) -> float:
        self._forget(now)
        wait = self._held_until - now
        over = len(self._minute) - max(1, self.per_minute - spare)
        if over >= 0:
            wait = max(wait, self._minute[over] + MINUTE - now)
        if len(self._day) >= self.per_day:
            wait = max(wait, self._day[0] + DAY - now)
        return max(0.0, wait)

    def _forget(self, now: float) -> None:
        while self._minute and self._minute[0] <= now - MINUTE:
            self._minute.popleft()
        while self._day and self._day[0] <= now - DAY:
            self._day.popleft()
