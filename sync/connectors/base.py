"""What the engine asks of a platform: a protocol with capabilities, and the shapes it gets back.

A connector reads and writes over the network and knows its platform's shapes; it keeps nothing that matters.
The engine asks ``can``, never which platform it is. Every call raises from ``sync.errors``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

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
    writing: bool = False
    notices: bool = False
    audience: bool = False


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
    """A page of the community's members with their organisation.

    ``last``: the list ends here, uncut. ``total``: how many the platform counts, where it tells.
    """

    members: tuple[Member, ...] = ()
    more: bool = False
    skipped: int = 0
    last: bool = False
    total: int | None = None


ReadsBy = Literal["member", "parent", "staff"]
"""By which right someone reads: of a group that the place is for, through the group above it, or as staff."""

GroupState = Literal["member", "open", "asks", "asked", "none"]
"""In a group, free to join, free to ask, asked already, or neither."""


class GroupReaders(NamedTuple):
    """Who can read what is written in a group. ``by`` has the right of each member's id.

    ``complete``: nobody else can. ``remote_name`` is the platform's own name for the group of people that the
    place is for, when it is just one, and ``total`` how many it counts in that, where it tells. ``everyone``:
    the place is not closed (any more).
    """

    members: tuple[Member, ...]
    by: dict[int, ReadsBy]
    complete: bool
    total: int | None = None
    remote_name: str = ""
    everyone: bool = False


class GroupMembers(NamedTuple):
    """Who is in a group of people. ``complete``: nobody else is. ``total``: how many, where it tells."""

    members: tuple[Member, ...]
    complete: bool
    total: int | None = None


class GroupFact(NamedTuple):
    """A group of people as the platform lists it, for joining and leaving.

    ``group_id`` is the place that is theirs, if this member can see it; ``remote_id`` and ``remote_name`` are
    the platform's own for the people. ``closed``: not everyone may come in.
    """

    group_id: int | None
    remote_id: int
    remote_name: str
    name: str
    purpose: str
    closed: bool
    state: GroupState
    members: int | None


class Moved(NamedTuple):
    """Channels on which something happened, and the positions to go on from."""

    channels: frozenset[str]
    positions: dict[str, int]


NoticeKind = Literal["reply", "mention", "quote", "answer", "like", "welcome"]
"""Someone answered the member, named them, quoted them, took their reply as the answer, liked what they
wrote, or let them into a group."""


class Notice(NamedTuple):
    """Something that concerns the member in person. ``read``: they saw it, on this or another screen.

    ``remote_group`` is the platform's own id of the group that took the member in (``welcome``).
    """

    remote_id: int
    kind: NoticeKind
    created: int
    topic_id: int | None = None
    number: int | None = None
    post_id: int | None = None
    username: str | None = None
    remote_group: int | None = None
    read: bool = False


class WritingPace(NamedTuple):
    """The platform's own spacing (ms): between topics, between any posts, and for the same text again."""

    topic_ms: int
    post_ms: int
    same_text_ms: int


class PostLimits(NamedTuple):
    """What a community takes: lengths in characters, sizes in bytes; Discourse's own defaults.

    ``extensions`` are those of files, in lower case without a dot; ``"*"`` stands for all.
    """

    title_least: int = 15
    title_most: int = 255
    topic_least: int = 20
    post_least: int = 20
    post_most: int = 32_000
    image_bytes: int = 4_096 * 1024
    file_bytes: int = 4_096 * 1024
    image_pixels: int = 40_000_000
    extensions: tuple[str, ...] = ("jpg", "jpeg", "png", "gif", "heic", "heif", "webp", "avif")
    tags_most: int = 5


class Posted(NamedTuple):
    """What became of a new post. ``waiting``: a moderator has to let it through, and it has no id yet."""

    topic_id: int | None = None
    post_id: int | None = None
    number: int | None = None
    waiting: bool = False


class OwnPost(NamedTuple):
    """A post of the member's own, as a list tells it; ``created`` is on the community's clock (ms)."""

    topic_id: int
    number: int
    created: int
    post_id: int | None = None
    title: str | None = None


class WaitingPost(NamedTuple):
    """A post of the member's own that waits for a moderator; ``topic_id`` is ``None`` for a new topic."""

    topic_id: int | None
    title: str
    raw: str
    created: int


class Source(NamedTuple):
    """A post as it was written. ``title`` is its topic's, where that is told along."""

    post_id: int
    topic_id: int
    number: int
    author_id: int
    created: int
    raw: str
    title: str | None = None
    reply_to: int | None = None
    liked: bool = False


class Standing(NamedTuple):
    """Whether a reply can go where it was written: the topic's group, whether it is open to this member, and
    whether the post that is answered is there."""

    group_id: int | None
    open: bool
    there: bool


class Writing(Protocol):
    """The half of a platform that the outbox speaks to. Groups go by the platform's own name for them."""

    @property
    def pace(self) -> WritingPace:
        """How fast the platform takes what a member writes."""

    def create_topic(
        self, group_id: int, title: str, raw: str, tags: Sequence[str], *, typing_ms: int, open_ms: int
    ) -> Posted:
        """A new topic. The times (ms) are how long the member typed, and had the composer open."""

    def create_reply(
        self, topic_id: int, raw: str, reply_to: int | None, *, typing_ms: int, open_ms: int
    ) -> Posted:
        """A reply in a topic, to a post number or to the topic as a whole."""

    def edit_post(self, post_id: int, raw: str, original: str) -> Post | None:
        """Another text for a post; refused with status 409 when its text is no longer ``original``."""

    def delete_post(self, post_id: int) -> None:
        """Take a reply back."""

    def delete_topic(self, topic_id: int) -> None:
        """Take a whole topic back."""

    def like(self, post_id: int) -> Post | None:
        """Like a post; returns it as it is now."""

    def unlike(self, post_id: int) -> Post | None:
        """Like a post no longer; returns it as it is now."""

    def join(self, name: str) -> None:
        """Become a member of a group."""

    def leave(self, name: str) -> None:
        """Leave a group."""

    def ask_to_join(self, name: str, reason: str) -> None:
        """Ask the owners of a group to become a member."""

    def belongs(self, name: str) -> bool:
        """Whether the member is in a group."""

    def upload(self, name: str, kind: str, content: bytes) -> str:
        """Send a file of a MIME type; returns the address to write in a text. Twice does no harm."""

    def own_posts(self, me: Me, since: int) -> list[OwnPost]:
        """What the member wrote since a moment on the community's clock (ms), and a little before."""

    def own_tail(self, me: Me, topic_id: int) -> list[OwnPost]:
        """The member's posts among the last ones of a topic; none when it is gone."""

    def waiting_posts(self, me: Me) -> list[WaitingPost]:
        """What waits for a moderator."""

    def standing(self, topic_id: int, number: int | None) -> Standing:
        """How a topic stands for a reply to this post number. Raises ``NotFound`` or ``AccessDenied``."""

    def source(self, post_id: int) -> Source:
        """A post as it was written. Raises ``NotFound`` when it is gone."""

    def source_at(self, topic_id: int, number: int) -> Source:
        """As ``source``, by the post's number in its topic."""


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

    @property
    def writing(self) -> Writing:
        """What the member writes goes this way; only where ``can.writing`` says so."""

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

    def readers(self, group_id: int) -> GroupReaders:
        """Who can read a closed group, only where ``can.audience``.

        Raises ``NotFound`` or ``AccessDenied``.
        """

    def members(self, remote_name: str) -> GroupMembers:
        """Who is in the group of people with this name of the platform's own, only where ``can.audience``.

        Raises ``NotFound`` or ``AccessDenied``, also where only others may know that.
        """

    def register(self) -> tuple[GroupFact, ...]:
        """The groups of people that this member may know of, only where ``can.audience``.

        Raises ``AccessDenied`` where the community keeps that list to itself.
        """

    def notices(self) -> tuple[Notice, ...]:
        """The newest that concerns the member in person.

        Raises ``AccessDenied`` when this key may not ask.
        """

    def send_notices_read(self, remote_id: int | None = None) -> None:
        """Tell that one of them was seen, or all that are of the kinds in ``notices``."""

    def limits(self) -> PostLimits:
        """How long a post may be, and which files may go with it."""

    def link_title(self, url: str) -> str | None:
        """What the page at a web address is called, as far as the community finds out."""

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
