"""The outbox and the drafts as a member looks at them: facts for each row, with what one can do about it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Connection
from typing import Literal, NamedTuple

from app import share
from sync import delivery, outbox
from sync.connectors.base import WritingPace
from sync.outbox import POSTING, Item
from sync.store import drafts as draft_rows
from sync.store import groups as group_rows
from sync.store import outbox as rows
from sync.store import outbox_about, uploads
from sync.store.drafts import Draft
from sync.store.outbox import Moment, Pace
from sync.store.outbox_about import PostName, TopicName
from sync.store.rows import GroupRow

WEEK_MS = 7 * 86_400_000
FIRST_LETTERS = 160

Section = Literal["needs_you", "on_its_way", "sent"]
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
Deed = Literal[
    "edit", "withdraw", "send_now", "send_again", "look", "there", "nearest", "anyway", "discard", "read"
]
WRITTEN = ("topic", "reply", "edit")


class OutboxCounts(NamedTuple):
    """How many items still move by themselves, how many need the member, and how many drafts there are."""

    waiting: int
    needs_you: int
    drafts: int


class Place(NamedTuple):
    """Where something goes, and to whom: readers and their organisations, ``None`` where not known."""

    group_id: int | None = None
    group: str = ""
    closed: bool = False
    readers: int | None = None
    organisations: int | None = None


class OutboxRow(NamedTuple):
    """An item with what there is to say of it.

    ``about`` is the title of the topic (or the name of the group) that it concerns and ``author`` whose post.
    ``at`` (ms) belongs to ``happening``, ``ahead`` counts what goes first. ``told`` are the community's own
    words. ``nearest`` is where it could still go, ``joined`` who reads along since, by name and organisation.
    ``deeds`` come in the order in which they help.
    """

    item: Item
    section: Section
    happening: Happening
    at: int | None
    about: str
    author: str
    place: Place
    told: tuple[str, ...] = ()
    ahead: int = 0
    nearest: Draft | None = None
    nearest_group: str = ""
    joined: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()


class DraftRow(NamedTuple):
    """A draft: ``about`` is the topic it is written in, ``words`` how it begins."""

    draft: Draft
    about: str
    author: str
    place: Place
    words: str
    files: tuple[str, ...] = ()


class Listed(NamedTuple):
    """Everything for the page: items, newest first where they arrived and oldest first else; drafts."""

    items: tuple[OutboxRow, ...]
    drafts: tuple[DraftRow, ...]
    pace: WritingPace

    @property
    def counts(self) -> OutboxCounts:
        """What ``counts`` would say."""
        sections = [row.section for row in self.items]
        return OutboxCounts(sections.count("on_its_way"), sections.count("needs_you"), len(self.drafts))


def counts(conn: Connection) -> OutboxCounts:
    """What waits, for the sidebar and the line at the bottom; quick enough to ask at any time."""
    return OutboxCounts(rows.moving(conn), rows.needing_attention(conn), draft_rows.count(conn))


def listed(conn: Connection, now: int, pace: WritingPace) -> Listed:
    """All there is to see at ``now`` (ms); ``pace`` is the platform's own spacing."""
    items = [item for item in rows.items(conn) if item.state != "sent" or item.done >= now - WEEK_MS]
    drafts = draft_rows.drafts(conn)
    names = _Names(conn, items, drafts)
    plan = _Plan(conn, items, now, pace)
    seen = [_row(conn, item, names, plan) for item in items]
    arrived = sorted((row for row in seen if row.section == "sent"), key=lambda row: -row.item.done)
    return Listed(
        (*(row for row in seen if row.section != "sent"), *arrived),
        tuple(_draft_row(conn, draft, names) for draft in drafts),
        pace,
    )


def first_words(raw: str) -> str:
    """How a text begins, on one line."""
    words = " ".join(raw[: 4 * FIRST_LETTERS].split())
    return words if len(words) <= FIRST_LETTERS else words[:FIRST_LETTERS].rstrip() + "…"


class _Names:
    """What the topics, posts and groups of some items are called, read once."""

    def __init__(self, conn: Connection, items: Sequence[Item], drafts: Sequence[Draft]) -> None:
        self._conn = conn
        everything: list[Item | Draft] = [*items, *drafts]
        self._posts = outbox_about.posts(conn, {one.post_id for one in everything if one.post_id is not None})
        wanted = {one.topic_id for one in everything if one.topic_id is not None}
        self._topics = outbox_about.topics(conn, wanted | {one.topic_id for one in self._posts.values()})
        self._groups = {row.group_id: row for row in group_rows.groups(conn)}
        self._places: dict[int | None, Place] = {}

    def topic(self, one: Item | Draft) -> TopicName | None:
        post = self.post(one)
        topic_id = one.topic_id if one.topic_id is not None else post.topic_id if post else None
        return None if topic_id is None else self._topics.get(topic_id)

    def post(self, one: Item | Draft) -> PostName | None:
        return None if one.post_id is None else self._posts.get(one.post_id)

    def group(self, group_id: int | None) -> GroupRow | None:
        return None if group_id is None else self._groups.get(group_id)

    def place(self, one: Item | Draft) -> Place:
        topic = self.topic(one)
        group_id = one.group_id if one.group_id is not None or topic is None else topic.group_id
        found = self._places.get(group_id)
        if found is None:
            found = self._places[group_id] = self._place(group_id)
        return found

    def _place(self, group_id: int | None) -> Place:
        group = self.group(group_id)
        if group is None:
            return Place(group_id)
        told = share.audience_facts(self._conn, group_id)
        return Place(group_id, group.name, bool(group.closed), told.readers, told.organisations)

    def about(self, one: Item | Draft) -> str:
        """The topic's title, or for a membership the group's name."""
        if one.action in ("join", "leave", "ask"):
            group = self.group(one.group_id)
            known = group.name if group is not None else outbox_about.group_name(self._conn, one.title)
            return known or one.title
        topic = self.topic(one)
        return topic.title if topic is not None else ""


class _Plan:
    """When each item moves, and what it waits for until then."""

    def __init__(self, conn: Connection, items: Sequence[Item], now: int, spacing: WritingPace) -> None:
        self._now = now
        self._pace: Pace = delivery.pace(conn, *spacing)
        self._moments = rows.moments(conn, self._pace)
        posting = [one for one in items if one.action in POSTING and one.state == "queued"]
        first = [one for one in posting if one.item_id in self._moments and self._moments[one.item_id].first]
        first.sort(key=lambda one: max(self._moments[one.item_id].at, now))
        self._turns = {one.item_id: turn for turn, one in enumerate(first)}

    def happening(self, item: Item) -> tuple[Happening, int | None, int]:
        """What happens with an item, the moment (ms) that belongs to it, and how many go first."""
        if item.state == "sent":
            waits = item.reason == outbox.WAITING_FOR_MODERATION
            return ("moderation" if waits else "sent"), item.done, 0
        if item.state == "rejected":
            return "returned", None, 0
        if item.state == "unknown":
            return ("held" if item.held else "unsure"), item.tried_at or item.unknown_since, 0
        if item.held:
            return "held", None, 0
        moment = self._moments.get(item.item_id)
        if item.state == "sending" or moment is None:
            return "sending", item.tried_at or None, 0
        return self._waiting(item, moment)

    def _waiting(self, item: Item, moment: Moment) -> tuple[Happening, int | None, int]:
        at, turn = moment.at, self._turns.get(item.item_id, 0)
        if not moment.first:
            return "behind", None, 0
        if item.not_before > self._now and at == item.not_before:
            return "undo", at, 0
        if item.next_try > self._now and at == item.next_try:
            return "again", at, 0
        if moment.same_text > self._now and at == moment.same_text:
            return "same_text", at, 0
        if turn:
            return "queue", None, turn
        if at <= self._now:
            return "due", None, 0
        return (
            ("topic_pace" if item.action == "topic" and at == self._pace.topic_from else "post_pace"),
            at,
            0,
        )


def _row(conn: Connection, item: Item, names: _Names, plan: _Plan) -> OutboxRow:
    happening, at, ahead = plan.happening(item)
    post = names.post(item)
    nearest = _nearest(conn, item)
    group = names.group(nearest.group_id) if nearest is not None else None
    return OutboxRow(
        item=item,
        section=_section(item),
        happening=happening,
        at=at,
        about=names.about(item),
        author=post.author if post is not None else "",
        place=names.place(item),
        told=tuple(str(words) for words in json.loads(item.told)),
        ahead=ahead,
        nearest=nearest,
        nearest_group=group.name if group is not None else "",
        files=_files(conn, item_id=item.item_id),
        deeds=_deeds(item, nearest is not None),
    )


def _section(item: Item) -> Section:
    if item.state == "sent":
        return "sent"
    return "needs_you" if item.held or item.state == "rejected" else "on_its_way"


def _nearest(conn: Connection, item: Item) -> Draft | None:
    """Where something that came back could still go, when that is another place than it was written for."""
    if item.state != "rejected" or item.action not in WRITTEN:
        return None
    found = share.nearest(conn, item)
    moved = (found.action, found.topic_id, found.reply_to, found.group_id)
    return found if moved != (item.action, item.topic_id, item.reply_to, item.group_id) else None


def _files(conn: Connection, *, item_id: int | None = None, draft_id: int | None = None) -> tuple[str, ...]:
    return tuple(one.name for one in uploads.of(conn, item_id=item_id, draft_id=draft_id))


def _deeds(item: Item, elsewhere: bool) -> tuple[Deed, ...]:
    """What a member can do about an item, what helps most first."""
    written = item.action in WRITTEN
    if item.state == "sent":
        return ("read",) if item.remote_topic or item.topic_id else ()
    if item.state == "sending":
        return ()
    found: list[Deed] = []
    if item.state == "unknown":
        found += ["look", "send_again", "there"] if item.held else ["look", "there"]
    elif item.held:
        found += ["anyway"] if item.reason == outbox.AUDIENCE_GREW else ["send_now"]
    elif item.state == "rejected":
        found += ["nearest"] if elsewhere else []
    if written:
        found += ["edit", "withdraw"] if item.state != "unknown" else ["withdraw"]
    if item.state == "rejected":
        found += ["send_again"]
    elif item.state == "queued" and not item.held:
        found += ["send_now"]
    return (*found, "discard")


def _draft_row(conn: Connection, draft: Draft, names: _Names) -> DraftRow:
    post = names.post(draft)
    return DraftRow(
        draft=draft,
        about=names.about(draft),
        author=post.author if post is not None else "",
        place=names.place(draft),
        words=first_words(draft.raw),
        files=_files(conn, draft_id=draft.draft_id),
    )
