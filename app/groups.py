"""The groups of the community: those the member is in, can join or ask for, and how alive they are.

Everything comes from the cache. What the member asked for offline is shown as it will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Literal, NamedTuple, cast

from sync.markup_text import fold
from sync.store import audience, group_members, outbox
from sync.store import groups as group_rows
from sync.store.audience import FactRow
from sync.store.rows import GroupRow

State = Literal["member", "open", "asks", "asked", "joining", "leaving", "none"]
"""In it, may join, may ask, asked, joins or leaves as soon as the community hears of it, or none of these."""
Pace = Literal["growing", "daily", "weekly", "quiet", ""]

WEEKS = 12
WEEK_MS = 7 * 86_400_000
SUGGESTED = 4
_DEEDS: dict[str, State] = {"join": "joining", "leave": "leaving", "ask": "asked"}
_LATELY = 4
_GROWING, _GROWING_FROM = 1.5, 8
_DAILY = 5


class GroupCard(NamedTuple):
    """A group as a list shows it; members and organisations count the member too, when they are in it.

    ``group_id`` is below zero for a group of which this member sees no posts (``visible`` is false).
    ``remote_name`` is the platform's own name, for ``share.join`` and the like; empty: nothing to join.
    ``activity`` counts posts in twelve weeks, this one last. ``last_visit`` and ``last_posted`` are in ms.
    """

    group_id: int
    name: str
    purpose: str
    closed: bool
    state: State
    remote_name: str
    members: int | None
    organisations: int | None
    activity: tuple[int, ...]
    last_visit: int | None
    last_posted: int
    topics: int
    unread: int
    visible: bool
    slug: str = ""

    @property
    def mine(self) -> bool:
        """Whether the member is in the group, or will be."""
        return self.state in ("member", "joining", "leaving")

    @property
    def pace(self) -> Pace:
        """How alive the group is lately; empty when its posts cannot be seen."""
        if not self.visible:
            return ""
        lately, before = sum(self.activity[-_LATELY:]), sum(self.activity[-2 * _LATELY : -_LATELY])
        if lately >= _GROWING_FROM and lately > _GROWING * before:
            return "growing"
        if lately >= _DAILY * _LATELY:
            return "daily"
        return "weekly" if lately >= _LATELY else "quiet"


class _Alive(NamedTuple):
    """What the cache counts per group: posts by week, the last visit, and the organisations in it: of those
    who read along in a closed one, of the members of an open one."""

    weekly: dict[int, dict[int, int]]
    visits: dict[int, int]
    closed: dict[int, int]
    open: dict[int, int]

    def organisations(self, group_id: int, *, closed: bool) -> int | None:
        """How many organisations, as far as is known."""
        return (self.closed if closed else self.open).get(group_id)


def cards(conn: Connection, now: int) -> list[GroupCard]:
    """Every group, the member's own first: closed ones, then by what was last written; the others by name.

    ``now`` (ms) is where the last of the twelve weeks ends.
    """
    alive = _Alive(
        group_rows.weekly_posts(conn, now - WEEKS * WEEK_MS, WEEK_MS),
        group_rows.last_visits(conn),
        group_rows.organisations(conn),
        group_members.organisations(conn),
    )
    facts = {fact.group_id: fact for fact in audience.register(conn)}
    deeds = _waiting(conn)
    seen = group_rows.groups(conn)
    found = [_seen(row, facts.get(row.group_id) or audience.facts(conn, row.group_id), alive) for row in seen]
    here = {row.group_id for row in seen}
    found += [_unseen(fact, alive) for key, fact in facts.items() if key not in here]
    found = [_with_deed(one, deeds) for one in found]
    mine = sorted((one for one in found if one.mine), key=lambda one: (not one.closed, -one.last_posted))
    return mine + sorted((one for one in found if not one.mine), key=lambda one: fold(one.name))


def card(conn: Connection, group_id: int, now: int) -> GroupCard | None:
    """One group, or ``None`` when it is not known here."""
    return next((one for one in cards(conn, now) if one.group_id == group_id), None)


def matching(found: Iterable[GroupCard], text: str) -> list[GroupCard]:
    """The groups with every word of ``text`` in name or purpose, case and diacritics aside."""
    words = fold(text).split()
    return [one for one in found if all(word in fold(f"{one.name} {one.purpose}") for word in words)]


def suggested(found: Sequence[GroupCard], limit: int = SUGGESTED) -> list[GroupCard]:
    """Maybe also for the member: groups to join or ask for, where they looked before, then the liveliest.

    Of a closed group nothing is seen that makes it lively: where there is one to ask for, it has a place.
    """
    open_to = [one for one in found if one.state in ("open", "asks", "asked")]
    best = sorted(open_to, key=_worth, reverse=True)
    to_ask = next((one for one in best if one.closed and one.state == "asks"), None)
    if to_ask is None or limit < 2 or to_ask in best[:limit]:
        return best[:limit]
    return [*best[: limit - 1], to_ask]


def _worth(one: GroupCard) -> tuple[bool, int, int]:
    return one.last_visit is not None, sum(one.activity[-_LATELY:]), one.members or 0


def _waiting(conn: Connection) -> dict[int | str, State]:
    """What the member asked for that the community has not heard yet, by group and by the platform's name."""
    found: dict[int | str, State] = {}
    for item in outbox.items(conn, sent=False):
        if item.action in _DEEDS and item.state in outbox.WAITING and item.group_id is not None:
            found[item.group_id] = found[item.title] = _DEEDS[item.action]
    return found


def _with_deed(one: GroupCard, deeds: dict[int | str, State]) -> GroupCard:
    state = deeds.get(one.group_id) or (deeds.get(one.remote_name) if one.remote_name else None)
    return one if state is None else one._replace(state=state)


def _seen(row: GroupRow, fact: FactRow | None, alive: _Alive) -> GroupCard:
    """A group whose posts this member can read."""
    # A closed group that can be read is one the member is in, as far as the register says nothing else.
    state = "member" if row.joined or row.closed else "none"
    if fact is not None and fact.remote_id is not None:
        state = fact.state
    return GroupCard(
        group_id=row.group_id,
        name=row.name,
        purpose=row.purpose or (fact.purpose if fact else ""),
        closed=bool(row.closed),
        state=cast(State, state),
        remote_name=fact.remote_name if fact else "",
        members=row.members if fact is None or fact.members is None else fact.members,
        organisations=alive.organisations(row.group_id, closed=bool(row.closed)),
        activity=_activity(alive.weekly.get(row.group_id, {})),
        last_visit=alive.visits.get(row.group_id),
        last_posted=row.last_posted,
        topics=row.topics,
        unread=row.unread,
        visible=True,
        slug=row.slug,
    )


def _activity(weeks: dict[int, int]) -> tuple[int, ...]:
    """Posts per week; what another clock dates in the future counts for this week."""
    past = [weeks.get(number, 0) for number in range(WEEKS - 1)]
    return (*past, sum(weeks.values()) - sum(past))


def _unseen(fact: FactRow, alive: _Alive) -> GroupCard:
    """A group that the member knows of, and cannot read."""
    return GroupCard(
        group_id=fact.group_id,
        name=fact.name,
        purpose=fact.purpose,
        closed=fact.closed,
        state=cast(State, fact.state),
        remote_name=fact.remote_name,
        members=fact.members,
        organisations=alive.organisations(fact.group_id, closed=fact.closed),
        activity=(0,) * WEEKS,
        last_visit=None,
        last_posted=0,
        topics=0,
        unread=0,
        visible=False,
    )
