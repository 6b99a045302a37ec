"""The site, its categories, groups and tags."""

from __future__ import annotations

import sqlite3

from starlette.responses import Response

from sync.demo.exchange import Call, Json
from sync.demo.refusals import not_found
from sync.demo.shapes_people import may_see_group
from sync.demo.shapes_site import (
    basic_info,
    category_json,
    current_user,
    listed_category,
    shown_category,
    site_json,
)


def site(call: Call) -> Json:
    """GET /site.json."""
    return site_json(call.community, call.viewer)


def info(call: Call) -> Json:
    """GET /site/basic-info.json, without a key too."""
    return basic_info(call.community)


def session(call: Call) -> Json | Response:
    """GET /session/current.json; an empty 404 without a key, as in Discourse."""
    if call.signed_in is None:
        return Response(status_code=404)
    return current_user(call.community, call.viewer)


def categories(call: Call) -> Json:
    """GET /categories.json."""
    rows = call.community.database.rows(
        f"SELECT * FROM categories WHERE id IN ({call.viewer.categories_sql}) ORDER BY position"  # noqa: S608
    )
    return {
        "category_list": {
            "can_create_category": call.viewer.admin,
            "can_create_topic": True,
            "categories": [listed_category(call.community, call.viewer, r) for r in rows],
        }
    }


def show_category(call: Call) -> Json:
    """GET /c/ID/show.json."""
    return {"category": shown_category(call.community, call.viewer, visible_category(call, call.path("id")))}


def visible_groups(call: Call) -> Json:
    """GET /c/ID/visible_groups.json: the groups that a closed category is for and the member may know of."""
    category = visible_category(call, call.path("id"))
    row = call.community.database.row("SELECT * FROM groups WHERE id = ?", category["group_id"])
    names = [row["name"]] if row is not None and may_see_group(call.viewer, row) else []
    return {"success": "OK", "groups": names if category["read_restricted"] else []}


def find_category(call: Call) -> Json:
    """GET /c/SLUG/find_by_slug.json."""
    row = call.community.database.row("SELECT * FROM categories WHERE slug = ?", call.path("slug"))
    if row is None or row["id"] not in call.viewer.category_ids:
        raise not_found()
    return {"category": category_json(call.community, call.viewer, row)}


def visible_category(call: Call, number: int) -> sqlite3.Row:
    """The category; 404 when it is absent or closed to the member."""
    row = call.community.database.row("SELECT * FROM categories WHERE id = ?", number)
    if row is None or row["id"] not in call.viewer.category_ids:
        raise not_found()
    return row


def tags(call: Call) -> Json:
    """GET /tags.json: tags with the number of topics the member can see."""
    rows = call.community.database.rows(
        "SELECT t.id, t.name, t.description, count(topics.id) AS uses FROM tags t"  # noqa: S608
        " LEFT JOIN topic_tags tt ON tt.tag_id = t.id LEFT JOIN topics ON topics.id = tt.topic_id"
        f" AND topics.deleted_at IS NULL AND topics.category_id IN ({call.viewer.categories_sql})"
        " GROUP BY t.id ORDER BY uses DESC, t.name"
    )
    return {
        "tags": [
            {
                "id": r["id"],
                "text": r["name"],
                "name": r["name"],
                "slug": r["name"],
                "description": r["description"] or None,
                "count": r["uses"],
                "pm_count": 0,
                "pm_only": False,
                "target_tag": None,
            }
            for r in rows
            if r["uses"]
        ],
        "extras": {"categories": []},
    }
