"""The outbox and the drafts as a member looks at them: facts for each row, with what one can do about it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Connection
from typing import Literal, NamedTuple

from app import audience, share
from app.audience import Audience, Change
from app.outbox_plan import Happening, Plan
from sync import outbox
from sync.connectors.base import WritingPace
from sync.outbox import Item
from sync.store import drafts as draft_rows
from sync.store import groups as group_rows
from sync.store import outbox as rows
from sync.store import outbox_about, uploads
from sync.store.drafts import Draft
from sync.store.outbox_about import PostName, TopicName
from sync.store.rows import GroupRow

WEEK_MS = 7 * 86_400_000
FIRST_LETTERS = 160

Section = Literal["needs_you", "on_its_way", "sent"]
Deed = Literal[
    "edit", "withdraw", "send_now", "send_again", "look", "there", "nearest", "anyway", "discard", "read"
]


class OutboxCounts(NamedTuple):
    """How many items still move by themselves, how many need the member, and how many drafts there are."""

    waiting: int
    needs_you: int
    drafts: int


class OutboxRow(NamedTuple):
    """An item with what there is to say of it.

    ``about`` is the title of the topic (or the name of the group) that it concerns and ``author`` whose post.
    ``at`` (ms) belongs to ``happening``, ``ahead`` counts what goes first. ``told`` are the community's own
    words. ``nearest`` is where it could still go, ``change`` who reads along since when it is held for that.
    ``deeds`` come in the order in which they help.
    """

    item: Item
    section: Section
    happening: Happening
    at: int | None
    about: str
    author: str
    audience: Audience
    told: tuple[str, ...] = ()
    ahead: int = 0
    nearest: Draft | None = None
    nearest_group: str = ""
    change: Change = Change()
    files: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()


class DraftRow(NamedTuple):
    """A draft: ``about`` is the topic it is written in, ``words`` how it begins."""

    draft: Draft
    about: str
    author: str
    audience: Audience
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
    plan = Plan(conn, items, now, pace)
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
        self._audiences: dict[int | None, Audience] = {}

    def topic(self, one: Item | Draft) -> TopicName | None:
        post = self.post(one)
        topic_id = one.topic_id if one.topic_id is not None else post.topic_id if post else None
        return None if topic_id is None else self._topics.get(topic_id)

    def post(self, one: Item | Draft) -> PostName | None:
        return None if one.post_id is None else self._posts.get(one.post_id)

    def group(self, group_id: int | None) -> GroupRow | None:
        return None if group_id is None else self._groups.get(group_id)

    def audience(self, one: Item | Draft) -> Audience:
        """Who reads along where it goes."""
        topic = self.topic(one)
        # Where a topic is by now, not where it was when this was written.
        group_id = one.group_id if topic is None else topic.group_id
        if group_id not in self._audiences:
            self._audiences[group_id] = audience.of_group(self._conn, group_id)
        return self._audiences[group_id]

    def about(self, one: Item | Draft) -> str:
        """The topic's title, or for a membership the group's name."""
        if one.action in ("join", "leave", "ask"):
            group = self.group(one.group_id)
            known = group.name if group is not None else outbox_about.group_name(self._conn, one.title)
            return known or one.title
        topic = self.topic(one)
        return topic.title if topic is not None else ""


def _row(conn: Connection, item: Item, names: _Names, plan: Plan) -> OutboxRow:
    standing = plan.standing(item)
    post = names.post(item)
    nearest = _nearest(conn, item)
    group = names.group(nearest.group_id) if nearest is not None else None
    return OutboxRow(
        item=item,
        section=_section(item),
        happening=standing.happening,
        at=standing.at,
        about=names.about(item),
        author=post.author if post is not None else "",
        audience=names.audience(item),
        told=tuple(str(words) for words in json.loads(item.told)),
        ahead=standing.ahead,
        nearest=nearest,
        nearest_group=group.name if group is not None else "",
        change=_change(conn, item),
        files=_files(conn, item_id=item.item_id),
        deeds=_deeds(item, nearest is not None),
    )


def _section(item: Item) -> Section:
    if item.state == "sent":
        return "sent"
    return "needs_you" if item.held or item.state == "rejected" else "on_its_way"


def _nearest(conn: Connection, item: Item) -> Draft | None:
    """Where something that came back could still go, when that is another place than it was written for."""
    if item.state != "rejected" or item.action not in outbox.WRITTEN:
        return None
    found = share.nearest(conn, item)
    moved = (found.action, found.topic_id, found.reply_to, found.group_id)
    return found if moved != (item.action, item.topic_id, item.reply_to, item.group_id) else None


def _change(conn: Connection, item: Item) -> Change:
    if not item.held or item.reason != outbox.AUDIENCE_GREW:
        return Change()
    return audience.changed_for(conn, item)


def _files(conn: Connection, *, item_id: int | None = None, draft_id: int | None = None) -> tuple[str, ...]:
    return tuple(one.name for one in uploads.of(conn, item_id=item_id, draft_id=draft_id))


def _deeds(item: Item, elsewhere: bool) -> tuple[Deed, ...]:
    """What a member can do about an item, what helps most first."""
    written = item.action in outbox.WRITTEN
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
    elif item.state == "queued" and written and not item.held:
        found += ["send_now"]
    return (*found, "discard")


def _draft_row(conn: Connection, draft: Draft, names: _Names) -> DraftRow:
    post = names.post(draft)
    return DraftRow(
        draft=draft,
        about=names.about(draft),
        author=post.author if post is not None else "",
        audience=names.audience(draft),
        words=first_words(draft.raw),
        files=_files(conn, draft_id=draft.draft_id),
    )
