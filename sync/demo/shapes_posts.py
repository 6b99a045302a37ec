"""Posts as Discourse writes them: in the list of newest posts, in a topic's stream, and one at a time."""

from __future__ import annotations

import html
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from sync.demo.community import Community
from sync.demo.cook import excerpt
from sync.demo.shapes_events import event_json, event_rows
from sync.demo.shapes_people import avatar_template, basic_user
from sync.demo.viewer import Viewer

Json = dict[str, Any]
View = Literal["list", "stream", "replies", "single"]

LIKE = 2
# What a topic tells once, its posts do not repeat.
NOT_IN_STREAM = {"posts_count", "post_url", "badges_granted", "flair_group_id"}
FLAGS = (3, 4, 8, 10, 7)  # off topic, inappropriate, spam, illegal, notify moderators

POST_COLUMNS = """
p.*, u.username, u.name AS author_name, u.title AS user_title, u.admin, u.moderator, u.trust_level,
t.title AS topic_title, t.slug AS topic_slug, t.category_id, t.posts_count, t.accepted_post_id,
t.user_id AS topic_user_id, t.kind AS topic_kind, g.name AS primary_group_name
FROM posts p JOIN topics t ON t.id = p.topic_id JOIN users u ON u.id = p.user_id
LEFT JOIN groups g ON g.id = u.primary_group_id
"""


def posts_json(community: Community, viewer: Viewer, rows: Sequence[sqlite3.Row], view: View) -> list[Json]:
    """Serialise rows of POST_COLUMNS for /posts.json ("list"), a topic ("stream"), answers or one post."""
    cooked = community.cooked((r["id"], r["raw"], r["cooked"]) for r in rows)
    liked, saved = _marks(community, viewer, [r["id"] for r in rows])
    parents = _parents(community, rows)
    events = {
        r["post_id"]: r for r in event_rows(community, [row["id"] for row in rows if row["post_number"] == 1])
    }
    posts = []
    for row in rows:
        bookmark = saved.get(row["id"])
        post = _base(row, viewer, cooked[row["id"]]) | {
            "bookmarked": bookmark is not None,
            "actions_summary": _actions(row, viewer, row["id"] in liked),
        }
        if bookmark is not None:
            post |= bookmark_fields(bookmark)
        post |= _view_fields(row, cooked[row["id"]], view) | _solved_fields(row, viewer)
        if row["id"] in events:
            post["event"] = event_json(community, viewer, events[row["id"]])
        parent = parents.get((row["topic_id"], row["reply_to_post_number"]))
        if parent is not None and view != "list":
            post["reply_to_user"] = parent
        posts.append({n: v for n, v in post.items() if n not in NOT_IN_STREAM} if view == "stream" else post)
    return posts


def bookmark_fields(bookmark: sqlite3.Row) -> Json:
    """What a bookmark adds to the post or topic that it marks."""
    return {
        "bookmark_id": bookmark["id"],
        "bookmark_name": bookmark["name"],
        "bookmark_reminder_at": bookmark["reminder_at"],
        "bookmark_auto_delete_preference": bookmark["auto_delete_preference"],
    }


def _marks(
    community: Community, viewer: Viewer, post_ids: list[int]
) -> tuple[set[int], dict[int, sqlite3.Row]]:
    ids = ",".join(map(str, post_ids)) or "-1"
    rows = community.database.rows
    liked = {
        r[0]
        for r in rows(f"SELECT post_id FROM likes WHERE user_id = ? AND post_id IN ({ids})", viewer.id)  # noqa: S608
    }
    bookmarks = rows(
        "SELECT * FROM bookmarks WHERE user_id = ? AND bookmarkable_type = 'Post'"  # noqa: S608
        f" AND bookmarkable_id IN ({ids})",
        viewer.id,
    )
    return liked, {r["bookmarkable_id"]: r for r in bookmarks}


def _parents(community: Community, rows: Iterable[sqlite3.Row]) -> dict[tuple[int, int], Json]:
    found: dict[tuple[int, int], Json] = {}
    for row in rows:
        place = (row["topic_id"], row["reply_to_post_number"])
        if not place[1] or place in found:
            continue
        user = community.database.row(
            "SELECT u.id, u.username, u.name FROM posts p JOIN users u ON u.id = p.user_id"
            " WHERE p.topic_id = ? AND p.post_number = ?",
            *place,
        )
        if user is not None:
            found[place] = basic_user(user)
    return found


def _base(row: sqlite3.Row, viewer: Viewer, cooked: str) -> Json:
    own = row["user_id"] == viewer.id
    may_change = own or viewer.staff
    return {
        "id": row["id"],
        "name": row["author_name"],
        "username": row["username"],
        "avatar_template": avatar_template(row["username"], row["user_id"]),
        "created_at": row["created_at"],
        "cooked": cooked,
        "post_number": row["post_number"],
        "post_type": row["post_type"],
        "posts_count": row["posts_count"],
        "updated_at": row["updated_at"],
        "reply_count": row["reply_count"],
        "reply_to_post_number": row["reply_to_post_number"],
        "quote_count": row["quote_count"],
        "incoming_link_count": 0,
        "reads": row["reads"],
        "readers_count": max(0, row["reads"] - 1),
        "score": row["like_count"] * 15 + row["reply_count"] * 5 + row["reads"] * 0.2,
        "yours": own,
        "topic_id": row["topic_id"],
        "topic_slug": row["topic_slug"],
        "display_username": row["author_name"],
        "primary_group_name": row["primary_group_name"],
        "flair_name": None,
        "flair_url": None,
        "flair_bg_color": None,
        "flair_color": None,
        "flair_group_id": None,
        "badges_granted": [],
        "version": row["version"],
        "can_edit": may_change,
        "can_delete": may_change and row["post_number"] > 1,
        "can_recover": False,
        "can_see_hidden_post": viewer.staff,
        "can_wiki": viewer.staff,
        "user_title": row["user_title"] or None,
        "moderator": bool(row["moderator"]),
        "admin": bool(row["admin"]),
        "staff": bool(row["moderator"] or row["admin"]),
        "user_id": row["user_id"],
        "hidden": False,
        "trust_level": row["trust_level"],
        "deleted_at": row["deleted_at"],
        "user_deleted": bool(row["user_deleted"]),
        "edit_reason": row["edit_reason"],
        "can_view_edit_history": True,
        "wiki": False,
        "reviewable_score_count": 0,
        "reviewable_score_pending_count": 0,
        "post_url": f"/t/{row['topic_slug']}/{row['topic_id']}/{row['post_number']}",
    }


def _actions(row: sqlite3.Row, viewer: Viewer, liked: bool) -> list[Json]:
    like: Json = {"id": LIKE}
    if row["like_count"]:
        like["count"] = row["like_count"]
    if liked:
        like |= {"acted": True, "can_undo": True}
    elif row["user_id"] != viewer.id:
        like["can_act"] = True
    summary = [like] if len(like) > 1 else []
    if row["user_id"] != viewer.id:
        summary += [{"id": flag, "can_act": True} for flag in FLAGS]
    return summary


def _view_fields(row: sqlite3.Row, cooked: str, view: View) -> Json:
    if view == "list":
        short = excerpt(cooked)
        return {
            "reviewable_id": None,
            "raw": row["raw"],
            "topic_title": row["topic_title"],
            "topic_html_title": html.escape(row["topic_title"], quote=False),
            "category_id": row["category_id"],
            "excerpt": short,
            "truncated": short.endswith("&hellip;"),
        }
    if view in ("stream", "replies"):
        return {"reviewable_id": 0, "read": True, "link_counts": []}
    return {"reviewable_id": None, "raw": row["raw"]}


def _solved_fields(row: sqlite3.Row, viewer: Viewer) -> Json:
    """What the solved plugin adds to the posts of a question."""
    if row["topic_kind"] != "question":
        return {}
    accepted = row["accepted_post_id"] == row["id"]
    may = row["topic_user_id"] == viewer.id or viewer.staff
    return {
        "can_accept_answer": may and row["post_number"] > 1 and not accepted,
        "can_unaccept_answer": may and accepted,
        "accepted_answer": accepted,
        "topic_accepted_answer": row["accepted_post_id"] is not None,
    }
