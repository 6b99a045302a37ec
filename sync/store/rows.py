"""The rows that screens and the command line read from the cache.

Named tuples, made straight from SQLite's rows: they cost nothing before the first paint.
Times are milliseconds since 1970 in UTC.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Order = Literal["newest", "activity", "replied", "longest"]
"""Newest first, last written in first, most replies first, and oldest first."""
PlaceName = Literal["timeline", "questions", "saved", "group", "member", "view"]
Sight = Literal["follow", "reveal", "ignore"]
"""Leave out what a rule hides, show it with the rule that hides it, or show all as if there were no rules."""


class Where(NamedTuple):
    """A condition on ``topics AS t`` with the values of its parameters; made by the filter compiler only."""

    sql: str
    values: tuple[int | str, ...] = ()


class Place(NamedTuple):
    """A list of topics a member can stand in; ``id`` names the group, member or view of such a place.

    ``where`` is what the query of a view compiles to at this moment.
    """

    name: PlaceName = "timeline"
    id: int | None = None
    where: Where | None = None
    sight: Sight = "follow"


class Key(NamedTuple):
    """A keyset position in a list of topics: the moment (or number) it is ordered by, then the topic's id."""

    moment: int
    topic_id: int


class TopicRow(NamedTuple):
    """A topic as a card in the timeline.

    ``unread`` counts its unread posts, ``avatar`` is an image key, ``tags`` are separated by spaces.
    ``verdict`` is the action of the rule that decided (empty: none did) and ``rule`` its id (0: none).
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
    verdict: str = ""
    rule: int = 0

    @property
    def key(self) -> Key:
        """Where this row stands in the order it was asked in."""
        return Key(self.moment, self.topic_id)

    @property
    def when(self) -> int:
        """The moment a card tells: that of its order; when it was created in an order by replies."""
        return max(self.moment, self.created)


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
    """A post that matches a search. ``matches`` are (start, length) in ``snippet``, which is plain text.

    ``verdict`` and ``rule`` are those of its topic, as in ``TopicRow``.
    """

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
    verdict: str = ""
    rule: int = 0
