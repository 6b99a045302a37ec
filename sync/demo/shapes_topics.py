"""Topics as Discourse writes them: in a list, and opened with the posts around a place."""

from __future__ import annotations

import html
import sqlite3
from collections.abc import Sequence
from typing import Any

from sync.demo.community import Community
from sync.demo.cook import excerpt
from sync.demo.moments import parse_iso
from sync.demo.shapes_people import basic_user
from sync.demo.shapes_posts import POST_COLUMNS, bookmark_fields, posts_json
from sync.demo.viewer import Viewer

Json = dict[str, Any]

CHUNK = 20


def topic_list(community: Community, viewer: Viewer, topics: Sequence[sqlite3.Row], extra: Json) -> Json:
    """The body of /latest.json, /c/SLUG/ID.json and /tag/NAME.json; `extra` goes into topic_list."""
    users: dict[int, Json] = {}
    items = [list_item(community, viewer, topic, users) for topic in topics]
    return {
        "users": list(users.values()),
        "primary_groups": [],
        "topic_list": {"can_create_topic": True, **extra, "topics": items},
    }


def list_item(community: Community, viewer: Viewer, topic: sqlite3.Row, users: dict[int, Json]) -> Json:
    """One topic of a list; the members it names are added to `users`."""
    place = community.database.row(
        "SELECT * FROM topic_users WHERE user_id = ? AND topic_id = ?", viewer.id, topic["id"]
    )
    last_poster = community.database.row("SELECT * FROM users WHERE id = ?", topic["last_poster_id"])
    item = _summary(community, topic) | {
        "unseen": place is None,
        "bookmarked": _bookmark(community, viewer, topic["id"]) is not None,
        "liked": False,
        "last_poster_username": last_poster["username"] if last_poster else None,
        "posters": _posters(community, topic, users),
    }
    item |= _event_times(community, topic["id"])
    if place is not None:
        item["last_read_post_number"] = place["last_read_post_number"]
        item["unread_posts"] = max(0, topic["highest_post_number"] - place["last_read_post_number"])
        item["notification_level"] = place["notification_level"]
    if topic["pinned"]:
        first = community.database.row(
            "SELECT id, raw, cooked FROM posts WHERE topic_id = ? AND post_number = 1", topic["id"]
        )
        if first is not None:
            item["excerpt"] = excerpt(
                community.cooked([(first["id"], first["raw"], first["cooked"])])[first["id"]]
            )
    return item


def _summary(community: Community, topic: sqlite3.Row) -> Json:
    return {
        "id": topic["id"],
        "title": topic["title"],
        "fancy_title": html.escape(topic["title"], quote=False),
        "slug": topic["slug"],
        "posts_count": topic["posts_count"],
        "reply_count": topic["reply_count"],
        "highest_post_number": topic["highest_post_number"],
        "image_url": None,
        "created_at": topic["created_at"],
        "last_posted_at": topic["last_posted_at"],
        "bumped": True,
        "bumped_at": topic["bumped_at"],
        "archetype": "regular",
        "pinned": bool(topic["pinned"]),
        "unpinned": None,
        "visible": True,
        "closed": bool(topic["closed"]),
        "archived": False,
        "tags": topic_tags(community, topic["id"]),
        "tags_descriptions": {},
        "views": topic["views"],
        "like_count": topic["like_count"],
        "has_summary": False,
        "category_id": topic["category_id"],
        "pinned_globally": False,
        "featured_link": None,
    } | _solved(topic)


def _solved(topic: sqlite3.Row) -> Json:
    """What the solved plugin adds to a topic."""
    return {
        "has_accepted_answer": topic["accepted_post_id"] is not None,
        "can_have_answer": topic["kind"] == "question",
    }


def _event_times(community: Community, topic_id: int) -> Json:
    """What the calendar plugin adds to the topic of a meet-up."""
    row = community.database.row(
        "SELECT e.starts_at, e.ends_at FROM events e JOIN posts p ON p.id = e.post_id WHERE p.topic_id = ?",
        topic_id,
    )
    return {} if row is None else {"event_starts_at": row["starts_at"], "event_ends_at": row["ends_at"]}


def topic_tags(community: Community, topic_id: int) -> list[Json]:
    """The tags of a topic."""
    rows = community.database.rows(
        "SELECT t.id, t.name FROM topic_tags tt JOIN tags t ON t.id = tt.tag_id WHERE"
        " tt.topic_id = ? ORDER BY t.name",
        topic_id,
    )
    return [{"id": r["id"], "name": r["name"], "slug": r["name"]} for r in rows]


def _posters(community: Community, topic: sqlite3.Row, users: dict[int, Json]) -> list[Json]:
    posters = []
    most = community.database.rows(
        "SELECT user_id FROM posts WHERE topic_id = ? AND deleted_at IS NULL AND user_id NOT IN (?, ?)"
        " GROUP BY user_id ORDER BY count(*) DESC, min(id) LIMIT 3",
        topic["id"],
        topic["user_id"],
        topic["last_poster_id"],
    )
    order = list(dict.fromkeys([topic["user_id"], *(r[0] for r in most), topic["last_poster_id"]]))
    for user_id in order:
        user = community.database.row("SELECT * FROM users WHERE id = ?", user_id)
        if user is None:
            continue
        users[user_id] = basic_user(user)
        roles = ["Original Poster"] if user_id == topic["user_id"] else []
        roles += ["Most Recent Poster"] if user_id == topic["last_poster_id"] else []
        posters.append(
            {
                "extras": "latest" if user_id == topic["last_poster_id"] else "",
                "description": ", ".join(roles) or "Frequent Poster",
                "user_id": user_id,
                "primary_group_id": user["primary_group_id"],
            }
        )
    return posters


def _bookmark(community: Community, viewer: Viewer, topic_id: int) -> sqlite3.Row | None:
    return community.database.row(
        "SELECT * FROM bookmarks WHERE user_id = ? AND ((bookmarkable_type = 'Topic' AND bookmarkable_id = ?)"
        " OR (bookmarkable_type = 'Post' AND bookmarkable_id IN (SELECT id FROM posts WHERE topic_id = ?)))",
        viewer.id,
        topic_id,
        topic_id,
    )


def stream_ids(community: Community, topic_id: int) -> list[int]:
    """The ids of all posts of a topic, in order."""
    rows = community.database.rows(
        "SELECT id FROM posts WHERE topic_id = ? AND deleted_at IS NULL ORDER BY post_number", topic_id
    )
    return [r[0] for r in rows]


def stream_posts(community: Community, viewer: Viewer, post_ids: Sequence[int]) -> list[Json]:
    """These posts as they stand in a topic's stream, in order."""
    numbers = ",".join(str(int(i)) for i in post_ids) or "-1"
    rows = community.database.rows(
        f"SELECT {POST_COLUMNS} WHERE p.id IN ({numbers}) AND p.deleted_at IS NULL ORDER BY p.post_number"
    )
    posts = posts_json(community, viewer, rows, "stream")
    last_read = 0
    if rows:
        last_read = community.database.value(
            "SELECT last_read_post_number FROM topic_users WHERE user_id = ? AND topic_id = ?",
            viewer.id,
            rows[0]["topic_id"],
        )
    return [post | {"read": post["post_number"] <= (last_read or 0)} for post in posts]


def opened(community: Community, viewer: Viewer, topic: sqlite3.Row, post_ids: Sequence[int]) -> Json:
    """The body of /t/ID.json with these posts in it."""
    place = community.database.row(
        "SELECT * FROM topic_users WHERE user_id = ? AND topic_id = ?", viewer.id, topic["id"]
    )
    body: Json = {
        "post_stream": {
            "posts": stream_posts(community, viewer, post_ids),
            "stream": stream_ids(community, topic["id"]),
        },
        "timeline_lookup": _timeline(community, topic["id"]),
        "suggested_topics": [],
    }
    summary = _summary(community, topic)
    for name in ("bumped", "bumped_at", "has_accepted_answer", "can_have_answer"):
        summary.pop(name)
    body |= summary | _solved(topic)
    body |= {
        "word_count": topic["word_count"],
        "deleted_at": topic["deleted_at"],
        "user_id": topic["user_id"],
        "pinned_at": topic["created_at"] if topic["pinned"] else None,
        "pinned_until": None,
        "slow_mode_seconds": 0,
        "draft": None,
        "draft_key": f"topic_{topic['id']}",
        "draft_sequence": 0,
        "current_post_number": 1,
        "deleted_by": None,
        "has_deleted": False,
        "actions_summary": [{"id": i, "count": 0, "hidden": False, "can_act": True} for i in (4, 8, 10, 7)],
        "chunk_size": CHUNK,
        "message_bus_last_id": community.bus.last_id(f"/topic/{topic['id']}"),
        "show_read_indicator": False,
        "thumbnails": None,
        "topic_timer": None,
        "slow_mode_enabled_until": None,
    }
    body |= _bookmarks(community, viewer, topic["id"]) | _details(community, viewer, topic, place)
    if place is not None:
        body["last_read_post_number"] = place["last_read_post_number"]
    answer = _accepted(community, topic)
    if answer is not None:
        body["accepted_answer"] = answer
        body["accepted_answers"] = [answer]
    return body


def _timeline(community: Community, topic_id: int) -> list[list[int]]:
    now = community.now()
    rows = community.database.rows(
        "SELECT post_number, created_at FROM posts WHERE topic_id = ? AND deleted_at IS NULL"
        " ORDER BY post_number",
        topic_id,
    )
    found: list[list[int]] = []
    for place, row in enumerate(rows, 1):
        days = max(0, (now - parse_iso(row["created_at"])).days)
        if not found or found[-1][1] != days:
            found.append([place, days])
    return found


def _bookmarks(community: Community, viewer: Viewer, topic_id: int) -> Json:
    rows = community.database.rows(
        "SELECT b.*, p.post_number FROM bookmarks b LEFT JOIN posts p ON b.bookmarkable_type = 'Post'"
        " AND p.id = b.bookmarkable_id WHERE b.user_id = ? AND (p.topic_id = ?"
        " OR (b.bookmarkable_type = 'Topic' AND b.bookmarkable_id = ?))",
        viewer.id,
        topic_id,
        topic_id,
    )
    bookmarks = [
        {
            "id": r["id"],
            "bookmarkable_id": r["bookmarkable_id"],
            "bookmarkable_type": r["bookmarkable_type"],
            "reminder_at": r["reminder_at"],
            "name": r["name"],
            "auto_delete_preference": r["auto_delete_preference"],
        }
        for r in rows
    ]
    whole = next((r for r in rows if r["bookmarkable_type"] == "Topic"), None)
    return {"bookmarked": bool(rows), "bookmarks": bookmarks} | (bookmark_fields(whole) if whole else {})


def _details(community: Community, viewer: Viewer, topic: sqlite3.Row, place: sqlite3.Row | None) -> Json:
    people = community.database.rows(
        "SELECT u.*, count(*) AS written, g.name AS primary_group_name FROM posts p JOIN users u"
        " ON u.id = p.user_id"
        " LEFT JOIN groups g ON g.id = u.primary_group_id WHERE p.topic_id = ? AND p.deleted_at IS NULL"
        " GROUP BY u.id ORDER BY written DESC, u.id",
        topic["id"],
    )
    by_id = {r["id"]: r for r in people}
    author = by_id.get(topic["user_id"]) or community.database.row(
        "SELECT * FROM users WHERE id = ?", topic["user_id"]
    )
    last = by_id.get(topic["last_poster_id"]) or author
    own = topic["user_id"] == viewer.id or viewer.staff
    staff_only = (
        "can_move_posts can_convert_topic can_review_topic can_close_topic can_archive_topic"
        " can_split_merge_topic"
        " can_edit_staff_notes can_toggle_topic_visibility can_pin_unpin_topic can_moderate_category"
    )
    details: Json = dict.fromkeys(staff_only.split(), viewer.staff) | {
        "can_edit": own,
        "notification_level": place["notification_level"] if place else 1,
        "can_delete": own and topic["posts_count"] == 1,
        "can_remove_allowed_users": False,
        "can_create_post": not topic["closed"] or viewer.staff,
        "can_reply_as_new_topic": True,
        "can_invite_to": False,
        "can_invite_via_email": False,
        "can_flag_topic": True,
        "can_remove_self_id": viewer.id,
        "participants": [_participant(r) for r in people[:24]],
    }
    if author is not None and last is not None:
        details |= {"created_by": basic_user(author), "last_poster": basic_user(last)}
    return {"participant_count": len(people), "details": details}


def _participant(row: sqlite3.Row) -> Json:
    return basic_user(row) | {
        "post_count": row["written"],
        "primary_group_name": row["primary_group_name"],
        "flair_name": None,
        "flair_url": None,
        "flair_color": None,
        "flair_bg_color": None,
        "flair_group_id": None,
        "admin": bool(row["admin"]),
        "moderator": bool(row["moderator"]),
        "trust_level": row["trust_level"],
    }


def _accepted(community: Community, topic: sqlite3.Row) -> Json | None:
    """The solved plugin's summary of the accepted answer."""
    row = community.database.row(
        "SELECT p.id, p.post_number, p.raw, p.cooked, u.username, u.name FROM posts p JOIN users"
        " u ON u.id = p.user_id"
        " WHERE p.id = ? AND p.deleted_at IS NULL",
        topic["accepted_post_id"],
    )
    if row is None:
        return None
    cooked = community.cooked([(row["id"], row["raw"], row["cooked"])])[row["id"]]
    return {
        "post_number": row["post_number"],
        "username": row["username"],
        "name": row["name"],
        "excerpt": excerpt(cooked, 300),
        "accepter_name": None,
        "accepter_username": None,
    }
