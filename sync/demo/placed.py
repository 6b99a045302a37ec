"""Topics and posts with real moments: the form in which story and generator meet before they are stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sync.demo.moments import relative
from sync.demo.story import Topic

# How members mark these kinds on a real site; questions and meet-ups show by their plugins.
KIND_TAGS = {
    "experience": "ervaring",
    "link": "leestip",
    "spotlight": "in-het-zonnetje",
    "announcement": "mededeling",
}


@dataclass
class PlacedPost:
    """A post with the moment it was written."""

    at: datetime
    author: str
    text: str
    likes: int = 0
    accepted: bool = False
    reply_to: int | None = None


@dataclass
class PlacedEvent:
    """A meet-up with its moments; `going` are usernames."""

    starts: datetime
    ends: datetime | None
    location: str
    going: tuple[str, ...]


@dataclass
class PlacedTopic:
    """A topic whose posts have their moments; `ids` are given when it is stored."""

    title: str
    group: str
    kind: str
    tags: tuple[str, ...]
    views: int
    posts: list[PlacedPost]
    pinned: bool = False
    closed: bool = False
    event: PlacedEvent | None = None
    ids: list[int] = field(default_factory=list)

    @property
    def all_tags(self) -> tuple[str, ...]:
        """Its tags with the one that tells its kind."""
        kind_tag = KIND_TAGS.get(self.kind)
        return self.tags if kind_tag is None else (kind_tag, *(t for t in self.tags if t != kind_tag))


def place(topic: Topic, now: datetime) -> PlacedTopic:
    """A topic of the story seen from `now`. No reply stands before what it follows, or in the future."""
    at = min(relative(topic.at, now), now - timedelta(minutes=1))
    posts = [PlacedPost(at, topic.author, topic.text, topic.likes)]
    for reply in topic.replies:
        at = min(max(relative(reply.at, now), at + timedelta(seconds=40)), now - timedelta(seconds=5))
        posts.append(PlacedPost(at, reply.author, reply.text, reply.likes, reply.accepted, reply.reply_to))
    event = None
    if topic.event is not None:
        ends = relative(topic.event.ends, now) if topic.event.ends else None
        event = PlacedEvent(relative(topic.event.starts, now), ends, topic.event.location, topic.event.going)
    views = topic.views if topic.views is not None else 30 + 17 * len(posts)
    return PlacedTopic(
        title=topic.title,
        group=topic.group,
        kind=topic.kind,
        tags=topic.tags,
        views=views,
        posts=posts,
        pinned=topic.pinned,
        closed=topic.closed,
        event=event,
    )
