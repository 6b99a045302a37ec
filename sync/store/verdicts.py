"""What the rules decided about topics, and what is still to be judged. The deciding itself is the app's.

Only a topic about which a rule decided has a verdict. Whatever writes topics queues them here in its own
transaction; ``Store`` has the queue judged before that transaction ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Connection
from typing import Literal, NamedTuple

from sync.store.cached_rows import by_ids, id_list

Need = Literal["any", "unread", "saved", "people", "groups", "clock", "visit", "words"]
"""What a rule in force depends on; ``any``: it is in force."""

JOINED = "LEFT JOIN verdicts AS v ON v.topic_id = t.topic_id"
"""One look-up per topic, outward from ``topics AS t``."""
SHOWN = "v.verdict IS NOT 'hide'"

_LISTED = "(SELECT value FROM json_each(?))"
_NEEDED = "EXISTS (SELECT 1 FROM judge_needs WHERE need = ?)"


class Verdict(NamedTuple):
    """What a rule decided about a topic."""

    verdict: str
    rule_id: int


def queue(conn: Connection, topic_ids: Iterable[int], *, arrived: bool = False, need: Need = "any") -> None:
    """Have topics judged in this transaction, when a rule depends on ``need``.

    ``arrived`` tells that posts came or changed, so that a rule that marks as read looks at the topic again.
    """
    listed = list(topic_ids)
    if listed and needed(conn, need):
        conn.execute(
            "INSERT INTO judge_queue SELECT value, ? FROM json_each(?) WHERE 1"
            " ON CONFLICT DO UPDATE SET arrived = max(arrived, excluded.arrived)",
            (int(arrived), id_list(listed)),
        )


def queue_authors(conn: Connection, member_ids: Iterable[int]) -> None:
    """Have the topics of members judged of whom something changed that rules look at."""
    listed = list(member_ids)
    if listed and needed(conn, "people"):
        conn.execute(
            f"INSERT OR IGNORE INTO judge_queue SELECT topic_id, 0 FROM topics WHERE author_id IN {_LISTED}",  # noqa: S608
            (id_list(listed),),
        )


def needed(conn: Connection, need: Need) -> bool:
    """Whether a rule in force depends on ``need``."""
    return bool(conn.execute(f"SELECT {_NEEDED}", (need,)).fetchone()[0])


def any_rules(conn: Connection) -> bool:
    """Whether there is a rule at all, or one that was taken away and still has to be judged."""
    query = "SELECT EXISTS (SELECT 1 FROM rules) OR EXISTS (SELECT 1 FROM judge_rules)"
    return bool(conn.execute(query).fetchone()[0])


def waiting(conn: Connection) -> bool:
    """Whether topics are queued."""
    return conn.execute("SELECT 1 FROM judge_queue LIMIT 1").fetchone() is not None


def take_queue(conn: Connection) -> dict[int, bool]:
    """Empty the queue: topic ids, and whether something arrived in them."""
    rows = conn.execute("SELECT topic_id, arrived FROM judge_queue").fetchall()
    conn.execute("DELETE FROM judge_queue")
    return {topic_id: bool(arrived) for topic_id, arrived in rows}


def of(conn: Connection, topic_ids: Iterable[int]) -> dict[int, Verdict]:
    """The verdicts on those of ``topic_ids`` that have one."""
    rows = by_ids(conn, "SELECT topic_id, verdict, rule_id FROM verdicts WHERE topic_id", topic_ids)
    return {row[0]: Verdict(row[1], row[2]) for row in rows}


def write(conn: Connection, verdicts: Mapping[int, Verdict | None]) -> None:
    """Replace the verdicts on these topics; None: simply shown."""
    gone = [(topic_id,) for topic_id, verdict in verdicts.items() if verdict is None]
    kept = [(topic_id, *verdict) for topic_id, verdict in verdicts.items() if verdict is not None]
    if gone:
        conn.executemany("DELETE FROM verdicts WHERE topic_id = ?", gone)
    if kept:
        conn.executemany("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?)", kept)


def forget(conn: Connection, topic_ids: Iterable[int]) -> None:
    """Drop what is known about topics that left the cache."""
    listed = id_list(topic_ids)
    for table in ("verdicts", "judge_queue", "rule_exceptions"):
        conn.execute(f"DELETE FROM {table} WHERE topic_id IN {_LISTED}", (listed,))  # noqa: S608


def judge_again(conn: Connection, rule_ids: Iterable[int], *, moved: bool = False) -> None:
    """Note that the old and new matches of these rules must be judged; ``moved``: their order changed."""
    conn.executemany(
        "INSERT INTO judge_rules VALUES (?, ?) ON CONFLICT DO UPDATE SET moved = max(moved, excluded.moved)",
        [(rule_id, int(moved)) for rule_id in rule_ids],
    )


def judge_again_for(conn: Connection, need: Need) -> None:
    """Note that the rules that depend on ``need`` must be judged again."""
    conn.execute(
        "INSERT OR IGNORE INTO judge_rules SELECT rule_id, 0 FROM judge_needs WHERE need = ?", (need,)
    )


def unsettled(conn: Connection) -> dict[int, bool]:
    """The rules that must still be judged again, and whether they moved."""
    rows = conn.execute("SELECT rule_id, moved FROM judge_rules ORDER BY rule_id")
    return {rule_id: bool(moved) for rule_id, moved in rows}


def settled(conn: Connection, rule_ids: Iterable[int]) -> None:
    """These rules have been judged."""
    conn.executemany("DELETE FROM judge_rules WHERE rule_id = ?", [(rule_id,) for rule_id in rule_ids])


def judge_all_again(conn: Connection) -> None:
    """Have every rule judged anew, also those that are gone and still have verdicts."""
    conn.execute("DELETE FROM judge_rules")
    conn.execute(
        "INSERT INTO judge_rules SELECT rule_id, 0 FROM (SELECT rule_id FROM rules"
        " UNION SELECT rule_id FROM verdicts)"
    )


def set_needs(conn: Connection, needs: Iterable[tuple[Need, int]]) -> None:
    """Note what the rules in force depend on, as (need, rule id)."""
    conn.execute("DELETE FROM judge_needs")
    conn.executemany("INSERT OR IGNORE INTO judge_needs VALUES (?, ?)", list(needs))


def state(conn: Connection, name: str) -> str | None:
    """A note of the judge's own, kept with the verdicts."""
    row = conn.execute("SELECT value FROM judge_state WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def set_state(conn: Connection, name: str, value: str) -> None:
    """Write a note of the judge's own."""
    conn.execute("INSERT OR REPLACE INTO judge_state VALUES (?, ?)", (name, value))


def unread_to_clear(conn: Connection, topic_ids: Sequence[int] | None = None) -> list[int]:
    """Unread posts of topics that a rule marks as read; of all such topics, or those among ``topic_ids``."""
    sql = (
        "SELECT u.post_id FROM unread AS u CROSS JOIN verdicts AS v ON v.topic_id = u.topic_id"
        " WHERE v.verdict = 'read'"
    )
    if topic_ids is None:
        return [row[0] for row in conn.execute(sql)]
    return [row[0] for row in by_ids(conn, f"{sql} AND u.topic_id", topic_ids)]
