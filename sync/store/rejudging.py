"""Judging all topics at once: what a rule decides goes into the verdicts in one statement per rule.

A rule's rank is its place in the order; a topic belongs to the matching rule of the lowest rank.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sqlite3 import Connection
from typing import NamedTuple

from sync.store.rows import Where

_TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS ranks (rule_id INTEGER PRIMARY KEY, rank INTEGER NOT NULL)",
    "CREATE TEMP TABLE IF NOT EXISTS loose (topic_id INTEGER PRIMARY KEY, above INTEGER NOT NULL)",
    "DELETE FROM temp.ranks",
    "DELETE FROM temp.loose",
)
_OF_RANKED = "(SELECT rank FROM temp.ranks WHERE ranks.rule_id = verdicts.rule_id)"
_AWARD = f"""
    INSERT INTO verdicts (topic_id, verdict, rule_id)
    SELECT found.topic_id, ?, ? FROM ({{found}}) AS found
    WHERE found.topic_id NOT IN (SELECT topic_id FROM rule_exceptions WHERE rule_id = ?)
    ON CONFLICT (topic_id) DO UPDATE SET verdict = excluded.verdict, rule_id = excluded.rule_id
    WHERE {_OF_RANKED} > ?
    RETURNING topic_id
"""  # noqa: S608
_LOOSE = """
    SELECT matching.topic_id FROM ({found}) AS matching
    CROSS JOIN temp.loose ON loose.topic_id = matching.topic_id WHERE loose.above < ?
"""


class Decider(NamedTuple):
    """A rule in force: its id, what it decides, and its rank."""

    rule_id: int
    action: str
    rank: int


def begin(conn: Connection, ranks: Mapping[int, int]) -> None:
    """Make ready to judge with rules of these ranks (rule id to rank)."""
    for statement in _TABLES:
        conn.execute(statement)
    conn.executemany("INSERT INTO temp.ranks VALUES (?, ?)", list(ranks.items()))


def loosen(conn: Connection, rule_id: int, above: int) -> list[int]:
    """Take away what a rule decided; its topics are loose: rules of a rank past ``above`` may get them."""
    gone = conn.execute("DELETE FROM verdicts WHERE rule_id = ? RETURNING topic_id", (rule_id,)).fetchall()
    conn.executemany("INSERT INTO temp.loose VALUES (?, ?)", [(topic_id, above) for (topic_id,) in gone])
    return _ids(gone)


def award(conn: Connection, rule: Decider, topics: Where) -> list[int]:
    """Give a rule the topics (a SELECT of ids) that no rule of lower rank has; those that it got."""
    return _award(conn, rule, topics)


def award_loose(conn: Connection, rule: Decider, topics: Where) -> list[int]:
    """The same for loose topics alone."""
    return _award(conn, rule, Where(_LOOSE.format(found=topics.sql), (*topics.values, rule.rank)))


def lowest_above(conn: Connection) -> int:
    """No rule of this rank or a lower one can get a loose topic."""
    return int(conn.execute("SELECT coalesce(min(above), 1 << 40) FROM temp.loose").fetchone()[0])


def _award(conn: Connection, rule: Decider, found: Where) -> list[int]:
    values = (rule.action, rule.rule_id, *found.values, rule.rule_id, rule.rank)
    return _ids(conn.execute(_AWARD.format(found=found.sql), values).fetchall())


def _ids(rows: Iterable[tuple[int]]) -> list[int]:
    return [row[0] for row in rows]
