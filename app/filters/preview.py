"""What a rule would change, told before it is saved: topics that would go and come back, for 7, 30, 365 days.

Only the window that is asked for is judged. What holds while a rule is being written (the topics it has now,
and who would get them without it) is worked out once per ``Previews``.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from sqlite3 import Connection
from typing import NamedTuple, TypeAlias

from app.filters import match
from app.filters.explain import matched, reason
from app.filters.needs import needs
from app.filters.parse import parse
from app.filters.rules import Rule, rules
from app.filters.sql import compile_query
from app.filters.tree import Node
from app.filters.verdicts import Judge, Known, parsed
from sync.errors import Stopped
from sync.store import rule_effects, topics, verdicts
from sync.store.rows import TopicRow, Where

# A topic's id, when it was created (ms), and the rule that has it (or 0).
_Row: TypeAlias = tuple[int, int, int]

PERIODS = (7, 30, 365)
WEEKS = 26
LISTED = 50
_DAY = 86_400_000
_STEPS = 5_000
# Up to so many topics are judged sooner one by one.
_IN_MEMORY = 4_000
_REMEMBERED = 1_000


class Period(NamedTuple):
    """So many days: topics newly hidden, newly shown, and all that the rule would decide about."""

    days: int
    hidden: int
    shown: int
    touched: int


class Affected(NamedTuple):
    """A topic that would go or come back, with the words and names that matched."""

    topic: TopicRow
    words: tuple[str, ...]


class Preview(NamedTuple):
    """What saving the rule would change among the topics of the longest of ``periods``.

    ``weeks``: topics the rule decides about per week, the oldest of 26 first (those of the window only).
    ``gone`` and ``back``: the newest topics that would disappear and appear. ``saved`` and ``liked``: of all
    that would disappear, how many the member saved, or liked something in.
    """

    periods: tuple[Period, ...]
    weeks: tuple[int, ...]
    gone: tuple[Affected, ...]
    back: tuple[Affected, ...]
    saved: int
    liked: int


class _Draft(NamedTuple):
    """The rule as it would be: what it matches (None: it is off), and the rules that decide before it."""

    rule: Rule
    node: Node | None
    earlier: frozenset[int]


class _Owned(NamedTuple):
    """The topics the rule has as it is now: when they were created, and which rule has them without it."""

    created: dict[int, int]
    rest: dict[int, int]


class Previews:
    """Previews of changes of one rule after another, as it is being written."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._owned: dict[int, tuple[object, _Owned]] = {}
        self._facts: dict[int, match.Facts] = {}

    def preview(
        self, conn: Connection, rule: Rule, *, days: int = 365, stop: Callable[[], bool] | None = None
    ) -> Preview:
        """What would change if ``rule`` were saved (id 0: as a new one), in the last ``days`` days.

        The shorter the sooner: ask 30 first. Raises ``QueryError`` for its text, and ``Stopped`` soon after
        ``stop`` says so.
        """
        with stoppable(conn, stop):
            known = self._judge.known(conn)
            present = rules(conn)
            since = known.now - days * _DAY
            owned = self._of_now(conn, rule.id, present, known, days)
            draft = _drafted(rule, present, known)
            found = _compared(conn, draft, present, known, since, owned)
            return _told(found, draft, present, known, days, _Reader(conn, known, self._facts))

    def _of_now(self, conn: Connection, rule_id: int, present: list[Rule], known: Known, days: int) -> _Owned:
        if rule_id == 0:
            return _Owned({}, {})
        source = (rule_id, present, known)
        if days not in self._owned or self._owned[days][0] != source:
            since = known.now - days * _DAY
            created = rule_effects.decided_by(conn, rule_id, since)
            others = [one for one in present if one.id != rule_id]
            self._owned[days] = (source, _Owned(created, _without(conn, others, known, since, created)))
        return self._owned[days][1]


class _Compared(NamedTuple):
    """What goes, what comes back, and what the rule would have, as (topic id, creation, ...)."""

    gone: list[_Row]
    back: list[_Row]
    touched: list[_Row]


class _Reader(NamedTuple):
    """Reads the facts of topics, once while a rule is being written: the newest come up at every letter."""

    conn: Connection
    known: Known
    read: dict[int, match.Facts]

    def facts(self, topic_ids: list[int]) -> dict[int, match.Facts]:
        missing = [topic_id for topic_id in topic_ids if topic_id not in self.read]
        if len(self.read) + len(missing) > _REMEMBERED:
            self.read.clear()
            missing = topic_ids
        if missing:
            self.read.update(match.facts(self.conn, missing, self.known.me))
        return self.read


@contextmanager
def stoppable(conn: Connection, stop: Callable[[], bool] | None) -> Generator[None, None, None]:
    """Let ``stop`` end what SQLite is doing within the block; then raises ``Stopped``."""
    if stop is None:
        yield
        return
    conn.set_progress_handler(lambda: int(stop()), _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if stop():
            raise Stopped from error
        raise
    finally:
        conn.set_progress_handler(None, 0)


def _drafted(rule: Rule, present: Sequence[Rule], known: Known) -> _Draft:
    node = parse(rule.text)
    others = [one for one in present if one.id != rule.id]
    keeping = sum(one.action == "keep" for one in others)
    place = rule.position if rule.id else len(others)
    place = min(place, keeping) if rule.action == "keep" else max(place, keeping)
    in_force = rule.on and (rule.until is None or rule.until > known.now)
    return _Draft(rule, node if in_force else None, frozenset(one.id for one in others[:place]))


def _compared(
    conn: Connection, draft: _Draft, present: Sequence[Rule], known: Known, since: int, owned: _Owned
) -> _Compared:
    """What would change in the window: by what the draft gets, and by what the rule loses."""
    action = {one.id: one.action for one in present}
    hiding = {rule_id for rule_id, does in action.items() if does == "hide"}
    hides, hidden_now = draft.rule.action == "hide", draft.rule.id in hiding
    earlier, exceptions = draft.earlier, draft.rule.exceptions
    touched = [
        row
        for row in _without_rule(_matches(conn, draft, known, since), owned)
        if row[2] not in earlier and row[0] not in exceptions
    ]
    own, rest = owned.created, owned.rest
    changed = [row for row in touched if (hidden_now if row[0] in own else row[2] in hiding) != hides]
    kept = {row[0] for row in touched if row[0] in own}
    lost = [(key, created, rest.get(key, 0)) for key, created in own.items() if key not in kept]
    lost = [row for row in lost if (row[2] in hiding) != hidden_now]
    gone, back = (changed, []) if hides else ([], changed)
    # What the rule hides now and loses comes back; what it shows now can be lost to one that hides.
    (back if hidden_now else gone).extend(lost)
    return _Compared(gone, back, touched)


def _without_rule(rows: list[_Row], owned: _Owned) -> list[_Row]:
    """The rows with the rule that would have each topic if the rule in question were not there."""
    if not owned.created:
        return rows
    own, rest = owned.created, owned.rest
    return [(row[0], row[1], rest.get(row[0], 0)) if row[0] in own else row for row in rows]


def _matches(conn: Connection, draft: _Draft, known: Known, since: int) -> list[_Row]:
    """Id, creation and present rule of the topics the draft matches; what waits for the index in memory."""
    if draft.node is None:
        return []
    query = compile_query(
        conn, draft.node, now=known.now, me=known.me, last_visit=known.last_visit, after=since
    )
    worded = "words" in needs(draft.node)
    # Walking through the window once costs less than the long lists that words give.
    test = query.condition.sql if worded else f"+t.topic_id IN ({query.topics.sql})"
    values = query.condition.values if worded else query.topics.values
    found = rule_effects.holders(conn, Where(test, values), since)
    waiting = rule_effects.unindexed(conn, since, _IN_MEMORY) if worded else {}
    if not waiting:
        return found
    holds = match.matcher(draft.node, now=known.now, last_visit=known.last_visit)
    facts = match.facts(conn, waiting, known.me)
    held = [topic_id for topic_id, of in facts.items() if holds(of)]
    holders = verdicts.of(conn, held)
    found = [one for one in found if one[0] not in waiting]
    for topic_id in held:
        holder = holders[topic_id].rule_id if topic_id in holders else 0
        found.append((topic_id, waiting[topic_id], holder))
    return found


def _without(
    conn: Connection, others: Sequence[Rule], known: Known, since: int, created: dict[int, int]
) -> dict[int, int]:
    """Which of the ``others`` would have each of these topics."""
    taking_part = [(one, node) for one in others if (node := _part(one, known)) is not None]
    rest: dict[int, int] = {}
    if len(created) <= _IN_MEMORY:
        matchers = [
            (one, match.matcher(node, now=known.now, last_visit=known.last_visit))
            for one, node in taking_part
        ]
        for topic_id, facts in match.facts(conn, created, known.me).items():
            for one, matches in matchers:
                if matches(facts) and topic_id not in one.exceptions:
                    rest[topic_id] = one.id
                    break
        return rest
    for one, node in taking_part:
        for (topic_id,) in _listed(conn, _topics(conn, node, known, since)):
            if topic_id in created and topic_id not in one.exceptions:
                rest.setdefault(topic_id, one.id)
    return rest


def _told(
    found: _Compared, draft: _Draft, present: Sequence[Rule], known: Known, days: int, reader: _Reader
) -> Preview:
    moments = [sorted(row[1] for row in rows) for rows in (found.gone, found.back, found.touched)]
    periods = [
        Period(period, *(_after(some, known.now - period * _DAY) for some in moments))
        for period in PERIODS
        if period <= days
    ]
    weekly = [0, *(_after(moments[2], known.now - week * 7 * _DAY) for week in range(1, WEEKS + 1))]
    weeks = tuple(weekly[week + 1] - weekly[week] for week in reversed(range(WEEKS)))
    saved, liked = rule_effects.cherished(reader.conn, [row[0] for row in found.gone])
    new, old = draft.node, next((parsed(one.text) for one in present if one.id == draft.rule.id), None)
    gone = _affected(reader, found.gone, new if draft.rule.action == "hide" else old)
    back = _affected(reader, found.back, old or new)
    return Preview(tuple(periods), weeks, gone, back, saved, liked)


def _after(moments: list[int], since: int) -> int:
    """How many of the sorted ``moments`` are at ``since`` or later."""
    return len(moments) - bisect_left(moments, since)


def _affected(reader: _Reader, changed: list[_Row], node: Node | None) -> tuple[Affected, ...]:
    least = sorted(row[1] for row in changed)[-LISTED:][:1]
    newest = sorted((row[1], row[0]) for row in changed if row[1] >= least[0])[-LISTED:] if least else []
    rows = topics.rows(reader.conn, [topic_id for _, topic_id in newest], "newest")
    if node is None:
        return tuple(Affected(row, ()) for row in rows)
    facts, known = reader.facts([row.topic_id for row in rows]), reader.known
    return tuple(
        Affected(row, matched(reason(node, facts[row.topic_id], now=known.now, last_visit=known.last_visit)))
        for row in rows
    )


def _part(rule: Rule, known: Known) -> Node | None:
    if not rule.on or (rule.until is not None and rule.until <= known.now):
        return None
    return parsed(rule.text)


def _topics(conn: Connection, node: Node, known: Known, since: int) -> Where:
    query = compile_query(conn, node, now=known.now, me=known.me, last_visit=known.last_visit, after=since)
    return Where(query.topics.sql, query.topics.values)


def _listed(conn: Connection, found: Where) -> Iterable[tuple[int]]:
    return conn.execute(found.sql, found.values)
