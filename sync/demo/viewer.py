"""Who is asking and what they may see: the demo's version of Discourse's guardian."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from sync.demo.database import Database


@dataclass(frozen=True)
class Viewer:
    """The member behind a request, with the categories whose content they may see."""

    id: int
    username: str
    admin: bool
    moderator: bool
    trust_level: int
    group_ids: frozenset[int]
    category_ids: frozenset[int]

    @property
    def staff(self) -> bool:
        """Administrators and moderators together."""
        return self.admin or self.moderator

    @property
    def categories_sql(self) -> str:
        """The visible categories as the inside of an SQL `IN (...)`; numbers only."""
        return ",".join(str(number) for number in sorted(self.category_ids)) or "-1"

    @property
    def topics_sql(self) -> str:
        """The condition on topics `t` that keeps hidden ones out of a query."""
        # the + keeps SQLite from starting at the index on categories and sorting all posts for each page
        return f"+t.category_id IN ({self.categories_sql})"

    def may_see_topic(self, topic: sqlite3.Row | None) -> bool:
        """Whether the topic exists for this member (closed groups and deletions considered)."""
        return topic is not None and topic["category_id"] in self.category_ids and topic["deleted_at"] is None


def viewer_of(database: Database, user_id: int) -> Viewer:
    """The viewer for a user id. Administrators see every category, as in Discourse; moderators do not.

    Raises LookupError when there is no such user.
    """
    user = database.row("SELECT * FROM users WHERE id = ?", user_id)
    if user is None:
        raise LookupError(user_id)
    groups = frozenset(
        r[0] for r in database.rows("SELECT group_id FROM group_users WHERE user_id = ?", user_id)
    )
    categories = frozenset(
        row["id"]
        for row in database.rows("SELECT id, read_restricted, group_id FROM categories")
        if user["admin"] or not row["read_restricted"] or row["group_id"] in groups
    )
    return Viewer(
        id=user["id"],
        username=user["username"],
        admin=bool(user["admin"]),
        moderator=bool(user["moderator"]),
        trust_level=user["trust_level"],
        group_ids=groups,
        category_ids=categories,
    )
