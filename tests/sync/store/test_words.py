"""The words of the cache: by how they begin, by a part of them, and the topics that they open."""

from __future__ import annotations

from sync.model import Batch
from sync.store import words as cached_words
from sync.store.database import Store
from tests.sync.store.samples import index_all, post, read, topic, write


def test_all_words_that_contain_a_part_are_known(store: Store) -> None:
    many = " ".join(f"beleid{number}x" for number in range(500))
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, 1, words=f"{many} woonbeleid beleid bel"),)))
    index_all(store)
    found = read(store, lambda conn: cached_words.containing(conn, "beleid"))
    assert len(found) == 501
    assert "woonbeleid" in found
    assert "beleid" not in found


def test_starts_of_words_are_found_however_short_or_long(store: Store) -> None:
    words = ["ab", "abc", "2026", "ab" * 30]
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, 1, words=" ".join(words)),)))
    index_all(store)
    assert read(store, lambda conn: cached_words.starting(conn, "ab")) == ["ab", "ab" * 30, "abc"]
    assert read(store, lambda conn: cached_words.starting(conn, "20")) == ["2026"]
    assert read(store, lambda conn: cached_words.containing(conn, "bab")) == []


def test_a_few_are_the_shortest_or_the_first_that_were_met(store: Store) -> None:
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, 1, words="beleidsnota beleids beleidsplan"),)))
    index_all(store)
    write(store, Batch(posts=(post(2, 1, 2, words="beleid woonbeleid"),)))
    index_all(store)
    assert read(store, lambda conn: cached_words.shortest_starting(conn, "beleid", 2)) == [
        "beleid",
        "beleids",
    ]
    met = read(store, lambda conn: cached_words.first_containing(conn, "beleid", 9, 9))
    assert met == ["beleids", "beleidsnota", "beleidsplan", "woonbeleid"]
    assert read(store, lambda conn: cached_words.first_containing(conn, "beleid", 9, 1)) == met[:1]
    assert read(store, lambda conn: cached_words.first_containing(conn, "beleid", 2, 9)) == met[:2]


def test_a_rarer_word_has_a_higher_number_and_one_that_no_post_has_none(store: Store) -> None:
    write(store, Batch(topics=(topic(1),), posts=(post(1, 1, 1, words="beleid"),)))
    index_all(store)
    write(store, Batch(posts=(post(2, 1, 2, words="beleid zeldzaam"),)))
    index_all(store)
    known = read(store, lambda conn: cached_words.known(conn, ("beleid", "zeldzaam", "nergens")))
    assert known.keys() == {"beleid", "zeldzaam"}
    assert known["zeldzaam"] > known["beleid"]


def test_the_newest_topics_with_words_in_their_opening_post(store: Store) -> None:
    topics = tuple(topic(number, title=f"Plan {number}") for number in (1, 2, 3))
    posts = (post(1, 1, words="brief"), post(2, 2, words="brief"), post(3, 3), post(4, 3, 2, words="brief"))
    write(store, Batch(topics=topics, posts=posts))
    index_all(store)
    assert read(store, lambda conn: cached_words.newest_topics(conn, '"brief"', 9)) == [2, 1]
    assert read(store, lambda conn: cached_words.newest_topics(conn, '"brief"', 1)) == [2]
    assert read(store, lambda conn: cached_words.newest_topics(conn, 'title : "plan"', 9)) == [3, 2, 1]
