"""What a member can share: the kinds that the composer offers."""

from __future__ import annotations

from sqlite3 import Connection

from sync.connectors.kinds import SLUGS
from sync.model import Kind
from sync.store import cursors, groups, people, topic_lookup

EVERYONE: tuple[Kind, ...] = ("question", "experience", "link", "spotlight")
_LOOKED_AT = 50


def kinds(conn: Connection) -> list[Kind]:
    """The kinds to offer, in the order in which to show them; an announcement where that is allowed.

    No platform tells who may announce. So it is offered to the team, where a group for announcements can be
    written in, and where others than the team have made announcements before.
    """
    return [*EVERYONE, "announcement"] if _may_announce(conn) else list(EVERYONE)


def _may_announce(conn: Connection) -> bool:
    if people.is_team(conn, cursors.me(conn)):
        return True
    words = set(next(words for kind, words in SLUGS if kind == "announcement").split())
    writable = (group.slug.lower() for group in groups.names(conn) if group.writable)
    if any(not words.isdisjoint(slug.split("-")) for slug in writable):
        return True
    return topic_lookup.begun_by_others_than_team(conn, "announcement", _LOOKED_AT)
