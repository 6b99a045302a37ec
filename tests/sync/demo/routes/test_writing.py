"""Writing: what is stored, and everything that stands before it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from sync.demo.server import DemoServer
from tests.sync.demo.conftest import signed_in

RAW = "Wij willen onze brieven korter maken. Wie heeft daar ervaring mee?"
TITLE = "Wie maakte zijn brieven korter, en hoe?"


@pytest.fixture
def category(demo: DemoServer) -> int:
    """An open group."""
    return int(
        demo.community.database.value("SELECT id FROM categories WHERE NOT read_restricted ORDER BY position")
    )


def post(client: httpx.Client, **fields: Any) -> httpx.Response:
    """Send a new post."""
    return client.post("/posts.json", json=fields)


def test_a_topic_appears_everywhere(member: httpx.Client, category: int) -> None:
    """It is the newest post, the latest topic, in its group and under its tag; the author has read it."""
    created = post(member, title=TITLE, raw=RAW, category=category, **{"tags[]": ["brieven"]}).json()
    topic = created["topic_id"]
    assert member.get("/posts.json").json()["latest_posts"][0]["id"] == created["id"]
    listed = [t for t in member.get("/latest.json").json()["topic_list"]["topics"] if not t["pinned"]]
    assert listed[0]["id"] == topic
    assert listed[0]["tags"][0]["name"] == "brieven"
    assert listed[0]["last_read_post_number"] == 1
    assert topic in [t["id"] for t in member.get("/tag/brieven.json").json()["topic_list"]["topics"]]
    body = member.get(f"/t/{topic}.json").json()
    assert body["title"] == TITLE
    assert body["post_stream"]["posts"][0]["yours"] is True


def test_form_fields_work_as_json_does(member: httpx.Client, category: int) -> None:
    """Discourse takes both."""
    data = {"title": TITLE, "raw": RAW, "category": str(category), "tags[]": ["brieven", "b1"]}
    created = member.post("/posts.json", data=data).json()
    tags = member.get(f"/t/{created['topic_id']}.json").json()["tags"]
    assert sorted(t["name"] for t in tags) == ["b1", "brieven"]


def test_a_reply_notifies_whom_it_answers(demo: DemoServer, member: httpx.Client) -> None:
    """The reply knows its parent; the asker gets a notification."""
    topic = demo.add_topic(author=demo.users()[3])
    created = post(member, raw=RAW, topic_id=topic, reply_to_post_number=1).json()
    assert (created["post_number"], created["reply_to_post_number"]) == (2, 1)
    with signed_in(demo, demo.new_key(demo.users()[3])) as asker:
        newest = asker.get("/notifications.json").json()["notifications"][0]
        assert (newest["topic_id"], newest["post_number"], newest["read"]) == (topic, 2, False)
    assert member.get(f"/posts/{created['id']}.json").json()["reply_to_user"]["username"] == demo.users()[3]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": "Te kort", "raw": RAW}, "Titel is te kort"),
        ({"title": TITLE, "raw": "Kort."}, "Tekst is te kort"),
        ({"title": "x" * 300, "raw": RAW}, "Titel is te lang"),
        ({"title": TITLE, "raw": "y" * 40_000}, "Tekst is te lang"),
    ],
)
def test_lengths_are_guarded(
    member: httpx.Client, category: int, fields: dict[str, str], message: str
) -> None:
    """422 with what was tried and why not."""
    reply = post(member, category=category, **fields)
    assert reply.status_code == 422
    assert reply.json()["action"] == "create_post"
    assert reply.json()["errors"][0].startswith(message)


def test_a_topic_needs_a_group_and_an_unused_title(member: httpx.Client, category: int) -> None:
    """Without a category 422; a title once."""
    assert post(member, title=TITLE, raw=RAW).status_code == 422
    assert post(member, title=TITLE, raw=RAW, category=category).status_code == 200
    again = post(member, title=TITLE.upper(), raw=RAW + " Echt.", category=category)
    assert again.json()["errors"] == ["Titel is al in gebruik"]


def test_the_same_text_twice_is_refused_but_not_by_others(demo: DemoServer, member: httpx.Client) -> None:
    """The duplicate guard is per member, over all topics."""
    first, second = demo.add_topic(), demo.add_topic(title="Een heel ander onderwerp dan dat ene?")
    assert post(member, raw=RAW, topic_id=first).status_code == 200
    again = post(member, raw=RAW, topic_id=second)
    assert again.status_code == 422
    assert "lijkt te veel" in again.json()["errors"][0]
    with signed_in(demo, demo.new_key(demo.users()[3])) as other:
        assert post(other, raw=RAW, topic_id=second).status_code == 200
    demo.settings.unique_posts_mins = 0
    assert post(member, raw=RAW, topic_id=second).status_code == 200


def test_closed_deleted_and_unknown_topics_take_no_reply(demo: DemoServer, member: httpx.Client) -> None:
    """The same sentence for all of them, as in Discourse."""
    closed, deleted = demo.add_topic(), demo.add_topic(title="Dit topic verdwijnt zo meteen weer")
    demo.close_topic(closed)
    demo.delete_topic(deleted)
    for topic in (closed, deleted, 999_999):
        reply = post(member, raw=RAW, topic_id=topic)
        assert reply.status_code == 422
        assert reply.json()["errors"][0].startswith("Er is iets misgegaan")


def test_posting_too_fast_is_limited(demo: DemoServer, member: httpx.Client, category: int) -> None:
    """One post per five seconds, one topic per fifteen; the reply tells the wait and nothing is stored."""
    demo.settings.create_post_interval, demo.settings.create_topic_interval = 5, 15
    topic = demo.add_topic()
    assert post(member, raw=RAW, topic_id=topic).status_code == 200
    reply = post(member, raw=RAW + " Nog iets.", topic_id=topic)
    assert reply.status_code == 429
    assert reply.json()["error_type"] == "rate_limit"
    assert 1 <= reply.json()["extras"]["wait_seconds"] == int(reply.headers["retry-after"]) <= 5
    assert member.get(f"/t/{topic}.json").json()["posts_count"] == 2
    demo.community.limiter.clear()
    assert post(member, title=TITLE, raw=RAW + " A", category=category).status_code == 200
    demo.settings.create_post_interval = 0
    later = post(member, title=TITLE + " Echt", raw=RAW + " B", category=category)
    assert later.status_code == 429
    assert later.json()["extras"]["wait_seconds"] > 5


def test_moderated_groups_hold_a_post(demo: DemoServer, member: httpx.Client, category: int) -> None:
    """200 with action enqueued and no id; it waits under /pending."""
    demo.moderate(demo.community.database.value("SELECT slug FROM categories WHERE id = ?", category))
    reply = post(member, title=TITLE, raw=RAW, category=category)
    assert reply.status_code == 200
    assert reply.json()["action"] == "enqueued"
    assert "id" not in reply.json()
    waiting = member.get(f"/posts/{demo.username}/pending.json").json()["pending_posts"]
    assert [w["raw_text"] for w in waiting] == [RAW]
    assert RAW not in member.get("/posts.json").text
    with signed_in(demo, demo.new_key(demo.users()[3])) as other:
        assert other.get(f"/posts/{demo.username}/pending.json").status_code == 404


def test_a_newcomers_first_post_typed_too_fast_is_held(demo: DemoServer) -> None:
    """Without a true typing time it waits and the member is silenced; with one it is placed."""
    topic = demo.add_topic()
    with signed_in(demo, demo.new_member("snelle_sanne")) as fast:
        assert post(fast, raw=RAW, topic_id=topic, typing_duration_msecs=120).json()["action"] == "enqueued"
        assert post(fast, raw=RAW + " Nog eens.", topic_id=topic).status_code == 403
    with signed_in(demo, demo.new_member("rustige_ron")) as calm:
        assert post(calm, raw=RAW, topic_id=topic, typing_duration_msecs=8000).json()["post_number"] == 2


def test_own_posts_can_be_edited_and_deleted_others_not(demo: DemoServer, member: httpx.Client) -> None:
    """Edits are checked for a conflict; deletion of an own reply; 403 for someone else's."""
    topic = demo.add_topic()
    mine = post(member, raw=RAW, topic_id=topic).json()["id"]
    others = demo.add_reply(topic)
    edit = {"post[raw]": RAW + " Met dank.", "post[original_text]": RAW}
    edited = member.put(f"/posts/{mine}.json", data=edit)
    assert edited.json()["post"]["version"] == 2
    assert member.put(f"/posts/{mine}.json", data=edit).status_code == 409
    assert member.put(f"/posts/{others}.json", json={"post": {"raw": RAW}}).status_code == 403
    assert member.delete(f"/posts/{others}.json").status_code == 403
    assert member.delete(f"/posts/{mine}.json").status_code == 200
    assert member.get(f"/posts/{mine}.json").status_code == 404


def test_ones_own_contributions_are_listed(demo: DemoServer, member: httpx.Client) -> None:
    """/user_actions.json shows what was just written, newest first."""
    topic = demo.add_topic()
    created = post(member, raw=RAW, topic_id=topic).json()
    actions = member.get("/user_actions.json", params={"username": demo.username, "filter": "4,5"}).json()
    newest = actions["user_actions"][0]
    assert (newest["action_type"], newest["post_id"], newest["topic_id"]) == (5, created["id"], topic)
    assert newest["excerpt"].startswith("Wij willen onze brieven")
