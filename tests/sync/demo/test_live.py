"""Activity while the community runs."""

from __future__ import annotations

import httpx

from sync.demo.server import DemoServer


def test_steps_bring_replies_topics_and_likes(demo: DemoServer, member: httpx.Client) -> None:
    """All kinds occur; new posts are the newest; nobody writes where they may not."""
    newest = member.get("/posts.json").json()["latest_posts"][0]["id"]
    steps = [demo.live_step() for _ in range(40)]
    assert {s.what for s in steps} == {"reply", "topic", "like"}
    written = [s.post_id for s in steps if s.what != "like"]
    assert written == list(range(newest + 1, newest + 1 + len(written)))
    rows = demo.community.database.rows(
        "SELECT u.username, c.read_restricted, EXISTS (SELECT 1 FROM group_users gu WHERE"
        " gu.group_id = c.group_id"
        " AND gu.user_id = u.id) AS inside FROM posts p JOIN topics t ON t.id = p.topic_id"
        " JOIN categories c ON c.id = t.category_id JOIN users u ON u.id = p.user_id WHERE p.id > ?",
        newest,
    )
    assert all(r["inside"] or not r["read_restricted"] for r in rows)
    assert demo.username not in [r["username"] for r in rows]


def test_steps_are_the_same_for_the_same_seed() -> None:
    """What happens does not depend on chance."""
    happened = []
    for _ in range(2):
        with DemoServer(seed=3) as server:
            happened.append([server.live_step() for _ in range(10)])
    assert happened[0] == happened[1]


def test_a_live_community_stops_at_once() -> None:
    """The thread does not hold the end up."""
    with DemoServer(live=True) as server:
        assert server.summary()["posts"] > 0
