"""Fills an empty database with the story and the generated topics around it, in the order they happened."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sync.demo.database import Database
from sync.demo.fill_marks import write_marks
from sync.demo.fill_people import write_people
from sync.demo.generator import generate_members, generate_topics
from sync.demo.moments import iso
from sync.demo.placed import PlacedTopic, place
from sync.demo.slugs import slugify
from sync.demo.story import Story

FIRST_TOPIC_ID = 11
MOST_EXTRA_MEMBERS = 3000

Numbers = dict[str, int]


def fill(database: Database, story: Story, *, seed: int, topics: int, now: datetime) -> None:
    """Write the community, with `topics` topics in all when the story has fewer.

    The same story, seed, count and `now` give the same rows.
    """
    placed = [place(topic, now) for topic in story.topics]
    wanted = max(0, topics - len(placed))
    extra = min(MOST_EXTRA_MEMBERS, wanted // 8)
    people = [*story.people, *generate_members(story, seed=seed, count=extra)]
    placed += generate_topics(story, people, seed=seed, count=wanted, now=now)
    placed.sort(key=lambda topic: (topic.posts[0].at, topic.title))
    with database.transaction():
        write_people(database, story, people, now)
        _write_tags(database, story, placed)
        _write_posts(database, placed)
        _write_topics(database, placed)
        _write_events(database, placed)
        _write_counts(database)
        write_marks(database, random.Random(f"marks {seed}"), now)  # noqa: S311 - story dice, not secrets


def _write_tags(database: Database, story: Story, placed: list[PlacedTopic]) -> None:
    described = {t.name: t.description for t in story.tags}
    names = list(dict.fromkeys([*described, *(tag for topic in placed for tag in topic.all_tags)]))
    database.many(
        "INSERT INTO tags (id, name, description) VALUES (?, ?, ?)",
        [(number, name, described.get(name, "")) for number, name in enumerate(names, 1)],
    )


def _numbers(database: Database, sql: str) -> Numbers:
    return {row[1]: row[0] for row in database.rows(sql)}


def _write_posts(database: Database, placed: list[PlacedTopic]) -> None:
    """Give every post its id, rising with the time it was written over all topics."""
    users = _numbers(database, "SELECT id, username FROM users ORDER BY id")
    order = sorted(
        (post.at, number, index)
        for number, topic in enumerate(placed)
        for index, post in enumerate(topic.posts)
    )
    for topic in placed:
        topic.ids = [0] * len(topic.posts)
    for post_id, (_at, number, index) in enumerate(order, 1):
        placed[number].ids[index] = post_id
    database.many(
        "INSERT INTO posts (id, topic_id, post_number, user_id, raw, created_at, updated_at,"
        " reply_to_post_number, like_count, reads) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_post_values(placed[number], FIRST_TOPIC_ID + number, index, users) for _at, number, index in order),
    )


def _post_values(topic: PlacedTopic, topic_id: int, index: int, users: Numbers) -> tuple[Any, ...]:
    post = topic.posts[index]
    written = iso(post.at)
    reply_to = post.reply_to if post.reply_to and post.reply_to <= index else None
    reads = max(1, topic.views // 3)
    author = users.get(post.author, 2)
    text = post.text.strip()
    return topic.ids[index], topic_id, index + 1, author, text, written, written, reply_to, post.likes, reads


def _write_topics(database: Database, placed: list[PlacedTopic]) -> None:
    users = _numbers(database, "SELECT id, username FROM users")
    categories = _numbers(database, "SELECT id, slug FROM categories ORDER BY position")
    tags = _numbers(database, "SELECT id, name FROM tags")
    database.many(
        "INSERT INTO topics (id, title, slug, category_id, user_id, kind, created_at, bumped_at,"
        " last_posted_at,"
        " last_poster_id, views, closed, pinned, accepted_post_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _topic_values(placed, users, categories),
    )
    database.many(
        "INSERT OR IGNORE INTO topic_tags (topic_id, tag_id) VALUES (?, ?)",
        (
            (number, tags[tag])
            for number, topic in enumerate(placed, FIRST_TOPIC_ID)
            for tag in topic.all_tags
        ),
    )


def _topic_values(
    placed: list[PlacedTopic], users: Numbers, categories: Numbers
) -> Iterator[tuple[Any, ...]]:
    somewhere = next(iter(categories.values()))
    for number, topic in enumerate(placed, FIRST_TOPIC_ID):
        last = iso(topic.posts[-1].at)
        accepted = next((topic.ids[n] for n, post in enumerate(topic.posts) if post.accepted and n), None)
        yield (
            number,
            topic.title,
            slugify(topic.title),
            categories.get(topic.group, somewhere),
            users.get(topic.posts[0].author, 2),
            topic.kind,
            iso(topic.posts[0].at),
            last,
            last,
            users.get(topic.posts[-1].author, 2),
            topic.views,
            int(topic.closed),
            int(topic.pinned),
            accepted,
        )


def _write_events(database: Database, placed: list[PlacedTopic]) -> None:
    users = _numbers(database, "SELECT id, username FROM users")
    for topic in placed:
        event = topic.event
        if event is None:
            continue
        database.run(
            "INSERT INTO events (post_id, name, starts_at, ends_at, location) VALUES (?, ?, ?, ?, ?)",
            topic.ids[0],
            topic.title,
            iso(event.starts),
            iso(event.ends) if event.ends else None,
            event.location,
        )
        database.many(
            "INSERT OR IGNORE INTO event_invitees (post_id, user_id, status) VALUES (?, ?, 0)",
            [(topic.ids[0], users[name]) for name in event.going if name in users],
        )


def _write_counts(database: Database) -> None:
    for statement in (
        "UPDATE topics SET (posts_count, highest_post_number, like_count, word_count) = (SELECT count(*),"
        " max(post_number), sum(like_count), sum(length(raw)) / 6 FROM posts WHERE topic_id = topics.id)",
        "UPDATE topics SET reply_count = posts_count - 1",
        "UPDATE posts SET reply_count = (SELECT count(*) FROM posts r WHERE r.topic_id = posts.topic_id"
        " AND r.reply_to_post_number = posts.post_number)",
        "UPDATE users SET (post_count, last_posted_at, likes_received) = (SELECT count(*), max(created_at),"
        " coalesce(sum(like_count), 0) FROM posts WHERE user_id = users.id)",
        "UPDATE users SET topic_count = (SELECT count(*) FROM topics WHERE user_id = users.id)",
    ):
        database.run(statement)
