"""Who reads along: by name and organisation, how sure that is, and who came since the member last looked.

Everything comes from the cache, so that it is there offline too, with the date of the list. The member is
never counted or listed: it is about the others.
"""

from __future__ import annotations

from sqlite3 import Connection
from typing import Literal, NamedTuple

from sync.store import audience as rows
from sync.store import groups as group_rows
from sync.store import outbox as outbox_rows
from sync.store.drafts import Draft

Sure = Literal["exact", "at_least", "unknown"]
"""The count is right, there may be more, or nobody told."""


class Reader(NamedTuple):
    """Someone who reads along; ``by``: as a ``member``, through the ``parent`` group or as ``staff``.

    ``avatar`` is an image key, ``new`` says that they were not there when the member last looked.
    """

    member_id: int
    username: str
    name: str
    organisation: str
    avatar: str
    by: str = "member"
    team: int = 0
    new: bool = False


class Organisation(NamedTuple):
    """The readers of one organisation, by name. ``manages``: it is the community's team, and has no name.

    Without a name and not the team: people of whom no organisation is known.
    """

    name: str
    readers: tuple[Reader, ...]
    manages: bool = False


class Audience(NamedTuple):
    """Who reads what is written in a group, the member aside.

    ``count`` and ``organisations`` are ``None`` when not known; ``by_organisation`` lists people in a closed
    group only, largest organisation first and the team last. ``as_of`` (ms) is when the community told.
    """

    group_id: int | None
    group: str
    closed: bool
    count: int | None
    organisations: int | None
    by_organisation: tuple[Organisation, ...]
    as_of: int | None
    sure: Sure

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Everyone who is known by name, organisation by organisation."""
        return tuple(reader for one in self.by_organisation for reader in one.readers)


class Change(NamedTuple):
    """What became different: who joined, the names of who left, how many more where no names are known.

    ``opened``: the group was closed, and is open now.
    """

    joined: tuple[Reader, ...] = ()
    left: tuple[str, ...] = ()
    more: int = 0
    opened: bool = False

    @property
    def grew(self) -> bool:
        """Whether anyone reads along who did not before."""
        return bool(self.joined or self.more or self.opened)


def of_group(conn: Connection, group_id: int | None) -> Audience:
    """Who reads along in a group; where it is open, and for ``None``, that is the whole community."""
    group = group_rows.head(conn, group_id)
    if group_id is not None and group is None:
        return Audience(group_id, "", True, None, None, (), None, "unknown")
    if group is None or not group.closed:
        told = rows.of_community(conn)
        sure: Sure = "exact" if told.complete else "at_least"
        name = "" if group is None else group.name
        known = told.readers > 0
        return Audience(
            group_id,
            name,
            False,
            told.readers if known else None,
            told.organisations if known else None,
            (),
            told.as_of,
            sure if known else "unknown",
        )
    told = rows.of_group(conn, group.group_id)
    if not told.readers:
        return Audience(group_id, group.name, True, group.members, None, (), told.as_of, "unknown")
    sure = "exact" if told.complete else "at_least"
    return Audience(group_id, group.name, True, told.readers, told.organisations, (), told.as_of, sure)


def of_topic(conn: Connection, topic_id: int) -> Audience:
    """Who reads along in a cached topic."""
    group_id = outbox_rows.group_of_topic(conn, topic_id)
    if group_id is None:
        return Audience(None, "", True, None, None, (), None, "unknown")
    return of_group(conn, group_id)


def of_draft(conn: Connection, draft: Draft) -> Audience:
    """Who would read a draft where it would go; without a group yet, that is the community."""
    if draft.group_id is None and draft.topic_id is not None:
        return of_topic(conn, draft.topic_id)
    return of_group(conn, draft.group_id)


def snapshot(conn: Connection, group_id: int | None) -> str:
    """Who reads along now, to be kept with what is written, for ``changed_since``."""
    return snapshot_of(of_group(conn, group_id))


def snapshot_of(shown: Audience) -> str:
    """An audience as the member saw it, to be kept with what is written, for ``changed_since``."""
    return ""


def changed_since(conn: Connection, group_id: int | None, snapshot: str) -> Change:
    """What became different in a group since ``snapshot``; nothing when that is empty or of another group."""
    return Change()


def note_seen(conn: Connection, group_id: int, now: int) -> None:
    """The member has seen who reads along in a group."""


def new_since_seen(conn: Connection, group_id: int) -> tuple[Reader, ...]:
    """Who reads along since the member last saw that; nobody when they never did."""
    return ()
