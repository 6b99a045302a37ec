"""Search."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from sync.demo.cook import plain_text
from sync.demo.exchange import Call, Json
from sync.demo.shapes_people import basic_user
from sync.demo.shapes_posts import POST_COLUMNS
from sync.demo.shapes_topics import list_item

PER_PAGE = 50
SHORTEST_TERM = 3
BLURB = 200
_FILTER = re.compile(r"(?:^|\s)(@[\w.\-]+|#[\w\-]+|(?:tags|order|in|after|before):\S+)")


def search(call: Call) -> Json:
    """GET /search.json?q=&page=: one post per topic.

    Understands words, "phrases", @member, #group, tags:, in:title, after:, before: and order:latest.
    """
    query = call.text("q", "").strip()
    page = max(call.number("page", 1), 1)
    words = [w.strip('"') for w in re.findall(r'"[^"]+"|\S+', _FILTER.sub(" ", query))]
    filters = _FILTER.findall(query)
    error = None
    rows: list[sqlite3.Row] = []
    if not filters and len("".join(words)) < SHORTEST_TERM:
        error = f"Je zoekterm is te kort (minimaal {SHORTEST_TERM} tekens)."
    else:
        rows = _find(call, words, filters, page)
    more, rows = len(rows) > PER_PAGE, rows[:PER_PAGE]
    users = _people(call, words) if page == 1 and error is None else []
    return {
        "posts": [_hit(call, row, words) for row in rows],
        "topics": _topics(call, rows),
        "users": [basic_user(u) for u in users],
        "categories": [],
        "tags": [],
        "groups": [],
        "grouped_search_result": {
            "more_posts": None,
            "more_users": None,
            "more_categories": None,
            "term": query,
            "search_log_id": 1,
            "more_full_page_results": True if more else None,
            "can_create_topic": True,
            "error": error,
            "extra": {},
            "post_ids": [r["id"] for r in rows],
            "user_ids": [u["id"] for u in users],
            "category_ids": [],
            "tag_ids": [],
            "group_ids": [],
        },
    }


def _find(call: Call, words: list[str], filters: list[str], page: int) -> list[sqlite3.Row]:
    where = [f"p.deleted_at IS NULL AND t.deleted_at IS NULL AND {call.viewer.topics_sql}"]
    values: list[Any] = []
    title_only = "in:title" in filters
    for word in words:
        pattern = f"%{word.replace('%', '').replace('_', ' ')}%"
        where.append(
            "t.title LIKE ?" if title_only else "(p.raw LIKE ? OR (p.post_number = 1 AND t.title LIKE ?))"
        )
        values += [pattern] if title_only else [pattern, pattern]
    for text in filters:
        condition, value = _filter(text)
        if condition:
            where.append(condition)
            values.append(value)
    latest = not words or "order:latest" in filters
    order = "p.id DESC" if latest else "(t.title LIKE ?) DESC, p.like_count DESC, p.id DESC"
    if not latest:
        values.append(f"%{words[0]}%")
    return call.community.database.rows(
        f"SELECT {POST_COLUMNS} WHERE {' AND '.join(where)} GROUP BY p.topic_id ORDER BY {order}"
        f" LIMIT ? OFFSET ?",
        *values,
        PER_PAGE + 1,
        (page - 1) * PER_PAGE,
    )


def _filter(text: str) -> tuple[str, str]:
    if text.startswith("@"):
        return "u.username = ?", text[1:]
    if text.startswith("#"):
        return "t.category_id = (SELECT id FROM categories WHERE slug = ?)", text[1:]
    name, value = text.split(":", 1)
    conditions = {
        "tags": "t.id IN (SELECT topic_id FROM topic_tags JOIN tags ON tags.id = tag_id WHERE tags.name = ?)",
        "after": "p.created_at > ?",
        "before": "p.created_at < ?",
    }
    return conditions.get(name, ""), value


def _people(call: Call, words: list[str]) -> list[sqlite3.Row]:
    if not words:
        return []
    pattern = f"%{' '.join(words)}%"
    return call.community.database.rows(
        "SELECT * FROM users WHERE username LIKE ? OR name LIKE ? ORDER BY post_count DESC LIMIT 8",
        pattern,
        pattern,
    )


def _hit(call: Call, row: sqlite3.Row, words: list[str]) -> Json:
    cooked = call.community.cooked([(row["id"], row["raw"], row["cooked"])])[row["id"]]
    text = plain_text(cooked)
    place = text.lower().find(words[0].lower()) if words else 0
    start = max(0, place - 60)
    blurb = (
        ("..." if start else "") + text[start : start + BLURB] + ("..." if len(text) > start + BLURB else "")
    )
    author = {"id": row["user_id"], "username": row["username"], "name": row["author_name"]}
    return {
        "id": row["id"],
        "name": author["name"],
        "username": author["username"],
        "avatar_template": f"/user_avatar/demo/{author['username']}/{{size}}/{author['id']}_2.png",
        "created_at": row["created_at"],
        "like_count": row["like_count"],
        "blurb": blurb,
        "post_number": row["post_number"],
        "topic_id": row["topic_id"],
    }


def _topics(call: Call, rows: list[sqlite3.Row]) -> list[Json]:
    users: dict[int, Json] = {}
    found = []
    for row in rows:
        topic = call.community.database.row("SELECT * FROM topics WHERE id = ?", row["topic_id"])
        if topic is not None:
            found.append(list_item(call.community, call.viewer, topic, users))
    return found
