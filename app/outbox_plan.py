"""When each item of the outbox moves, and what it waits for until then."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection
from typing import TYPE_CHECKING, Literal, NamedTuple

from sync import delivery, outbox
from sync.connectors.base import WritingPace
from sync.connectors.discourse_pace import PACE
from sync.outbox import POSTING, Item
from sync.store import outbox as rows
from sync.store.outbox import Moment

if TYPE_CHECKING:
    from app.accounts import Account

Happening = Literal[
    "undo",  # leaves at a moment, so that the member can think better of it
    "due",  # leaves as soon as the community can be reached
    "behind",  # something in the same topic goes first
    "queue",  # other posts go first, at the community's pace
    "topic_pace",  # the community takes a new topic from a moment on
    "post_pace",  # the same for any post
    "same_text",  # the community does not take the same text twice so soon
    "again",  # a try failed; the next is at a moment
    "sending",
    "unsure",  # it left, and nobody said what became of it
    "held",
    "returned",
    "moderation",
    "sent",
]


class Standing(NamedTuple):
    """What happens with an item, the moment (ms) that belongs to it, and how many others go first."""

    happening: Happening
    at: int | None = None
    ahead: int = 0


def spacing_of(_account: Account) -> WritingPace:
    """The spacing between posts that the platform of an account asks for; asks nobody."""
    return PACE


class Plan:
    """The standing of some items of one outbox at ``now`` (ms), by the platform's own spacing."""

    def __init__(self, conn: Connection, items: Sequence[Item], now: int, spacing: WritingPace) -> None:
        self._now = now
        self._pace = delivery.pace(conn, *spacing)
        self._moments = rows.moments(conn, self._pace)
        posting = [one for one in items if one.action in POSTING and one.state == "queued"]
        first = [one for one in posting if one.item_id in self._moments and self._moments[one.item_id].first]
        first.sort(key=lambda one: max(self._moments[one.item_id].at, now))
        self._turns = {one.item_id: turn for turn, one in enumerate(first)}

    def standing(self, item: Item) -> Standing:
        """How it stands with one of the items."""
        if item.state == "sent":
            waits = item.reason == outbox.WAITING_FOR_MODERATION
            return Standing("moderation" if waits else "sent", item.done)
        if item.state == "rejected":
            return Standing("returned")
        if item.state == "unknown":
            return Standing("held" if item.held else "unsure", item.tried_at or item.unknown_since)
        if item.held:
            return Standing("held")
        moment = self._moments.get(item.item_id)
        if item.state == "sending" or moment is None:
            return Standing("sending", item.tried_at or None)
        return self._waiting(item, moment)

    def _waiting(self, item: Item, moment: Moment) -> Standing:
        at, turn = moment.at, self._turns.get(item.item_id, 0)
        if not moment.first:
            return Standing("behind")
        if item.not_before > self._now and at == item.not_before:
            return Standing("undo", at)
        if item.next_try > self._now and at == item.next_try:
            return Standing("again", at)
        if moment.same_text > self._now and at == moment.same_text:
            return Standing("same_text", at)
        if turn:
            return Standing("queue", None, turn)
        if at <= self._now:
            return Standing("due")
        by_topics = item.action == "topic" and at == self._pace.topic_from
        return Standing("topic_pace" if by_topics else "post_pace", at)
