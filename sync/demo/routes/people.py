"""Members, the directory, notifications and what someone did."""

from __future__ import annotations

import json
import sqlite3

from sync.demo.cook import excerpt
from sync.demo.exchange import Call, Json
from sync.demo.moments import iso
from sync.demo.refusals import invalid_parameters, not_found
from sync.demo.shapes_people import avatar_template, basic_user, profile

DIRECTORY_PAGE = 50
ACTIONS_PAGE = 30
DIRECTORY_ORDERS = {
    "likes_received": "likes_received",
    "likes_given": "likes_given",
    "topic_count": "topic_count",
    "post_count": "post_count",
    "topics_entered": "topic_count",
    "posts_read": "post_count",
    "days_visited": "post_count",
}
NEW_TOPIC, REPLY = 4, 5
NOTIFICATION_TYPES = {
    "mentioned": 1,
    "replied": 2,
    "quoted": 3,
    "liked": 5,
    "private_message": 6,
    "posted": 9,
    "custom": 14,
    "group_mentioned": 15,
    "liked_consolidated": 19,
    "membership_request_accepted": 22,
    "reaction": 25,
}


def member(call: Call) -> Json:
    """GET /u/NAME.json."""
    return {"user_badges": [], "user": profile(call.community, call.viewer, _user(call))}


def member_card(call: Call) -> Json:
    """GET /u/NAME/card.json."""
    return member(call)


def _user(call: Call) -> sqlite3.Row:
    row = call.community.database.row("SELECT * FROM users WHERE username = ?", call.path("username"))
    if row is None:
        raise not_found()
    return row


def directory(call: Call) -> Json:
    """GET /directory_items.json: members by what they did, 50 a page; `user_field_ids` adds fields."""
    order = DIRECTORY_ORDERS.get(call.text("order", "likes_received"), "likes_received")
    direction = "ASC" if call.flag("asc") else "DESC"
    number, name = max(call.number("page", 0), 0), call.text("name", "")
    where, values = "instr(lower(username || ' ' || name), lower(?))", [name]
    total = call.community.database.value(f"SELECT count(*) FROM users WHERE {where}", *values)  # noqa: S608
    rows = call.community.database.rows(
        f"SELECT * FROM users WHERE {where} ORDER BY {order} {direction}, id LIMIT ? OFFSET ?",  # noqa: S608
        *values,
        DIRECTORY_PAGE,
        number * DIRECTORY_PAGE,
    )
    wanted = [w for w in call.text("user_field_ids", "").split("|") if w]
    period = call.text("period", "all")
    return {
        "directory_items": [_directory_item(r, wanted) for r in rows],
        "meta": {
            "last_updated_at": iso(call.community.now()),
            "total_rows_directory_items": total,
            "load_more_directory_items": f"/directory_items?order={order}&page={number + 1}&period={period}",
        },
    }


def _directory_item(row: sqlite3.Row, wanted: list[str]) -> Json:
    user = basic_user(row) | {"title": row["title"] or None}
    if wanted:
        values = {"1": row["organisation"], "2": row["find"]}
        user["user_fields"] = {w: {"value": [values.get(w) or ""], "searchable": True} for w in wanted}
    return {
        "id": row["id"],
        "likes_received": row["likes_received"],
        "likes_given": row["likes_given"],
        "topics_entered": row["post_count"] * 3,
        "topic_count": row["topic_count"],
        "post_count": row["post_count"],
        "posts_read": row["post_count"] * 11,
        "days_visited": min(700, row["post_count"]),
        "user": user,
    }


def notifications(call: Call) -> Json:
    """GET /notifications.json: newest first, `limit` (60) and `offset`; none about hidden content."""
    limit, offset = min(max(call.number("limit", 60), 1), 60), max(call.number("offset", 0), 0)
    where = (
        "n.user_id = ? AND (n.topic_id IS NULL OR EXISTS (SELECT 1 FROM topics t WHERE t.id = n.topic_id"  # noqa: S608
        f" AND t.deleted_at IS NULL AND {call.viewer.topics_sql}))"
    )
    database = call.community.database
    rows = database.rows(
        "SELECT n.*, t.slug, t.title FROM notifications n LEFT JOIN topics t ON t.id = n.topic_id"  # noqa: S608
        f" WHERE {where} ORDER BY n.id DESC LIMIT ? OFFSET ?",
        call.viewer.id,
        limit,
        offset,
    )
    return {
        "notifications": [_notification(r) for r in rows],
        "total_rows_notifications": database.value(
            f"SELECT count(*) FROM notifications n WHERE {where}",  # noqa: S608
            call.viewer.id,
        ),
        "seen_notification_id": 0,
        "load_more_notifications": f"/notifications?offset={offset + limit}&username={call.viewer.username}",
    }


def _notification(row: sqlite3.Row) -> Json:
    return {
        "id": row["id"],
        "user_id": row["user_id"],
        "notification_type": row["notification_type"],
        "read": bool(row["read"]),
        "high_priority": bool(row["high_priority"]),
        "created_at": row["created_at"],
        "post_number": row["post_number"],
        "topic_id": row["topic_id"],
        "fancy_title": row["title"],
        "slug": row["slug"],
        "data": json.loads(row["data"]),
    }


def mark_notifications_read(call: Call) -> Json:
    """PUT /notifications/mark-read.json: one by `id`, those of `dismiss_types` (by name), or all."""
    wanted = [one for one in call.text("dismiss_types", "").split(",") if one]
    if not NOTIFICATION_TYPES.keys() >= set(wanted):
        raise invalid_parameters("dismiss_types")
    call.community.database.run(
        "UPDATE notifications SET read = 1 WHERE user_id = ? AND (? = 0 OR id = ?)"
        " AND (? = '[]' OR notification_type IN (SELECT value FROM json_each(?)))",
        call.viewer.id,
        call.number("id", 0),
        call.number("id", 0),
        *[json.dumps([NOTIFICATION_TYPES[one] for one in wanted])] * 2,
    )
    return {"success": "OK"}


def user_actions(call: Call) -> Json:
    """GET /user_actions.json: topics (4) and replies (5) of a member, newest first, 30 a page, `offset`."""
    row = call.community.database.row("SELECT * FROM users WHERE username = ?", call.text("username"))
    if row is None:
        raise not_found()
    wanted = {int(w) for w in call.text("filter", "4,5").split(",") if w.strip().isdigit()} or {4, 5}
    numbers = [
        c for kind, c in ((NEW_TOPIC, "p.post_number = 1"), (REPLY, "p.post_number > 1")) if kind in wanted
    ]
    posts = call.community.database.rows(
        "SELECT p.*, t.title, t.slug, t.category_id, t.closed FROM posts p JOIN topics t ON t.id = p.topic_id"  # noqa: S608
        f" WHERE p.user_id = ? AND p.deleted_at IS NULL AND t.deleted_at IS NULL AND"
        f" ({' OR '.join(numbers) or '0'})"
        f" AND {call.viewer.topics_sql} ORDER BY p.id DESC LIMIT ? OFFSET ?",
        row["id"],
        min(max(call.number("limit", ACTIONS_PAGE), 1), 100),
        max(call.number("offset", 0), 0),
    )
    cooked = call.community.cooked((p["id"], p["raw"], p["cooked"]) for p in posts)
    return {"user_actions": [_action(row, p, cooked[p["id"]]) for p in posts]}


def _action(user: sqlite3.Row, post: sqlite3.Row, cooked: str) -> Json:
    avatar = avatar_template(user["username"], user["id"])
    return {
        "excerpt": excerpt(cooked, 300),
        "action_type": NEW_TOPIC if post["post_number"] == 1 else REPLY,
        "created_at": post["created_at"],
        "avatar_template": avatar,
        "acting_avatar_template": avatar,
        "slug": post["slug"],
        "topic_id": post["topic_id"],
        "target_user_id": user["id"],
        "target_name": user["name"],
        "target_username": user["username"],
        "post_number": post["post_number"],
        "post_id": post["id"] if post["post_number"] > 1 else None,
        "username": user["username"],
        "name": user["name"],
        "user_id": user["id"],
        "acting_username": user["username"],
        "acting_name": user["name"],
        "acting_user_id": user["id"],
        "title": post["title"],
        "deleted": False,
        "hidden": None,
        "post_type": None,
        "action_code": None,
        "category_id": post["category_id"],
        "closed": bool(post["closed"]),
        "archived": False,
    }


def pending_posts(call: Call) -> Json:
    """GET /posts/NAME/pending.json: what waits for moderation; one's own, or staff."""
    user = _user(call)
    if user["id"] != call.viewer.id and not call.viewer.staff:
        raise not_found()
    rows = call.community.database.rows(
        "SELECT * FROM reviewables WHERE user_id = ? AND status = 0 ORDER BY id DESC", user["id"]
    )
    return {"pending_posts": [pending_post(user, r) for r in rows]}


def pending_post(user: sqlite3.Row, row: sqlite3.Row) -> Json:
    """A post in the moderation queue as its author sees it."""
    return basic_user(user) | {
        "id": row["id"],
        "category_id": row["category_id"],
        "created_at": row["created_at"],
        "created_by_id": user["id"],
        "raw_text": row["raw"],
        "title": row["title"],
        "topic_id": row["topic_id"],
        "topic_url": f"/t/{row['topic_id']}" if row["topic_id"] else None,
    }
