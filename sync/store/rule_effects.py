"""What the member's rules do to a community: how much they hide, by which rule, and what was missed by it."""

from __future__ import annotations

from sqlite3 import Connection

from sync.store.rows import Place, Where
from sync.store.topics import conditions

_MISSED = """
    SELECT t.topic_id FROM topics AS t JOIN verdicts AS v ON v.topic_id = t.topic_id
    WHERE t.created >= ?1 AND t.created < ?2 AND v.verdict = 'hide'
      AND (t.answered OR t.replies >= ?3 OR t.replies > ?4)
    ORDER BY t.answered DESC, t.replies DESC, t.topic_id DESC LIMIT ?5
"""
_NINE_OF_TEN = """
    SELECT replies FROM topics WHERE created >= ?1 AND created < ?2 ORDER BY replies
    LIMIT 1 OFFSET (SELECT count(*) * 9 / 10 FROM topics WHERE created >= ?1 AND created < ?2)
"""


def hidden_by_rule(conn: Connection, place: Place) -> list[tuple[int, int]]:
    """The rules that hide topics of ``place`` and how many each, most first; none where no rules count."""
    if place.sight == "ignore":
        return []
    where, values = conditions(place._replace(sight="reveal"))
    sql = (
        "SELECT v.rule_id, count(*) FROM verdicts AS v CROSS JOIN topics AS t ON t.topic_id = v.topic_id"  # noqa: S608
        f" WHERE v.verdict = 'hide' AND {where} GROUP BY v.rule_id ORDER BY 2 DESC, 1"
    )
    return [(rule_id, topics) for rule_id, topics in conn.execute(sql, values)]


def decided_by_rule(conn: Connection, since: int) -> dict[int, int]:
    """How many topics created since then (ms) each rule decides about, whatever it does with them."""
    sql = (
        "SELECT v.rule_id, count(*) FROM topics AS t JOIN verdicts AS v ON v.topic_id = t.topic_id"
        " WHERE t.created >= ? GROUP BY v.rule_id"
    )
    return dict(conn.execute(sql, (since,)).fetchall())


def matching(conn: Connection, topics: Where) -> int:
    """How many topics a SELECT of ids gives."""
    return int(conn.execute(f"SELECT count(*) FROM ({topics.sql})", topics.values).fetchone()[0])  # noqa: S608


def share(conn: Connection, topics: Where, since: int) -> float:
    """The part (0 to 1) that ``topics`` (a SELECT of ids) are of all topics created since then (ms)."""
    found = conn.execute(f"SELECT count(*) FROM ({topics.sql})", topics.values).fetchone()[0]  # noqa: S608
    everything = conn.execute("SELECT count(*) FROM topics WHERE created >= ?", (since,)).fetchone()[0]
    return found / everything if everything else 0.0


def missed(conn: Connection, earliest: int, latest: int, replies: int, limit: int = 50) -> list[int]:
    """Hidden topics created between two moments (ms) that have an answer, ``replies``, or unusually many.

    Unusual is more replies than nine of ten topics of that time have.
    """
    row = conn.execute(_NINE_OF_TEN, (earliest, latest)).fetchone()
    usual = row[0] if row is not None else replies
    return [row[0] for row in conn.execute(_MISSED, (earliest, latest, replies, max(1, usual), limit))]


def window(conn: Connection, since: int) -> list[tuple[int, int, int]]:
    """All topics created since then (ms), oldest first: id, creation (ms), the rule that has it (or 0)."""
    sql = (
        "SELECT t.topic_id, t.created, coalesce(v.rule_id, 0) FROM topics AS t"
        " LEFT JOIN verdicts AS v ON v.topic_id = t.topic_id"
        " WHERE t.created >= ? ORDER BY t.created, t.topic_id"
    )
    return conn.execute(sql, (since,)).fetchall()


def unindexed(conn: Connection, since: int, limit: int) -> dict[int, int]:
    """Topics created since then (ms) whose opening post waits for the word index, with their creation.

    At most ``limit``: while a first sync is indexed there are too many to look at one by one.
    """
    sql = (
        "SELECT t.topic_id, t.created FROM search_queue AS q CROSS JOIN posts AS p ON p.post_id = q.post_id"
        " CROSS JOIN topics AS t ON t.topic_id = p.topic_id AND t.first_number = p.number"
        " WHERE t.created >= ? ORDER BY q.post_id DESC LIMIT ?"
    )
    return dict(conn.execute(sql, (since, limit)).fetchall())


def cherished(conn: Connection) -> tuple[list[int], list[int]]:
    """The topics that the member saved, and those in which they liked something."""
    saved = [row[0] for row in conn.execute("SELECT topic_id FROM saved WHERE wanted")]
    liked = [row[0] for row in conn.execute("SELECT topic_id FROM posts WHERE liked")]
    return saved, liked
