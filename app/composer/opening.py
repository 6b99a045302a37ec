"""What the composer opens with: what can be chosen, and a draft that was begun before.

The functions block: call them from the background.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app import audience
from app.audience import Change
from app.composer import kinds
from sync.connectors.base import PostLimits
from sync.store import cursors, drafts, limits, people, tags, uploads
from sync.store import groups as group_rows
from sync.store.database import Store
from sync.store.drafts import Draft
from sync.store.rows import GroupRow, MemberCard
from sync.store.uploads import Upload

_LAST_GROUP = "composer_group"
_MOST_TAGS = 3000
_MENTION = re.compile(r"(?:^|\s)@([\w.-]+)")


class Choices(NamedTuple):
    """What can be chosen: kinds allowed, groups to write in and the one used last, tags most used first."""

    kinds: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    last_group: int | None
    tags: tuple[str, ...]
    limits: PostLimits


class Opened(NamedTuple):
    """A draft with its files, the person of a spotlight, and who reads along since it was written."""

    draft: Draft
    files: list[Upload]
    person: MemberCard | None
    change: Change


def choices(store: Store) -> Choices:
    """What the composer offers when it opens."""
    with store.reading() as conn:
        groups = tuple(group_rows.writable(conn))
        last = cursors.get(conn, _LAST_GROUP)
        known = {str(group.group_id): group.group_id for group in groups}
        return Choices(
            tuple(kinds.kinds(conn)),
            groups,
            known.get(last or ""),
            tuple(tags.most_used(conn, _MOST_TAGS)),
            limits.get(conn),
        )


def note_group(store: Store, group_id: int) -> None:
    """Remember the group that something was shared in last."""
    store.write(lambda conn: cursors.put(conn, _LAST_GROUP, str(group_id)))


def opened(store: Store, draft_id: int) -> Opened | None:
    """A draft to go on with; ``None`` when it is not there any more."""
    with store.reading() as conn:
        draft = drafts.get(conn, draft_id)
        if draft is None:
            return None
        thanked = _MENTION.search(draft.raw) if draft.kind == "spotlight" else None
        person = None if thanked is None else people.card(conn, thanked[1])
        change = audience.changed_for(conn, draft)
        return Opened(draft, uploads.of(conn, draft_id=draft_id), person, change)
