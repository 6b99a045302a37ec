"""What becomes of an item of the outbox: claimed before it leaves, and noted when its outcome is known.

All functions work in the caller's transaction; moments are ms. For the states see ``sync/outbox.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import NamedTuple

from sync.markup_text import without_unseen
from sync.outbox import AMBIGUOUS, WAITING_FOR_MODERATION, addressed
from sync.store import outbox as rows
from sync.store.outbox import POSTING, WAITING, Item, Pace, among

LOOKS = 3
LOOKS_OVER_MS = 120_000
# When to look, counted from the moment the outcome became unknown.
LOOK_AFTER_MS = (1_000, 30_000, LOOKS_OVER_MS)
MOST_ATTEMPTS = 5
_RETRY_MS = (5_000, 15_000, 60_000, 300_000, 900_000)
_LONGEST_WAIT_MS = 86_400_000
_KEEP_MS = 7 * 86_400_000
# How much of the community's own words for a refusal is kept.
_TOLD, _TOLD_LETTERS = 5, 500


class Remote(NamedTuple):
    """What the community made of an item. ``waiting``: it is there, but a moderator has to let it through."""

    topic_id: int | None = None
    post_id: int | None = None
    number: int | None = None
    waiting: bool = False


def recover(conn: Connection, now: int) -> int:
    """Before sending: what an earlier process left in ``sending`` is unknown; how many that were.

    Also sets right what a clock that jumped left behind, and forgets what arrived long ago.
    """
    rows.mend_moments(conn, now, _LONGEST_WAIT_MS)
    rows.drop_old(conn, now - _KEEP_MS)
    hanging = rows.left_hanging(conn)
    for item_id in hanging:
        note_unknown(conn, item_id, now, look_at_once=True)
    return len(hanging)


def doubt_all(conn: Connection, now: int) -> None:
    """After a rebuild from an older copy: what was waiting then may have been sent since."""
    for item in rows.items(conn, sent=False):
        if item.state in ("queued", "sending"):
            rows.update(
                conn, item.item_id, sent_at=item.sent_at or item.created, attempts=max(1, item.attempts)
            )
            note_unknown(conn, item.item_id, now, look_at_once=True)


def pace(conn: Connection, topic_ms: int, post_ms: int, same_text_ms: int) -> Pace:
    """When the next topic and the next post may leave by the platform's own spacing."""
    last_topic, last_post = rows.last_tried(conn, ("topic",)), rows.last_tried(conn, POSTING)
    return Pace(
        topic_from=last_topic + topic_ms if last_topic else 0,
        post_from=last_post + post_ms if last_post else 0,
        same_text_ms=same_text_ms,
    )


def claim(conn: Connection, item: Item, now: int, server_time: int) -> Item | None:
    """Mark a queued item as ``sending``: to be committed, durably, before the first byte leaves.

    ``None`` when it changed meanwhile. ``server_time`` is the community's clock; the first attempt's counts.
    """
    current = among(conn, item.item_id, "queued")
    if current is None or current.held or current.fingerprint != item.fingerprint:
        return None
    changed = replace(
        current,
        state="sending",
        attempts=current.attempts + 1,
        tried_at=now,
        sent_at=current.sent_at or server_time,
        above_post=current.above_post or rows.newest_post(conn),
    )
    _write(conn, changed, "state", "attempts", "tried_at", "sent_at", "above_post")
    return changed


def note_unsent(conn: Connection, item_id: int, now: int, wait_ms: int | None = None) -> None:
    """Nothing left this computer, or the community asked to wait: the item is as if never tried."""
    item = among(conn, item_id, "sending", "unknown")
    if item is None:
        return
    failures = item.failures if wait_ms is not None else item.failures + 1
    delay = wait_ms if wait_ms is not None else _RETRY_MS[min(item.failures, len(_RETRY_MS) - 1)]
    attempts = max(0, item.attempts - 1)
    changed = replace(item, state="queued", attempts=attempts, failures=failures, next_try=now + delay)
    if attempts == 0:
        changed = replace(changed, tried_at=0, sent_at=0, above_post=0)
    _write(conn, changed, "state", "attempts", "failures", "next_try", "tried_at", "sent_at", "above_post")


def note_delayed(conn: Connection, item_id: int, now: int) -> None:
    """What must be asked before an item may leave could not be asked: it comes again."""
    item = among(conn, item_id, "queued")
    if item is not None:
        delay = _RETRY_MS[min(item.failures, len(_RETRY_MS) - 1)]
        rows.update(conn, item_id, failures=item.failures + 1, next_try=now + delay)


def note_sent(conn: Connection, item_id: int, remote: Remote, now: int) -> None:
    """The community has it."""
    item = among(conn, item_id, *WAITING)
    if item is None:
        return
    rows.update(
        conn,
        item_id,
        state="sent",
        # It may have been long under way: the platform counts its spacing from when it came in.
        tried_at=max(item.tried_at, now) if item.state == "sending" else item.tried_at,
        raw=addressed(conn, item),
        held=0,
        reason=WAITING_FOR_MODERATION if remote.waiting else "",
        told="[]",
        remote_topic=remote.topic_id,
        remote_post=remote.post_id,
        remote_number=remote.number,
        done=now,
    )


def note_rejected(conn: Connection, item_id: int, reason: str, told: Sequence[str] = ()) -> None:
    """The community will not have it; the text stays here with the reason and the community's own words."""
    if among(conn, item_id, *WAITING) is None:
        return
    words = [" ".join(without_unseen(one[:_TOLD_LETTERS]).split()) for one in told[:_TOLD]]
    rows.update(conn, item_id, state="rejected", held=0, reason=reason, told=json.dumps(words))


def note_unknown(conn: Connection, item_id: int, now: int, *, look_at_once: bool = False) -> None:
    """It left, or may have left, and what became of it was not said."""
    item = among(conn, item_id, *WAITING)
    if item is None:
        return
    first = now if look_at_once else now + LOOK_AFTER_MS[0]
    rows.update(
        conn,
        item_id,
        state="unknown",
        tried_at=max(item.tried_at, now) if item.state == "sending" else item.tried_at,
        unknown_since=now,
        looks=0,
        failures=0,
        next_try=first,
        reason="",
    )


def note_absent(conn: Connection, item_id: int, now: int) -> None:
    """A look did not find it. After the last one it is sent once more, or held when that failed too often.

    What does no harm when it is done twice is simply done again.
    """
    item = among(conn, item_id, "unknown")
    if item is None:
        return
    if item.action not in POSTING:
        delay = _RETRY_MS[min(item.attempts - 1, len(_RETRY_MS) - 1)]
        rows.update(conn, item_id, state="queued", next_try=now + delay)
        return
    looks = item.looks + 1
    if looks < LOOKS or now - item.unknown_since < LOOKS_OVER_MS:
        following = item.unknown_since + LOOK_AFTER_MS[min(looks, LOOKS - 1)]
        rows.update(conn, item_id, looks=looks, failures=0, next_try=max(following, now + LOOK_AFTER_MS[0]))
    elif item.attempts < MOST_ATTEMPTS:
        rows.update(conn, item_id, state="queued", looks=looks, next_try=now)
    else:
        rows.update(conn, item_id, looks=looks, held=1, reason=AMBIGUOUS)


def note_ambiguous(conn: Connection, item_id: int) -> None:
    """A look found what may be it, or may be another: the member decides."""
    if among(conn, item_id, "unknown") is not None:
        rows.update(conn, item_id, held=1, reason=AMBIGUOUS)


def note_not_looked(conn: Connection, item_id: int, now: int) -> None:
    """The look itself failed: it does not count, and comes again."""
    item = among(conn, item_id, "unknown")
    if item is not None:
        delay = _RETRY_MS[min(item.failures, len(_RETRY_MS) - 1)]
        rows.update(conn, item_id, failures=item.failures + 1, next_try=now + delay)


def _write(conn: Connection, item: Item, *names: str) -> None:
    rows.update(conn, item.item_id, **{name: getattr(item, name) for name in names})
