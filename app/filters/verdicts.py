"""The judge: the one place where the member's rules decide about topics.

A few topics (what arrived, what was marked, the first screen) are judged in memory, within the transaction
that changed them. All topics are judged at once in SQL, and then only what a changed rule can change.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from datetime import datetime
from functools import lru_cache
from math import inf
from sqlite3 import Connection
from typing import NamedTuple

from app.filters import match
from app.filters.needs import needs
from app.filters.parse import QueryError, parse
from app.filters.sql import compile_query
from app.filters.tree import Node
from sync.model import Changes
from sync.store import cursors, marks, rejudging, rules, search_index, topics, verdicts
from sync.store.rejudging import Decider
from sync.store.rows import Place, Where
from sync.store.rules import RuleRow
from sync.store.verdicts import Need, Verdict

MEANING = "1"
"""To be raised when a text comes to mean something else; everything is then judged again."""
_FRONT = 128
# Up to so many topics are judged sooner one by one than by every rule's own index.
_IN_MEMORY = 8_000
_INDEXED_AT_ONCE = 2_000
_JUDGED, _MOMENT = "judged", "moment"


class Known(NamedTuple):
    """What rules are judged by besides the topics: the moment (ms), the member and their last visit (ms)."""

    now: int
    me: int
    last_visit: int | None


class InForce(NamedTuple):
    """A rule that takes part: switched on, not over, and readable."""

    decider: Decider
    node: Node
    exceptions: frozenset[int]


Deciding = tuple[InForce, Callable[[match.Facts], bool]]


class Judge:
    """Judges for one cache. ``clock`` tells the time in ms; a moment lasts until ``due`` sees it pass."""

    def __init__(self, clock: Callable[[], int] | None = None) -> None:
        self._clock = clock or _now
        self._made: tuple[object, list[Deciding]] = (None, [])

    def judge(self, conn: Connection) -> None:
        """Judge the queued topics; ``Store`` calls this at the end of a transaction that queued any."""
        while queued := verdicts.take_queue(conn):
            changed = self._decide(conn, queued)
            arrived = {topic_id for topic_id, arrived in queued.items() if arrived}
            _read(conn, verdicts.unread_to_clear(conn, list(arrived | changed)))

    def near(self, conn: Connection, place: Place | None = None) -> Changes:
        """Judge the first screens of ``place`` and the timeline, so that what is in sight is right at once.

        What lies further follows with ``settle``.
        """
        if not verdicts.unsettled(conn):
            return Changes()
        wanted: set[int] = set()
        for shown in {front._replace(sight="ignore") for front in (Place(), place or Place())}:
            wanted.update(topics.top(conn, shown, "newest", _FRONT))
            wanted.update(topics.top(conn, shown, "activity", _FRONT))
        changed = self._decide(conn, wanted)
        return Changes(topics=frozenset(changed)) | _read(conn, verdicts.unread_to_clear(conn, list(changed)))

    def due(self, conn: Connection) -> bool:
        """Whether anything is to be settled, after a look at the clock: days turn and rules end."""
        now, before = self._clock(), self.known(conn).now
        rows = rules.read(conn)
        over = [
            row.rule_id for row in rows if row.until is not None and (row.until > now) != (row.until > before)
        ]
        if over or _day(now) != _day(before):
            verdicts.judge_again_for(conn, "clock")
            verdicts.judge_again(conn, over)
            verdicts.set_state(conn, _MOMENT, str(now))
            self.note_needs(conn)
        trusted = verdicts.state(conn, _JUDGED) == _meaning(self.known(conn))
        return bool(verdicts.unsettled(conn)) or (bool(rows) and not trusted)

    def catch_up(self, conn: Connection, seconds: float = inf) -> Changes:
        """Look at the clock and settle what waits, as ``settle``."""
        return self.settle(conn, seconds) if self.due(conn) else Changes()

    def settle(self, conn: Connection, seconds: float = inf) -> Changes:
        """Judge the rules that wait for it, lowest rank first, for about ``seconds``.

        Once none waits (``verdicts.unsettled``), every verdict follows from the rules. A rule of which the
        old matches and the new ones are judged changes nothing else, so this may be done in several writes.
        """
        waiting = self._waiting(conn)
        if not waiting:
            return Changes()
        until = time.monotonic() + seconds
        known, ranks = self.known(conn), rules.ranks(conn)
        in_force = {rule.decider.rule_id: rule for rule in self.in_force(conn)}
        if any("words" in needs(rule.node) for rule in in_force.values()):
            most = -1 if seconds == inf else _INDEXED_AT_ONCE
            if search_index.index_openings(conn, most) == most:
                return Changes()
        rejudging.begin(conn, ranks)
        touched: set[int] = set()
        loose: set[int] = set()
        done: list[int] = []
        for rule_id in sorted(waiting, key=lambda rule_id: ranks.get(rule_id, -1)):
            rank = ranks.get(rule_id, -1)
            loose.update(rejudging.loosen(conn, rule_id, -1 if waiting[rule_id] else rank))
            if rule := in_force.get(rule_id):
                touched.update(rejudging.award(conn, rule.decider, _topics(conn, rule.node, known)))
            done.append(rule_id)
            if time.monotonic() > until:
                break
        others = [rule for rule_id, rule in in_force.items() if rule_id not in waiting]
        touched |= self._place_loose(conn, loose, others)
        verdicts.settled(conn, done)
        return Changes(topics=frozenset(touched | loose)) | _read(conn, verdicts.unread_to_clear(conn))

    def known(self, conn: Connection) -> Known:
        """What topics are judged by at present."""
        moment = verdicts.state(conn, _MOMENT)
        if moment is None:
            moment = str(self._clock())
            if conn.in_transaction:
                verdicts.set_state(conn, _MOMENT, moment)
        return Known(int(moment), cursors.me(conn), marks.last_visit(conn))

    def in_force(self, conn: Connection) -> list[InForce]:
        """The rules that take part, in their order."""
        now = self.known(conn).now
        exceptions = rules.read_exceptions(conn)
        return [
            InForce(Decider(row.rule_id, row.action, rank), node, exceptions.get(row.rule_id, frozenset()))
            for rank, row in enumerate(rules.read(conn))
            if (node := _node(row, now)) is not None
        ]

    def note_needs(self, conn: Connection) -> None:
        """Note what the rules in force depend on, so that only changes that matter queue topics."""
        found: list[tuple[Need, int]] = []
        for rule in self.in_force(conn):
            found += [(need, rule.decider.rule_id) for need in needs(rule.node)]
        verdicts.set_needs(conn, found)

    def _waiting(self, conn: Connection) -> dict[int, bool]:
        """The rules to judge again, and whether they moved; all when the verdicts are not to be trusted."""
        meaning = _meaning(self.known(conn))
        if verdicts.state(conn, _JUDGED) != meaning:
            verdicts.judge_all_again(conn)
            verdicts.set_state(conn, _JUDGED, meaning)
        return verdicts.unsettled(conn)

    def _place_loose(self, conn: Connection, loose: set[int], others: list[InForce]) -> set[int]:
        """Let topics that a rule lost go to the first of the rules that match them."""
        if len(loose) <= _IN_MEMORY:
            return self._decide(conn, loose)
        known, lowest = self.known(conn), rejudging.lowest_above(conn)
        placed: set[int] = set()
        for rule in others:
            if rule.decider.rank > lowest:
                placed.update(rejudging.award_loose(conn, rule.decider, _topics(conn, rule.node, known)))
        return placed

    def _decide(self, conn: Connection, topic_ids: Collection[int]) -> set[int]:
        """Judge topics in memory and write what is new; the topics whose verdict changed."""
        known = self.known(conn)
        deciding = self._deciding(conn, known)
        before = verdicts.of(conn, topic_ids)
        after: dict[int, Verdict | None] = dict.fromkeys(topic_ids)
        if deciding:
            for topic_id, facts in match.facts(conn, topic_ids, known.me).items():
                after[topic_id] = _first(deciding, topic_id, facts)
        changed = {
            topic_id: verdict for topic_id, verdict in after.items() if before.get(topic_id) != verdict
        }
        verdicts.write(conn, changed)
        return set(changed)

    def _deciding(self, conn: Connection, known: Known) -> list[Deciding]:
        """The rules in force with their matchers, made again when anything they come from changed."""
        source = (rules.read(conn), rules.read_exceptions(conn), known)
        if self._made[0] != source:
            made = [
                (rule, match.matcher(rule.node, now=known.now, last_visit=known.last_visit))
                for rule in self.in_force(conn)
            ]
            self._made = (source, made)
        return self._made[1]


def _first(deciding: list[Deciding], topic_id: int, facts: match.Facts) -> Verdict | None:
    for rule, matches in deciding:
        if matches(facts) and topic_id not in rule.exceptions:
            return Verdict(rule.decider.action, rule.decider.rule_id)
    return None


def _topics(conn: Connection, node: Node, known: Known) -> Where:
    query = compile_query(conn, node, now=known.now, me=known.me, last_visit=known.last_visit)
    return Where(query.topics.sql, query.topics.values)


def _read(conn: Connection, post_ids: list[int]) -> Changes:
    return marks.mark_read(conn, post_ids) if post_ids else Changes()


def _node(row: RuleRow, now: int) -> Node | None:
    if not row.enabled or (row.until is not None and row.until <= now):
        return None
    return parsed(row.text)


@lru_cache(maxsize=1024)
def parsed(text: str) -> Node | None:
    """The tree of a rule's text, None when it is none (any more)."""
    try:
        return parse(text)
    except QueryError:
        return None


def _meaning(known: Known) -> str:
    return f"{MEANING}:{known.me}"


def _day(moment: int) -> object:
    return datetime.fromtimestamp(moment / 1000).date()


def _now() -> int:
    return int(time.time() * 1000)
