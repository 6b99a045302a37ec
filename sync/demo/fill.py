"""Fills an empty database with the story and the generated topics around it, in the order in which they happened."""

from __future__ import annotations

import hashlib
import json
import random
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sync.demo.database import Database
from sync.demo.generator import generate_members, generate_topics
from sync.demo.moments import iso, relative
from sync.demo.story import Group, Person, Story, Topic

AUTOMATIC_GROUPS = {
    0: "everyone",
    1: "admins",
    2: "moderators",
    3: "staff",
    10: "trust_level_0",
    11: "trust_level_1",
    12: "trust_level_2",
    13: "trust_level_3",
    14: "trust_level_4",
}
TEAM_GROUP = "communityteam"
FIRST_GROUP_ID = 41
FIRST_CATEGORY_ID = 5
FIRST_USER_ID = 2
FIRST_TOPIC_ID = 11


@dataclass
class PlacedPost:
    """A post with the moment it was written."""

    at: datetime
    author: str
    text: str
    likes: int = 0
    accepted: bool = False
    reply_to: int | None = None


@dataclass
class PlacedTopic:
    """A topic whose posts have real moments; generated topics come in this form."""

    title: str
    group: str
    kind: str
    tags: tuple[str, ...]
    views: int
    posts: list[PlacedPost]
    pinned: bool = False
    closed: bool = False
    event: tuple[datetime, datetime | None, str, tuple[str, ...]] | None = None
    ids: list[int] = field(default_factory=list)


def slugify(title: str) -> str:
    """The address form of a title, as Discourse makes it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "topic"


def fill(database: Database, story: Story, *, seed: int, topics: int, now: datetime) -> None:
    """Write the community. The same story, seed, count and `now` give the same rows."""
    placed = [_place(topic, now) for topic in story.topics]
    wanted = max(0, topics - len(placed))
    people = [*story.people, *generate_members(story, seed=seed, count=_extra_members(wanted))]
    placed += generate_topics(story, people, seed=seed, count=wanted, now=now)
    placed.sort(key=lambda topic: (topic.posts[0].at, topic.title))
    with database.transaction():
        _write_organisations_and_groups(database, story, people, now)
        _write_tags(database, story, placed)
        _write_topics(database, placed)
        _write_counts(database)
        _write_read_state(database, seed, now)


def _extra_members(generated_topics: int) -> int:
    return min(3000, generated_topics // 8)


def _place(topic: Topic, now: datetime) -> PlacedTopic:
    latest = now - timedelta(minutes=1)
    at = min(relative(topic.at, now), latest)
    posts = [PlacedPost(at, topic.author, topic.text, topic.likes)]
    for reply in topic.replies:
        # a reply never stands before what it follows, and never in the future
        at = min(max(relative(reply.at, now), at + timedelta(seconds=40)), now - timedelta(seconds=5))
        posts.append(PlacedPost(at, reply.author, reply.text, reply.likes, reply.accepted, reply.reply_to))
    event = None
    if topic.event is not None:
        ends = relative(topic.event.ends, now) if topic.event.ends else None
        event = (relative(topic.event.starts, now), ends, topic.event.location, topic.event.going)
    views = topic.views if topic.views is not None else 30 + 17 * len(posts)
    return PlacedTopic(
        topic.title, topic.group, topic.kind, topic.tags, views, posts, topic.pinned, topic.closed, event
    )


def _write_organisations_and_groups(
    database: Database, story: Story, people: list[Person], now: datetime
) -> None:
    names = {key: slugify(o.short) for o in story.organisations for key in (o.short, o.name)}
    group_ids: dict[str, int] = {}
    for number, name in AUTOMATIC_GROUPS.items():
        database.run(
            "INSERT INTO groups (id, name, kind, automatic) VALUES (?, ?, 'automatic', 1)", number, name
        )
    rows = [(slugify(o.short), o.name, "", "organisation", 0) for o in story.organisations]
    rows.append((TEAM_GROUP, "Communityteam", "Het team dat de community begeleidt.", "team", 0))
    rows += [(g.slug, g.name, g.about or g.purpose, "group", int(g.closed)) for g in story.groups]
    for number, row in enumerate(rows, FIRST_GROUP_ID):
        database.run(
            "INSERT INTO groups (id, name, full_name, about, kind, closed) VALUES (?, ?, ?, ?, ?, ?)",
            number,
            *row,
        )
        group_ids[row[0]] = number
    for position, group in enumerate(story.groups):
        database.run(
            "INSERT INTO categories (id, name, slug, colour, purpose, about, read_restricted, group_id, position)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            FIRST_CATEGORY_ID + position,
            group.name,
            group.slug,
            group.colour,
            group.purpose,
            group.about,
            int(group.closed),
            group_ids[group.slug],
            position,
        )
    _write_people(database, people, names, group_ids, now)
    _write_memberships(database, story.groups, people, names, group_ids, now)


def _write_people(
    database: Database, people: list[Person], names: dict[str, str], group_ids: dict[str, int], now: datetime
) -> None:
    first_of_team = next((p.username for p in people if p.team), None)
    for number, person in enumerate(people, FIRST_USER_ID):
        joined = relative(person.joined, now, short_m_is_minutes=False)
        new = now - joined < timedelta(days=21)
        database.run(
            "INSERT INTO users (id, username, name, title, organisation, bio, location, find, avatar, created_at,"
            " last_seen_at, admin, moderator, trust_level, primary_group_id, me) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            number,
            person.username,
            person.name,
            person.title,
            person.organisation,
            person.bio,
            person.location,
            person.find,
            json.dumps(person.avatar),
            iso(joined),
            iso(now - timedelta(minutes=13 * number % 9000)),
            int(person.username == first_of_team),
            int(person.team),
            4 if person.team else 0 if new else 2,
            group_ids.get(names.get(person.organisation, "")),
            int(person.me),
        )


def _write_memberships(
    database: Database,
    groups: Iterable[Group],
    people: list[Person],
    names: dict[str, str],
    group_ids: dict[str, int],
    now: datetime,
) -> None:
    user_ids = {p.username: n for n, p in enumerate(people, FIRST_USER_ID)}
    closed = {g.slug: set(g.members) for g in groups if g.closed}
    members: set[tuple[int, int, int]] = set()
    for person in people:
        number = user_ids[person.username]
        joined = {names.get(person.organisation, "")} | set(person.groups)
        joined |= {slug for slug, names_in in closed.items() if person.username in names_in}
        joined |= {TEAM_GROUP} if person.team else set()
        members |= {(group_ids[slug], number, int(person.team)) for slug in joined if slug in group_ids}
        automatic = [11, 12] + ([2, 3] if person.team else [])
        members |= {(group, number, 0) for group in automatic}
    database.many(
        "INSERT INTO group_users (group_id, user_id, owner, added_at) VALUES (?, ?, ?, ?)",
        [
            (group, user, owner, iso(now - timedelta(days=20 + user * 7 % 600, minutes=group)))
            for group, user, owner in sorted(members)
        ],
    )


def _write_tags(database: Database, story: Story, placed: list[PlacedTopic]) -> None:
    described = {t.name: t.description for t in story.tags}
    names = list(dict.fromkeys([*described, *(tag for topic in placed for tag in topic.tags)]))
    database.many(
        "INSERT INTO tags (id, name, description) VALUES (?, ?, ?)",
        [(number, name, described.get(name, "")) for number, name in enumerate(names, 1)],
    )


def _write_topics(database: Database, placed: list[PlacedTopic]) -> None:
    users = {r["username"]: r["id"] for r in database.rows("SELECT id, username FROM users")}
    categories = {r["slug"]: r["id"] for r in database.rows("SELECT id, slug FROM categories")}
    tags = {r["name"]: r["id"] for r in database.rows("SELECT id, name FROM tags")}
    anyone = next(iter(users.values()))
    somewhere = next(iter(categories.values()))
    order = sorted(
        (post.at, number, place)
        for number, topic in enumerate(placed)
        for place, post in enumerate(topic.posts)
    )
    for topic in placed:
        topic.ids = [0] * len(topic.posts)
    for post_id, (_at, number, place) in enumerate(order, 1):
        placed[number].ids[place] = post_id
    database.many(
        "INSERT INTO posts (id, topic_id, post_number, user_id, raw, created_at, updated_at, reply_to_post_number,"
        " like_count, reads) VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            _post_values(placed[number], FIRST_TOPIC_ID + number, place, users.get, anyone)
            for _at, number, place in order
        ),
    )
    database.many(
        "INSERT INTO topics (id, title, slug, category_id, user_id, kind, created_at, bumped_at, last_posted_at,"
        " last_poster_id, views, closed, pinned, accepted_post_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            _topic_values(topic, number, categories.get(topic.group, somewhere), users.get, anyone)
            for number, topic in enumerate(placed, FIRST_TOPIC_ID)
        ),
    )
    database.many(
        "INSERT OR IGNORE INTO topic_tags (topic_id, tag_id) VALUES (?, ?)",
        ((number, tags[tag]) for number, topic in enumerate(placed, FIRST_TOPIC_ID) for tag in topic.tags),
    )
    _write_events(database, placed, users)


def _post_values(topic: PlacedTopic, topic_id: int, place: int, user: Any, anyone: int) -> tuple[Any, ...]:
    post, written = topic.posts[place], iso(topic.posts[place].at)
    reply_to = post.reply_to if place and post.reply_to and post.reply_to <= place else None
    return (
        topic.ids[place],
        topic_id,
        place + 1,
        user(post.author, anyone),
        post.text.strip(),
        written,
        written,
        reply_to,
        post.likes,
        max(1, topic.views // 3),
    )


def _topic_values(topic: PlacedTopic, number: int, category: int, user: Any, anyone: int) -> tuple[Any, ...]:
    last = topic.posts[-1]
    accepted = next((topic.ids[n] for n, post in enumerate(topic.posts) if post.accepted and n), None)
    return (
        number,
        topic.title,
        slugify(topic.title),
        category,
        user(topic.posts[0].author, anyone),
        topic.kind,
        iso(topic.posts[0].at),
        iso(last.at),
        iso(last.at),
        user(last.author, anyone),
        topic.views,
        int(topic.closed),
        int(topic.pinned),
        accepted,
    )


def _write_events(database: Database, placed: list[PlacedTopic], users: dict[str, int]) -> None:
    for topic in placed:
        if topic.event is None:
            continue
        starts, ends, location, going = topic.event
        database.run(
            "INSERT INTO events (post_id, name, starts_at, ends_at, location) VALUES (?, ?, ?, ?, ?)",
            topic.ids[0],
            topic.title,
            iso(starts),
            iso(ends) if ends else None,
            location,
        )
        database.many(
            "INSERT OR IGNORE INTO event_invitees (post_id, user_id, status) VALUES (?, ?, 0)",
            [(topic.ids[0], users[name]) for name in going if name in users],
        )


def _write_counts(database: Database) -> None:
    database.run(
        "UPDATE topics SET (posts_count, highest_post_number, like_count, word_count) = (SELECT count(*),"
        " max(post_number), sum(like_count), sum(length(raw)) / 6 FROM posts WHERE topic_id = topics.id)"
    )
    database.run("UPDATE topics SET reply_count = posts_count - 1")
    database.run(
        "CREATE INDEX replies_to ON posts (topic_id, reply_to_post_number) WHERE reply_to_post_number > 0"
    )
    database.run(
        "UPDATE posts SET reply_count = (SELECT count(*) FROM posts r WHERE r.topic_id = posts.topic_id"
        " AND r.reply_to_post_number = posts.post_number)"
    )
    database.run(
        "UPDATE users SET (post_count, last_posted_at, likes_received) = (SELECT count(*), max(created_at),"
        " coalesce(sum(like_count), 0) FROM posts WHERE user_id = users.id)"
    )
    database.run("CREATE INDEX topics_by_user ON topics (user_id)")
    database.run("UPDATE users SET topic_count = (SELECT count(*) FROM topics WHERE user_id = users.id)")


def _write_read_state(database: Database, seed: int, now: datetime) -> None:
    """The default member has read most of what is older than a week, and was answered, named and liked now and then."""
    me = database.row("SELECT id, username FROM users ORDER BY me DESC, id LIMIT 1")
    if me is None:
        return
    week = iso(now - timedelta(days=7))
    for topic in database.rows(
        "SELECT id, highest_post_number FROM topics WHERE created_at < ? ORDER BY id DESC LIMIT 2000", week
    ):
        if _chance(seed, topic["id"]) < 0.8:
            database.run(
                "INSERT INTO topic_users (user_id, topic_id, last_read_post_number, notification_level) VALUES (?,?,?,1)",
                me["id"],
                topic["id"],
                topic["highest_post_number"],
            )
    answers = database.rows(
        "SELECT p.id, p.topic_id, p.post_number, p.created_at, u.username, t.title FROM posts p"
        " JOIN topics t ON t.id = p.topic_id JOIN users u ON u.id = p.user_id"
        " WHERE p.user_id != ? AND p.post_number > 1 AND (t.user_id = ? OR p.raw LIKE ?) ORDER BY p.id DESC LIMIT 40",
        me["id"],
        me["id"],
        f"%@{me['username']}%",
    )
    for row in reversed(answers):
        data = {
            "topic_title": row["title"],
            "original_post_id": row["id"],
            "original_post_type": 1,
            "original_username": row["username"],
            "revision_number": None,
            "display_username": row["username"],
        }
        database.run(
            "INSERT INTO notifications (user_id, notification_type, read, created_at, topic_id, post_number, data)"
            " VALUES (?, 2, ?, ?, ?, ?, ?)",
            me["id"],
            int(row["created_at"] < week),
            row["created_at"],
            row["topic_id"],
            row["post_number"],
            json.dumps(data),
        )


def _chance(seed: int, number: int) -> float:
    digest = hashlib.blake2b(f"{seed}:{number}".encode(), digest_size=8).digest()
    return random.Random(digest).random()  # noqa: S311 - story dice, not secrets
