"""Who reads along: by name and organisation, how sure that is, and who came since the member last looked.

Everything comes from the cache, so that it is there offline too, with the date of the list. The member is
never counted or listed: it is about the others.
"""

from __future__ import annotations

import json
from sqlite3 import Connection
from typing import Any, Literal, NamedTuple

from sync.markup_text import fold
from sync.outbox import Item
from sync.store import audience as rows
from sync.store import cursors, people, topic_lookup
from sync.store import groups as group_rows
from sync.store.drafts import Draft

Written = Draft | Item
"""What carries where it goes, and the audience that the member saw."""
Sure = Literal["exact", "at_least", "unknown"]
"""The count is right, there may be more, or nobody told."""


class Reader(NamedTuple):
    """Someone who reads along; ``by``: as a ``member``, through the ``parent`` group or as ``staff``.

    ``avatar`` is an image key. ``team``: of the community's team. ``new``: not there when the member last
    looked.
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
    count: int | None  # type: ignore[assignment]
    organisations: int | None
    by_organisation: tuple[Organisation, ...]
    as_of: int | None
    sure: Sure

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Everyone who is known by name, organisation by organisation."""
        return tuple(reader for one in self.by_organisation for reader in one.readers)


_UNKNOWN = Audience(None, "", True, None, None, (), None, "unknown")


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
    if group is not None and group.closed:
        return _of_closed(conn, group.group_id, group.name, group.members)
    if group_id is None or group is not None:
        return _of_community(conn, group_id, "" if group is None else group.name)
    # Not in the cache: never seen by this member, or no longer.
    if (fact := rows.facts(conn, group_id)) is None:
        return _UNKNOWN._replace(group_id=group_id)
    return _of_closed(conn, group_id, fact.name, fact.members)._replace(closed=fact.closed)


def of_topic(conn: Connection, topic_id: int) -> Audience:
    """Who reads along in a cached topic."""
    group_id = topic_lookup.group_of(conn, topic_id)
    if group_id is None:
        return _UNKNOWN
    return of_group(conn, group_id)


def of_draft(conn: Connection, draft: Written) -> Audience:
    """Who would read a draft, or an item of the outbox, where it would go by now.

    That is its topic, which may have moved since; without that the group chosen, else the community.
    """
    if draft.topic_id is not None and draft.group_id is None:
        return of_topic(conn, draft.topic_id)
    return of_group(conn, goes_to(conn, draft))


def goes_to(conn: Connection, written: Written) -> int | None:
    """The group in which something is read: that of its topic as the cache has it, else the one chosen."""
    if written.topic_id is None:
        return written.group_id
    now = topic_lookup.group_of(conn, written.topic_id)
    return written.group_id if now is None else now


def snapshot(conn: Connection, group_id: int | None) -> str:
    """Who reads along now, to be kept with what is written, for ``changed_for``."""
    return snapshot_of(of_group(conn, group_id))


def snapshot_of(shown: Audience) -> str:
    """An audience as the member saw it, to be kept with what is written, for ``changed_for``."""
    facts: dict[str, object] = {"group": shown.group_id, "closed": shown.closed}
    if shown.closed:
        ids = [one.member_id for one in shown.readers]
        facts |= {"ids": sorted(ids), "count": shown.count, "exact": shown.sure == "exact"}
    return json.dumps(facts, separators=(",", ":"))


def is_of(snapshot: str, group_id: int | None) -> bool:
    """Whether ``snapshot`` is of this group."""
    return bool(told := _read(snapshot)) and told.get("group") == group_id


def changed_for(conn: Connection, written: Written) -> Change:
    """What became different for a draft, or an item of the outbox, since the audience that is kept with it.

    Nothing when that is empty or of another group; where its topic moved to another group, who reads there
    and did not before. Nothing either for a group that is not in the cache (any more): the community itself
    says what may go there.
    """
    then = _read(written.audience)
    if written.topic_id is None and then.get("group") != written.group_id:
        return Change()
    return _change(conn, goes_to(conn, written), then)


def _change(conn: Connection, group_id: int | None, then: dict[str, Any]) -> Change:
    if not then.get("closed") or group_rows.head(conn, group_id) is None:
        return Change()
    now = of_group(conn, group_id)
    if not now.closed:
        return Change(opened=True)
    ids, exact = frozenset(then.get("ids") or ()), bool(then.get("exact"))
    # A list that became known, or complete, since says nothing about who joined.
    moved = then.get("group") != group_id
    by_name = exact or (bool(ids) and (moved or now.sure != "exact"))
    joined = tuple(one for one in now.readers if one.member_id not in ids) if by_name else ()
    gone = ids - {one.member_id for one in now.readers} if now.sure == "exact" else frozenset()
    left = [_name(conn, member_id) for member_id in sorted(gone)]
    more = 0
    # Where not everyone is known by name, a count that is higher than all of them were tells.
    if not (joined or now.sure == "exact" or then.get("count") is None):
        more = max(0, (now.count or 0) - then["count"])
    return Change(joined, tuple(name for name in left if name), more)


def note_seen(conn: Connection, group_id: int, now: int) -> None:
    """The member saw at ``now`` (ms) who reads along in a group. What is not known cannot be seen."""
    if ids := [one.member_id for one in rows.readers(conn, group_id)]:
        rows.note_seen(conn, rows.seen_key(group_id), ids, now)


def new_since_seen(conn: Connection, group_id: int) -> tuple[Reader, ...]:
    """Who reads along since the member last saw that; nobody when they never did."""
    return tuple(one for one in _readers(conn, group_id) if one.new)


def _of_community(conn: Connection, group_id: int | None, name: str) -> Audience:
    told = rows.of_community(conn)
    others = told.readers - 1 if cursors.me(conn) else told.readers
    if others <= 0:
        return Audience(group_id, name, False, None, None, (), None, "unknown")
    sure: Sure = "exact" if told.complete else "at_least"
    return Audience(group_id, name, False, others, told.organisations, (), told.as_of, sure)


def _of_closed(conn: Connection, group_id: int, name: str, members: int | None) -> Audience:
    found, fact = _readers(conn, group_id), rows.facts(conn, group_id)
    counted = members if fact is None or fact.members is None else fact.members
    inside = fact is None or fact.state == "member"
    others = None if counted is None else max(0, counted - inside)
    if fact is None or not fact.fetched_at or not (found or fact.complete):
        # How many members is no more than a beginning: staff and others may read along too.
        return Audience(group_id, name, True, others, None, (), None, "at_least" if others else "unknown")
    parts = by_organisation(found)
    named = sum(bool(part.name or part.manages) for part in parts)
    count = len(found) if fact.complete else max(len(found), others or 0)
    return Audience(
        group_id, name, True, count, named, parts, fact.fetched_at, "exact" if fact.complete else "at_least"
    )


def _readers(conn: Connection, group_id: int) -> list[Reader]:
    """Those who read along in a group by name, the member left out."""
    me, seen = cursors.me(conn), rows.seen(conn, rows.seen_key(group_id))
    return [
        Reader(
            row.member_id,
            row.username,
            row.name or row.username,
            row.organisation,
            row.avatar,
            row.by,
            int(row.team or row.by == "staff"),
            seen is not None and row.member_id not in seen[0],
        )
        for row in rows.readers(conn, group_id)
        if row.member_id != me
    ]


def by_organisation(found: list[Reader]) -> tuple[Organisation, ...]:
    """People by organisation: the largest first, then by name; those without after them, the team last."""
    parts: dict[str, list[Reader]] = {}
    for reader in found:
        if not reader.team:
            parts.setdefault(reader.organisation, []).append(reader)
    names = sorted(parts, key=lambda name: (not name, -len(parts[name]), fold(name)))
    team = tuple(reader for reader in found if reader.team)
    listed = [Organisation(name, tuple(parts[name])) for name in names]
    return tuple(listed + ([Organisation("", team, True)] if team else []))


def _read(snapshot: str) -> dict[str, Any]:
    """A snapshot as it was kept; empty for what is none."""
    try:
        told = json.loads(snapshot)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _name(conn: Connection, member_id: int) -> str:
    card = people.card(conn, member_id)
    return "" if card is None else card.name or card.username
