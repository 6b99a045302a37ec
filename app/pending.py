"""What the member did in a topic that the community has not heard of, or that is not here yet.

It is shown in the topic at once, and always told apart from what the community has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Literal, NamedTuple

from sync import outbox
from sync.outbox import Item
from sync.store import cursors, outbox_of_topic, people
from sync.store.rows import PostRow

Happening = Literal[
    "soon",  # leaves in a few seconds, so that the member can think better of it
    "waits",  # leaves when the community can be reached
    "sending",
    "unsure",  # it left, and nobody said what became of it
    "held",  # waits for the member
    "returned",
    "moderation",
    "arrived",  # the community has it; the next round brings it here
]
# What arrived longer ago than this and is still not here will not come: it was moved or removed.
_ARRIVED_MS = 10 * 60_000


class Waiting(NamedTuple):
    """One thing the member did, as the topic shows it. ``at`` (ms) is when it leaves; ``html`` is its text in
    the reader's dialect, empty where it has none."""

    item_id: int
    action: str
    happening: Happening
    reason: str
    at: int
    post_id: int | None = None
    reply_to: int | None = None
    html: str = ""
    created: int = 0


@dataclass(frozen=True, slots=True)
class Pending:
    """All of that in one topic: replies in their order, what is done to posts, likes by post, and the topic's
    own deletion. ``me`` is the member as the author of a post."""

    replies: tuple[Waiting, ...] = ()
    on_posts: Mapping[int, Waiting] = field(default_factory=dict)
    likes: Mapping[int, bool] = field(default_factory=dict)
    deletion: Waiting | None = None
    me: PostRow | None = None

    def next_moment(self) -> int | None:
        """When the first of what still can be undone leaves (ms); ``None`` when nothing is so new."""
        everything = (*self.replies, *self.on_posts.values(), *([self.deletion] if self.deletion else []))
        return min((one.at for one in everything if one.happening == "soon"), default=None)

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.replies or self.on_posts or self.likes or self.deletion)


def of_topic(conn: Connection, topic_id: int, now: int, render: Callable[[str], str]) -> Pending:
    """What is pending in a topic at ``now`` (ms); ``render`` makes the reader's HTML of a written text."""
    items = outbox_of_topic.of_topic(conn, topic_id, now - _ARRIVED_MS)
    if not items:
        return Pending()
    replies: list[Waiting] = []
    on_posts: dict[int, Waiting] = {}
    likes: dict[int, bool] = {}
    deletion = None
    for item in items:
        waiting = _waiting(item, now, render)
        if item.action in ("like", "unlike") and item.post_id is not None:
            if waiting.happening != "returned":
                likes[item.post_id] = item.action == "like"
        elif item.action == "reply":
            replies.append(waiting)
        elif item.post_id is not None:
            on_posts[item.post_id] = waiting
        elif item.action == "delete":
            deletion = waiting
    return Pending(tuple(replies), on_posts, likes, deletion, _me(conn, topic_id))


def with_likes(rows: Sequence[PostRow], likes: Mapping[int, bool]) -> list[PostRow]:
    """The posts with the likes that are on their way, as the community will count them."""
    return [_liked(row, likes.get(row.post_id, bool(row.liked))) for row in rows] if likes else list(rows)


def as_post(waiting: Waiting, me: PostRow, number: int, replied: PostRow | None) -> PostRow:
    """A reply that waits as a post of the member's own. Its id is below zero: the community gave it none."""
    return me._replace(
        post_id=-waiting.item_id,
        number=number,
        created=waiting.created,
        updated=waiting.created,
        html=waiting.html,
        reply_to=replied.number if replied is not None else 0,
        reply_to_author=replied.author if replied is not None else "",
    )


def _waiting(item: Item, now: int, render: Callable[[str], str]) -> Waiting:
    text = render(item.raw) if item.action in ("reply", "edit") else ""
    return Waiting(
        item.item_id,
        item.action,
        _happening(item, now),
        item.reason,
        item.not_before,
        item.post_id,
        item.reply_to,
        text,
        item.created,
    )


def _happening(item: Item, now: int) -> Happening:
    if item.state == "rejected":
        return "returned"
    if item.state == "sent":
        return "moderation" if item.reason == outbox.WAITING_FOR_MODERATION else "arrived"
    if item.held:
        return "held"
    if item.state == "unknown":
        return "unsure"
    if item.state == "sending":
        return "sending"
    return "soon" if item.not_before > now else "waits"


def _liked(row: PostRow, wanted: bool) -> PostRow:
    if bool(row.liked) == wanted:
        return row
    return row._replace(liked=int(wanted), likes=max(row.likes + (1 if wanted else -1), 0))


def _me(conn: Connection, topic_id: int) -> PostRow:
    me = cursors.me(conn)
    card = people.card(conn, me) if me else None
    return PostRow(
        post_id=0,
        topic_id=topic_id,
        number=0,
        author_id=me,
        author=(card.name or card.username) if card is not None else "",
        username=card.username if card is not None else "",
        organisation=card.organisation if card is not None else "",
        avatar=card.avatar if card is not None else "",
        team=card.team if card is not None else 0,
        created=0,
        updated=0,
        version=1,
        html="",
        likes=0,
        liked=0,
        reply_to=0,
        reply_to_author="",
        accepted=0,
        oversize=0,
        unread=0,
    )
