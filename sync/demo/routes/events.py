"""Meet-ups, in the shapes of Discourse's calendar plugin."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from starlette.responses import Response

from sync.demo.exchange import Call, Json
from sync.demo.moments import iso, parse_iso
from sync.demo.refusals import not_found
from sync.demo.routes.reading import visible_post
from sync.demo.shapes_people import basic_user

GOING, INTERESTED, NOT_GOING = 0, 1, 2
STATUS_NAMES = {GOING: "going", INTERESTED: "interested", NOT_GOING: "not_going"}


def events(call: Call) -> Json:
    """GET /discourse-post-event/events.json: upcoming ones, or between `after` and `before`; by start."""
    return {"events": [_event(call, row) for row in _rows(call)]}


def calendar(call: Call) -> Response:
    """GET /discourse-post-event/events.ics."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stamtafel//demo//NL"]
    for row in _rows(call):
        starts, ends = parse_iso(row["starts_at"]), _ends(row)
        lines += [
            "BEGIN:VEVENT",
            f"UID:post-event-{row['post_id']}@{call.community.host}",
            f"DTSTAMP:{_stamp(call.community.now())}",
            f"DTSTART:{_stamp(starts)}",
            f"DTEND:{_stamp(ends)}",
            f"SUMMARY:{_escaped(row['name'])}",
            f"LOCATION:{_escaped(row['location'] or '')}",
            f"URL:{call.community.base_url}/t/{row['slug']}/{row['topic_id']}",
            "END:VEVENT",
        ]
    text = "\r\n".join([*lines, "END:VCALENDAR", ""])
    return Response(text, media_type="text/calendar; charset=utf-8")


def event(call: Call) -> Json:
    """GET /discourse-post-event/events/POST_ID.json."""
    return {"event": _event(call, _row(call))}


def attend(call: Call) -> Json:
    """POST or PUT .../events/POST_ID/invitees.json with invitee[status] going, interested or not_going."""
    row = _row(call)
    names = {name: number for number, name in STATUS_NAMES.items()}
    status = names.get(call.text("invitee[status]", "going"), GOING)
    call.community.database.run(
        "INSERT INTO event_invitees (post_id, user_id, status) VALUES (?, ?, ?)"
        " ON CONFLICT (post_id, user_id) DO UPDATE SET status = excluded.status",
        row["post_id"],
        call.viewer.id,
        status,
    )
    user = call.community.database.row("SELECT * FROM users WHERE id = ?", call.viewer.id)
    if user is None:
        raise not_found()
    return {"invitee": _invitee(user, row["post_id"], status)}


_SELECT = (
    "SELECT e.*, p.topic_id, p.post_number, p.user_id, t.title, t.slug, t.category_id, c.slug AS category_slug"
    " FROM events e JOIN posts p ON p.id = e.post_id JOIN topics t ON t.id = p.topic_id"
    " JOIN categories c ON c.id = t.category_id WHERE p.deleted_at IS NULL AND t.deleted_at IS NULL"
)


def _rows(call: Call) -> list[sqlite3.Row]:
    where, values = f"{_SELECT} AND t.category_id IN ({call.viewer.categories_sql})", []
    after, before = call.text("after", ""), call.text("before", "")
    if after or not before:
        where += " AND coalesce(e.ends_at, e.starts_at) >= ?"
        values.append(_moment(after) if after else iso(call.community.now()))
    if before:
        where += " AND e.starts_at <= ?"
        values.append(_moment(before))
    if call.text("category_id", ""):
        where += " AND t.category_id = ?"
        values.append(str(call.number("category_id")))
    if call.text("post_id", ""):
        where += " AND e.post_id = ?"
        values.append(str(call.number("post_id")))
    direction = "DESC" if call.text("order", "asc") == "desc" else "ASC"
    limit = min(max(call.number("limit", 200), 1), 200)
    return call.community.database.rows(f"{where} ORDER BY e.starts_at {direction} LIMIT ?", *values, limit)


def _moment(text: str) -> str:
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise not_found() from None
    return iso(found)


def _row(call: Call) -> sqlite3.Row:
    visible_post(call, call.path("id"))
    row = call.community.database.row(f"{_SELECT} AND e.post_id = ?", call.path("id"))
    if row is None:
        raise not_found()
    return row


def _ends(row: sqlite3.Row) -> datetime:
    return parse_iso(row["ends_at"]) if row["ends_at"] else parse_iso(row["starts_at"]) + timedelta(hours=1)


def _event(call: Call, row: sqlite3.Row) -> Json:
    database, now = call.community.database, call.community.now()
    invitees = database.rows(
        "SELECT u.*, i.status FROM event_invitees i JOIN users u ON u.id = i.user_id WHERE i.post_id = ?"
        " ORDER BY i.status, u.id",
        row["post_id"],
    )
    creator = database.row("SELECT * FROM users WHERE id = ?", row["user_id"])
    mine = next((i for i in invitees if i["id"] == call.viewer.id), None)
    tags = database.rows(
        "SELECT name FROM topic_tags tt JOIN tags ON tags.id = tt.tag_id WHERE topic_id = ?", row["topic_id"]
    )
    starts, ends = parse_iso(row["starts_at"]), _ends(row)
    count = {status: sum(i["status"] == status for i in invitees) for status in STATUS_NAMES}
    return {
        "id": row["post_id"],
        "category_id": row["category_id"],
        "name": row["name"],
        "recurrence": None,
        "starts_at": row["starts_at"],
        "ends_at": row["ends_at"],
        "show_local_time": False,
        "timezone": "Europe/Amsterdam",
        "post": {
            "id": row["post_id"],
            "post_number": row["post_number"],
            "url": f"/t/{row['slug']}/{row['topic_id']}/{row['post_number']}",
            "category_slug": row["category_slug"],
            "topic": {
                "id": row["topic_id"],
                "title": row["title"],
                "tags": [t["name"] for t in tags],
                "tags_descriptions": {},
                "slug": row["slug"],
            },
        },
        "occurrences": [{"starts_at": row["starts_at"], "ends_at": row["ends_at"]}],
        "can_act_on_discourse_post_event": row["user_id"] == call.viewer.id or call.viewer.staff,
        "can_update_attendance": ends > now,
        "creator": basic_user(creator) if creator is not None else None,
        "is_closed": False,
        "is_expired": ends < now,
        "is_ongoing": starts <= now <= ends,
        "is_private": False,
        "is_public": True,
        "is_standalone": False,
        "raw_invitees": ["trust_level_0"],
        "reminders": [],
        "sample_invitees": [_invitee(i, row["post_id"], i["status"]) for i in invitees[:10]],
        "should_display_invitees": bool(invitees),
        "stats": {
            "going": count[GOING],
            "interested": count[INTERESTED],
            "not_going": count[NOT_GOING],
            "invited": 0,
        },
        "status": "public",
        "location": row["location"] or None,
        "watching_invitee": _invitee(mine, row["post_id"], mine["status"]) if mine is not None else None,
        "at_capacity": False,
    }


def _invitee(user: sqlite3.Row, post_id: int, status: int) -> Json:
    return {"id": user["id"], "status": STATUS_NAMES[status], "user": basic_user(user), "post_id": post_id}


def _stamp(moment: datetime) -> str:
    return iso(moment)[:19].replace("-", "").replace(":", "") + "Z"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
