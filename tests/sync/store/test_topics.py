"""Pages by keyset hold every topic once, in every place and order, and the numbers around them agree."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.model import Batch
from sync.store import marks, topics, verdicts
from sync.store.database import Store
from sync.store.rows import Key, Order, Place, TopicRow, Where
from sync.store.verdicts import Verdict
from tests.sync.store.samples import START, people, places, post, read, topic, write

PLACES = [
    Place(),
    Place("questions"),
    Place("saved"),
    Place("group", 1),
    Place("group", 2),
    Place("member", 2),
    Place(sight="reveal"),
    Place("group", 1, sight="ignore"),
    Place("view", 1, Where("t.likes = ? AND t.kind <> ?", (0, "question"))),
]
ORDERS: list[Order] = ["newest", "activity", "replied", "longest"]
COUNT = 300


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """300 topics, many of them of the same moment, and a reply to some."""
    chance = random.Random(4)
    store = Store(Path(tmp_path_factory.mktemp("topics")))
    told, posts = [], []
    for number in range(1, COUNT + 1):
        created = START + chance.randrange(60) * 1000
        told.append(topic(number, group_id=1 + number % 2, kind="question" if number % 3 == 0 else None))
        posts.append(post(number, number, author=1 + number % 3, created=created))
        if number % 4 == 0:
            posts.append(post(1000 + number, number, 2, created=created + chance.randrange(60) * 1000))
    write(store, Batch(groups=places(), members=people(), topics=tuple(told), posts=tuple(posts)))
    for number in range(1, COUNT, 7):
        store.write(lambda conn, number=number: marks.save(conn, number))  # type: ignore[misc]
    decided = {number: Verdict("hide" if number % 2 else "dim", 1) for number in range(1, COUNT, 5)}
    store.write(lambda conn: verdicts.write(conn, decided))
    yield store
    store.close()


def belongs(row: TopicRow, place: Place) -> bool:
    if place.sight == "follow" and row.verdict == "hide":
        return False
    if place.name == "view":
        return row.likes == 0 and row.kind != "question"
    if place.name == "group":
        return row.group_id == place.id
    if place.name == "member":
        return row.author_id == place.id
    return {"timeline": True, "questions": row.kind == "question", "saved": bool(row.saved)}[place.name]


def expected(store: Store, place: Place, order: Order) -> list[TopicRow]:
    """The same by plain Python from all cards."""
    rows = read(store, lambda conn: topics.rows(conn, range(1, COUNT + 1), order))
    found = sorted((row for row in rows if belongs(row, place)), key=lambda row: row.key)
    if place.sight == "ignore":
        found = [row._replace(verdict="", rule=0) for row in found]
    return found if order == "longest" else found[::-1]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_pages_hold_every_topic_once_in_order(filled: Store, place: Place, order: Order) -> None:
    found: list[TopicRow] = []
    before: Key | None = None
    with filled.reading() as conn:
        while page := topics.page(conn, place, order, before=before, limit=17):
            found += page
            assert topics.page(conn, place, order, at=page[0].key, limit=17) == page
            before = page[-1].key
    assert found == expected(filled, place, order)
    assert len(found) > 20


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_counts_and_anchors_agree_with_the_pages(filled: Store, place: Place, order: Order) -> None:
    keys = [row.key for row in expected(filled, place, order)]
    ceiling = keys[5]
    with filled.reading() as conn:
        assert topics.count(conn, place, order) == len(keys)
        assert topics.count(conn, place, order, ceiling) == len(keys) - 5
        assert topics.since(conn, place, order, ceiling) == 5
        assert topics.since(conn, place, order, keys[0]) == 0
        assert topics.anchors(conn, place, order, every=16) == keys[::16]
        assert topics.anchors(conn, place, order, every=16, ceiling=ceiling) == keys[5::16]


@pytest.mark.parametrize("place", PLACES[:2], ids=str)
def test_headings_tell_where_a_day_begins(filled: Store, place: Place) -> None:
    keys = [row.key for row in expected(filled, place, "newest")]
    starts = [START + second * 1000 for second in (45, 30, 29, 0)]
    with filled.reading() as conn:
        assert topics.headings(conn, place, "newest", starts) == [
            sum(key.moment >= start for key in keys) for start in starts
        ]
        below = [key for key in keys if key <= keys[9]]
        assert topics.headings(conn, place, "newest", starts, keys[9]) == [
            sum(key.moment >= start for key in below) for start in starts
        ]


def test_an_empty_place_is_empty_everywhere(store: Store) -> None:
    with store.reading() as conn:
        assert topics.page(conn, Place(), "newest") == []
        assert topics.anchors(conn, Place(), "newest") == []
        assert topics.count(conn, Place("group", 4), "activity") == 0
        assert topics.rows(conn, [], "newest") == topics.rows(conn, [12], "newest") == []
