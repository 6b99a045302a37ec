"""The message bus."""

from __future__ import annotations

import json
import threading

import httpx

from sync.demo.server import DemoServer

PLAIN = {"Dont-Chunk": "true"}


def test_a_poll_tells_what_happened_since(demo: DemoServer, member: httpx.Client) -> None:
    """Positions are asked for with -1, then messages follow in order."""
    start = member.post(
        "/message-bus/abc/poll?dlp=t", data={"/latest": "-1", "/new": "-1"}, headers=PLAIN
    ).json()
    position = start[0]["data"]
    assert start[0]["channel"] == "/__status"
    topic = demo.add_topic()
    reply = demo.add_reply(topic)
    fields = {"/latest": position["/latest"], "/new": position["/new"], f"/topic/{topic}": 0}
    messages = member.post("/message-bus/abc/poll?dlp=t", data=fields, headers=PLAIN).json()
    assert [m["global_id"] for m in messages] == sorted(m["global_id"] for m in messages)
    assert [m["data"]["topic_id"] for m in messages if m["channel"] == "/new"] == [topic]
    created = [m["data"]["id"] for m in messages if m["channel"] == f"/topic/{topic}"]
    assert created[-1] == reply
    assert member.get(f"/t/{topic}.json").json()["message_bus_last_id"] == len(created)


def test_a_waiting_poll_answers_when_something_happens(demo: DemoServer, member: httpx.Client) -> None:
    """A long poll returns as soon as a topic is added."""
    timer = threading.Timer(0.3, demo.add_topic)
    timer.start()
    messages = member.post("/message-bus/abc/poll", data={"/new": 0}, headers=PLAIN).json()
    timer.join()
    assert messages[0]["data"]["message_type"] == "new_topic"


def test_a_waiting_poll_ends_by_itself(demo: DemoServer, member: httpx.Client) -> None:
    """Nothing happened: an empty list."""
    demo.settings.long_poll_seconds = 0.1
    assert member.post("/message-bus/abc/poll", data={"/new": 0}, headers=PLAIN).json() == []


def test_closed_groups_are_not_heard_of(demo: DemoServer, member: httpx.Client) -> None:
    """Messages about a closed group reach its members only."""
    closed = demo.community.database.value(
        "SELECT c.slug FROM categories c WHERE c.read_restricted AND c.group_id NOT IN"
        " (SELECT group_id FROM group_users gu JOIN users u ON u.id = gu.user_id WHERE u.username = ?)",
        demo.username,
    )
    demo.add_topic(group=closed)
    assert member.post("/message-bus/abc/poll?dlp=t", data={"/new": 0}, headers=PLAIN).json() == []


def test_without_the_header_lists_are_separated(demo: DemoServer, member: httpx.Client) -> None:
    """The chunked form ends every list with a separator."""
    demo.add_topic()
    text = member.post("/message-bus/abc/poll?dlp=t", data={"/new": 0}).text
    assert text.endswith("\r\n|\r\n")
    assert json.loads(text.removesuffix("\r\n|\r\n"))[0]["channel"] == "/new"


def test_a_poll_needs_a_key(demo: DemoServer) -> None:
    """403 without."""
    assert httpx.post(f"{demo.url}/message-bus/abc/poll").status_code == 403
