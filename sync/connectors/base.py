"""What the engine asks of a platform: a protocol with capabilities, and the shapes it gets back.

A connector reads and writes over the network and knows its platform's shapes; it keeps nothing that matters.
The engine asks ``can``, never which platform it is. Every call raises from ``sync.errors``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from sync.budget import Budget
from sync.model import Community, Group, Member, Post, Topic


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a platform can do for the engine."""

    closed_groups: bool = False
    read_state: bool = False
    bookmarks: bool = False
    topics: bool = False
    people: bool = False
    live: bool = False


class Me(NamedTuple):
    """The member whose key it is."""

    id: int
    username: str


class Session(NamedTuple):
    """A community, and who is signed in to it."""

    community: Community
    me: Me


class Access(NamedTuple):
    """What a member may see: the community's groups, complete or not, and how many posts it counts in all.

    ``notes`` is what the connector wants back by ``recall`` in a later process.
    """

    community: Community
    groups: tuple[Group, ...]
    complete: bool
    posts_total: int | None
    notes: str = ""
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class PostsPage:
    """A page of posts over all topics, newest first.

    ``ids`` are all ids that the reply listed, broken ones too, highest first; ``withdrawn`` posts are listed
    but gone. ``me`` is the member's own id when a post of theirs is among them. ``validator`` is for the next
    conditional question; ``unchanged`` says that the one sent along still holds, and that the page is empty.
    """

    posts: tuple[Post, ...] = ()
    topics: tuple[Topic, ...] = ()
    members: tuple[Member, ...] = ()
    ids: tuple[int, ...] = ()
    me: int | None = None
    withdrawn: tuple[int, ...] = ()
    skipped: int = 0
    validator: str | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """A page of topics with their facts, latest activity first. ``posts`` counts the posts per topic id."""

    topics: tuple[Topic, ...] = ()
    members: tuple[Member, ...] = ()
    posts: dict[int, int] = field(default_factory=dict)
    more: bool = False
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class TopicPosts:
    """One topic: its facts, the posts that came along, and the ids of all of its posts in order.

    ``complete`` says that ``stream`` holds every id, so that a post it lacks is gone.
    """

    topic: Topic | None = None
    posts: tuple[Post, ...] = ()
    members: tuple[Member, ...] = ()
    stream: tuple[int, ...] = ()
    complete: bool = False
    withdrawn: tuple[int, ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of the community's members with their organisation."""

    members: tuple[Member, ...] = ()
    more: bool = False
    skipped: int = 0


class Moved(NamedTuple):
    """Channels on which something happened, and the positions to go on from."""

    channels: frozenset[str]
    positions: dict[str, int]


class Connector(Protocol):
    """A platform, for one account. Calls block; page sizes are the platform's own."""

    @property
    def can(self) -> Capabilities:
        """What this platform can do."""

    @property
    def budget(self) -> Budget:
        """What the requests are taken from."""

    @property
    def server_time(self) -> int | None:
        """The community's clock at its last answer, milliseconds since 1970; ``None`` before the first."""

    def close(self) -> None:
        """Close the connections."""

    def session(self) -> Session:
        """Who is signed in, and to what. Raises ``NotACommunity`` or ``SignInNeeded``."""

    def whoami(self) -> Me:
        """The member that the key belongs to. Raises ``SignInNeeded`` when the key is no longer taken."""

    def access(self) -> Access:
        """The community and the groups this member may see."""

    def recall(self, notes: str) -> None:
        """Go on with what an earlier ``access`` learnt."""

    def may_see(self, group_id: int) -> bool:
        """Whether the community itself says that this member may see the group."""

    def posts(self, before: int | None = None, validator: str | None = None) -> PostsPage:
        """The newest posts, or those with an id below ``before``."""

    def latest(self, page: int = 0, group_id: int | None = None) -> TopicsPage:
        """Topics by latest activity, over all groups or in one."""

    def topic(self, topic_id: int) -> TopicPosts:
        """One topic with its first posts. Raises ``NotFound`` or ``AccessDenied`` when it is not there."""

    def topic_posts(self, topic_id: int, post_ids: Sequence[int]) -> TopicPosts:
        """Some posts of a topic; ids that are gone are absent from the answer."""

    def people(self, page: int = 0) -> PeoplePage:
        """The community's members."""

    def send_reads(self, topic_id: int, numbers: Sequence[int], milliseconds: int) -> None:
        """Tell which posts of a topic were read, and for how long each."""

    def send_save(self, topic_id: int) -> int | None:
        """Save a topic for later; returns the platform's id of the bookmark."""

    def send_unsave(self, topic_id: int, bookmark: int | None) -> None:
        """Take ``bookmark``, or when that is not known all of the member's bookmarks, off a topic."""

    def download(self, url: str, budget: Budget) -> bytes:
        """A picture of the community's own host, taken from ``budget``.

        Raises ``NotACommunity`` for others.
        """

    def listen(self, positions: dict[str, int], seconds: float) -> Moved:
        """Wait until something happens, at most ``seconds``. Raises ``AccessDenied`` without it."""
