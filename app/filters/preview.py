"""What a rule would change, told before it is saved: topics that would go and come back, for 7, 30, 365 days.

Only the window that is asked for is judged. What holds while a rule is being written (the topics of the
window, those the rule has now, who would get them without it) is worked out once, until the cache changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial, reduce
from itertools import islice
from operator import or_
from sqlite3 import Connection
from typing import NamedTuple

from app.filters import match
from app.filters.explain import matched, reason
from app.filters.parse import parse
from app.filters.rules import Rule, rules
from app.filters.tree import Node
from app.filters.verdicts import Judge, Known, parsed
from app.filters.window import Topics, Window, recent
from sync.errors import Stopped
from sync.store import rule_effects, topics
from sync.store.database import written
from sync.store.rows import TopicRow

PERIODS = (7, 30, 365)
WEEKS = 26
LISTED = 50
_DAY = 86_400_000
_STEPS = 5_000
# Up to so many topics are judged sooner one by one.
_IN_MEMORY = 4_000


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
    """The topics the rule has as it is now, and which rules have topics when it is not there."""

    own: Topics
    held_by: Callable[[frozenset[int]], Topics]


class Previews:
    """Previews of changes of one rule after another, as it is being written."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._windows: dict[int, tuple[object, Window]] = {}
        self._owned: dict[int, tuple[object, _Owned]] = {}

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
            draft = _drafted(rule, present, known)
            window = self._window(conn, known, days)
            owned = self._of_now(conn, rule.id, present, window, days)
            found = _compared(conn, draft, present, window, owned)
            return _told(conn, found, draft, present, window, days)

    def _window(self, conn: Connection, known: Known, days: int) -> Window:
        """The topics of ``days`` days, read again once anything was written to the cache."""
        source = (conn, written(conn), known)
        if days not in self._windows or self._windows[days][0] != source:
            self._windows[days] = (source, recent(conn, known, days))
        return self._windows[days][1]

    def _of_now(
        self, conn: Connection, rule_id: int, present: list[Rule], window: Window, days: int
    ) -> _Owned:
        source = (rule_id, window)
        if days not in self._owned or self._owned[days][0] != source:
            own = window.held_by({rule_id}) if rule_id else 0
            others = [one for one in present if one.id != rule_id]
            rest = _without(conn, others, window, own)
            self._owned[days] = (source, _Owned(own, lru_cache(partial(_held, window, own, rest))))
        return self._owned[days][1]


class _Compared(NamedTuple):
    """What goes, what comes back, and what the rule would have."""

    gone: Topics
    back: Topics
    touched: Topics


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


def _held(window: Window, own: Topics, rest: Mapping[int, Topics], rule_ids: frozenset[int]) -> Topics:
    """The topics that one of these rules has when the rule with the topics ``own`` is not there."""
    found = window.held_by(rule_ids) & ~own
    return reduce(or_, (topics for rule_id, topics in rest.items() if rule_id in rule_ids), found)


def _compared(
    conn: Connection, draft: _Draft, present: Sequence[Rule], window: Window, owned: _Owned
) -> _Compared:
    """What would change in the window: by what the draft gets, and by what the rule loses."""
    hiding = frozenset(one.id for one in present if one.action == "hide")
    hides, hidden_now = draft.rule.action == "hide", draft.rule.id in hiding
    own, hidden_without = owned.own, owned.held_by(hiding)
    matches = window.matches(conn, draft.node) if draft.node is not None else 0
    touched = matches & ~owned.held_by(draft.earlier) & ~window.of(draft.rule.exceptions)
    hidden = (hidden_without & ~own) | (own if hidden_now else 0)
    changed = touched & (~hidden if hides else hidden)
    lost = own & ~touched & (~hidden_without if hidden_now else hidden_without)
    gone, back = (changed, 0) if hides else (0, changed)
    # What the rule hides now and loses comes back; what it shows now can be lost to one that hides.
    return _Compared(gone, back | lost, touched) if hidden_now else _Compared(gone | lost, back, touched)


def _without(conn: Connection, others: Sequence[Rule], window: Window, own: Topics) -> dict[int, Topics]:
    """What each of the ``others`` would have of the topics ``own``."""
    if not own:
        return {}
    known = window.known
    taking_part = [(one, node) for one in others if (node := _part(one, known)) is not None]
    if own.bit_count() <= _IN_MEMORY:
        return _without_in_memory(conn, taking_part, window, own)
    rest: dict[int, Topics] = {}
    left = own
    for one, node in taking_part:
        rest[one.id] = left & window.matches(conn, node) & ~window.of(one.exceptions)
        left &= ~rest[one.id]
    return rest


def _without_in_memory(
    conn: Connection, taking_part: Sequence[tuple[Rule, Node]], window: Window, own: Topics
) -> dict[int, Topics]:
    known = window.known
    matchers = [
        (one, match.matcher(node, now=known.now, last_visit=known.last_visit)) for one, node in taking_part
    ]
    rest: dict[int, list[int]] = {}
    for topic_id, facts in match.facts(conn, window.ids(own), known.me).items():
        for one, matches in matchers:
            if matches(facts) and topic_id not in one.exceptions:
                rest.setdefault(one.id, []).append(topic_id)
                break
    return {rule_id: window.of(topic_ids) for rule_id, topic_ids in rest.items()}


def _told(
    conn: Connection, found: _Compared, draft: _Draft, present: Sequence[Rule], window: Window, days: int
) -> Preview:
    now = window.known.now
    periods = []
    for period in PERIODS:
        if period <= days:
            count = window.since_moment(now - period * _DAY)
            periods.append(Period(period, count(found.gone), count(found.back), count(found.touched)))
    weekly = [0] + [window.since_moment(now - week * 7 * _DAY)(found.touched) for week in range(1, WEEKS + 1)]
    weeks = tuple(weekly[week + 1] - weekly[week] for week in reversed(range(WEEKS)))
    saved, liked = (
        (found.gone & window.of(topic_ids)).bit_count() for topic_ids in rule_effects.cherished(conn)
    )
    new, old = draft.node, next((parsed(one.text) for one in present if one.id == draft.rule.id), None)
    gone = _affected(conn, window, found.gone, new if draft.rule.action == "hide" else old)
    back = _affected(conn, window, found.back, old or new)
    return Preview(tuple(periods), weeks, gone, back, saved, liked)


def _affected(conn: Connection, window: Window, changed: Topics, node: Node | None) -> tuple[Affected, ...]:
    rows = topics.rows(conn, islice(window.ids(changed), LISTED), "newest")
    if node is None:
        return tuple(Affected(row, ()) for row in rows)
    facts, known = window.facts(conn, [row.topic_id for row in rows]), window.known
    return tuple(
        Affected(row, matched(reason(node, facts[row.topic_id], now=known.now, last_visit=known.last_visit)))
        for row in rows
    )


def _part(rule: Rule, known: Known) -> Node | None:
    if not rule.on or (rule.until is not None and rule.until <= known.now):
        return None
    return parsed(rule.text)
