"""Discourse's rate limiter: a sliding window per name. A refused attempt does not count."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable

from sync.demo.refusals import too_many_requests

MINUTE_CODE = "user_api_key_limiter_60_secs"
DAY_CODE = "user_api_key_limiter_1_day"


class RateLimiter:
    """At most `most` actions in `seconds` per name; `most` 0 means no limit."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._performed: dict[str, deque[float]] = defaultdict(deque)

    def perform(self, name: str, most: int, seconds: float, code: str | None = None) -> None:
        """Count one action. Raises a 429 Refusal when the window is full."""
        self.check(name, most, seconds, code)
        if most:
            self._performed[name].append(self._clock())

    def check(self, name: str, most: int, seconds: float, code: str | None = None) -> None:
        """As `perform`, without counting."""
        performed, now = self._performed[name], self._clock()
        while performed and performed[0] <= now - seconds:
            performed.popleft()
        if most and len(performed) >= most:
            raise too_many_requests(math.ceil(performed[0] + seconds - now), code)

    def forget(self, name: str) -> None:
        """Take back the latest action of this name (Discourse rolls back when the action failed)."""
        if self._performed[name]:
            self._performed[name].pop()

    def clear(self) -> None:
        """Forget everything that was counted."""
        self._performed.clear()
