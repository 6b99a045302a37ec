"""The nouns of a community as a connector reports them, and what a write to the cache changed.

Times are milliseconds since 1970 in UTC. A field that is ``None`` was not told by the platform in that reply:
the cache keeps what it already knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["question", "experience", "link", "spotlight", "event", "announcement", "discussion"]
KINDS: tuple[Kind, ...] = (
    "question",
    "experience",
    "link",
    "spotlight",
    "event",
    "announcement",
    "discussion",
)


@dataclass(frozen=True, slots=True)
class Community:
    """The community itself, as its site describes it."""

    url: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A place to talk in (Discourse: a category). ``closed`` means that only named people read along."""

    id: int
    slug: str
    name: str
    closed: bool
    purpose: str | None = None
    joined: bool | None = None
    colour: str | None = None
    topics: int | None = None
    members: int | None = None
    parent_id: int | None = None
    position: int | None = None
    can_post: bool | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A person in the community. ``find`` says where to find them in real life."""

    id: int
    username: str
    name: str | None = None
    organisation: str | None = None
    title: str | None = None
    avatar_url: str | None = None
    bio: str | None = None
    location: str | None = None
    find: str | None = None
    team: bool | None = None
    joined: int | None = None
    last_seen: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting announced in a topic."""

    starts: int
    ends: int | None = None
    name: str | None = None
    location: str | None = None
    url: str | None = None
    going: int | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A conversation: an opening post and its replies."""

    id: int
    title: str
    group_id: int
    slug: str | None = None
    kind: Kind | None = None
    tags: tuple[str, ...] | None = None
    author_id: int | None = None
    created: int | None = None
    last_posted: int | None = None
    replies: int | None = None
    likes: int | None = None
    views: int | None = None
    closed: bool | None = None
    pinned: bool | None = None
    answered: bool | None = None
    highest_number: int | None = None
    last_read_number: int | None = None
    saved: bool | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class ImageWanted:
    """A picture that a post or a profile shows, to be fetched and kept for offline reading."""

    key: str
    url: str


@dataclass(frozen=True, slots=True)
class Post:
    """One contribution. ``html`` is in the dialect of ``sync/markup.py``, never as the server sent it."""

    id: int
    topic_id: int
    number: int
    author_id: int
    created: int
    html: str
    text: str
    excerpt: str
    updated: int | None = None
    version: int = 1
    likes: int = 0
    liked: bool = False
    reply_to: int | None = None
    accepted: bool = False
    oversize: bool = False
    images: tuple[ImageWanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What one reply of the platform brought, to be applied to the cache in one transaction.

    ``cursors`` are the engine's own notes (name to value; ``None`` removes one), written with the content so
    that a killed process continues exactly where the cache stands.
    """

    groups: tuple[Group, ...] = ()
    members: tuple[Member, ...] = ()
    topics: tuple[Topic, ...] = ()
    posts: tuple[Post, ...] = ()
    removed_posts: tuple[int, ...] = ()
    removed_topics: tuple[int, ...] = ()
    cursors: tuple[tuple[str, str | None], ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write changed, for the screen to decide what to draw again."""

    posts_new: frozenset[int] = frozenset()
    posts_changed: frozenset[int] = frozenset()
    posts_removed: frozenset[int] = frozenset()
    topics: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    members: frozenset[int] = frozenset()
    images: frozenset[str] = frozenset()
    marks: frozenset[int] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        """Both changes together."""
        return Changes(*(getattr(self, name) | getattr(other, name) for name in Changes.__slots__))

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return any(getattr(self, name) for name in Changes.__slots__)
