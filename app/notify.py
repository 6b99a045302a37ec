"""What the member is told, and when: what concerns them in person, and what they asked for themselves.

Everything comes in the list; only what is wanted is told by the system, not in quiet hours, grouped where it
is much. What is told of a closed group names the group and never its words: others may see the screen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from sqlite3 import Connection
from typing import NamedTuple

from app.settings import CLOCK_HOURS, Settings
from sync import notices as wishes
from sync.model import Changes
from sync.store import cursors, notices, topics
from sync.store.database import Store
from sync.store.notices import NoticeRow
from sync.store.rows import Place

ADDRESSED = ("reply", "mention", "quote", "answer", "welcome")
GROUP, RULE = "group", "rule"

_NEWEST = "notices_newest_topic"
_LOOKED_AT = 500
# More topics than this at once are told in one: nobody reads a tower of messages.
_MOST_AT_ONCE = 3
# A topic dated in the future, by another's clock, puts off what is new by a day at most.
_CLOCKS_DIFFER_MS = 86_400_000


class Told(NamedTuple):
    """One message for the system: about one topic, or (without ``topic_id``) about several.

    ``rows`` are the notifications in it, oldest first.
    """

    rows: tuple[NoticeRow, ...]
    topic_id: int | None
    number: int | None

    @property
    def closed(self) -> bool:
        """Whether it is about a closed group, so that no words of it belong on a screen that others see."""
        return any(row.closed or row.unplaced for row in self.rows)


def wanted(settings: Settings, kind: str) -> bool:
    """Whether the member wants the system to tell of this kind."""
    if not settings.switch("notifications.system"):
        return False
    if kind in ADDRESSED:
        return settings.switch("notifications.addressed")
    if kind == GROUP:
        return settings.switch("notifications.groups")
    # A rule that says to tell was written by the member.
    return settings.switch("notifications.likes") if kind == "like" else kind == RULE


def quiet_hours(text: str) -> tuple[int, int] | None:
    """Quiet hours as minutes since midnight, from and until; ``None`` when there are none, or for a text that
    tells none. They may go over midnight; from and until the same moment is the whole day."""
    if re.fullmatch(CLOCK_HOURS, text) is None:
        return None
    begin_hour, begin_minute, end_hour, end_minute = map(int, re.findall(r"\d+", text))
    return begin_hour * 60 + begin_minute, end_hour * 60 + end_minute


def quiet(settings: Settings, now: datetime) -> bool:
    """Whether it is quiet at ``now``, by the clock on the wall."""
    if settings.switch("notifications.quiet_weekend") and now.weekday() >= 5:
        return True
    hours = quiet_hours(settings.text("notifications.quiet"))
    if hours is None:
        return False
    begin, end, minute = *hours, now.hour * 60 + now.minute
    return begin <= minute < end if begin < end else minute >= begin or minute < end


def collect(store: Store, changes: Changes, now: int) -> None:
    """Note what a round brought that the member asked for: topics of closed groups, and of rules that tell.

    Only topics that began after the newest of the last time are new; at the very first time none is. What is
    about posts that were read meanwhile counts as read.
    """

    def write(conn: Connection) -> None:
        notices.read_with_topics(conn)
        known = cursors.get(conn, _NEWEST)
        newest = min(_newest(conn), now + _CLOCKS_DIFFER_MS)
        if known is not None and newest > int(known):
            # In the order of their ids, as they were begun: a backfill brings thousands that are old.
            ids = sorted(changes.topics)[-_LOOKED_AT:]
            fresh = [row for row in topics.rows(conn, ids, "newest") if row.created > int(known)]
            unread = [row for row in fresh if row.unread]
            notices.add(conn, RULE, [row.topic_id for row in unread if row.verdict == "notify"], now)
            notices.add(conn, GROUP, [row.topic_id for row in unread if row.closed], now)
        if known is None or newest > int(known):
            cursors.put(conn, _NEWEST, str(newest))

    store.write(write)


def due(store: Store, settings: Settings, now: datetime) -> list[Told]:
    """What the system is to tell now; empty in quiet hours: it waits for their end.

    What is in the list counts as told from now on. Blocks: call it from the background.
    """
    if quiet(settings, now):
        return []
    with store.reading() as conn:
        found = notices.to_show(conn)
    if not found:
        return []
    moment = int(now.timestamp() * 1000)
    store.write(lambda conn: notices.note_shown(conn, [row.notice_id for row in found], moment))
    return grouped([row for row in found if wanted(settings, row.kind)])


def grouped(rows: Sequence[NoticeRow]) -> list[Told]:
    """One message per topic, oldest first; all in one where there are many."""
    ordered = sorted(rows, key=lambda row: (row.topic_id or 0, row.created))
    told = [
        Told(tuple(of_topic), topic_id, next((row.number for row in reversed(of_topic)), None))
        for topic_id, of_topic in ((key, list(found)) for key, found in groupby(ordered, key=_topic))
    ]
    if len(told) > _MOST_AT_ONCE:
        return [Told(tuple(sorted(rows, key=lambda row: row.created)), None, None)]
    return sorted(told, key=lambda one: one.rows[-1].created)


def listed(store: Store) -> list[NoticeRow]:
    """The list of notifications, newest first."""
    with store.reading() as conn:
        return notices.rows(conn)


def read(store: Store, notice_ids: Sequence[int]) -> int:
    """Count some notifications as read; returns how many were not."""
    return store.write(lambda conn: notices.read(conn, notice_ids))


def read_all(store: Store) -> int:
    """Count every notification as read, here and with the next round in the community too."""

    def write(conn: Connection) -> int:
        count = notices.read(conn)
        wishes.want_read(conn)
        return count

    return store.write(write)


def _newest(conn: Connection) -> int:
    rows = topics.page(conn, Place("timeline", sight="ignore"), "newest", limit=1)
    return rows[0].created if rows else 0


def _topic(row: NoticeRow) -> int | None:
    return row.topic_id
