"""When the next round of sync is due: soon while something happens, patiently when the network fails."""

from __future__ import annotations

import random
from typing import NamedTuple

ACTIVE_SECONDS = 60.0
IDLE_SECONDS = 120.0
FIRST_RETRY_SECONDS = 15.0
LONGEST_RETRY_SECONDS = 900.0
JITTER = 0.25


class Schedule(NamedTuple):
    """How it went lately: rounds failed in a row, and rounds in a row that brought nothing."""

    failures: int = 0
    quiet: int = 0

    def after(self, *, failed: bool, brought_news: bool) -> Schedule:
        """The schedule after one more round."""
        if failed:
            return Schedule(self.failures + 1, self.quiet)
        return Schedule(0, 0 if brought_news else self.quiet + 1)

    def seconds(self, rng: random.Random, *, asked_to_wait: float = 0.0) -> float:
        """Seconds until the next round, jittered so that thousands of clients do not ask at the same moment.

        ``asked_to_wait`` is the platform's own Retry-After, which is always honoured.
        """
        if self.failures:
            base = min(FIRST_RETRY_SECONDS * 2.0 ** (self.failures - 1), LONGEST_RETRY_SECONDS)
        else:
            base = ACTIVE_SECONDS if self.quiet < 3 else IDLE_SECONDS
        return max(base * rng.uniform(1 - JITTER, 1 + JITTER), asked_to_wait)
