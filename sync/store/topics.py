"""Pages of topic cards for every place, by keyset: deep in a million rows costs what the top costs.

The conditions of a place and the order of its rows are built in one spot (``conditions``, ``_rows``), so that
what else decides about a row can be added there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from sqlite3 import Connection

from sync.store.rows import Key, Order, Place, TopicRow

ANCHOR_EVERY = 1024
_MOMENT: dict[Order, str] = {"newest": "created", "activity": "last_posted"}
_WHERE = {
    "timeline": "1",
    "questions": "t.kind = 'question'",
    "saved": "t.topic_id IN (SELECT topic_id FROM saved WHERE wanted)",
    "group": "t.group_id = ?",
    "member": "t.author_id = ?",
}
_BELOW = "t.{m} <= ? AND (t.{m} < ? OR t.topic_id < ?)"
_ABOVE = "t.{m} >= ? AND (t.{m} > ? OR t.topic_id > ?)"
_UP_TO = "t.{m} <= ? AND (t.{m} < ? OR t.topic_id <= ?)"

# The page is chosen first, in an index; only its rows meet the names.
_CARDS = """
    SELECT t.topic_id, t.{m}, t.title, t.kind, t.excerpt, t.tags, t.author_id,
           coalesce(a.name, ''), coalesce(a.organisation, ''), coalesce(a.avatar, ''),
           t.group_id, coalesce(g.name, ''), coalesce(g.closed, 0), t.created, t.last_posted, t.replies,
           t.likes, (SELECT count(*) FROM unread AS u WHERE u.topic_id = t.topic_id),
           coalesce(s.wanted, 0), t.answered, t.pinned, t.locked
    FROM ({page}) AS k
    JOIN topics AS t ON t.topic_id = k.topic_id
    LEFT JOIN members AS a ON a.member_id = t.author_id
    LEFT JOIN groups AS g ON g.group_id = t.group_id
    LEFT JOIN saved AS s ON s.topic_id = t.topic_id
    ORDER BY t.{m} DESC, t.topic_id DESC
"""


def conditions(place: Place) -> tuple[str, tuple[int, ...]]:
    """The SQL condition on ``topics AS t`` that makes a topic belong to ``place``, and its parameters."""
    return _WHERE[place.name], () if place.id is None else (place.id,)


def page(
    conn: Connection, place: Place, order: Order, *, before: Key | None = None, limit: int = 50
) -> list[TopicRow]:
    """At most ``limit`` topics of ``place``, newest first, below the key ``before``."""
    sql = _page_sql(place.name, order, before is not None)
    values = (*_place_values(place), *(_key_values(before) if before else ()), limit)
    return list(map(TopicRow._make, conn.execute(sql, values)))


def since(conn: Connection, place: Place, order: Order, after: Key) -> int:
    """How many topics of ``place`` stand above the key ``after``."""
    sql = f"SELECT count(*) FROM {_rows(place.name, order, _ABOVE)}"  # noqa: S608
    return int(conn.execute(sql, (*_place_values(place), *_key_values(after))).fetchone()[0])


def count(conn: Connection, place: Place, order: Order, ceiling: Key | None = None) -> int:
    """How many topics ``place`` holds, down from the key ``ceiling`` (itself included) when one is given."""
    sql = f"SELECT count(*) FROM {_rows(place.name, order, _UP_TO if ceiling else '')}"  # noqa: S608
    values = (*_place_values(place), *(_key_values(ceiling) if ceiling else ()))
    return int(conn.execute(sql, values).fetchone()[0])


def anchors(
    conn: Connection, place: Place, order: Order, *, ceiling: Key | None = None, every: int = ANCHOR_EVERY
) -> list[Key]:
    """The keys of rows 0, ``every``, 2 * ``every``, ... of ``place``, down from ``ceiling`` (included).

    SQLite steps through its index by itself, so that other threads go on meanwhile.
    """
    sql = _anchors_sql(place.name, order, ceiling is not None)
    own = _place_values(place)
    values = (*own, *(_key_values(ceiling) if ceiling else ()), *own, every - 1)
    return [Key(moment, topic_id) for moment, topic_id in conn.execute(sql, values) if topic_id is not None]


def rows(conn: Connection, topic_ids: Iterable[int], order: Order) -> list[TopicRow]:
    """The cards of the given topics that are in the cache, newest first."""
    ids = list(topic_ids)
    chosen = f"SELECT topic_id FROM topics WHERE topic_id IN ({', '.join('?' * len(ids))})"  # noqa: S608
    return list(map(TopicRow._make, conn.execute(_CARDS.format(m=_MOMENT[order], page=chosen), ids)))


def headings(
    conn: Connection, place: Place, order: Order, day_starts: Sequence[int], ceiling: Key | None = None
) -> list[int]:
    """For each moment of ``day_starts`` (newest first): how many rows of ``place`` are at or after it.

    Row ``answer[i]`` is thus the first of the day before ``day_starts[i]``.
    """
    moment = f"t.{_MOMENT[order]}"
    extra = f"{moment} >= ? AND {moment} < ?" + (f" AND {_UP_TO}" if ceiling else "")
    sql = f"SELECT count(*) FROM {_rows(place.name, order, extra)}"  # noqa: S608
    own, bound = _place_values(place), _key_values(ceiling) if ceiling else ()
    answer, total, until = [], 0, 2**62
    for start in day_starts:
        total += conn.execute(sql, (*own, start, until, *bound)).fetchone()[0]
        answer.append(total)
        until = start
    return answer


def _rows(place: str, order: Order, extra: str = "") -> str:
    """The topics of a place as ``FROM`` text; in the condition ``extra`` {m} is the order's column."""
    where = " AND ".join(part.format(m=_MOMENT[order]) for part in (_WHERE[place], extra) if part)
    return f"topics AS t WHERE {where}"


@lru_cache
def _page_sql(place: str, order: Order, below: bool) -> str:
    moment = _MOMENT[order]
    chosen = (
        f"SELECT t.topic_id FROM {_rows(place, order, _BELOW if below else '')}"  # noqa: S608
        f" ORDER BY t.{moment} DESC, t.topic_id DESC LIMIT ?"
    )
    return _CARDS.format(m=moment, page=chosen)


@lru_cache
def _anchors_sql(place: str, order: Order, bounded: bool) -> str:
    moment = _MOMENT[order]
    ordered = f"ORDER BY t.{moment} DESC, t.topic_id DESC LIMIT 1"
    below = "t.{m} <= hop.moment AND (t.{m} < hop.moment OR t.topic_id < hop.topic_id)"
    first = f"SELECT t.{moment}, t.topic_id FROM {_rows(place, order, _UP_TO if bounded else '')} {ordered}"  # noqa: S608
    following = f"SELECT t.topic_id FROM {_rows(place, order, below)} {ordered} OFFSET ?"  # noqa: S608
    return f"""
        WITH RECURSIVE hop(moment, topic_id) AS (
            SELECT * FROM ({first})
            UNION ALL
            SELECT n.{moment}, n.topic_id FROM hop JOIN topics AS n ON n.topic_id = ({following})
        )
        SELECT moment, topic_id FROM hop
    """  # noqa: S608


def _place_values(place: Place) -> tuple[int, ...]:
    return () if place.id is None else (place.id,)


def _key_values(key: Key) -> tuple[int, int, int]:
    return key.moment, key.moment, key.topic_id
