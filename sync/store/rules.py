"""The member's rules as rows, in the order in which they decide, with the topics they leave alone."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

_IDS = "SELECT rule_id FROM rules ORDER BY position, rule_id"
_EXCEPTIONS = "SELECT rule_id, topic_id FROM rule_exceptions ORDER BY rule_id, topic_id"


class RuleRow(NamedTuple):
    """A rule as it is kept; ``until`` in ms, None: for good."""

    rule_id: int
    name: str
    text: str
    action: str
    enabled: int
    until: int | None
    note: str
    position: int


_COLUMNS = ", ".join(RuleRow._fields)
_READ = f"SELECT {_COLUMNS} FROM rules ORDER BY position, rule_id"  # noqa: S608


def read(conn: Connection) -> list[RuleRow]:
    """All rules in their order."""
    return list(map(RuleRow._make, conn.execute(_READ)))


def ranks(conn: Connection) -> dict[int, int]:
    """The rank of each rule: 0 decides first."""
    return {row[0]: rank for rank, row in enumerate(conn.execute(_IDS))}


def read_exceptions(conn: Connection) -> dict[int, frozenset[int]]:
    """Per rule that has any: the topics it leaves alone."""
    found: dict[int, set[int]] = {}
    for rule_id, topic_id in conn.execute(_EXCEPTIONS):
        found.setdefault(rule_id, set()).add(topic_id)
    return {rule_id: frozenset(topics) for rule_id, topics in found.items()}


def write(conn: Connection, rows: Iterable[RuleRow], exceptions: Iterable[tuple[int, int]]) -> None:
    """Replace all rules and all exceptions, the latter as (rule id, topic id)."""
    conn.execute("DELETE FROM rules")
    marks = ", ".join("?" * len(RuleRow._fields))
    conn.executemany(f"INSERT INTO rules ({_COLUMNS}) VALUES ({marks})", list(rows))  # noqa: S608
    conn.execute("DELETE FROM rule_exceptions")
    conn.executemany("INSERT INTO rule_exceptions VALUES (?, ?)", list(exceptions))


def unused_id(conn: Connection) -> int:
    """An id that no rule has, and none had of which a verdict still speaks."""
    tables = ("rules", "judge_rules", "verdicts")
    highest = (conn.execute(f"SELECT max(rule_id) FROM {table}").fetchone()[0] for table in tables)  # noqa: S608
    return max(number or 0 for number in highest) + 1
