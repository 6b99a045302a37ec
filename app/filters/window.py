"""The topics of the last so many days, held so that a rule can be judged in them as quickly as one types.

A set of them is an ``int`` with a bit for each topic, the oldest lowest: joining, leaving out and counting
sets costs next to nothing then, and what a word or name stands for is read once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain, repeat
from operator import and_, or_
from sqlite3 import Connection
from typing import TypeAlias, cast

from app.filters import match
from app.filters.needs import needs
from app.filters.sql import Stretch, compile_within
from app.filters.tree import AllOf, AnyOf, Node, Not, Words
from app.filters.verdicts import Known
from sync.store import rule_effects

Topics: TypeAlias = int
"""A set of topics of one window."""

_NO, _YES = 0x30, 0x31
# Up to so many topics are judged sooner one by one.
_IN_MEMORY = 4_000
_DAY = 86_400_000
_REMEMBERED = 1_000


class Window:
    """Topics as they are now, by (id, creation, rule that has it), the oldest first.

    ``begin`` (ms): none is older. ``waiting``: those among them that wait for the word index.
    """

    def __init__(
        self, rows: Sequence[tuple[int, int, int]], known: Known, begin: int, waiting: Collection[int] = ()
    ) -> None:
        self.known = known
        self._ids = array("q", (row[0] for row in rows))
        self._created = array("q", (row[1] for row in rows))
        self._holders = array("q", (row[2] for row in rows))
        self._places = dict(zip(self._ids, range(len(rows)), strict=True))
        self._stretch = Stretch(begin, min(self._ids, default=0))
        self._waiting = waiting
        self._found: dict[Node, Topics] = {}
        self._facts: dict[int, match.Facts] = {}

    @property
    def everything(self) -> Topics:
        """All topics of the window."""
        return (1 << len(self._ids)) - 1

    def of(self, topic_ids: Iterable[int]) -> Topics:
        """Those of ``topic_ids`` that are in the window."""
        beyond = len(self._ids)
        bits = bytearray(b"0") * (beyond + 1)
        for place in map(self._places.get, set(topic_ids), repeat(beyond)):
            bits[place] = _YES
        bits[beyond] = _NO
        return _number(bits)

    def held_by(self, rule_ids: Collection[int]) -> Topics:
        """The topics that one of these rules has."""
        if not rule_ids:
            return 0
        return _number(bytearray(_YES if rule_id in rule_ids else _NO for rule_id in self._holders))

    def ids(self, topics: Topics) -> Iterator[int]:
        """The ids of ``topics``, the newest first."""
        while topics:
            place = topics.bit_length() - 1
            yield self._ids[place]
            topics ^= 1 << place

    def since_moment(self, moment: int) -> Callable[[Topics], int]:
        """A function that counts topics created at ``moment`` (ms) or later."""
        first = bisect_left(self._created, moment)
        return lambda topics: (topics >> first).bit_count()

    def matches(self, conn: Connection, node: Node) -> Topics:
        """The topics that ``node`` means; those that wait for the word index are judged in memory."""
        found = self._matches(conn, node)
        if not self._waiting or "words" not in needs(node):
            return found
        holds = match.matcher(node, now=self.known.now, last_visit=self.known.last_visit)
        facts = match.facts(conn, self._waiting, self.known.me)
        held = (topic_id for topic_id, of in facts.items() if holds(of))
        return (found & ~self.of(self._waiting)) | self.of(held)

    def facts(self, conn: Connection, topic_ids: list[int]) -> Mapping[int, match.Facts]:
        """The facts of these topics and maybe of others: the newest come up at every letter."""
        missing = [topic_id for topic_id in topic_ids if topic_id not in self._facts]
        if len(self._facts) + len(missing) > _REMEMBERED:
            self._facts.clear()
            missing = topic_ids
        if missing:
            self._facts.update(match.facts(conn, missing, self.known.me))
        return self._facts

    def _matches(self, conn: Connection, node: Node) -> Topics:
        if node not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[node] = self._read(conn, node)
        return self._found[node]

    def _read(self, conn: Connection, node: Node) -> Topics:
        """What is about words is put together from what each word finds; the rest SQLite does at once."""
        if isinstance(node, Words) or "words" not in needs(node):
            known = self.known
            topics = compile_within(
                conn, node, self._stretch, now=known.now, me=known.me, last_visit=known.last_visit
            )
            return self.of(chain.from_iterable(conn.execute(topics.sql, topics.values)))
        if isinstance(node, AllOf | AnyOf):
            sets = [self._matches(conn, part) for part in _grouped(node)]
            return reduce(and_ if isinstance(node, AllOf) else or_, sets)
        return self.everything & ~self._matches(conn, cast("Not", node).part)


def recent(conn: Connection, known: Known, days: int) -> Window:
    """The topics of the last ``days`` days."""
    begin = known.now - days * _DAY
    waiting = rule_effects.unindexed(conn, begin, _IN_MEMORY)
    return Window(rule_effects.window(conn, begin), known, begin, waiting)


def _grouped(node: AllOf | AnyOf) -> list[Node]:
    """The parts of ``node``; those that are not about words as one, for SQLite to find the best way."""
    worded = [part for part in node.parts if "words" in needs(part)]
    others = tuple(part for part in node.parts if "words" not in needs(part))
    if not others:
        return worded
    return [others[0] if len(others) == 1 else type(node)(others), *worded]


def _number(bits: bytearray) -> Topics:
    bits.reverse()
    return int(bits or b"0", 2)
