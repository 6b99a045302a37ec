"""Writing posts: the checks, limits and moderation that Discourse puts before a new topic or reply."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta

from starlette.responses import Response

from sync.demo import activity
from sync.demo.exchange import Call, Json
from sync.demo.moments import iso
from sync.demo.refusals import invalid_access, invalid_parameters, unprocessable
from sync.demo.routes.people import pending_post
from sync.demo.routes.reading import visible_post, visible_topic
from sync.demo.shapes_posts import POST_COLUMNS, posts_json

TOPIC_GONE = "Er is iets misgegaan. Misschien is dit topic gesloten of verwijderd terwijl je het bekeek?"
TOO_SIMILAR = "Tekst lijkt te veel op wat je onlangs hebt geplaatst"


def create(call: Call) -> Json:
    """POST /posts.json: a topic (title, category, tags[]) or a reply (topic_id, reply_to_post_number)."""
    user = _author(call)
    raw = call.text("raw").strip()
    topic = _topic(call) if "topic_id" in call.params else None
    title = " ".join(call.text("title", "").split())
    category_id = topic["category_id"] if topic is not None else _category(call)
    errors = _text_errors(call, raw) + ([] if topic is not None else _title_errors(call, title))
    if errors:
        raise unprocessable(*errors, action="create_post")
    reason = _held_for(call, user, category_id)
    if reason is not None:
        return _enqueue(call, user, topic, category_id, title, raw, reason)
    _limits(call, new_topic=topic is None)
    if topic is not None:
        written = activity.create_reply(
            call.community, user_id=user["id"], topic_id=topic["id"], raw=raw, reply_to=_reply_to(call, topic)
        )
    else:
        written = activity.create_topic(
            call.community,
            user_id=user["id"],
            category_id=category_id,
            title=title,
            raw=raw,
            tags=call.texts("tags"),
        )
    post = _single(call, written.post_id) | {"draft_sequence": 0}
    return {"action": "create_post", "success": True, "post": post} if call.flag("nested_post") else post


def _author(call: Call) -> sqlite3.Row:
    row = call.community.database.row("SELECT * FROM users WHERE id = ?", call.viewer.id)
    if row is None or row["silenced"]:
        raise invalid_access()
    return row


def _topic(call: Call) -> sqlite3.Row:
    row = call.community.database.row("SELECT * FROM topics WHERE id = ?", call.number("topic_id"))
    if row is None or not call.viewer.may_see_topic(row) or (row["closed"] and not call.viewer.staff):
        raise unprocessable(TOPIC_GONE, action="create_post")
    return row


def _category(call: Call) -> int:
    if "category" not in call.params:
        raise unprocessable("Categorie kan niet leeg zijn", action="create_post")
    number = call.number("category")
    if number not in call.viewer.category_ids:
        raise invalid_access()
    return number


def _reply_to(call: Call, topic: sqlite3.Row) -> int | None:
    number = call.number("reply_to_post_number", 0)
    known = call.community.database.value(
        "SELECT 1 FROM posts WHERE topic_id = ? AND post_number = ? AND deleted_at IS NULL",
        topic["id"],
        number,
    )
    return number if known else None


def _text_errors(call: Call, raw: str) -> list[str]:
    settings = call.community.settings
    if len(raw) < settings.min_post_length:
        return [f"Tekst is te kort (minimaal {settings.min_post_length} tekens)"]
    if len(raw) > settings.max_post_length:
        return [f"Tekst is te lang (maximaal {settings.max_post_length} tekens)"]
    since = iso(call.community.now() - timedelta(minutes=settings.unique_posts_mins))
    # the guard compares the member's own recent texts, in whatever topic
    same = call.community.database.value(
        "SELECT 1 FROM posts WHERE user_id = ? AND raw = ? AND created_at > ?", call.viewer.id, raw, since
    )
    return [TOO_SIMILAR] if same and settings.unique_posts_mins else []


def _title_errors(call: Call, title: str) -> list[str]:
    settings = call.community.settings
    if len(title) < settings.min_topic_title_length:
        return [f"Titel is te kort (minimaal {settings.min_topic_title_length} tekens)"]
    if len(title) > settings.max_topic_title_length:
        return [f"Titel is te lang (maximaal {settings.max_topic_title_length} tekens)"]
    known = call.community.database.value(
        "SELECT 1 FROM topics WHERE lower(title) = lower(?) AND deleted_at IS NULL", title
    )
    return ["Titel is al in gebruik"] if known else []


def _held_for(call: Call, user: sqlite3.Row, category_id: int) -> str | None:
    """Why the post waits for moderation: a moderated group, or a newcomer's first post typed too fast."""
    if call.viewer.staff:
        return None
    if call.community.database.value("SELECT moderated FROM categories WHERE id = ?", category_id):
        return "category"
    fast = call.number("typing_duration_msecs", 0) < call.community.settings.min_first_post_typing_msecs
    if user["trust_level"] == 0 and user["post_count"] == 0 and fast:
        call.community.database.run("UPDATE users SET silenced = 1 WHERE id = ?", user["id"])
        return "fast_typer"
    return None


def _enqueue(
    call: Call,
    user: sqlite3.Row,
    topic: sqlite3.Row | None,
    category_id: int,
    title: str,
    raw: str,
    reason: str,
) -> Json:
    database = call.community.database
    number = database.run(
        "INSERT INTO reviewables (user_id, topic_id, category_id, title, raw, tags, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        user["id"],
        topic["id"] if topic is not None else None,
        category_id,
        title or None,
        raw,
        json.dumps(call.texts("tags")),
        iso(call.community.now()),
    )
    row = database.row("SELECT * FROM reviewables WHERE id = ?", number)
    waiting = database.value("SELECT count(*) FROM reviewables WHERE user_id = ? AND status = 0", user["id"])
    if row is None:
        raise invalid_parameters("raw")
    return {
        "success": True,
        "action": "enqueued",
        "reason": reason,
        "pending_count": waiting,
        "pending_post": pending_post(user, row),
    }


def _limits(call: Call, *, new_topic: bool) -> None:
    """One post every few seconds and one topic every few more; newcomers wait longer, staff does not."""
    if call.viewer.staff:
        return
    settings, limiter, new = call.community.settings, call.community.limiter, call.viewer.trust_level == 0
    topic_wait = settings.new_user_create_topic_interval if new else settings.create_topic_interval
    post_wait = settings.new_user_create_post_interval if new else settings.create_post_interval
    if new_topic and topic_wait:
        limiter.check(f"topic {call.viewer.id}", 1, topic_wait)
    if post_wait:
        limiter.perform(f"post {call.viewer.id}", 1, post_wait)
    if new_topic and topic_wait:
        limiter.perform(f"topic {call.viewer.id}", 1, topic_wait)


def _single(call: Call, post_id: int) -> Json:
    rows = call.community.database.rows(f"SELECT {POST_COLUMNS} WHERE p.id = ?", post_id)
    return posts_json(call.community, call.viewer, rows, "single")[0]


def update(call: Call) -> Json:
    """PUT /posts/ID.json with post[raw]; 409 when post[original_text] is no longer the text."""
    row = visible_post(call, call.path("id"))
    if row["user_id"] != call.viewer.id and not call.viewer.staff:
        raise invalid_access()
    raw = call.text("post[raw]").strip()
    original = call.text("post[original_text]", call.text("post[raw_old]", ""))
    if original and original != row["raw"]:
        refusal = unprocessable("Dat bericht is door iemand anders bewerkt.")
        refusal.status = 409
        raise refusal
    settings = call.community.settings
    if not settings.min_post_length <= len(raw) <= settings.max_post_length:
        raise unprocessable(f"Tekst is te kort (minimaal {settings.min_post_length} tekens)")
    activity.edit_post(call.community, row["id"], raw, call.text("post[edit_reason]", "") or None)
    return {"post": _single(call, row["id"]) | {"draft_sequence": 0}}


def delete(call: Call) -> Response:
    """DELETE /posts/ID.json: an own reply or, for staff, any post."""
    row = visible_post(call, call.path("id"))
    own = row["user_id"] == call.viewer.id and row["post_number"] > 1
    if not own and not call.viewer.staff:
        raise invalid_access()
    activity.delete_post(call.community, row["id"])
    return Response(status_code=200)


def delete_topic(call: Call) -> Response:
    """DELETE /t/ID.json: an own topic without replies or, for staff, any topic."""
    row = visible_topic(call, call.path("id"))
    own = row["user_id"] == call.viewer.id and row["posts_count"] == 1
    if not own and not call.viewer.staff:
        raise invalid_access()
    activity.delete_topic(call.community, row["id"])
    return Response(status_code=200)


def retitle(call: Call) -> Json:
    """PUT /t/-/ID.json with title: by its author or staff."""
    row = visible_topic(call, call.path("id"))
    if row["user_id"] != call.viewer.id and not call.viewer.staff:
        raise invalid_access()
    title = " ".join(call.text("title").split())
    if title != row["title"]:
        errors = _title_errors(call, title)
        if errors:
            raise unprocessable(*errors)
        activity.edit_title(call.community, row["id"], title)
    changed = call.community.database.row("SELECT * FROM topics WHERE id = ?", row["id"]) or row
    return {
        "basic_topic": {
            "id": changed["id"],
            "title": changed["title"],
            "fancy_title": changed["title"],
            "slug": changed["slug"],
            "posts_count": changed["posts_count"],
        }
    }
