"""Groups: which there are, who is in them, joining and leaving."""

from __future__ import annotations

import sqlite3

from sync.demo.exchange import Call, Json
from sync.demo.moments import iso
from sync.demo.refusals import invalid_access, not_found
from sync.demo.shapes_people import (
    group_json,
    group_place,
    may_see_group,
    may_see_members,
    member_json,
    visible_groups,
)

GROUPS_PER_PAGE = 36
MOST_MEMBERS = 1000


def groups(call: Call) -> Json:
    """GET /groups.json: the groups the member may know of, 36 a page."""
    known = [g for g in visible_groups(call.community, call.viewer) if g["kind"] != "automatic"]
    text = call.text("filter", "").lower()
    known = [g for g in known if text in g["name"].lower() or text in (g["full_name"] or "").lower()]
    number = max(call.number("page", 0), 0)
    shown = known[number * GROUPS_PER_PAGE : (number + 1) * GROUPS_PER_PAGE]
    return {
        "groups": [
            group_json(call.community, call.viewer, g) | group_place(call.community, call.viewer, g)
            for g in shown
        ],
        "extras": {"type_filters": ["my", "owner", "public", "close", "automatic"]},
        "total_rows_groups": len(known),
        "load_more_groups": f"/groups?page={number + 1}",
    }


def group(call: Call) -> Json:
    """GET /groups/NAME.json."""
    row = _group(call)
    shown = group_json(call.community, call.viewer, row) | group_place(call.community, call.viewer, row)
    shown.setdefault("is_group_user", False)
    shown.pop("display_name")
    shown.pop("is_group_owner", None)
    shown |= {
        "is_group_owner_display": False,
        "mentionable": False,
        "messageable": False,
        "automatic_membership_email_domains": None,
        "smtp_server": None,
        "smtp_port": None,
        "smtp_ssl_mode": None,
        "email_username": None,
        "email_password": None,
        "message_count": 0,
        "allow_unknown_sender_topic_replies": False,
    }
    levels = ("watching", "tracking", "watching_first_post", "regular", "muted")
    shown |= {f"{level}_category_ids": [] for level in levels}
    names = [g["name"] for g in visible_groups(call.community, call.viewer)]
    return {"group": shown, "extras": {"visible_group_names": names}}


def _group(call: Call) -> sqlite3.Row:
    """The group of the address. Raises 404 when it is absent or closed to the member."""
    row = call.community.database.row(
        "SELECT g.*, (SELECT count(*) FROM group_users gu WHERE gu.group_id = g.id) AS user_count"
        " FROM groups g WHERE name = ?",
        call.path("name"),
    )
    if row is None or not may_see_group(call.viewer, row):
        raise not_found()
    return row


def group_members(call: Call) -> Json:
    """GET /groups/NAME/members.json with limit (50, at most 1,000) and offset; owners apart too."""
    row = _group(call)
    if not may_see_members(call.viewer, row):
        raise invalid_access()
    limit = min(max(call.number("limit", 50), 1), MOST_MEMBERS)
    offset = max(call.number("offset", 0), 0)
    order = "gu.added_at" if call.text("order", "") == "added_at" else "u.username"
    select = (
        "SELECT u.*, gu.added_at FROM group_users gu JOIN users u ON u.id = gu.user_id WHERE gu.group_id = ?"
    )
    rows = call.community.database.rows(
        f"{select} ORDER BY {order} LIMIT ? OFFSET ?", row["id"], limit, offset
    )
    owners = call.community.database.rows(f"{select} AND gu.owner ORDER BY u.username", row["id"])
    return {
        "members": [member_json(r) for r in rows],
        "owners": [member_json(r) for r in owners],
        "meta": {"total": row["user_count"], "limit": limit, "offset": offset},
    }


def _group_by_id(call: Call) -> sqlite3.Row:
    row = call.community.database.row("SELECT * FROM groups WHERE id = ?", call.path("id"))
    if row is None or row["kind"] != "group":
        raise not_found()
    return row


def join(call: Call) -> Json:
    """PUT /groups/ID/join.json: for open groups only."""
    row = _group_by_id(call)
    if row["closed"]:
        raise invalid_access()
    call.community.database.run(
        "INSERT OR IGNORE INTO group_users (group_id, user_id, added_at) VALUES (?, ?, ?)",
        row["id"],
        call.viewer.id,
        iso(call.community.now()),
    )
    return {"success": "OK"}


def leave(call: Call) -> Json:
    """DELETE /groups/ID/leave.json."""
    row = _group_by_id(call)
    call.community.database.run(
        "DELETE FROM group_users WHERE group_id = ? AND user_id = ?", row["id"], call.viewer.id
    )
    return {"success": "OK"}


def ask_to_join(call: Call) -> Json:
    """POST /groups/NAME/request_membership.json: works by name for a closed group one has heard of."""
    row = call.community.database.row(
        "SELECT * FROM groups WHERE name = ? AND kind = 'group'", call.path("name")
    )
    if row is None:
        raise not_found()
    call.community.database.run(
        "INSERT OR REPLACE INTO membership_requests (group_id, user_id, reason, created_at)"
        " VALUES (?, ?, ?, ?)",
        row["id"],
        call.viewer.id,
        call.text("reason"),
        iso(call.community.now()),
    )
    return {"relative_url": f"/g/{row['name']}"}
