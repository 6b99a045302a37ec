"""Sets of the topics of a window: the same topics as by any other way of judging, in order and counted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.filters.parse import parse
from app.filters.tree import Node
from app.filters.verdicts import Known
from app.filters.window import recent
from sync.store.database import Store
from tests.app.filters.evaluator import holds
from tests.app.filters.trees import trees
from tests.app.filters.village import DAY, ME, NOW, READER, Village

_KNOWN = Known(NOW, ME, READER.last_visit)


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    store = Store(tmp_path_factory.mktemp("village"))
    yield Village(store, seed=9)
    store.close()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(node=trees, days=st.sampled_from([7, 30, 90, 365]))
def test_a_window_holds_what_a_query_means_the_newest_first(village: Village, node: Node, days: int) -> None:
    items = {key: item for key, item in village.topic_items().items() if item.created >= NOW - days * DAY}
    expected = sorted(
        (key for key, item in items.items() if holds(node, item, READER)),
        key=lambda key: (items[key].created, key),
        reverse=True,
    )
    with village.store.reading() as conn:
        window = recent(conn, _KNOWN, days)
        found = window.matches(conn, node)
        assert list(window.ids(found)) == expected
        assert window.of(expected) == window.matches(conn, node) == found
        for since in (NOW - 3 * DAY, NOW - days * DAY // 2):
            newer = [key for key in expected if items[key].created >= since]
            assert window.since_moment(since)(found) == len(newer)


def test_topics_from_elsewhere_are_in_no_set_of_a_window(village: Village) -> None:
    with village.store.reading() as conn:
        window = recent(conn, _KNOWN, 30)
        everything = window.matches(conn, parse("replies:>=0"))
        assert everything == window.everything != 0
        older = set(village.topic_items()) - set(window.ids(everything))
        assert older
        assert window.of([*older, -1]) == 0
        assert window.held_by(()) == 0
