"""Every reply has the shape of Discourse's published description."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from PIL import Image

from sync.demo.server import DemoServer
from tests.sync.demo.described import disagreements

READING = [
    ("/site.json", "/site.json"),
    ("/site/basic-info.json", "/site/basic-info.json"),
    ("/posts.json", "/posts.json"),
    ("/latest.json", "/latest.json"),
    ("/top.json", "/top.json"),
    ("/categories.json", "/categories.json"),
    ("/groups.json", "/groups.json"),
    ("/directory_items.json", "/directory_items.json"),
    ("/notifications.json", "/notifications.json"),
    ("/search.json", "/search.json?q=nieuwsbrief"),
    ("/tags.json", "/tags.json"),
    ("/discourse-post-event/events.json", "/discourse-post-event/events.json"),
    ("/posts/{id}.json", "/posts/1.json"),
    ("/t/{id}.json", "/t/{topic}.json"),
    ("/t/{id}/posts.json", "/t/{topic}/posts.json?post_ids[]={post}"),
    ("/posts/{id}/replies.json", "/posts/{post}/replies.json"),
    ("/c/{slug}/{id}.json", "/c/{slug}/{category}.json"),
    ("/c/{id}/show.json", "/c/{category}/show.json"),
    ("/groups/{name}.json", "/groups/{slug}.json"),
    ("/groups/{name}/members.json", "/groups/{slug}/members.json"),
    ("/tag/{name}.json", "/tag/{tag}.json"),
    ("/u/{username}.json", "/u/{username}.json"),
    ("/user_actions.json", "/user_actions.json?username={username}"),
]


@pytest.fixture(scope="module")
def places(story: DemoServer) -> dict[str, Any]:
    """Something of everything: a topic with an answered post, a group, a tag, the member."""
    topic = story.add_topic()
    post = story.add_reply(topic)
    story.add_reply(topic, text="Daar ben ik het helemaal mee eens.", reply_to=2)
    category = story.community.database.row("SELECT id, slug FROM categories WHERE NOT read_restricted")
    assert category is not None
    tag = story.community.database.value("SELECT name FROM tags JOIN topic_tags ON tag_id = id LIMIT 1")
    return {
        "topic": topic,
        "post": post,
        "category": category["id"],
        "slug": category["slug"],
        "tag": tag,
        "username": story.username,
    }


@pytest.mark.parametrize(("address", "path"), READING, ids=[a for a, _ in READING])
def test_what_is_read_has_the_published_shape(
    reader: httpx.Client, places: dict[str, Any], address: str, path: str
) -> None:
    """Each reading address, with content in it."""
    reply = reader.get(path.format(**places))
    assert reply.status_code == 200
    assert reply.headers["content-type"].startswith("application/json")
    assert any(reply.json().values()) if isinstance(reply.json(), dict) else reply.json()
    assert disagreements(reply.json(), address) == []


def test_a_new_topic_and_its_edit_have_the_published_shape(demo: DemoServer, member: httpx.Client) -> None:
    """Creating and editing a post."""
    category = demo.community.database.value("SELECT id FROM categories WHERE NOT read_restricted")
    raw = "Wij zoeken voorbeelden van korte brieven die mensen ook echt lezen."
    new = {"title": "Wie heeft een goed voorbeeld van een korte brief?", "raw": raw, "category": category}
    created = member.post("/posts.json", json=new)
    assert created.status_code == 200
    assert disagreements(created.json(), "/posts.json", "post") == []
    edit = {"post": {"raw": raw + " Ook in eenvoudig Engels.", "edit_reason": "aanvulling"}}
    edited = member.put(f"/posts/{created.json()['id']}.json", json=edit)
    assert disagreements(edited.json(), "/posts/{id}.json", "put") == []


def test_a_like_has_the_published_shape(demo: DemoServer, member: httpx.Client) -> None:
    """The post that comes back from a like."""
    post = demo.add_reply(demo.add_topic())
    liked = member.post("/post_actions.json", json={"id": post, "post_action_type_id": 2})
    assert liked.json()["actions_summary"][0]["acted"]
    assert disagreements(liked.json(), "/post_actions.json", "post") == []


def test_an_upload_has_the_published_shape(member: httpx.Client) -> None:
    """A real image, and the file that comes back is the one that was sent."""
    buffer = io.BytesIO()
    Image.new("RGB", (900, 600), "#2a6c66").save(buffer, "PNG")
    files = {"file": ("kaart.png", buffer.getvalue(), "image/png")}
    reply = member.post("/uploads.json", data={"type": "composer"}, files=files)
    assert disagreements(reply.json(), "/uploads.json", "post") == []
    assert (reply.json()["thumbnail_width"], reply.json()["thumbnail_height"]) == (690, 460)
    assert member.get(reply.json()["url"]).content == buffer.getvalue()


def test_marking_notifications_and_watching_answer_as_published(
    demo: DemoServer, member: httpx.Client
) -> None:
    """The short replies."""
    read = member.put("/notifications/mark-read.json", json={})
    assert disagreements(read.json(), "/notifications/mark-read.json", "put") == []
    watched = member.post(f"/t/{demo.add_topic()}/notifications.json", json={"notification_level": "3"})
    assert disagreements(watched.json(), "/t/{id}/notifications.json", "post") == []


def test_meet_ups_come_as_a_calendar(reader: httpx.Client) -> None:
    """The iCalendar file has as many meet-ups as the JSON."""
    calendar = reader.get("/discourse-post-event/events.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    events = reader.get("/discourse-post-event/events.json").json()["events"]
    assert calendar.text.count("BEGIN:VEVENT") == len(events) > 0


def test_a_difference_would_be_seen(reader: httpx.Client) -> None:
    """The comparison is not blind: a wrong type and an unknown field are reported."""
    body = reader.get("/posts.json").json()
    body["latest_posts"][0]["id"] = "een"
    body["latest_posts"][1]["surprise"] = True
    assert len(disagreements(body, "/posts.json")) == 2
