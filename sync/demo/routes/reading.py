"""Reading: the newest posts, lists of topics, one topic, one post."""

from __future__ import annotations

import html
import sqlite3

from starlette.responses import RedirectResponse, Response

from sync.demo.exchange import Call, Json, page
from sync.demo.refusals import invalid_access, invalid_parameters, not_found
from sync.demo.routes.site import visible_category
from sync.demo.shapes_posts import POST_COLUMNS, posts_json
from sync.demo.shapes_topics import CHUNK, opened, stream_ids, stream_posts, topic_list

NEWEST = 50
PER_PAGE = 30
ORDERS = {
    "default": "t.bumped_at",
    "activity": "t.bumped_at",
    "created": "t.created_at",
    "views": "t.views",
    "posts": "t.posts_count",
    "likes": "t.like_count",
    "op_likes": "(SELECT like_count FROM posts WHERE topic_id = t.id AND post_number = 1)",
    "category": "t.category_id",
}


def latest_posts(call: Call) -> Json:
    """GET /posts.json: up to 50 newest posts; `before` leaves out that id and everything after it.

    With the setting `window_paging`, as older versions do: the window of 50 ids that ends in `before`.
    """
    before = call.number("before", 0)
    where, values = "", []
    if before > 0 and call.community.settings.window_paging:
        where, values = "p.id <= ? AND p.id > ? AND", [before, before - NEWEST]
    elif before > 0:
        where, values = "p.id < ? AND", [before]
    rows = call.community.database.rows(
        f"SELECT {POST_COLUMNS} WHERE {where} p.deleted_at IS NULL AND t.deleted_at IS NULL"
        f" AND {call.viewer.topics_sql} ORDER BY p.id DESC LIMIT {NEWEST}",
        *values,
    )
    return {"latest_posts": posts_json(call.community, call.viewer, rows, "list")}


def latest(call: Call) -> Json:
    """GET /latest.json."""
    return _list(call, call.viewer.topics_sql, "/latest")


def top(call: Call) -> Json:
    """GET /top.json: most liked first."""
    body = _list(call, call.viewer.topics_sql, "/top", order="likes")
    body["topic_list"]["for_period"] = call.text("period", "all")
    return body


def category_topics(call: Call) -> Json:
    """GET /c/SLUG/ID.json."""
    category = visible_category(call, call.path("id"))
    return _list(call, f"t.category_id = {category['id']}", f"/c/{category['slug']}/{category['id']}")


def tag_topics(call: Call) -> Json:
    """GET /tag/NAME.json."""
    tag = call.community.database.row("SELECT * FROM tags WHERE name = ?", call.path("name"))
    if tag is None:
        raise not_found()
    where = (
        f"{call.viewer.topics_sql}"  # noqa: S608
        f" AND t.id IN (SELECT topic_id FROM topic_tags WHERE tag_id = {tag['id']})"
    )
    body = _list(call, where, f"/tag/{tag['name']}")
    body["topic_list"]["tags"] = [
        {
            "id": tag["id"],
            "name": tag["name"],
            "topic_count": len(body["topic_list"]["topics"]),
            "staff": False,
        }
    ]
    return body


def _list(call: Call, where: str, address: str, order: str | None = None) -> Json:
    per_page = min(max(call.number("per_page", PER_PAGE), 1), 100)
    start = max(call.number("page", 0), 0) * per_page
    chosen = ORDERS.get(order or call.text("order", "default"), ORDERS["default"])
    direction = "ASC" if call.flag("ascending") else "DESC"
    # pinned topics stand first, and only in the usual order
    pinned = "t.pinned DESC," if chosen == "t.bumped_at" and direction == "DESC" else ""
    rows = call.community.database.rows(
        f"SELECT t.* FROM topics t WHERE {where} AND t.deleted_at IS NULL"  # noqa: S608
        f" ORDER BY {pinned} {chosen} {direction}, t.id DESC LIMIT ? OFFSET ?",
        per_page + 1,
        start,
    )
    extra: Json = {"per_page": per_page}
    if len(rows) > per_page:
        number = max(call.number("page", 0), 0) + 1
        extra["more_topics_url"] = f"{address}?no_definitions=true&page={number}"
    return topic_list(call.community, call.viewer, rows[:per_page], extra)


def visible_topic(call: Call, number: int) -> sqlite3.Row:
    """The topic. Raises 404 when it is absent or deleted, 403 in a closed group, as Discourse does."""
    row = call.community.database.row("SELECT * FROM topics WHERE id = ?", number)
    if row is None or row["deleted_at"] is not None:
        raise not_found()
    if not call.viewer.may_see_topic(row):
        raise invalid_access()
    return row


def visible_post(call: Call, number: int) -> sqlite3.Row:
    """The post with its topic's columns. Raises 404 when absent or deleted, 403 in a closed group."""
    row = call.community.database.row(
        f"SELECT {POST_COLUMNS} WHERE p.id = ? AND p.deleted_at IS NULL", number
    )
    if row is None:
        raise not_found()
    visible_topic(call, row["topic_id"])
    return row


def topic(call: Call) -> Json | Response:
    """GET /t/ID.json, /t/SLUG/ID.json and both with /POST_NUMBER: 20 posts around the place asked for."""
    row = visible_topic(call, call.path("id"))
    if call.wants_html:
        return _topic_page(call, row)
    ids = stream_ids(call.community, row["id"])
    number = call.number("page", 1)
    near = call.request.path_params.get("post_number") or call.number("post_number", 0)
    if near and near > 1:
        place = _place_near(call, row["id"], near, ids)
        start = max(0, min(place - 5, len(ids) - CHUNK))
    else:
        start = (max(number, 1) - 1) * CHUNK
        if start and start >= len(ids):
            raise not_found()
    body = opened(call.community, call.viewer, row, ids[start : start + CHUNK])
    if near:
        body["current_post_number"] = near
    return body


def _place_near(call: Call, topic_id: int, post_number: int, ids: list[int]) -> int:
    post_id = call.community.database.value(
        "SELECT id FROM posts WHERE topic_id = ? AND deleted_at IS NULL ORDER BY abs(post_number"
        " - ?) LIMIT 1",
        topic_id,
        post_number,
    )
    return ids.index(post_id) if post_id in ids else 0


def _topic_page(call: Call, row: sqlite3.Row) -> Response:
    """The topic for a browser ("open in browser"); everyone who may read it by key could read it there."""
    posts = stream_posts(call.community, call.viewer, stream_ids(call.community, row["id"]))
    parts = [f"<h2>{html.escape(p['name'] or p['username'])}</h2>{p['cooked']}" for p in posts]
    title = html.escape(row["title"])
    return page(title, f"<h1>{title}</h1>" + "<hr>".join(parts))


def topic_posts(call: Call) -> Json:
    """GET /t/ID/posts.json?post_ids[]=: chosen posts, or the first 20."""
    row = visible_topic(call, call.path("id"))
    wanted = call.texts("post_ids")
    if not all(w.isdigit() for w in wanted):
        raise invalid_parameters("post_ids")
    known = stream_ids(call.community, row["id"])
    numbers = {int(w) for w in wanted}
    ids = [i for i in known if i in numbers] if wanted else known[:CHUNK]
    return {
        "post_stream": {"posts": stream_posts(call.community, call.viewer, ids)},
        "id": row["id"],
    }


def post(call: Call) -> Json:
    """GET /posts/ID.json."""
    return posts_json(call.community, call.viewer, [visible_post(call, call.path("id"))], "single")[0]


def post_by_number(call: Call) -> Json:
    """GET /posts/by_number/TOPIC/NUMBER.json."""
    found = call.community.database.value(
        "SELECT id FROM posts WHERE topic_id = ? AND post_number = ?",
        call.path("topic_id"),
        call.path("number"),
    )
    return posts_json(call.community, call.viewer, [visible_post(call, found or 0)], "single")[0]


def post_replies(call: Call) -> list[Json]:
    """GET /posts/ID/replies.json: up to 20 direct replies."""
    row = visible_post(call, call.path("id"))
    replies = call.community.database.rows(
        f"SELECT {POST_COLUMNS} WHERE p.topic_id = ? AND p.reply_to_post_number = ? AND p.post_number > ?"
        " AND p.deleted_at IS NULL ORDER BY p.post_number LIMIT 20",
        row["topic_id"],
        row["post_number"],
        call.number("after", 1),
    )
    return posts_json(call.community, call.viewer, replies, "replies")


def short_link(call: Call) -> Response:
    """GET /p/ID: the address of a post."""
    row = visible_post(call, call.path("id"))
    return RedirectResponse(f"/t/{row['topic_slug']}/{row['topic_id']}/{row['post_number']}", 302)
