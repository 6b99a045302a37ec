"""When the next round of sync is due: soon while something happens, patiently when the network fails."""

from __future__ import annotations

import random
from typing import NamedTuple

ACTIVE_SECONDS = 60.0
IDLE_SECONDS = 120.0
FIRST_RETRY_SECONDS = 15.0
LONGEST_RETRY_SECONDS = 900.0
LIVE_SECONDS = 300.0
NEWS_APART_SECONDS = 30.0
NEWS_SPREAD_SECONDS = 2.0
JITTER = 0.25
SENDING_SOONEST_SECONDS = 0.5


class Schedule(NamedTuple):
    """How it went lately: rounds failed in a row, and rounds in a row that brought nothing."""

    failures: int = 0
    quiet: int = 0

    def after(self, *, failed: bool, brought_news: bool) -> Schedule:
        """The schedule after one more round.

        One that failed on the way, and yet brought or sent something, is followed soon: over a bad network
        most rounds end like that, and patience would let it take days.
        """
        if failed:
            return Schedule(1 if brought_news else self.failures + 1, self.quiet)
        return Schedule(0, 0 if brought_news else self.quiet + 1)

    def seconds(self, rng: random.Random, *, asked_to_wait: float = 0.0, live: bool = False) -> float:
        """Seconds until the next round, jittered so that thousands of clients do not ask at the same moment.

        ``asked_to_wait`` is the platform's own Retry-After, which is always honoured. ``live`` tells that
        the platform says by itself when there is news, so that asking is only for what it does not tell.
        """
        if self.failures:
            base = min(FIRST_RETRY_SECONDS * 2.0 ** (self.failures - 1), LONGEST_RETRY_SECONDS)
        elif live:
            base = LIVE_SECONDS
        else:
            base = ACTIVE_SECONDS if self.quiet < 3 else IDLE_SECONDS
        return max(base * rng.uniform(1 - JITTER, 1 + JITTER), asked_to_wait)


def seconds_until_sending(planned: float, outbox_due: int | None, now: int) -> float:
    """Seconds until the next round: what is due in the outbox at a moment (ms) may go before the plan."""
    if outbox_due is None:
        return planned
    return min(planned, max(SENDING_SOONEST_SECONDS, (outbox_due - now) / 1000))


def seconds_after_news(rng: random.Random, since_last_round: float) -> float:
    """Seconds until the round that fetches announced news: soon, but a busy place is not asked all the time.

    Everyone hears the announcement at the same moment: the spread keeps them apart.
    """
    return max(NEWS_APART_SECONDS - since_last_round, 0.0) + rng.uniform(0.0, NEWS_SPREAD_SECONDS)
