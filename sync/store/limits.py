"""What the community takes, as it was told last: kept as a note, so that it holds offline too."""

from __future__ import annotations

import json
from sqlite3 import Connection

from sync.connectors.base import PostLimits
from sync.store import cursors

LIMITS, LIMITS_AT = "limits", "limits_at"


def get(conn: Connection) -> PostLimits:
    """The limits told last; the usual ones of platforms before that."""
    try:
        told = json.loads(cursors.get(conn, LIMITS) or "{}")
        return PostLimits(**{**told, "extensions": tuple(told["extensions"])}) if told else PostLimits()
    except (ValueError, TypeError, KeyError):
        # A note of another version of this program.
        return PostLimits()


def put(conn: Connection, limits: PostLimits, now: int) -> None:
    """Note the limits, told at ``now`` (ms)."""
    cursors.put_all(conn, ((LIMITS, json.dumps(limits._asdict())), (LIMITS_AT, str(now))))


def told_at(conn: Connection) -> int | None:
    """When they were told (ms)."""
    noted = cursors.get(conn, LIMITS_AT)
    return int(noted) if noted is not None and noted.isdecimal() else None
