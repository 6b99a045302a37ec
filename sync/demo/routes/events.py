"""Meet-ups, in the shapes of Discourse's calendar plugin."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from starlette.responses import Response

from sync.demo.exchange import Call, Json
from sync.demo.moments import iso, parse_iso
from sync.demo.refusals import not_found
from sync.demo.routes.reading import visible_post
from sync.demo.shapes_events import (
    EVENT_SELECT,
    GOING,
    STATUS_NAMES,
    event_ends,
    event_json,
    invitee_json,
)


def events(call: Call) -> Json:
    """GET /discourse-post-event/events.json: upcoming ones, or between `after` and `before`; by start."""
    return {"events": [event_json(call.community, call.viewer, row) for row in _rows(call)]}


def calendar(call: Call) -> Response:
    """GET /discourse-post-event/events.ics."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stamtafel//demo//NL"]
    for row in _rows(call):
        starts, ends = parse_iso(row["starts_at"]), event_ends(row)
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
    return {"event": event_json(call.community, call.viewer, _row(call))}


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
    return {"invitee": invitee_json(user, row["post_id"], status)}


def _rows(call: Call) -> list[sqlite3.Row]:
    where, values = f"{EVENT_SELECT} AND {call.viewer.topics_sql}", []
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
    row = call.community.database.row(f"{EVENT_SELECT} AND e.post_id = ?", call.path("id"))
    if row is None:
        raise not_found()
    return row


def _stamp(moment: datetime) -> str:
    return iso(moment)[:19].replace("-", "").replace(":", "") + "Z"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
