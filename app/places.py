"""What stands in the sidebar: the places with what is unread there, and the member's groups."""

from __future__ import annotations

from typing import NamedTuple

from sync.store import counts
from sync.store import groups as group_rows
from sync.store.database import Store
from sync.store.rows import Counts, GroupRow

SHOWN_GROUPS = 8


class Overview(NamedTuple):
    """All groups the member can see, and the unread counts of every place."""

    groups: list[GroupRow]
    counts: Counts


def overview(store: Store) -> Overview:
    """Read the overview from the cache. Blocks: call it from the background."""
    with store.reading() as conn:
        return Overview(group_rows.groups(conn), counts.counts(conn))


def usual_groups(groups: list[GroupRow], limit: int = SHOWN_GROUPS) -> list[GroupRow]:
    """The groups to show first: closed ones the member is in, then those that were active most recently."""
    closed = [group for group in groups if group.closed]
    recent = sorted((group for group in groups if not group.closed), key=lambda group: -group.last_posted)
    room = max(limit - len(closed), 0)
    names = {group.group_id for group in (closed + recent[:room])[:limit]}
    return [group for group in closed + recent if group.group_id in names]


def all_groups(groups: list[GroupRow]) -> list[GroupRow]:
    """Every group by name, as in a register."""
    return sorted(groups, key=lambda group: group.name.casefold())
