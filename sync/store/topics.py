"""Pages of topic cards for every place, by keyset: deep in a million rows costs what the top costs.

What belongs to a place is built in one spot (``_Sql``), the member's rules included, so that pages, counts,
anchors and headings agree at every moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from sqlite3 import Connection
from typing import NamedTuple

from sync.store.rows import Key, Order, Place, PlaceName, Sight, TopicRow
from sync.store.verdicts import JOINED, SHOWN

ANCHOR_EVERY = 1024
_COLUMN: dict[Order, str] = {
    "newest": "created",
    "activity": "last_posted",
    "replied": "replies",
    "longest": "created",
}
_WHERE: dict[PlaceName, str] = {
    "timeline": "1",
    "questions": "t.kind = 'question'",
    "saved": "t.topic_id IN (SELECT topic_id FROM saved WHERE wanted)",
    "group": "t.group_id = ?",
    "member": "t.author_id = ?",
}

# The page is chosen first, in an index; only its rows meet the names.
_CARDS = """
    SELECT t.topic_id, t.{column}, t.title, t.kind, t.excerpt, t.tags, t.author_id,
           coalesce(a.name, ''), coalesce(a.organisation, ''), coalesce(a.avatar, ''),
           t.group_id, coalesce(g.name, ''), coalesce(g.closed, 0), t.created, t.last_posted, t.replies,
           t.likes, (SELECT count(*) FROM unread AS u WHERE u.topic_id = t.topic_id),
           coalesce(s.wanted, 0), t.answered, t.pinned, t.locked, {verdict}
    FROM ({page}) AS k
    JOIN topics AS t ON t.topic_id = k.topic_id
    LEFT JOIN members AS a ON a.member_id = t.author_id
    LEFT JOIN groups AS g ON g.group_id = t.group_id
    LEFT JOIN saved AS s ON s.topic_id = t.topic_id
    LEFT JOIN verdicts AS v ON v.topic_id = t.topic_id
"""
_in_order = itemgetter(1, 0)


class _Sql(NamedTuple):
    """The texts of a place in an order; values never enter them, so that SQLite prepares each once."""

    where: str
    order: Order
    sight: Sight

    def rows(self, extra: str = "") -> str:
        """The topics of the place as ``FROM`` text, that also fulfil ``extra``."""
        joined, shown = (JOINED, SHOWN) if self.sight == "follow" else ("", "")
        where = " AND ".join(part for part in (self.where, extra, shown) if part)
        return f"topics AS t {joined} WHERE {where}"

    def ordered(self) -> str:
        return f"ORDER BY t.{self.column} {self.direction}, t.topic_id {self.direction}"

    def below(self, moment: str = "?", topic_id: str = "?", *, included: bool = False) -> str:
        """The condition of coming after a key in the order (or being it)."""
        less = ">" if self.order == "longest" else "<"
        return self._beyond(less, moment, topic_id, included=included)

    def above(self) -> str:
        more = "<" if self.order == "longest" else ">"
        return self._beyond(more, "?", "?", included=False)

    @property
    def column(self) -> str:
        return _COLUMN[self.order]

    @property
    def direction(self) -> str:
        return "ASC" if self.order == "longest" else "DESC"

    def cards(self, page: str) -> str:
        verdict = "'', 0" if self.sight == "ignore" else "coalesce(v.verdict, ''), coalesce(v.rule_id, 0)"
        return _CARDS.format(column=self.column, verdict=verdict, page=page)

    def _beyond(self, sign: str, moment: str, topic_id: str, *, included: bool) -> str:
        column, equal = f"t.{self.column}", "=" if included else ""
        return (
            f"{column} {sign}= {moment} AND ({column} {sign} {moment} OR t.topic_id {sign}{equal} {topic_id})"
        )


def conditions(place: Place) -> tuple[str, tuple[int | str, ...]]:
    """The SQL condition on ``topics AS t`` that makes a topic belong to ``place``, and its parameters.

    What a rule hides from the place is left out, as everywhere.
    """
    where, values = _where(place), _values(place)
    if place.sight == "follow":
        hidden = "SELECT 1 FROM verdicts AS v WHERE v.topic_id = t.topic_id AND v.verdict = 'hide'"
        where = f"({where}) AND NOT EXISTS ({hidden})"
    return where, values


def page(
    conn: Connection,
    place: Place,
    order: Order,
    *,
    before: Key | None = None,
    at: Key | None = None,
    limit: int = 50,
) -> list[TopicRow]:
    """At most ``limit`` topics of ``place`` in ``order``, below the key ``before`` or from ``at`` on."""
    key = before or at
    bound = "" if key is None else ("before" if before else "at")
    sql = _page_sql(_sql(place, order), bound)
    values = (*_values(place), *(_key_values(key) if key else ()), limit)
    return _cards(conn, sql, values, order)


def top(conn: Connection, place: Place, order: Order, limit: int) -> list[int]:
    """The ids of the first ``limit`` topics of ``place``."""
    sql = _sql(place, order)
    query = f"SELECT t.topic_id FROM {sql.rows()} {sql.ordered()} LIMIT ?"  # noqa: S608
    return [row[0] for row in conn.execute(query, (*_values(place), limit))]


def since(conn: Connection, place: Place, order: Order, after: Key) -> int:
    """How many topics of ``place`` stand above the key ``after``."""
    sql = _sql(place, order)
    query = f"SELECT count(*) FROM {sql.rows(sql.above())}"  # noqa: S608
    return int(conn.execute(query, (*_values(place), *_key_values(after))).fetchone()[0])


def count(conn: Connection, place: Place, order: Order, ceiling: Key | None = None) -> int:
    """How many topics ``place`` holds, down from the key ``ceiling`` (itself included) when one is given."""
    sql = _sql(place, order)
    query = f"SELECT count(*) FROM {sql.rows(_up_to(sql, ceiling))}"  # noqa: S608
    return int(conn.execute(query, (*_values(place), *_bound(ceiling))).fetchone()[0])


def anchors(
    conn: Connection, place: Place, order: Order, *, ceiling: Key | None = None, every: int = ANCHOR_EVERY
) -> list[Key]:
    """The keys of rows 0, ``every``, 2 * ``every``, ... of ``place``, down from ``ceiling`` (included).

    SQLite steps through its index by itself, so that other threads go on meanwhile.
    """
    sql = _anchors_sql(_sql(place, order), ceiling is not None)
    own = _values(place)
    values = (*own, *_bound(ceiling), *own, every - 1)
    return [Key(moment, topic_id) for moment, topic_id in conn.execute(sql, values) if topic_id is not None]


def rows(conn: Connection, topic_ids: Iterable[int], order: Order, sight: Sight = "reveal") -> list[TopicRow]:
    """The cards of the given topics that are in the cache, in ``order``.

    With the sight ``follow`` hidden ones are absent.
    """
    ids = list(topic_ids)
    sql = _Sql(f"t.topic_id IN ({', '.join('?' * len(ids))})", order, sight)
    query = sql.cards(f"SELECT t.topic_id FROM {sql.rows()}")  # noqa: S608
    return _cards(conn, query, ids, order)


def headings(
    conn: Connection, place: Place, order: Order, day_starts: Sequence[int], ceiling: Key | None = None
) -> list[int]:
    """For each moment of ``day_starts`` (newest first): how many rows of ``place`` are at or after it.

    Row ``answer[i]`` is thus the first of the day before ``day_starts[i]``.
    """
    sql = _sql(place, order)
    moment = f"t.{sql.column}"
    between = f"{moment} >= ? AND {moment} < ?"
    extra = " AND ".join(part for part in (between, _up_to(sql, ceiling)) if part)
    query = f"SELECT count(*) FROM {sql.rows(extra)}"  # noqa: S608
    own, bound = _values(place), _bound(ceiling)
    answer, total, until = [], 0, 2**62
    for start in day_starts:
        total += conn.execute(query, (*own, start, until, *bound)).fetchone()[0]
        answer.append(total)
        until = start
    return answer


def _cards(conn: Connection, query: str, values: Sequence[int | str], order: Order) -> list[TopicRow]:
    found = list(map(TopicRow._make, conn.execute(query, values)))
    # A page comes in its order already, but SQLite does not know that and would copy every row to sort.
    found.sort(key=_in_order, reverse=order != "longest")
    return found


@lru_cache(maxsize=256)
def _page_sql(sql: _Sql, bound: str) -> str:
    extra = sql.below(included=bound == "at") if bound else ""
    return sql.cards(f"SELECT t.topic_id FROM {sql.rows(extra)} {sql.ordered()} LIMIT ?")  # noqa: S608


@lru_cache(maxsize=64)
def _anchors_sql(sql: _Sql, bounded: bool) -> str:
    column, ordered = sql.column, f"{sql.ordered()} LIMIT 1"
    below = sql.below("hop.moment", "hop.topic_id")
    up_to = sql.below(included=True) if bounded else ""
    first = f"SELECT t.{column}, t.topic_id FROM {sql.rows(up_to)} {ordered}"  # noqa: S608
    following = f"SELECT t.topic_id FROM {sql.rows(below)} {ordered} OFFSET ?"  # noqa: S608
    return f"""
        WITH RECURSIVE hop(moment, topic_id) AS (
            SELECT * FROM ({first})
            UNION ALL
            SELECT n.{column}, n.topic_id FROM hop JOIN topics AS n ON n.topic_id = ({following})
        )
        SELECT moment, topic_id FROM hop
    """  # noqa: S608


def _sql(place: Place, order: Order) -> _Sql:
    return _Sql(_where(place), order, place.sight)


def _where(place: Place) -> str:
    if place.where is not None:
        return f"({place.where.sql})"
    return _WHERE[place.name]


def _values(place: Place) -> tuple[int | str, ...]:
    if place.where is not None:
        return place.where.values
    return () if place.id is None else (place.id,)


def _up_to(sql: _Sql, ceiling: Key | None) -> str:
    return sql.below(included=True) if ceiling else ""


def _bound(ceiling: Key | None) -> tuple[int, ...]:
    return _key_values(ceiling) if ceiling else ()


def _key_values(key: Key) -> tuple[int, int, int]:
    return key.moment, key.moment, key.topic_id
