"""The rows that screens and the command line read from the cache.

Named tuples, made straight from SQLite's rows: they cost nothing before the first paint.
Times are milliseconds since 1970 in UTC.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Order = Literal["newest", "activity"]
PlaceName = Literal["timeline", "questions", "saved", "group", "member"]


class Place(NamedTuple):
    """A list of topics a member can stand in; ``id`` names the group or member of such a place."""

    name: PlaceName = "timeline"
    id: int | None = None


class Key(NamedTuple):
    """A keyset position in a list of topics: the moment it is ordered by, then the topic's id."""

    moment: int
    topic_id: int


class TopicRow(NamedTuple):
    """A topic as a card in the timeline.

    ``unread`` counts its unread posts, ``avatar`` is an image key, ``tags`` are separated by spaces.
    """

    topic_id: int
    moment: int
    title: str
    kind: str
    excerpt: str
    tags: str
    author_id: int
    author: str
    organisation: str
    avatar: str
    group_id: int
    group: str
    closed: int
    created: int
    last_posted: int
    replies: int
    likes: int
    unread: int
    saved: int
    answered: int
    pinned: int
    locked: int

    @property
    def key(self) -> Key:
        """Where this row stands in the order it was asked in."""
        return Key(self.moment, self.topic_id)


class TopicHead(NamedTuple):
    """What the reader shows above the posts."""

    topic_id: int
    title: str
    slug: str
    kind: str
    tags: str
    group_id: int
    group: str
    closed: int
    created: int
    last_posted: int
    replies: int
    likes: int
    views: int
    saved: int
    answered: int
    locked: int
    words: int
    last_visit: int
    event_starts: int | None
    event_ends: int | None
    event_location: str | None
    missing: int


class PostRow(NamedTuple):
    """A post as the reader shows it; ``html`` is in the dialect of ``sync/markup.py``."""

    post_id: int
    topic_id: int
    number: int
    author_id: int
    author: str
    username: str
    organisation: str
    avatar: str
    team: int
    created: int
    updated: int
    version: int
    html: str
    likes: int
    liked: int
    reply_to: int
    reply_to_author: str
    accepted: int
    oversize: int
    unread: int


class GroupRow(NamedTuple):
    """A group in the sidebar and the list of groups."""

    group_id: int
    slug: str
    name: str
    purpose: str
    closed: int
    joined: int
    colour: str
    topics: int
    members: int | None
    unread: int
    last_posted: int


class MemberCard(NamedTuple):
    """A person on a profile card."""

    member_id: int
    username: str
    name: str
    organisation: str
    title: str
    avatar: str
    bio: str
    location: str
    find: str
    team: int
    joined: int | None
    posts: int


class Counts(NamedTuple):
    """Topics with something unread, per place; ``questions`` counts unanswered questions only."""

    timeline: int
    questions: int
    saved: int
    groups: dict[int, int]


class SearchHit(NamedTuple):
    """A post that matches a search. ``matches`` are (start, length) in ``snippet``, which is plain text."""

    post_id: int
    topic_id: int
    number: int
    title: str
    author: str
    organisation: str
    avatar: str
    group_id: int
    group: str
    closed: int
    kind: str
    created: int
    snippet: str
    matches: tuple[tuple[int, int], ...]
    title_matches: tuple[tuple[int, int], ...]
