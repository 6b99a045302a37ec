"""Rows that read a cache of the corpus: the first page of the timeline, and search."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from app.timeline import PAGE, Timeline
from sync.store.database import Store
from sync.store.search import search
from tests.benchmarks.corpus import COMMON_WORD, PART_OF_COMPOUNDS
from tests.benchmarks.figures import Row
from tests.benchmarks.timing import in_turn

_TURNS = 40
_PAGES_A_TURN = 50
_SEARCHES = 15

# The fields of a card for the newest topics, as one would write it by hand for one index.
_BARE_PAGE = """
    SELECT t.topic_id, t.created, t.title, t.kind, t.excerpt, t.tags, t.author_id, a.name, a.organisation,
           a.avatar, t.group_id, g.name, g.closed, t.created, t.last_posted, t.replies, t.likes,
           (SELECT count(*) FROM unread AS u WHERE u.topic_id = t.topic_id), s.wanted, t.answered, t.pinned,
           t.locked, coalesce(v.verdict, ''), coalesce(v.rule_id, 0)
    FROM topics AS t INDEXED BY topics_newest
    LEFT JOIN members AS a ON a.member_id = t.author_id
    LEFT JOIN groups AS g ON g.group_id = t.group_id
    LEFT JOIN saved AS s ON s.topic_id = t.topic_id
    LEFT JOIN verdicts AS v ON v.topic_id = t.topic_id
    WHERE v.verdict IS NOT 'hide'
    ORDER BY t.created DESC, t.topic_id DESC LIMIT ?
"""


def first_page(cache: Path) -> list[Row]:
    """The first page as the window reads it, against the same page by bare SQL."""
    store = Store(cache)
    conn = sqlite3.connect(f"{store.path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        own = Timeline(store).first_page().rows
        bare = conn.execute(_BARE_PAGE, (PAGE,)).fetchall()
        assert [row.topic_id for row in own] == [row[0] for row in bare]

        def pages() -> None:
            for _ in range(_PAGES_A_TURN):
                Timeline(store).first_page()

        def bare_pages() -> None:
            for _ in range(_PAGES_A_TURN):
                conn.execute(_BARE_PAGE, (PAGE,)).fetchall()

        pair = in_turn(pages, bare_pages, _TURNS)
    finally:
        conn.close()
        store.close()
    details = {"own ms": pair.own * 1000 / _PAGES_A_TURN, "bare ms": pair.bare * 1000 / _PAGES_A_TURN}
    how = f"CPU of {PAGE} rows through the timeline, against one indexed statement; least of {_TURNS} turns"
    return [Row("first-page", "first page of the timeline", pair.ratio, 1.2, "times", how, details)]


def searches(cache: Path) -> list[Row]:
    """Search as the member types: newest, ranked, and part of a compound."""
    store = Store(cache)
    try:
        with store.reading() as conn:
            newest = _milliseconds(lambda: search(conn, COMMON_WORD, limit=50))
            ranked = _milliseconds(lambda: search(conn, COMMON_WORD, limit=50, ranked=True))
            part = _milliseconds(lambda: search(conn, PART_OF_COMPOUNDS, limit=50))
            assert len(search(conn, PART_OF_COMPOUNDS, limit=5)) == 5
    finally:
        store.close()
    how = f"wall clock of 50 hits with their words, median of {_SEARCHES}"
    return [
        Row("search", "search: newest 50 of a common word", newest, 5, "ms", how, {}),
        Row("search", "search: ranked within a bound", ranked, 50, "ms", how, {}),
        Row("search", "search: part of a compound", part, 50, "ms", how, {}),
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(_SEARCHES):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)
