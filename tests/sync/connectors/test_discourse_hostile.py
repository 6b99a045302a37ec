"""Whatever stands in a reply, a page is read and written or refused as a whole; it never stops the client."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.connectors.discourse import Discourse
from sync.errors import UnreadableAnswer
from sync.http import Http, Reply
from sync.model import Batch
from sync.store.apply import apply
from sync.store.database import Store

POST: dict[str, Any] = {
    "id": 12,
    "topic_id": 5,
    "post_number": 1,
    "user_id": 4,
    "username": "noor",
    "name": "Noor",
    "avatar_template": "/user_avatar/x/noor/{size}/1.png",
    "created_at": "2026-11-20T09:00:00.000Z",
    "updated_at": "2026-11-20T09:00:00.000Z",
    "cooked": "<p>Hoi</p>",
    "topic_title": "Wie weet dit?",
    "topic_slug": "wie-weet-dit",
    "category_id": 3,
    "version": 1,
    "reply_to_post_number": None,
    "primary_group_name": "bzk",
    "user_title": "Adviseur",
    "actions_summary": [{"id": 2, "count": 1}],
    "event": {"starts_at": "2026-12-01T13:00:00Z", "url": "https://x.nl", "stats": {"going": 1}},
}

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None), max_size=20)
    | st.sampled_from(
        [
            "\ud800",
            "a\x00b",
            "9" * 400,
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "//[",
            "http://[",
            "²",
            "٣",
        ]
    )
    | st.integers(-(1 << 80), 1 << 80),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
spoiled = st.dictionaries(st.sampled_from(sorted(POST)), anything, max_size=4)


class Canned(Http):
    """A client that answers with what the test gave it."""

    payload: Any = None

    def get(self, *_: Any, **__: Any) -> Reply:
        return Reply(json.loads(json.dumps(self.payload)), None, False)


@pytest.fixture(scope="module")
def connector() -> Iterator[Discourse]:
    with Discourse(Canned("https://gemeenschap.example.nl")) as found:
        yield found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found = Store(tmp_path_factory.mktemp("hostile"))
    yield found
    found.close()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=st.lists(spoiled, min_size=1, max_size=3))
def test_a_page_of_posts_is_read_and_written(
    connector: Discourse, store: Store, changes: list[dict[str, Any]]
) -> None:
    items = [{**POST, "id": 100 + index, **change} for index, change in enumerate(changes)]
    connector.http.payload = {"latest_posts": [*items, {**POST, "id": 99}]}  # type: ignore[attr-defined]
    page = connector.posts()
    assert 99 in {post.id for post in page.posts}
    assert len(page.posts) + page.skipped <= len(items) + 1
    batch = Batch(posts=page.posts, topics=page.topics, members=page.members)
    store.write(lambda conn: apply(conn, batch))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(payload=anything, inside=anything)
def test_any_reply_is_read_or_unreadable(connector: Discourse, payload: Any, inside: Any) -> None:
    replies = [
        payload,
        {"latest_posts": inside},
        {"topic_list": inside},
        {"topic_list": {"topics": [inside]}},
    ]
    replies += [{"post_stream": inside}, {"post_stream": {"posts": [inside], "stream": inside}}]
    replies += [
        {"categories": [inside], "groups": inside, "user_fields": [inside]},
        {"directory_items": [inside]},
    ]
    for reply in replies:
        connector.http.payload = reply  # type: ignore[attr-defined]
        for ask in (
            connector.posts,
            connector.latest,
            lambda: connector.topic(5),
            lambda: connector.topic_posts(5, [1]),
            connector.people,
            connector.access,
            connector.whoami,
        ):
            try:
                ask()
            except UnreadableAnswer:
                continue
