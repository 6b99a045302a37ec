"""SQL, the judge in memory, explanations and a plain evaluator agree on every topic and post."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, note, settings

from app.filters import facts
from app.filters.explain import reason
from app.filters.find import Asked, newest_posts
from app.filters.match import matcher
from app.filters.sql import compile_query
from app.filters.tree import Node
from sync.store.database import Store
from tests.app.filters.evaluator import holds
from tests.app.filters.trees import trees
from tests.app.filters.village import DAY, ME, NOW, READER, Village, index_everything

_ASKED = Asked(NOW, ME, READER.last_visit)


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    store = Store(tmp_path_factory.mktemp("village"))
    yield Village(store, seed=7)
    store.close()


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    store = Store(tmp_path_factory.mktemp("indexed"))
    found = Village(store, seed=8)
    store.write(index_everything)
    yield found
    store.close()


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(node=trees)
def test_topics_are_judged_alike_in_every_way(village: Village, node: Node) -> None:
    items = village.topic_items()
    expected = {key for key, item in items.items() if holds(node, item, READER)}
    with village.store.reading() as conn:
        query = compile_query(conn, node, now=NOW, me=ME, last_visit=READER.last_visit)
        chosen = [row[0] for row in conn.execute(query.topics.sql, query.topics.values)]
        tested = conn.execute(
            f"SELECT t.topic_id FROM topics AS t WHERE {query.condition.sql}",  # noqa: S608
            query.condition.values,
        )
        assert sorted(chosen) == sorted(expected)
        assert {row[0] for row in tested} == expected
        matches = matcher(node, now=NOW, last_visit=READER.last_visit)
        for key, found in facts.of_topics(conn, items, ME).items():
            why = reason(node, found, now=NOW, last_visit=READER.last_visit)
            note(f"{key}: {why}")
            assert matches(found) == why.value == (key in expected)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(node=trees)
def test_a_window_of_time_is_the_same_query_with_one_more_condition(village: Village, node: Node) -> None:
    after = NOW - 40 * DAY
    expected = {
        key
        for key, item in village.topic_items().items()
        if item.created >= after and holds(node, item, READER)
    }
    with village.store.reading() as conn:
        query = compile_query(conn, node, now=NOW, me=ME, last_visit=READER.last_visit, after=after)
        chosen = [row[0] for row in conn.execute(query.topics.sql, query.topics.values)]
    assert sorted(chosen) == sorted(expected)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(node=trees)
def test_posts_are_found_alike_in_every_way(indexed: Village, node: Node) -> None:
    items = indexed.post_items()
    expected = sorted((key for key, item in items.items() if holds(node, item, READER)), reverse=True)
    with indexed.store.reading() as conn:
        assert newest_posts(conn, node, _ASKED, limit=1000) == expected
        assert newest_posts(conn, node, _ASKED, limit=3) == expected[:3]
        for key, found in facts.of_posts(conn, items, ME).items():
            why = reason(node, found, now=NOW, last_visit=READER.last_visit)
            note(f"{key}: {why}")
            assert why.value == (key in expected)
