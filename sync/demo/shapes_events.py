"""Meet-ups as Discourse's calendar plugin writes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sync.demo.community import Community
from sync.demo.moments import parse_iso
from sync.demo.shapes_people import basic_user
from sync.demo.viewer import Viewer

Json = dict[str, Any]

GOING, INTERESTED, NOT_GOING = 0, 1, 2
STATUS_NAMES = {GOING: "going", INTERESTED: "interested", NOT_GOING: "not_going"}

EVENT_SELECT = (
    "SELECT e.*, p.topic_id, p.post_number, p.user_id, t.title, t.slug, t.category_id, c.slug AS"
    " category_slug"
    " FROM events e JOIN posts p ON p.id = e.post_id JOIN topics t ON t.id = p.topic_id"
    " JOIN categories c ON c.id = t.category_id WHERE p.deleted_at IS NULL AND t.deleted_at IS NULL"
)


def event_rows(community: Community, post_ids: Sequence[int]) -> list[sqlite3.Row]:
    """The meet-ups that these posts announce."""
    ids = ",".join(map(str, post_ids)) or "-1"
    return community.database.rows(f"{EVENT_SELECT} AND e.post_id IN ({ids})")


def event_ends(row: sqlite3.Row) -> datetime:
    """When it ends: an hour after its start unless it says so."""
    return parse_iso(row["ends_at"]) if row["ends_at"] else parse_iso(row["starts_at"]) + timedelta(hours=1)


def event_json(community: Community, viewer: Viewer, row: sqlite3.Row) -> Json:
    """A meet-up with who is coming."""
    database, now = community.database, community.now()
    invitees = database.rows(
        "SELECT u.*, i.status FROM event_invitees i JOIN users u ON u.id = i.user_id WHERE i.post_id = ?"
        " ORDER BY i.status, u.id",
        row["post_id"],
    )
    creator = database.row("SELECT * FROM users WHERE id = ?", row["user_id"])
    mine = next((i for i in invitees if i["id"] == viewer.id), None)
    tags = database.rows(
        "SELECT name FROM topic_tags tt JOIN tags ON tags.id = tt.tag_id WHERE topic_id = ?", row["topic_id"]
    )
    starts, ends = parse_iso(row["starts_at"]), event_ends(row)
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
        "can_act_on_discourse_post_event": row["user_id"] == viewer.id or viewer.staff,
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
        "sample_invitees": [invitee_json(i, row["post_id"], i["status"]) for i in invitees[:10]],
        "should_display_invitees": bool(invitees),
        "stats": {
            "going": count[GOING],
            "interested": count[INTERESTED],
            "not_going": count[NOT_GOING],
            "invited": 0,
        },
        "status": "public",
        "location": row["location"] or None,
        "watching_invitee": invitee_json(mine, row["post_id"], mine["status"]) if mine is not None else None,
        "at_capacity": False,
    }


def invitee_json(user: sqlite3.Row, post_id: int, status: int) -> Json:
    """Someone who answered an invitation."""
    return {"id": user["id"], "status": STATUS_NAMES[status], "user": basic_user(user), "post_id": post_id}
