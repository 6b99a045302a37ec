"""The connector against the demo community: every question it can ask, and what it makes of the answer."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from sync.connectors import discourse
from sync.connectors.discourse import Discourse
from sync.demo.server import DemoServer
from sync.errors import AccessDenied, InterceptedAnswer, NotACommunity, NotFound, SignInNeeded
from tests.sync.raw_server import raw_server, saying, whole


@pytest.fixture
def connector(demo: DemoServer) -> Iterator[Discourse]:
    with discourse.connect(demo.url, demo.key, "tests") as found:
        yield found


def test_the_session_says_who_and_where(connector: Discourse, demo: DemoServer) -> None:
    session = connector.session()
    assert session.me.username == demo.username
    assert session.community.title == demo.settings.title
    assert session.community.url == demo.url


def test_a_key_that_is_not_taken_asks_to_sign_in(demo: DemoServer) -> None:
    with discourse.connect(demo.url, "0" * 32, "tests") as stranger, pytest.raises(SignInNeeded):
        stranger.whoami()


@pytest.mark.parametrize("key", ["geheim\nX-Other: 1", "gehe\u00efm", "geheim\x00"])
def test_what_cannot_be_a_key_asks_to_sign_in_and_is_not_repeated(key: str) -> None:
    with pytest.raises(SignInNeeded) as caught:
        discourse.connect("https://gemeenschap.example.nl", key, "tests")
    assert "gehe" not in f"{caught.value!r} {caught.value.facts} {caught.value.__context__!r}"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        ("404 Not Found", b"<html>niet hier</html>", "text/html"),
        ("200 OK", b'{"title": null}', "application/json"),
        ("200 OK", b"[1, 2]", "application/json"),
        ("404 Not Found", b'{"errors": ["nee"]}', "application/json"),
    ],
)
def test_another_site_is_no_community(status: str, body: bytes, kind: str) -> None:
    with raw_server(saying(status, body, f"Content-Type: {kind}")) as (url, _), pytest.raises(NotACommunity):
        discourse.probe(url)


def test_a_page_where_data_was_asked_for_may_be_a_login_page() -> None:
    page = saying("200 OK", b"<html>Inloggen</html>", "Content-Type: text/html")
    with raw_server(page) as (url, _), pytest.raises(InterceptedAnswer):
        discourse.probe(url)


def test_a_community_answers_without_a_key(demo: DemoServer) -> None:
    assert discourse.probe(demo.url) == demo.settings.title


def test_posts_come_fifty_at_a_time_newest_first(connector: Discourse) -> None:
    connector.access()
    page = connector.posts()
    assert len(page.posts) == 50
    assert list(page.ids) == sorted(page.ids, reverse=True)
    older = connector.posts(page.ids[-1])
    assert older.ids[0] < page.ids[-1]
    assert {post.topic_id for post in page.posts} == {topic.id for topic in page.topics}
    assert {post.author_id for post in page.posts} == {member.id for member in page.members}


def test_a_page_that_is_unchanged_is_not_sent_again() -> None:
    def answer(connection: socket.socket, head: str) -> None:
        if "if-none-match" in head.lower():
            connection.sendall(b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\nConnection: close\r\n\r\n')
        else:
            kind = "Content-Type: application/json"
            connection.sendall(whole("200 OK", b'{"latest_posts": []}', kind, 'ETag: "v1"'))

    with raw_server(answer) as (url, _), discourse.connect(url, "k", "tests") as connector:
        first = connector.posts()
        assert (first.validator, first.unchanged) == ('"v1"', False)
        again = connector.posts(None, first.validator)
        assert (again.validator, again.unchanged) == ('"v1"', True)


def test_topics_carry_facts(connector: Discourse) -> None:
    connector.access()
    page = connector.latest()
    assert page.topics
    assert set(page.posts) == {topic.id for topic in page.topics}
    assert all(topic.tags is not None and topic.last_posted for topic in page.topics)
    group = page.topics[0].group_id
    assert {topic.group_id for topic in connector.latest(group_id=group).topics} == {group}


def test_a_topic_comes_with_the_ids_of_all_its_posts(connector: Discourse, demo: DemoServer) -> None:
    topic = demo.add_topic()
    for _ in range(25):
        demo.add_reply(topic)
    found = connector.topic(topic)
    assert len(found.stream) == 26
    assert len(found.posts) == 20
    rest = connector.topic_posts(topic, found.stream[20:])
    assert [post.id for post in rest.posts] == list(found.stream[20:])


def test_what_is_not_there_is_said_so(connector: Discourse) -> None:
    with pytest.raises(NotFound):
        connector.topic(999_999)


def test_a_closed_group_is_seen_by_its_members_only(connector: Discourse, demo: DemoServer) -> None:
    closed = {group.slug: group.id for group in connector.access().groups if group.closed}
    slug, group_id = next(iter(closed.items()))
    assert connector.may_see(group_id)
    demo.remove_from_group(demo.username, slug)
    assert not connector.may_see(group_id)
    assert slug not in {group.slug for group in connector.access().groups}


def test_people_carry_their_organisation(connector: Discourse) -> None:
    connector.access()
    page = connector.people()
    assert len(page.members) > 40
    assert all(member.organisation for member in page.members if member.id > 0)
    assert any(member.find for member in page.members)


def test_the_directory_says_where_it_ends_and_how_many_there_are(connector: Discourse) -> None:
    first, second = connector.people(), connector.people(1)
    assert (first.more, first.last) == (True, False)
    assert (second.more, second.last) == (False, True)
    assert first.total == len(first.members) + len(second.members)


def test_a_directory_that_is_switched_off_is_empty(connector: Discourse, demo: DemoServer) -> None:
    demo.faults.add(
        "/directory_items.json", status=403, body='{"errors": ["uit"], "error_type": "invalid_access"}'
    )
    assert connector.people().members == ()


def test_listening_hears_of_a_new_topic(connector: Discourse, demo: DemoServer) -> None:
    start = connector.listen({}, 30.0)
    assert start.channels == frozenset()
    assert set(start.positions) == {"/latest", "/new"}
    demo.add_topic()
    moved = connector.listen(start.positions, 30.0)
    assert moved.channels
    assert moved.positions != start.positions


def test_listening_without_the_scope_is_denied(demo: DemoServer) -> None:
    key = demo.new_key(demo.username, "read")
    with discourse.connect(demo.url, key, "tests") as narrow, pytest.raises(AccessDenied):
        narrow.listen({}, 30.0)


def test_saving_twice_and_taking_off_twice_is_fine(connector: Discourse, demo: DemoServer) -> None:
    topic = demo.add_topic()
    bookmark = connector.send_save(topic)
    assert bookmark is not None
    connector.send_unsave(topic, bookmark)
    connector.send_unsave(topic, bookmark)
    connector.send_save(topic)
    connector.send_unsave(topic, None)
    assert connector.topic(topic).topic is not None
    found = connector.topic(topic).topic
    assert found is not None
    assert found.saved is False
