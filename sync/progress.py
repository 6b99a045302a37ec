"""What a round tells while it runs and when it is over."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sync.errors import StamtafelError
from sync.gaps import OpenGap
from sync.model import Changes

Stage = Literal["sending", "access", "newest", "topics", "backfill", "checking", "people"]


class Progress(NamedTuple):
    """Where a round is. ``total`` is an estimate of the posts there are, ``done`` those in the cache.

    ``posts`` came in this round; ``oldest`` is the moment (ms) the backfill has reached; ``changes`` is
    what was written since the last time something was told.
    """

    stage: Stage
    done: int
    total: int | None
    posts: int
    oldest: int | None
    changes: Changes


class RoundReport(NamedTuple):
    """What a round did. ``requests`` are those of the platform's interface, pictures apart.

    ``error`` ended the round early; what was applied before stays.
    ``outbox_due`` is when (ms) something in the outbox may next be sent or looked for, if anything waits.
    ``wait`` is the number of seconds until it makes sense to try again, when the community asked to wait.
    """

    account: str
    requests: int
    posts_new: int
    posts_changed: int
    posts_removed: int
    outbox_sent: int
    images: int
    seconds: float
    changes: Changes
    skipped: int
    gaps: tuple[OpenGap, ...]
    error: StamtafelError | None
    wait: float | None
    outbox_due: int | None = None
