"""The generator, and what the whole community amounts to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sync.demo.moments import iso
from sync.demo.server import DemoServer

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def content(server: DemoServer) -> list[tuple[Any, ...]]:
    """Everything the community says."""
    rows = server.community.database.rows(
        "SELECT p.id, p.topic_id, p.post_number, p.raw, p.created_at, p.like_count, u.username, t.title,"
        " t.category_id, t.accepted_post_id, t.views FROM posts p JOIN topics t ON t.id ="
        " p.topic_id JOIN users u ON u.id = p.user_id"
        " ORDER BY p.id"
    )
    return [tuple(r) for r in rows]


def test_the_same_seed_and_moment_give_the_same_community() -> None:
    """And another seed another one."""
    found = []
    for seed in (7, 7, 8):
        with DemoServer(seed=seed, topics=200, now=NOW) as server:
            found.append(content(server))
    assert found[0] == found[1]
    assert found[0] != found[2]


def test_topics_fill_up_to_the_number_asked_for() -> None:
    """Three years, all groups, a long tail of replies; ids rise with time, also over topics."""
    with DemoServer(topics=600, now=NOW) as server:
        value = server.community.database.value
        assert server.summary()["topics"] == 600
        first, last = value("SELECT min(created_at) FROM posts"), value("SELECT max(created_at) FROM posts")
        assert first < "2024-03"
        assert last <= iso(NOW)
        assert value("SELECT count(DISTINCT category_id) FROM topics") == server.summary()["groups"]
        assert value("SELECT max(posts_count) FROM topics") > 40
        assert value("SELECT count(*) FROM topics WHERE posts_count = 1") > 30
        assert (
            value(
                "SELECT count(*) FROM posts a JOIN posts b ON b.id = a.id + 1 WHERE b.created_at"
                " < a.created_at"
            )
            == 0
        )
        assert (
            value("SELECT count(*) FROM topics WHERE kind = 'question' AND accepted_post_id IS NOT NULL") > 20
        )


def test_only_members_write_in_closed_groups() -> None:
    """Also what the generator makes."""
    with DemoServer(topics=400, now=NOW) as server:
        strangers = server.community.database.rows(
            "SELECT DISTINCT u.username, c.slug FROM posts p JOIN topics t ON t.id = p.topic_id"
            " JOIN categories c ON c.id = t.category_id JOIN users u ON u.id = p.user_id WHERE"
            " c.read_restricted"
            " AND NOT EXISTS (SELECT 1 FROM group_users gu WHERE gu.group_id = c.group_id AND"
            " gu.user_id = u.id)"
        )
        assert [tuple(s) for s in strangers] == []


def test_the_story_alone_is_a_whole_community() -> None:
    """24 groups of which 8 closed; the default member is in about three of those, and is no administrator."""
    with DemoServer(now=NOW) as server:
        value = server.community.database.value
        assert (server.summary()["groups"], value("SELECT sum(read_restricted) FROM categories")) == (24, 8)
        mine = value(
            "SELECT count(*) FROM categories c JOIN group_users gu ON gu.group_id = c.group_id"
            " JOIN users u ON u.id = gu.user_id WHERE c.read_restricted AND u.username = ?",
            server.username,
        )
        assert 2 <= mine <= 4
        assert value("SELECT admin FROM users WHERE username = ?", server.username) == 0
        assert value("SELECT count(*) FROM users WHERE organisation = '' OR name = ''") == 0
        assert value("SELECT count(*) FROM topics WHERE kind = 'question' AND accepted_post_id IS NULL") > 0


def test_no_title_stands_twice() -> None:
    """As on a real site, where a title can be used once."""
    with DemoServer(topics=1500, now=NOW) as server:
        assert (
            server.community.database.value("SELECT count(*) - count(DISTINCT lower(title)) FROM topics") == 0
        )
