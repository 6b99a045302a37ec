"""The row for applying fetched pages, against ``executemany`` of the very rows they become."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from sync.model import Batch, Topic
from sync.store.apply import apply
from sync.store.database import Store
from tests.benchmarks.corpus import batches
from tests.benchmarks.figures import Row
from tests.benchmarks.timing import in_turn

Rows = dict[str, list[tuple[Any, ...]]]
"""The rows of each table, columns in the table's order."""

POSTS_A_PAGE = 50
_TURNS = 5
CONTENT = ("posts", "topics", "members", "groups", "search_queue", "unread", "seen", "cursors")


def applied_pages(posts: int, seed: int) -> list[Row]:
    """Pages of 50 posts, newest first, as a first sync brings them; one transaction each in both ways."""
    pages = list(_pages(posts, seed))
    with tempfile.TemporaryDirectory() as folder:
        written = _rows_by_page(pages, Path(folder) / "told")
        stores: list[Store] = []

        def fresh() -> Store:
            stores.append(Store(Path(folder) / f"cache{len(stores)}"))
            stores[-1].write(lambda _conn: None)
            return stores[-1]

        # Made beforehand, so that only writing is measured.
        empty = [fresh() for _ in range(2 * _TURNS)]
        pair = in_turn(lambda: _apply(empty.pop(), pages), lambda: insert(empty.pop(), written), _TURNS)
        for store in stores:
            store.close()
    per_post = 1e6 / (len(pages) * POSTS_A_PAGE)
    details = {"own us a post": pair.own * per_post, "bare us a post": pair.bare * per_post}
    how = f"CPU of {posts:,} posts in pages of {POSTS_A_PAGE}, without text index; least of {_TURNS} turns"
    return [Row("apply", "applying fetched pages", pair.ratio, 1.2, "times", how, details)]


def insert(store: Store, pages: Sequence[Rows]) -> None:
    """Write rows with one ``executemany`` per table and one transaction per page."""
    for rows in pages:
        store.write(lambda conn, rows=rows: _insert(conn, rows))  # type: ignore[misc]


def read_rows(store: Store) -> Rows:
    """Every row of the tables that a sync fills."""
    with store.reading() as conn:
        return {table: conn.execute(f"SELECT * FROM {table}").fetchall() for table in CONTENT}  # noqa: S608


def _insert(conn: Connection, rows: Rows) -> None:
    for table, found in rows.items():
        if found:
            places = ", ".join("?" * len(found[0]))
            conn.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({places})", found)  # noqa: S608


def _apply(store: Store, pages: Sequence[Batch]) -> None:
    for batch in pages:
        store.write(lambda conn, batch=batch: apply(conn, batch))  # type: ignore[misc]


def _pages(posts: int, seed: int) -> Iterator[Batch]:
    whole = list(batches(posts, max(1, posts // 4), seed))
    topics = {topic.id: topic for topic in chain.from_iterable(batch.topics for batch in whole)}
    members = {member.id: member for member in whole[0].members}
    newest_first = [post for batch in whole for post in batch.posts][::-1]
    for start in range(0, posts, POSTS_A_PAGE):
        page = newest_first[start : start + POSTS_A_PAGE]
        told = (topics[topic] for topic in dict.fromkeys(post.topic_id for post in page))
        yield Batch(
            groups=whole[0].groups if start == 0 else (),
            members=tuple(members[author] for author in dict.fromkeys(post.author_id for post in page)),
            # As a page of newest posts tells of topics: title, group and slug.
            topics=tuple(Topic(topic.id, topic.title, topic.group_id, slug=topic.slug) for topic in told),
            posts=tuple(page),
            cursors=(("oldest", str(page[-1].id)),),
        )


def _rows_by_page(pages: Sequence[Batch], folder: Path) -> list[Rows]:
    """What each page has to write, by what a cache holds after all of them."""
    store = Store(folder)
    _apply(store, pages)
    held = {table: {row[0]: row for row in rows} for table, rows in read_rows(store).items()}
    store.close()
    written = []
    for page in pages:
        posts = [post.id for post in page.posts]
        keys: dict[str, list[Any]] = {
            "posts": posts,
            "topics": [topic.id for topic in page.topics],
            "members": [member.id for member in page.members],
            "groups": [group.id for group in page.groups],
            "search_queue": posts,
            "unread": posts,
            "seen": posts,
            "cursors": [name for name, _ in page.cursors],
        }
        written.append(
            {
                table: [held[table][key] for key in wanted if key in held[table]]
                for table, wanted in keys.items()
            }
        )
    return written
