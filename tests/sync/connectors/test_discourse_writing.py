"""Writing to the demo community, and answers to it that are not as they should be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.connectors import discourse
from sync.connectors.base import Me, Posted, Writing
from sync.connectors.discourse import Discourse
from sync.demo.server import DemoServer
from sync.errors import AccessDenied, NotFound, Rejected, UnreadableAnswer
from sync.http import Http, Reply

RAW = "Wij willen onze brieven korter maken. Wie heeft daar ervaring mee?"
GROUP = 8
NONE = {"typing_ms": 0, "open_ms": 0}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture(autouse=True)
def _no_spacing(demo: DemoServer) -> None:
    demo.settings.create_post_interval = demo.settings.create_topic_interval = 0


@pytest.fixture
def connector(demo: DemoServer) -> Iterator[Discourse]:
    with discourse.connect(demo.url, demo.key, "tests") as found:
        yield found


@pytest.fixture
def writing(connector: Discourse) -> Writing:
    return connector.writing


def test_what_was_written_is_found_with_its_text(connector: Discourse, demo: DemoServer) -> None:
    me, writing = connector.whoami(), connector.writing
    since = connector.server_time or 0
    topic = writing.create_topic(GROUP, "Wie maakte zijn brieven korter?", RAW, ["brieven"], **NONE)
    assert topic.topic_id is not None
    other = demo.add_reply(topic.topic_id)
    reply = writing.create_reply(topic.topic_id, RAW + " Graag!", 2, **NONE)
    found = {(one.topic_id, one.number) for one in writing.own_posts(me, since)}
    assert {(topic.topic_id, 1), (topic.topic_id, 3)} <= found
    assert [one.number for one in writing.own_tail(me, topic.topic_id)] == [1, 3]
    assert reply.post_id is not None
    source = writing.source(reply.post_id)
    assert (source.raw, source.reply_to, source.author_id, source.liked) == (RAW + " Graag!", 2, me.id, False)
    assert writing.source_at(topic.topic_id, 1).raw == RAW
    assert (liked := writing.like(other)) is not None
    assert (liked.liked, writing.source(other).liked) == (True, True)


def test_the_answers_clock_is_that_of_the_posts(connector: Discourse) -> None:
    posted = connector.writing.create_topic(GROUP, "Wie maakte zijn brieven korter?", RAW, [], **NONE)
    created = connector.writing.source(posted.post_id or 0).created
    assert connector.server_time is not None
    assert abs(connector.server_time - created) < 5_000


def test_the_end_of_a_long_topic_is_looked_through(connector: Discourse, demo: DemoServer) -> None:
    topic = demo.add_topic()
    for number in range(40):
        demo.add_reply(topic, text=f"Antwoord nummer {number} van vandaag.")
    mine = demo.add_reply(topic, text=RAW, author=demo.username)
    assert [one.post_id for one in connector.writing.own_tail(connector.whoami(), topic)] == [mine]


def test_how_a_topic_stands(writing: Writing, demo: DemoServer) -> None:
    topic = demo.add_topic(group="webredactie")
    gone = demo.add_reply(topic)
    demo.add_reply(topic)
    assert writing.standing(topic, None) == (GROUP, True, True)
    assert writing.standing(topic, 3) == (GROUP, True, True)
    demo.delete_post(gone)
    assert writing.standing(topic, 2) == (GROUP, True, False)
    demo.close_topic(topic)
    assert writing.standing(topic, 3) == (GROUP, False, True)
    demo.delete_topic(topic)
    with pytest.raises(NotFound):
        writing.standing(topic, None)


def test_what_waits_for_a_moderator(connector: Discourse, demo: DemoServer) -> None:
    demo.moderate("webredactie")
    assert connector.writing.create_topic(
        GROUP, "Wie maakte zijn brieven korter?", RAW, [], **NONE
    ) == Posted(waiting=True)
    [waiting] = connector.writing.waiting_posts(connector.whoami())
    assert (waiting.topic_id, waiting.title, waiting.raw) == (None, "Wie maakte zijn brieven korter?", RAW)


def test_refusals_say_why(writing: Writing) -> None:
    with pytest.raises(Rejected) as caught:
        writing.create_topic(GROUP, "Kort", RAW, [], **NONE)
    assert "te kort" in caught.value.reasons[0]
    with pytest.raises(AccessDenied):
        writing.create_topic(25, "Wie maakte zijn brieven korter?", RAW, [], **NONE)
    with pytest.raises(NotFound):
        writing.belongs("bestaat niet/..")


def test_membership(writing: Writing) -> None:
    assert not writing.belongs("loopbaan")
    writing.join("loopbaan")
    assert writing.belongs("loopbaan")
    writing.leave("loopbaan")
    assert not writing.belongs("loopbaan")
    with pytest.raises(AccessDenied):
        writing.join("redactieraad")


class Canned(Http):
    """A client that answers with what the test gave it."""

    payload: Any = None

    def get(self, *_: Any, **__: Any) -> Reply:
        return Reply(json.loads(json.dumps(self.payload)), None, False)

    post = put = delete = upload = get


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(payload=anything, inside=anything)
def test_any_answer_is_read_refused_or_unreadable(payload: Any, inside: Any) -> None:
    http = Canned("https://gemeenschap.example.nl")
    writing, me = Discourse(http).writing, Me(4, "noor")
    posts = {"posts": [inside, {"id": inside, "post_number": inside}], "stream": [inside, 3]}
    for http.payload in (
        payload,
        {"success": False, "errors": inside},
        {"post": inside, "post_stream": posts, "details": inside, "group": inside},
        {"post_stream": {"posts": inside, "stream": inside}, "user_actions": inside},
        {"post_stream": posts, "pending_posts": [inside], "user_actions": [inside], "short_url": inside},
        {"id": 3, "topic_id": 5, "post_number": inside, "raw": inside, "actions_summary": [inside]},
    ):
        for ask in (
            lambda: writing.create_topic(1, "Titel", RAW, [], **NONE),
            lambda: writing.edit_post(1, RAW, ""),
            lambda: writing.like(1),
            lambda: writing.own_posts(me, 0),
            lambda: writing.own_tail(me, 5),
            lambda: writing.waiting_posts(me),
            lambda: writing.standing(5, 2),
            lambda: writing.source(3),
            lambda: writing.belongs("naam"),
            lambda: writing.upload("a.png", "image/png", b"x"),
        ):
            try:
                ask()
            except (UnreadableAnswer, Rejected):
                continue
    http.close()
