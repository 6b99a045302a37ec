"""The member's rules: reading, changing and ordering them. Every change is judged in the same write.

A change answers with the whole list as it was, so that undoing it is ``save`` of that list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from sqlite3 import Connection
from typing import Literal, NamedTuple

from app.filters.parse import parse
from app.filters.sql import compile_query
from app.filters.text import to_text
from app.filters.tree import Node
from app.filters.verdicts import Judge, Known, parsed
from sync.model import Changes
from sync.store import rule_effects, verdicts
from sync.store import rules as kept
from sync.store.rows import Place, Where
from sync.store.rules import RuleRow

Action = Literal["hide", "dim", "highlight", "read", "keep", "notify"]
ACTIONS: tuple[Action, ...] = ("hide", "dim", "highlight", "read", "keep", "notify")
SHARE_DAYS = 30
UNUSUAL_SHARE = 0.5
"""A rule that would hide more than this of the last ``SHARE_DAYS`` days is asked about first."""
LOOK_BACK_DAYS = (7, 30)
MANY_REPLIES = 5
_DAY = 86_400_000


class Rule(NamedTuple):
    """A rule. ``text`` is in the language (English keywords); ``until`` in ms, None: for good.

    ``id`` 0 is a rule that was not added yet. ``exceptions`` are topics it leaves alone.
    """

    id: int
    name: str
    text: str
    action: Action
    on: bool = True
    until: int | None = None
    note: str = ""
    position: int = 0
    exceptions: frozenset[int] = frozenset()

    @property
    def readable(self) -> bool:
        """Whether the text can be read; a rule that cannot is off, whatever ``on`` says."""
        return parsed(self.text) is not None


class Edited(NamedTuple):
    """A change of the rules: the list before and after, the rule it is about, and what changed in sight."""

    before: tuple[Rule, ...]
    after: tuple[Rule, ...]
    rule: Rule | None
    changes: Changes


class Hidden(NamedTuple):
    """How many topics of a place are hidden, and the rules that hide them, most topics first (id, topics)."""

    topics: int
    by_rule: tuple[tuple[int, int], ...]

    @property
    def rules(self) -> int:
        return len(self.by_rule)


def rules(conn: Connection) -> list[Rule]:
    """All rules in the order in which they decide: those that keep first, then the member's order."""
    exceptions = kept.read_exceptions(conn)
    return [_rule(row, exceptions.get(row.rule_id, frozenset())) for row in kept.read(conn)]


def save(conn: Connection, judge: Judge, wanted: Iterable[Rule], place: Place | None = None) -> Edited:
    """Make the list of rules be ``wanted`` (rules with id 0 get one) and judge what is in sight of ``place``.

    What lies further is judged by ``Judge.settle``. Raises ``QueryError`` for a new text that is no query.
    """
    judge.due(conn)
    before = tuple(rules(conn))
    after = _numbered(conn, _ordered(wanted))
    _check(before, after)
    exceptions = [(rule.id, topic_id) for rule in after for topic_id in sorted(rule.exceptions)]
    kept.write(conn, map(_row, after), exceptions)
    _have_judged(conn, before, after)
    judge.note_needs(conn)
    return Edited(before, after, None, judge.near(conn, place))


def add(conn: Connection, judge: Judge, rule: Rule, place: Place | None = None) -> Edited:
    """Add a rule at the end (one that keeps: after those that keep)."""
    edited = save(conn, judge, [*rules(conn), rule._replace(id=0)], place)
    known = {one.id for one in edited.before}
    return edited._replace(rule=next(one for one in edited.after if one.id not in known))


def change(conn: Connection, judge: Judge, rule: Rule, place: Place | None = None) -> Edited:
    """Replace the rule with the same id, in its place. Raises ``KeyError`` when there is none."""
    return _changed(conn, judge, rule.id, lambda _: rule, place)


def remove(conn: Connection, judge: Judge, rule_id: int, place: Place | None = None) -> Edited:
    """Take a rule away."""
    edited = save(conn, judge, [rule for rule in rules(conn) if rule.id != rule_id], place)
    return edited._replace(rule=next((rule for rule in edited.before if rule.id == rule_id), None))


def move(conn: Connection, judge: Judge, rule_id: int, position: int, place: Place | None = None) -> Edited:
    """Put a rule at ``position`` in the list, as far as rules that keep stay on top. Raises ``KeyError``."""
    moved = _with_id(rules(conn), rule_id)
    others = [rule for rule in rules(conn) if rule.id != rule_id]
    others.insert(max(0, position), moved)
    edited = save(conn, judge, others, place)
    return edited._replace(rule=_with_id(edited.after, rule_id))


def duplicate(conn: Connection, judge: Judge, rule_id: int, name: str, place: Place | None = None) -> Edited:
    """Put a copy called ``name`` below a rule, switched off: it decides nothing the rule does not."""
    known = rules(conn)
    copy = _with_id(known, rule_id)._replace(id=0, name=name, on=False)
    edited = save(conn, judge, [one for rule in known for one in _followed(rule, rule_id, copy)], place)
    ids = {one.id for one in known}
    return edited._replace(rule=next(one for one in edited.after if one.id not in ids))


def set_on(conn: Connection, judge: Judge, rule_id: int, on: bool, place: Place | None = None) -> Edited:
    """Switch a rule on or off. Raises ``KeyError``."""
    return _changed(conn, judge, rule_id, lambda rule: rule._replace(on=on), place)


def except_topic(
    conn: Connection, judge: Judge, rule_id: int, topic_id: int, place: Place | None = None
) -> Edited:
    """Let a rule leave a topic alone. Raises ``KeyError``."""
    return _changed(
        conn, judge, rule_id, lambda rule: rule._replace(exceptions=rule.exceptions | {topic_id}), place
    )


def share(conn: Connection, node: Node, known: Known) -> float:
    """Which part of the topics of the last 30 days a rule with this query would be about (0 to 1)."""
    since = known.now - SHARE_DAYS * _DAY
    query = compile_query(conn, node, now=known.now, me=known.me, last_visit=known.last_visit, after=since)
    return rule_effects.share(conn, Where(query.topics.sql, query.topics.values), since)


def hidden_summary(conn: Connection, place: Place) -> Hidden:
    """How much of ``place`` is hidden, and by which rules."""
    by_rule = rule_effects.hidden_by_rule(conn, place)
    return Hidden(sum(topics for _, topics in by_rule), tuple(by_rule))


def looked_back(conn: Connection, now: int) -> list[int]:
    """Hidden topics of 7 to 30 days ago that got an accepted answer or many replies, best first.

    Many: at least 5, or more than nine of ten topics of those weeks got.
    """
    latest, earliest = (now - days * _DAY for days in LOOK_BACK_DAYS)
    return rule_effects.missed(conn, earliest, latest, MANY_REPLIES)


def canonical(text: str) -> str:
    """``text`` as rules are kept. Raises ``QueryError``."""
    return to_text(parse(text), "en")


def _changed(
    conn: Connection, judge: Judge, rule_id: int, edit: Callable[[Rule], Rule], place: Place | None
) -> Edited:
    known = rules(conn)
    _with_id(known, rule_id)
    edited = save(conn, judge, [edit(rule) if rule.id == rule_id else rule for rule in known], place)
    return edited._replace(rule=_with_id(edited.after, rule_id))


def _with_id(known: Iterable[Rule], rule_id: int) -> Rule:
    for rule in known:
        if rule.id == rule_id:
            return rule
    raise KeyError(rule_id)


def _followed(rule: Rule, rule_id: int, copy: Rule) -> tuple[Rule, ...]:
    return (rule, copy) if rule.id == rule_id else (rule,)


def _ordered(wanted: Iterable[Rule]) -> list[Rule]:
    return sorted(wanted, key=lambda rule: rule.action != "keep")


def _numbered(conn: Connection, wanted: list[Rule]) -> tuple[Rule, ...]:
    free = max(kept.unused_id(conn), 1 + max((rule.id for rule in wanted), default=0))
    numbered = []
    for position, rule in enumerate(wanted):
        numbered.append(rule._replace(id=rule.id or free, position=position))
        free += not rule.id
    return tuple(numbered)


def _check(before: Sequence[Rule], after: Sequence[Rule]) -> None:
    """A text that was there before may have become unreadable in a newer version; a new one must be read."""
    known = {rule.text for rule in before}
    for rule in after:
        if rule.text not in known:
            parse(rule.text)


def _have_judged(conn: Connection, before: Sequence[Rule], after: Sequence[Rule]) -> None:
    old = {rule.id: rule for rule in before}
    new = {rule.id: rule for rule in after}
    gone = [rule_id for rule_id in old if rule_id not in new]
    changed = [rule_id for rule_id, rule in new.items() if _decides(rule) != _decides(old.get(rule_id))]
    moved = _moved([rule_id for rule_id in old if rule_id in new], list(new))
    verdicts.judge_again(conn, [*gone, *changed])
    verdicts.judge_again(conn, moved, moved=True)
    if len(changed) + len(moved) > max(1, len(new) // 2):
        # The others are sooner judged again than tested on all that these lose.
        verdicts.judge_all_again(conn)


def _decides(rule: Rule | None) -> object:
    return rule and (rule.text, rule.action, rule.on, rule.until, rule.exceptions)


def _moved(before: Sequence[int], after: Sequence[int]) -> list[int]:
    """The fewest ids of ``before`` that changed places among themselves."""
    places = {rule_id: place for place, rule_id in enumerate(before)}
    ordered = [rule_id for rule_id in after if rule_id in places]
    tails: list[int] = []
    lengths = []
    for rule_id in ordered:
        length = bisect_left(tails, places[rule_id])
        tails[length : length + 1] = [places[rule_id]]
        lengths.append(length)
    wanted = len(tails) - 1
    stayed = set()
    for rule_id, length in zip(reversed(ordered), reversed(lengths), strict=True):
        if length == wanted:
            stayed.add(rule_id)
            wanted -= 1
    return [rule_id for rule_id in ordered if rule_id not in stayed]


def _rule(row: RuleRow, exceptions: frozenset[int]) -> Rule:
    action: Action = row.action  # type: ignore[assignment] # only actions are written
    return Rule(
        row.rule_id,
        row.name,
        row.text,
        action,
        bool(row.enabled),
        row.until,
        row.note,
        row.position,
        exceptions,
    )


def _row(rule: Rule) -> RuleRow:
    return RuleRow(
        rule.id, rule.name, rule.text, rule.action, int(rule.on), rule.until, rule.note, rule.position
    )
