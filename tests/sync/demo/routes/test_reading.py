"""Reading page by page, and around a place."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from sync.demo.server import DemoServer


def all_ids(client: httpx.Client, step: int = 0) -> list[int]:
    """All post ids by walking down /posts.json; `step` walks on over empty windows."""
    found: list[int] = []
    before: int | None = None
    while True:
        page = client.get("/posts.json", params={"before": before} if before else {}).json()["latest_posts"]
        found += [p["id"] for p in page]
        if not page and not step:
            return found
        before = (before - step) if before and step else page[-1]["id"]
        if before <= 1:
            return found


def visible_ids(server: DemoServer) -> list[int]:
    """What the default member may see according to the database."""
    rows = server.community.database.rows(
        "SELECT p.id FROM posts p JOIN topics t ON t.id = p.topic_id JOIN categories c ON c.id ="
        " t.category_id"
        " WHERE NOT c.read_restricted OR c.group_id IN (SELECT group_id FROM group_users gu"
        " JOIN users u ON u.id = gu.user_id WHERE u.username = ?) ORDER BY p.id DESC",
        server.username,
    )
    return [r[0] for r in rows]


def test_pages_of_newest_posts_join_without_gap_or_double(story: DemoServer, reader: httpx.Client) -> None:
    """Walking down with `before` gives exactly every visible post, newest first, 50 a page."""
    assert len(reader.get("/posts.json").json()["latest_posts"]) == 50
    assert all_ids(reader) == visible_ids(story)


def test_older_versions_page_by_windows_of_fifty_ids(demo: DemoServer, member: httpx.Client) -> None:
    """With window paging a page holds the visible ones of 50 ids, `before` included, and may be short."""
    demo.settings.window_paging = True
    visible = visible_ids(demo)
    page = member.get("/posts.json", params={"before": visible[60]}).json()["latest_posts"]
    assert [p["id"] for p in page] == [i for i in visible if visible[60] - 50 < i <= visible[60]]
    assert len(page) < 50
    assert sorted(set(all_ids(member, step=50))) == sorted(visible)


def test_posts_carry_text_and_where_they_stand(reader: httpx.Client) -> None:
    """What the timeline needs is in the first page."""
    post = reader.get("/posts.json").json()["latest_posts"][0]
    assert post["raw"]
    assert post["cooked"].startswith("<")
    assert post["topic_title"]
    assert post["excerpt"]
    assert post["category_id"] > 0


def test_latest_pages_and_orders(reader: httpx.Client) -> None:
    """Pages of /latest.json join; pinned topics stand first; the order can be chosen."""
    first, second = (reader.get("/latest.json", params={"page": n}).json()["topic_list"] for n in (0, 1))
    assert len(first["topics"]) == first["per_page"] == 30
    assert "more_topics_url" in first
    ids = [t["id"] for t in first["topics"] + second["topics"]]
    assert len(set(ids)) == len(ids)
    bumped = [t["bumped_at"] for t in first["topics"] + second["topics"] if not t["pinned"]]
    assert bumped == sorted(bumped, reverse=True)
    oldest = reader.get("/latest.json", params={"order": "created", "ascending": "true"}).json()["topic_list"]
    created = [t["created_at"] for t in oldest["topics"]]
    assert created == sorted(created)


def test_the_last_page_says_that_it_is_the_last(reader: httpx.Client) -> None:
    """No address for more, and nothing beyond."""
    page, number = reader.get("/latest.json").json()["topic_list"], 0
    while "more_topics_url" in page:
        number += 1
        page = reader.get("/latest.json", params={"page": number}).json()["topic_list"]
    assert 0 < len(page["topics"]) <= 30
    assert reader.get("/latest.json", params={"page": number + 1}).json()["topic_list"]["topics"] == []


@pytest.fixture
def long_topic(demo: DemoServer) -> int:
    """A topic of 46 posts."""
    topic = demo.add_topic()
    for number in range(2, 47):
        demo.add_reply(topic, text=f"Dit is bijdrage nummer {number} in dit gesprek.")
    return topic


def numbers(body: Any) -> list[int]:
    """The post numbers in a topic's stream."""
    return [p["post_number"] for p in body["post_stream"]["posts"]]


def test_a_topic_opens_with_twenty_posts_and_all_ids(member: httpx.Client, long_topic: int) -> None:
    """The chunk is 20; `stream` lists everything; further pages and chosen posts follow."""
    body = member.get(f"/t/{long_topic}.json").json()
    assert numbers(body) == list(range(1, 21))
    stream = body["post_stream"]["stream"]
    assert len(stream) == body["posts_count"] == 46
    assert numbers(member.get(f"/t/{long_topic}.json", params={"page": 3}).json()) == list(range(41, 47))
    chosen = member.get(f"/t/{long_topic}/posts.json", params={"post_ids[]": [stream[44], stream[30]]}).json()
    assert numbers(chosen) == [31, 45]
    assert member.get(f"/t/{long_topic}.json", params={"page": 9}).status_code == 404


def test_a_topic_opens_around_a_post(member: httpx.Client, long_topic: int) -> None:
    """/t/ID/NUMBER has that post in its chunk."""
    body = member.get(f"/t/{long_topic}/40.json").json()
    assert 40 in numbers(body)
    assert len(numbers(body)) == 20
    assert body["current_post_number"] == 40
    assert 40 in numbers(member.get(f"/t/een-slug/{long_topic}/40.json").json())


def test_edits_raise_the_version_and_deletions_vanish(demo: DemoServer, member: httpx.Client) -> None:
    """An edit does not bring a post back to the top; a deleted post is gone everywhere."""
    topic = demo.add_topic()
    first, second = demo.add_reply(topic), demo.add_reply(topic, text="Nog een gedachte hierover.")
    demo.edit_post(first, "Een verbeterde tekst van deze bijdrage.")
    post = member.get(f"/posts/{first}.json").json()
    assert post["version"] == 2
    assert "verbeterde" in post["cooked"]
    assert post["updated_at"] > post["created_at"]
    assert member.get("/posts.json").json()["latest_posts"][0]["id"] == second
    demo.delete_post(second)
    assert member.get(f"/posts/{second}.json").status_code == 404
    assert second not in member.get(f"/t/{topic}.json").json()["post_stream"]["stream"]
    assert member.get("/posts.json").json()["latest_posts"][0]["id"] == first
    demo.delete_topic(topic)
    assert member.get(f"/t/{topic}.json").status_code == 404
    assert member.get(f"/posts/{first}.json").status_code == 404


def test_solved_questions_name_their_answer(reader: httpx.Client) -> None:
    """The solved plugin's fields agree in list, topic and post."""
    topics = reader.get("/latest.json", params={"per_page": 100}).json()["topic_list"]["topics"]
    solved = next(t for t in topics if t["has_accepted_answer"])
    body = reader.get(f"/t/{solved['id']}.json").json()
    number = body["accepted_answer"]["post_number"]
    around = reader.get(f"/t/{solved['id']}/{number}.json").json()["post_stream"]["posts"]
    assert [p["post_number"] for p in around if p["accepted_answer"]] == [number]
    assert all(p["topic_accepted_answer"] for p in around)


def test_meet_ups_show_in_their_topic(reader: httpx.Client) -> None:
    """The calendar plugin's fields on topic and post."""
    event = reader.get("/discourse-post-event/events.json").json()["events"][0]
    topic = reader.get(f"/t/{event['post']['topic']['id']}.json").json()
    assert topic["post_stream"]["posts"][0]["event"]["starts_at"] == event["starts_at"]
    assert event["stats"]["going"] == len(event["sample_invitees"]) or event["stats"]["going"] > 10


def test_a_browser_gets_a_page(reader: httpx.Client) -> None:
    """Opening a topic's address in a browser shows it."""
    topic = reader.get("/latest.json").json()["topic_list"]["topics"][0]
    page = reader.get(f"/t/{topic['slug']}/{topic['id']}", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1>" in page.text


def test_unknown_addresses_answer_in_discourses_form(reader: httpx.Client) -> None:
    """404 with errors and error_type."""
    for path in (
        "/nergens.json",
        "/t/999999.json",
        "/posts/999999.json",
        "/u/niemand.json",
        "/c/999/show.json",
    ):
        reply = reader.get(path)
        assert reply.status_code == 404
        assert reply.json()["error_type"] == "not_found"
        assert reply.json()["errors"]


def test_json_may_not_be_kept_and_has_no_etag(reader: httpx.Client) -> None:
    """Discourse's JSON offers nothing to be conditional on."""
    reply = reader.get("/latest.json")
    assert reply.headers["cache-control"] == "no-cache, no-store"
    assert "etag" not in reply.headers
