"""What a member can share: the kinds that the composer offers."""

from __future__ import annotations

from sqlite3 import Connection

from sync.connectors.kinds import SLUGS
from sync.model import Kind
from sync.store import cursors

EVERYONE: tuple[Kind, ...] = ("question", "experience", "link", "spotlight")
_LOOKED_AT = 50
_TEAM = "SELECT team FROM members WHERE member_id = ?"
_GROUPS = "SELECT slug FROM groups WHERE can_post IS NOT 0"
# The newest announcements, and whether someone wrote one who is not of the team.
_BY_MEMBERS = """
    SELECT 1 FROM (
        SELECT author_id FROM topics WHERE kind = 'announcement' ORDER BY created DESC LIMIT ?
    ) JOIN members ON member_id = author_id WHERE team = 0 LIMIT 1
"""


def kinds(conn: Connection) -> list[Kind]:
    """The kinds to offer, in the order in which to show them; an announcement where that is allowed.

    No platform tells who may announce. So it is offered to the team, where a group for announcements can be
    written in, and where others than the team have made announcements before.
    """
    return [*EVERYONE, "announcement"] if _may_announce(conn) else list(EVERYONE)


def _may_announce(conn: Connection) -> bool:
    row = conn.execute(_TEAM, (cursors.me(conn),)).fetchone()
    if row is not None and row[0]:
        return True
    words = set(next(words for kind, words in SLUGS if kind == "announcement").split())
    if any(not words.isdisjoint(slug.lower().split("-")) for (slug,) in conn.execute(_GROUPS)):
        return True
    return conn.execute(_BY_MEMBERS, (_LOOKED_AT,)).fetchone() is not None
