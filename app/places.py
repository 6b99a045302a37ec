"""What stands in the sidebar: the places with what is unread there, and the member's groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sync.store import counts
from sync.store import groups as group_rows
from sync.store import rules as rule_rows
from sync.store import views as view_rows
from sync.store.database import Store
from sync.store.rows import Counts, GroupRow, Place, PlaceName

if TYPE_CHECKING:
    from sqlite3 import Connection

    from app.filters.verdicts import Known

SHOWN_GROUPS = 8
VIEW_IDS: dict[PlaceName, int] = {"timeline": -1, "questions": -2, "saved": -3}
"""The places that are always there, with their ids as views."""


class OwnView(NamedTuple):
    """A view of the member, with how many of its topics have something unread."""

    id: int
    name: str
    icon: str
    unread: int = 0


class Overview(NamedTuple):
    """All groups the member can see, the unread counts of every place, how many rules are on, and views.

    ``waiting`` counts what the outbox still sends, ``needs_you`` what came back or is held, ``more_groups``
    those that the member cannot see into (yet).
    """

    groups: list[GroupRow]
    counts: Counts
    rules: int = 0
    views: Sequence[OwnView] = ()
    waiting: int = 0
    needs_you: int = 0
    drafts: int = 0
    notices: int = 0
    more_groups: int = 0


def overview(store: Store, known: Callable[[Connection], Known] | None = None) -> Overview:
    """Read the overview from the cache. Blocks: call it from the background.

    ``known`` tells what views are judged by; without it, nothing is counted in them.
    """
    # The first paint does without what these load.
    from app import outbox_view
    from sync.store import audience, notices

    with store.reading() as conn:
        on = sum(rule.enabled for rule in rule_rows.read(conn))
        told = outbox_view.counts(conn)
        return Overview(
            group_rows.groups(conn),
            counts.counts(conn),
            on,
            _views(conn, known),
            waiting=told.waiting,
            needs_you=told.needs_you,
            drafts=told.drafts,
            notices=notices.unread(conn),
            more_groups=audience.unseen(conn),
        )


def _views(conn: Connection, known: Callable[[Connection], Known] | None) -> list[OwnView]:
    rows = view_rows.read(conn)
    unread: dict[int, int] = {}
    if rows and known is not None:
        # The language of queries is only loaded by who has views.
        from app import views

        unread = views.unread(conn, views.own(conn), known(conn))
    return [OwnView(row.view_id, row.name, row.icon, unread.get(row.view_id, 0)) for row in rows]


def view_id(place: Place) -> int | None:
    """The id of the view that ``place`` is, below 0 when it is always there; ``None`` when it is no view."""
    return place.id if place.name == "view" else VIEW_IDS.get(place.name)


def usual_groups(groups: list[GroupRow], limit: int = SHOWN_GROUPS) -> list[GroupRow]:
    """The groups to show first: closed ones the member is in, then those that were active most recently."""
    closed = [group for group in groups if group.closed]
    recent = sorted((group for group in groups if not group.closed), key=lambda group: -group.last_posted)
    room = max(limit - len(closed), 0)
    names = {group.group_id for group in (closed + recent[:room])[:limit]}
    return [group for group in closed + recent if group.group_id in names]
