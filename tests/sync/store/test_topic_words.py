"""The words and tags of topics follow whatever happens to their opening posts."""

from __future__ import annotations

import random
from sqlite3 import Connection
from typing import Any

import pytest

from sync.model import Batch
from sync.store import removal, search_index
from sync.store import words as cached_words
from sync.store.database import Store
from sync.store.search_index import index_batch, index_openings, index_posts, start_again
from tests.sync.store.samples import index_all, people, places, post, read, topic, write

_WORDS = ("beleid", "woonbeleid", "café", "één", "plan", "2026", "ab")


def _instances(store: Store) -> dict[str, list[Any]]:
    """Every word of the index: where it stands, in posts and in topics."""

    def look(conn: Connection) -> dict[str, list[Any]]:
        found = {}
        for table in ("post_words", "topic_words"):
            conn.execute(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', '{table}', 'instance')")
            found[table] = sorted(conn.execute("SELECT doc, col, offset, term FROM seen"))
            conn.execute("DROP TABLE temp.seen")
        found["words"] = sorted(conn.execute("SELECT post_id, topic_id FROM search_topics"))
        return found

    return store.maintain(look)


def _tags(store: Store) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """The table of tags, and what it should be."""
    with store.reading() as conn:
        kept = set(conn.execute("SELECT tag, topic_id FROM topic_tags"))
        told = conn.execute("SELECT tags, topic_id FROM topics").fetchall()
    return kept, {(tag, topic_id) for tags, topic_id in told for tag in tags.split()}


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randrange(5)))


def _happen(store: Store, chance: random.Random) -> None:
    """One thing of the many that can come from a community."""
    topic_id, number = chance.randrange(1, 6), chance.randrange(1, 5)
    post_id = topic_id * 10 + number
    event = chance.randrange(8)
    if event == 0:
        tags = tuple(chance.sample(("a", "b", 'c"d', "é"), chance.randrange(3)))
        write(store, Batch(topics=(topic(topic_id, title=_text(chance), tags=tags),)))
    elif event == 1:
        write(store, Batch(removed_posts=(post_id,)))
    elif event == 2:
        write(store, Batch(removed_topics=(topic_id,)))
    elif event == 3:
        store.write(lambda conn: removal.expire_posts(conn, [post_id]))
    elif event == 4:
        store.write(lambda conn: index_batch(conn, 2))
    elif event == 5:
        store.write(index_openings)
    else:
        # Now and then under another number or in another topic than before.
        where, at = (topic_id, number) if chance.random() < 0.8 else (chance.randrange(1, 6), 5)
        version = chance.randrange(1, 4)
        author = chance.randrange(1, 4)
        words = _text(chance)
        write(store, Batch(posts=(post(post_id, where, at, author=author, version=version, words=words),)))


@pytest.mark.parametrize("seed", range(12))
def test_the_index_is_the_same_as_one_made_anew_whatever_happened(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    write(store, Batch(groups=places(), members=people()))
    for _ in range(60):
        _happen(store, chance)
        kept, told = _tags(store)
        assert kept == told
    index_all(store)
    followed = _instances(store)
    store.write(start_again)
    index_all(store)
    assert followed == _instances(store)


def test_opening_posts_are_indexed_before_others_when_that_is_asked(store: Store) -> None:
    write(store, Batch(topics=(topic(1), topic(2)), posts=(post(1, 1, 1), post(2, 1, 2), post(3, 2, 1))))
    assert store.write(index_openings) == 2
    assert read(store, search_index.index_state).waiting == 1
    assert store.write(index_openings) == 0


def test_posts_of_choice_are_indexed_though_they_do_not_wait(store: Store) -> None:
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, 1), post(2, 1, 2))))
    index_all(store)
    before = _instances(store)
    store.write(lambda conn: index_posts(conn, [1, 2, 99]))
    assert _instances(store) == before


@pytest.mark.parametrize("seed", range(6))
def test_words_of_titles_are_found_from_the_newest_topic_on_that_has_them(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    write(store, Batch(groups=places(), members=people()))
    for _ in range(60):
        _happen(store, chance)
    index_all(store)
    titled = [(topic_id, word) for topic_id, column, _, word in _topic_words(store) if column == "title"]
    assert titled
    for topic_id, word in titled:
        found = read(store, lambda conn: cached_words.starting(conn, word[:1], topic_id))  # noqa: B023
        assert word in found
    assert read(store, lambda conn: cached_words.starting(conn, "", 6)) == []


def _topic_words(store: Store) -> list[Any]:
    return _instances(store)["topic_words"]
