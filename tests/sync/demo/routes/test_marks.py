"""Likes, bookmarks, reading times and accepted answers."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import pytest

from sync.demo.server import DemoServer
from tests.sync.demo.conftest import signed_in


def like_of(body: dict[str, list[dict[str, int]]]) -> dict[str, int]:
    """The like among a post's actions."""
    return next(a for a in body["actions_summary"] if a["id"] == 2)


def test_a_like_counts_once_and_can_be_taken_back(demo: DemoServer, member: httpx.Client) -> None:
    """Liking twice or one's own post is refused; the author is told."""
    author = demo.users()[3]
    post = demo.add_reply(demo.add_topic(), author=author)
    liked = member.post("/post_actions.json", json={"id": post, "post_action_type_id": 2})
    assert like_of(liked.json()) == {"id": 2, "count": 1, "acted": True, "can_undo": True}
    assert member.post("/post_actions.json", json={"id": post, "post_action_type_id": 2}).status_code == 403
    with signed_in(demo, demo.new_key(author)) as other:
        assert other.get("/notifications.json").json()["notifications"][0]["notification_type"] == 5
        own = {"id": post, "post_action_type_id": 2}
        assert other.post("/post_actions.json", json=own).status_code == 403
    back = member.delete(f"/post_actions/{post}.json", params={"post_action_type_id": 2})
    assert like_of(back.json()) == {"id": 2, "can_act": True}
    assert member.delete(f"/post_actions/{post}.json", params={"post_action_type_id": 2}).status_code == 404


def test_bookmarks_show_on_post_topic_and_list(demo: DemoServer, member: httpx.Client) -> None:
    """A bookmark on a topic and on a post; the same twice is refused; removal tells what is left."""
    topic = demo.add_topic()
    post = demo.add_reply(topic)
    whole = member.post(
        "/bookmarks.json", json={"bookmarkable_id": topic, "bookmarkable_type": "Topic"}
    ).json()
    part = member.post("/bookmarks.json", json={"bookmarkable_id": post, "bookmarkable_type": "Post"}).json()
    assert whole["success"] == "OK"
    twice = member.post("/bookmarks.json", json={"bookmarkable_id": post, "bookmarkable_type": "Post"})
    assert twice.status_code == 422
    body = member.get(f"/t/{topic}.json").json()
    assert body["bookmarked"]
    assert {b["id"] for b in body["bookmarks"]} == {whole["id"], part["id"]}
    assert body["post_stream"]["posts"][1]["bookmark_id"] == part["id"]
    saved = member.get(f"/u/{demo.username}/bookmarks.json").json()["user_bookmark_list"]["bookmarks"]
    assert [s["id"] for s in saved] == [part["id"], whole["id"]]
    assert member.delete(f"/bookmarks/{whole['id']}.json").json()["topic_bookmarked"] is True
    assert member.delete(f"/bookmarks/{part['id']}.json").json()["topic_bookmarked"] is False
    with signed_in(demo, demo.new_key(demo.users()[3])) as other:
        assert other.get(f"/u/{demo.username}/bookmarks.json").status_code == 404


def test_reading_times_raise_the_last_read_post(demo: DemoServer, member: httpx.Client) -> None:
    """Unread counts follow; a lower number never takes it back."""
    topic = demo.add_topic()
    for number in range(4):
        demo.add_reply(topic, text=f"Bijdrage nummer {number} in dit gesprek.")
    read = {"topic_id": topic, "topic_time": 9000, "timings[1]": 4000, "timings[3]": 5000}
    assert member.post("/topics/timings", data=read).status_code == 200
    assert member.get(f"/t/{topic}.json").json()["last_read_post_number"] == 3
    listed = next(t for t in member.get("/latest.json").json()["topic_list"]["topics"] if t["id"] == topic)
    assert (listed["last_read_post_number"], listed["unread_posts"], listed["unseen"]) == (3, 2, False)
    member.post("/topics/timings", data={"topic_id": topic, "timings[2]": 1000, "timings[99]": 10})
    assert member.get(f"/t/{topic}.json").json()["last_read_post_number"] == 5


def test_only_the_asker_accepts_an_answer(demo: DemoServer, member: httpx.Client) -> None:
    """The solved plugin's two calls."""
    asked = demo.add_topic(author=demo.username, title="Wie kan mij hier snel bij helpen?")
    answer = demo.add_reply(asked)
    elsewhere = demo.add_reply(demo.add_topic(author=demo.users()[3]))
    assert member.post("/solution/accept.json", json={"id": answer}).status_code == 200
    assert member.get(f"/t/{asked}.json").json()["accepted_answer"]["post_number"] == 2
    assert member.post("/solution/accept.json", json={"id": elsewhere}).status_code == 403
    assert member.post("/solution/unaccept.json", json={"id": answer}).status_code == 200
    assert "accepted_answer" not in member.get(f"/t/{asked}.json").json()


@pytest.mark.parametrize(
    ("name", "content"),
    [("brief.png", b"geen plaatje"), ("brief.docm", b"PK"), ("brief", b"%PDF-"), ("b.pdf", b"x" * 4_194_305)],
)
def test_what_cannot_be_uploaded(member: httpx.Client, name: str, content: bytes) -> None:
    """A text that calls itself a picture, files of other kinds, and one that is too large."""
    reply = member.post("/uploads.json", data={"type": "composer"}, files={"file": (name, content)})
    assert reply.status_code == 422
    assert reply.json()["errors"]


@pytest.mark.parametrize(
    "name", ["gesprekskaart-haven.pdf", "Verslag \u2018klaar\u2019.docx", "cijfers.xlsx"]
)
def test_a_document_goes_along_with_a_post_under_its_name(member: httpx.Client, name: str) -> None:
    """Uploaded, named in a text, shown as a link there, and had back under its own name."""
    content = b"%PDF-1.4 of iets anders " + name.encode()
    sent = member.post("/uploads.json", data={"type": "composer"}, files={"file": (name, content)}).json()
    assert (sent["original_filename"], sent["width"], sent["thumbnail_height"]) == (name, None, None)
    assert sent["short_url"].startswith("upload://")
    raw = f"De kaart zit hierbij.\n\n[{name}|attachment]({sent['short_url']}) (240 KB)"
    post = member.post(
        "/posts.json", json={"title": "Wie wil deze kaart gebruiken?", "raw": raw, "category": 7}
    ).json()
    link = f'<a class="attachment" href="{sent["short_path"]}">{name}</a> (240 KB)'
    assert link in post["cooked"]
    back = member.get(sent["short_path"])
    assert back.content == content == member.get(sent["url"]).content
    assert quote(name, safe="") in back.headers["Content-Disposition"]
    assert member.get("/uploads/short-url/bestaatniet.pdf").status_code == 404
