"""What a topic's row becomes when the platform tells of the topic and its posts arrive, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import NamedTuple, TypeVar

from sync.model import Post, Topic

T = TypeVar("T")


class TopicRecord(NamedTuple):
    """A row of the table ``topics``, columns in the table's order."""

    topic_id: int
    group_id: int
    title: str
    slug: str
    kind: str
    tags: str
    author_id: int
    author_known: int
    created: int
    last_posted: int
    replies: int
    likes: int
    views: int
    locked: int
    pinned: int
    answered: int
    highest_number: int
    counted_to: int
    last_read_number: int
    first_number: int
    excerpt: str
    event_starts: int | None
    event_ends: int | None
    event_name: str | None
    event_location: str | None
    event_url: str | None
    event_going: int | None


class Cached(NamedTuple):
    """What only a topic's cached posts tell: those past the platform's counts, and an accepted one."""

    posts: int = 0
    likes: int = 0
    accepted: bool = False


class Edit(NamedTuple):
    """A cached post that changed, with what it had before."""

    post: Post
    likes_before: int
    accepted_before: bool


NOTHING_CACHED = Cached()
_STUB = ("id", "title", "group_id", "slug")
_FURTHER = tuple(field.name for field in fields(Topic) if field.name not in _STUB)
_NOTHING_FURTHER = (None,) * len(_FURTHER)
_further = attrgetter(*_FURTHER)
_NO_EVENT = (None, None, None, None, None, None)


def blank(topic_id: int) -> TopicRecord:
    """A topic of which nothing is known yet."""
    return TopicRecord(
        topic_id, 0, "", "", "discussion", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "", *_NO_EVENT
    )


def counts_reach(topic: Topic) -> int:
    """Up to which post number the platform's own count of replies goes; 0 when it told none."""
    if topic.replies is None:
        return 0
    return topic.highest_number or topic.replies + 1


def is_stub(topic: Topic) -> bool:
    """Whether ``topic`` has title, group and slug only, as a page of posts tells it again and again."""
    return bool(_further(topic) == _NOTHING_FURTHER)


def with_told(record: TopicRecord, topic: Topic, cached: Cached, *, stub: bool = False) -> TopicRecord:
    """``record`` after the platform told of ``topic``; what it did not tell stays.

    ``cached`` counts the cached posts past ``counts_reach(topic)``; ``stub`` is what ``is_stub`` says.
    Moments only widen, so that an older page that arrives later does not set a topic back.
    """
    title, slug = topic.title or record.title, record.slug if topic.slug is None else topic.slug
    if stub:
        if (topic.group_id, title, slug) == (record.group_id, record.title, record.slug):
            return record
        return record._replace(group_id=topic.group_id, title=title, slug=slug)
    moments = [moment for moment in (record.created, topic.created) if moment]
    values = record._replace(
        group_id=topic.group_id,
        title=title,
        slug=slug,
        kind=_told(topic.kind, record.kind),
        tags=record.tags if topic.tags is None else " ".join(topic.tags),
        author_id=_told(topic.author_id, record.author_id),
        author_known=1 if topic.author_id is not None else record.author_known,
        created=min(moments, default=0),
        last_posted=max(record.last_posted, topic.last_posted or 0),
        views=_told(topic.views, record.views),
        locked=int(_told(topic.closed, record.locked)),
        pinned=int(_told(topic.pinned, record.pinned)),
        answered=int(_told(topic.answered, record.answered) or cached.accepted),
        highest_number=max(record.highest_number, topic.highest_number or 0),
        last_read_number=max(record.last_read_number, topic.last_read_number or 0),
    )
    if topic.replies is not None:
        values = values._replace(
            replies=topic.replies + cached.posts,
            likes=record.likes if topic.likes is None else topic.likes + cached.likes,
            counted_to=counts_reach(topic),
        )
    if topic.event is not None:
        event = topic.event
        values = values._replace(
            event_starts=event.starts,
            event_ends=event.ends,
            event_name=event.name,
            event_location=event.location,
            event_url=event.url,
            event_going=event.going,
        )
    return values


def with_posts(record: TopicRecord, arrived: Sequence[Post]) -> TopicRecord:
    """``record`` after posts of it came into the cache for the first time."""
    counted_to, lowest = record.counted_to, arrived[0]
    created, latest = record.created or lowest.created, record.last_posted
    replies, likes, highest, answered = record.replies, record.likes, record.highest_number, record.answered
    for post in arrived:
        number = post.number
        if number < lowest.number:
            lowest = post
        if number > highest:
            highest = number
        if post.created < created:
            created = post.created
        if post.created > latest:
            latest = post.created
        if number > counted_to:
            replies += number > 1
            likes += post.likes
        if post.accepted:
            answered = 1
    first = record.first_number == 0 or lowest.number < record.first_number
    takes_author = lowest.number == 1 or (first and not record.author_known)
    return record._replace(
        author_id=lowest.author_id if takes_author else record.author_id,
        author_known=1 if lowest.number == 1 else record.author_known,
        created=created,
        last_posted=latest,
        replies=replies,
        likes=likes,
        answered=answered,
        highest_number=highest,
        first_number=lowest.number if first else record.first_number,
        excerpt=lowest.excerpt if first else record.excerpt,
    )


def with_edits(record: TopicRecord, edits: Sequence[Edit], accepted: bool) -> TopicRecord:
    """``record`` after cached posts of it changed; ``accepted``: one of its cached posts is accepted now."""
    likes, excerpt, answered = record.likes, record.excerpt, record.answered
    for post, likes_before, accepted_before in edits:
        if post.number > record.counted_to:
            likes += post.likes - likes_before
        if post.number == record.first_number:
            excerpt = post.excerpt
        if post.accepted != accepted_before:
            answered = int(accepted)
    return record._replace(likes=likes, excerpt=excerpt, answered=answered)


def finished(record: TopicRecord) -> TopicRecord:
    """``record`` with a moment to be ordered by, whatever was told."""
    if record.created and record.last_posted:
        return record
    moment = record.created or record.last_posted
    return record._replace(created=moment, last_posted=max(record.last_posted, moment))


def _told(value: T | None, known: T) -> T:
    return known if value is None else value
