"""What a member leaves behind while reading: likes, bookmarks, reading times, accepted answers, uploads."""

from __future__ import annotations

import sqlite3

from starlette.responses import Response

from sync.demo import activity, uploads
from sync.demo.exchange import Call, Json
from sync.demo.moments import iso
from sync.demo.refusals import invalid_access, invalid_parameters, not_found, unprocessable
from sync.demo.routes.reading import visible_post, visible_topic
from sync.demo.shapes_posts import LIKE, POST_COLUMNS, posts_json
from sync.demo.shapes_settings import MOST_UPLOAD_KILOBYTES

# Discourse counts at most a minute of reading per post from one report.
MOST_MSECS_PER_POST = 60_000


def _post_json(call: Call, post_id: int) -> Json:
    rows = call.community.database.rows(f"SELECT {POST_COLUMNS} WHERE p.id = ?", post_id)
    return posts_json(call.community, call.viewer, rows, "single")[0]


def like(call: Call) -> Json:
    """POST /post_actions.json with id and post_action_type_id 2; flags are taken and do nothing."""
    row = visible_post(call, call.number("id"))
    if call.number("post_action_type_id") != LIKE:
        return _post_json(call, row["id"])
    # one's own post cannot be liked, nor the same post twice
    if row["user_id"] == call.viewer.id or not activity.like(call.community, row["id"], call.viewer.id):
        raise invalid_access()
    return _post_json(call, row["id"])


def unlike(call: Call) -> Json:
    """DELETE /post_actions/POST_ID.json with post_action_type_id 2."""
    row = visible_post(call, call.path("id"))
    if call.number("post_action_type_id") != LIKE or not activity.unlike(
        call.community, row["id"], call.viewer.id
    ):
        raise not_found()
    return _post_json(call, row["id"])


def bookmark(call: Call) -> Json:
    """POST /bookmarks.json with bookmarkable_id and bookmarkable_type (Post or Topic)."""
    kind, number = call.text("bookmarkable_type", "Post"), call.number("bookmarkable_id")
    if kind not in ("Post", "Topic"):
        raise invalid_parameters("bookmarkable_type")
    if kind == "Post":
        visible_post(call, number)
    else:
        visible_topic(call, number)
    try:
        bookmark_id = call.community.database.run(
            "INSERT INTO bookmarks (user_id, bookmarkable_type, bookmarkable_id, name,"
            " reminder_at, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            call.viewer.id,
            kind,
            number,
            call.text("name", "") or None,
            call.text("reminder_at", "") or None,
            iso(call.community.now()),
        )
    except sqlite3.IntegrityError:
        what = "bericht" if kind == "Post" else "topic"
        raise unprocessable(f"Je kunt hetzelfde {what} niet twee keer als bladwijzer opslaan.") from None
    return {"success": "OK", "id": bookmark_id}


def remove_bookmark(call: Call) -> Json:
    """DELETE /bookmarks/ID.json."""
    database = call.community.database
    row = database.row("SELECT * FROM bookmarks WHERE id = ?", call.path("id"))
    if row is None:
        raise not_found()
    if row["user_id"] != call.viewer.id:
        raise invalid_access()
    database.run("DELETE FROM bookmarks WHERE id = ?", row["id"])
    topic_id = row["bookmarkable_id"]
    if row["bookmarkable_type"] == "Post":
        topic_id = database.value("SELECT topic_id FROM posts WHERE id = ?", row["bookmarkable_id"])
    left = database.value(
        "SELECT count(*) FROM bookmarks b WHERE b.user_id = ? AND (b.bookmarkable_type = 'Topic' AND"
        " b.bookmarkable_id = ? OR b.bookmarkable_type = 'Post' AND b.bookmarkable_id IN"
        " (SELECT id FROM posts WHERE topic_id = ?))",
        call.viewer.id,
        topic_id,
        topic_id,
    )
    return {"success": "OK", "topic_bookmarked": bool(left)}


def bookmark_topic(call: Call) -> Response:
    """PUT /t/ID/bookmark.json: marks the first post, as the older way did."""
    row = visible_topic(call, call.path("id"))
    call.community.database.run(
        "INSERT OR IGNORE INTO bookmarks (user_id, bookmarkable_type, bookmarkable_id, created_at)"
        " VALUES (?, 'Topic', ?, ?)",
        call.viewer.id,
        row["id"],
        iso(call.community.now()),
    )
    return Response(status_code=200)


def unbookmark_topic(call: Call) -> Response:
    """PUT /t/ID/remove_bookmarks.json."""
    row = visible_topic(call, call.path("id"))
    call.community.database.run(
        "DELETE FROM bookmarks WHERE user_id = ? AND (bookmarkable_type = 'Topic' AND bookmarkable_id = ?"
        " OR bookmarkable_type = 'Post' AND bookmarkable_id IN (SELECT id FROM posts WHERE topic_id = ?))",
        call.viewer.id,
        row["id"],
        row["id"],
    )
    return Response(status_code=200)


def bookmarks(call: Call) -> Json:
    """GET /u/NAME/bookmarks.json: one's own, newest first, 20 a page."""
    if str(call.path("username")).lower() != call.viewer.username.lower():
        raise not_found()
    rows = call.community.database.rows(
        "SELECT b.*, t.id AS topic_id, t.title, t.slug, t.category_id, t.closed,"  # noqa: S608
        " t.highest_post_number, p.post_number,"
        " t.bumped_at FROM bookmarks b"
        " LEFT JOIN posts p ON b.bookmarkable_type = 'Post' AND p.id = b.bookmarkable_id"
        " JOIN topics t ON t.id = coalesce(p.topic_id, b.bookmarkable_id)"
        f" WHERE b.user_id = ? AND t.deleted_at IS NULL AND {call.viewer.topics_sql}"
        " ORDER BY b.id DESC LIMIT 20 OFFSET ?",
        call.viewer.id,
        20 * max(call.number("page", 0), 0),
    )
    return {"user_bookmark_list": {"bookmarks": [_listed_bookmark(r) for r in rows]}}


def _listed_bookmark(row: sqlite3.Row) -> Json:
    return {
        "id": row["id"],
        "created_at": row["created_at"],
        "updated_at": row["created_at"],
        "name": row["name"],
        "reminder_at": row["reminder_at"],
        "pinned": False,
        "title": row["title"],
        "fancy_title": row["title"],
        "bookmarkable_id": row["bookmarkable_id"],
        "bookmarkable_type": row["bookmarkable_type"],
        "bookmarkable_url": f"/t/{row['slug']}/{row['topic_id']}/{row['post_number'] or 1}",
        "topic_id": row["topic_id"],
        "linked_post_number": row["post_number"] or 1,
        "category_id": row["category_id"],
        "closed": bool(row["closed"]),
        "highest_post_number": row["highest_post_number"],
        "bumped_at": row["bumped_at"],
        "slug": row["slug"],
        "deleted": False,
        "hidden": False,
        "archived": False,
        "archetype": "regular",
    }


def timings(call: Call) -> Response:
    """POST /topics/timings with topic_id and timings[POST_NUMBER]=milliseconds: raises last_read."""
    row = visible_topic(call, call.number("topic_id"))
    read: dict[int, int] = {}
    for name in call.params:
        number = name.removeprefix("timings[").removesuffix("]")
        if name.startswith("timings[") and number.isdigit():
            read[int(number)] = min(max(call.number(name, 0), 0), MOST_MSECS_PER_POST)
    highest = min(max(read, default=0), row["highest_post_number"])
    call.community.database.run(
        "INSERT INTO topic_users (user_id, topic_id, last_read_post_number, total_msecs) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (user_id, topic_id) DO UPDATE SET total_msecs = total_msecs + excluded.total_msecs,"
        " last_read_post_number = max(last_read_post_number, excluded.last_read_post_number)",
        call.viewer.id,
        row["id"],
        highest,
        sum(read.values()),
    )
    return Response(status_code=200)


def topic_notifications(call: Call) -> Json:
    """POST /t/ID/notifications.json with notification_level 0 to 3."""
    row = visible_topic(call, call.path("id"))
    level = call.number("notification_level")
    if level not in range(4):
        raise invalid_parameters("notification_level")
    call.community.database.run(
        "INSERT INTO topic_users (user_id, topic_id, notification_level) VALUES (?, ?, ?)"
        " ON CONFLICT (user_id, topic_id) DO UPDATE SET notification_level = excluded.notification_level",
        call.viewer.id,
        row["id"],
        level,
    )
    return {"success": "OK"}


def accept(call: Call) -> Json:
    """POST /solution/accept.json with id: by the asker or staff."""
    row = _answer(call)
    activity.accept(call.community, row["id"], call.viewer.id)
    return {
        "success": "OK",
        "accepted_answer": {"post_number": row["post_number"], "username": row["username"]},
    }


def unaccept(call: Call) -> Json:
    """POST /solution/unaccept.json with id: by the asker or staff."""
    row = _answer(call)
    call.community.database.run("UPDATE topics SET accepted_post_id = NULL WHERE id = ?", row["topic_id"])
    return {"success": "OK"}


def _answer(call: Call) -> sqlite3.Row:
    row = visible_post(call, call.number("id"))
    if row["topic_user_id"] != call.viewer.id and not call.viewer.staff:
        raise invalid_access()
    return row


def upload(call: Call) -> Json:
    """POST /uploads.json with file and type: up to 4 MB; the same file twice is one upload."""
    found = call.params.get("file", call.params.get("files[]"))
    found = found[0] if isinstance(found, list) and found else found
    if not isinstance(found, tuple):
        raise invalid_parameters("file")
    filename, content = found
    extension = filename.rsplit(".", 1)[-1].lower()
    if extension not in uploads.EXTENSIONS:
        allowed = ", ".join(sorted(uploads.EXTENSIONS))
        raise unprocessable(f"Het bestand dat je wilt uploaden, is niet toegestaan (toegestaan: {allowed}).")
    if len(content) > 1024 * MOST_UPLOAD_KILOBYTES:
        raise unprocessable("Het bestand dat je wilt uploaden, is te groot (maximale grootte is 4 MB).")
    try:
        number = uploads.store_upload(
            call.community.database,
            content,
            filename=filename,
            user_id=call.viewer.id,
            created_at=iso(call.community.now()),
        )
    except (OSError, ValueError):
        raise unprocessable("Het bestand is geen geldige afbeelding.") from None
    return _upload_json(call, number)


def _upload_json(call: Call, number: int) -> Json:
    row = call.community.database.row("SELECT * FROM uploads WHERE id = ?", number)
    if row is None:
        raise not_found()
    short = uploads.short_name(row["sha1"], row["extension"])
    width, height = row["width"], row["height"]
    # A file that is no picture has no size on the screen.
    scale = min(1.0, 690 / width, 500 / height) if width else None
    return {
        "id": row["id"],
        "url": uploads.upload_url(row["sha1"], row["extension"]),
        "original_filename": row["filename"],
        "filesize": row["filesize"],
        "width": width,
        "height": height,
        "thumbnail_width": None if scale is None else round(width * scale),
        "thumbnail_height": None if scale is None else round(height * scale),
        "extension": row["extension"],
        "short_url": f"upload://{short}",
        "short_path": f"/uploads/short-url/{short}",
        "retain_hours": None,
        "human_filesize": f"{row['filesize'] / 1024:.1f} KB",
        "dominant_color": None,
    }
