"""A small community full of awkward words, names and gaps, in a real cache; and the same as plain items."""

from __future__ import annotations

import random
from sqlite3 import Connection
from typing import Any

from sync.model import KINDS, Batch, Group, Member, Post, Topic
from sync.store import marks
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.search_index import index_batch, index_openings
from tests.app.filters.evaluator import Item, Reader

DAY = 86_400_000
NOW = 1_790_000_000_000
ME = 3
READER = Reader(NOW, ME, NOW - 9 * DAY)
WORDS = (
    "beleid",
    "woonbeleid",
    "Beleidsplan",
    "zorgbeleidsmedewerker",
    "de",
    "en",
    "in",
    "op",
    "AI",
    "ai",
    "Één",
    "coördinatie",
    "COORDINATIE",
    "reünie",
    "café",
    "Straße",
    "strasse",
    "ﬁnanciën",
    "financien",
    "e-mail",
    "e",
    "mail",
    "o'brien",
    "2026",
    "202612",
    "naïve",
    "İstanbul",
    "ısı",
    "Ωmega",
    "ωμεγα",
    "x",
    "y2k",
    "kort",
    "korte",
    "NOT",
    "OR",
    "of",
    "niet",
    "nieuwsbrief",
    "brief",
    "brieven",
    "日本語",
    "½",
    "²beleid",
    "woon_beleid",
    "a",
)
TAGS = ("beleid", "Zorg", "zorg", "naïef", "web-3", "één")
GROUPS = (
    Group(1, "algemeen", "Algemeen", closed=False),
    Group(2, "besloten-kring", "Besloten  kring", closed=True),
    Group(3, "cafe", "Café", closed=False),
    Group(4, "zorg", "", closed=True),
)
MEMBERS = (
    Member(1, "jan", "Jan Bakker", organisation="BZK", joined=NOW - 900 * DAY),
    Member(2, "renee", "Renée  Smit", organisation="Ministerie van VWS", team=True),
    Member(3, "ik", "Fatima el Amrani", organisation="bzk", joined=NOW - 70 * DAY),
    Member(4, "nieuw", "Jan Bakker", organisation="", joined=NOW - 20 * DAY),
    Member(5, "cafe", "", organisation="Café Één", joined=NOW - 30 * DAY),
)
_TOPICS = 60


class Village:
    """What was written, to be looked at as items and through the cache."""

    def __init__(self, store: Store, seed: int) -> None:
        self.chance = random.Random(seed)
        self.store = store
        self.topics = {number: self._topic(number) for number in range(1, _TOPICS + 1)}
        self.posts = [post for topic in self.topics.values() for post in self._posts(topic)]
        self.opening: dict[int, Post] = {}
        for post in sorted(self.posts, key=lambda post: -post.number):
            self.opening[post.topic_id] = post
        self._fill()

    def topic_items(self) -> dict[int, Item]:
        """Every topic as the evaluator sees it."""
        counts = self._counts()
        unread = {row[0] for row in self._rows("SELECT topic_id FROM unread")}
        return {
            key: self._item(
                key, topic, self.opening.get(key), counts[key], key in unread, key in self.opening
            )
            for key, topic in self.topics.items()
        }

    def post_items(self) -> dict[int, Item]:
        """Every post as the evaluator sees it."""
        counts = self._counts()
        unread = {row[0] for row in self._rows("SELECT post_id FROM unread")}
        found = {}
        for post in self.posts:
            own = (post.created, counts[post.topic_id][1], post.likes, post.author_id)
            opens = self.opening[post.topic_id] is post
            topic = self.topics[post.topic_id]
            found[post.id] = self._item(post.id, topic, post, own, post.id in unread, opens)
        return found

    def _item(
        self, key: int, topic: Topic, post: Post | None, counts: Any, unread: bool, titled: bool
    ) -> Item:
        created, replies, likes, author_id = counts
        group = GROUPS[topic.group_id - 1]
        author = _member(author_id)
        writer = None if post is None else _member(post.author_id)
        tags = topic.tags or ()
        joined = None if author is None else author.joined
        states = {
            "read": not unread,
            "unread": unread,
            "closed": group.closed,
            "open": not group.closed,
            "answered": bool(topic.answered),
            "unanswered": topic.kind == "question" and not topic.answered,
            "pinned": bool(topic.pinned),
            "locked": bool(topic.closed),
            "saved": bool(topic.saved),
            "liked": post is not None and post.liked,
            "mine": author_id == ME,
            "team": author is not None and bool(author.team),
            "new-member": joined is not None and created - joined < 60 * DAY,
        }
        return Item(
            id=key,
            fields={
                "title": topic.title if titled else "",
                "tags": " ".join(tags) if titled else "",
                "author": f"{writer.name or ''} {writer.username}" if writer else "",
                "text": post.text if post is not None else "",
            },
            names={
                "group": (group.name, group.slug),
                "from": (author.name or "", author.username) if author else (),
                "org": (author.organisation or "",) if author else (),
                "tag": tags,
            },
            states=frozenset(state for state, is_so in states.items() if is_so),
            kind=topic.kind or "discussion",
            created=created,
            replies=replies,
            likes=likes,
        )

    def _topic(self, number: int) -> Topic:
        pick = self.chance
        return Topic(
            id=number,
            title=self._text(pick.randrange(5)),
            group_id=pick.choice(GROUPS).id,
            kind=pick.choice(KINDS),
            tags=tuple(dict.fromkeys(pick.choices(TAGS, k=pick.randrange(4)))),
            author_id=pick.choice((1, 2, 3, 4, 5, 99)),
            created=NOW - pick.randrange(120 * DAY),
            replies=pick.randrange(6),
            likes=pick.randrange(12),
            closed=pick.random() < 0.2,
            pinned=pick.random() < 0.1,
            answered=pick.random() < 0.3,
            saved=pick.random() < 0.2,
            highest_number=9,
        )

    def _posts(self, topic: Topic) -> list[Post]:
        """Most topics with their opening post; some begin later, and a few have no post here at all."""
        pick = self.chance
        posts = []
        for number in pick.choice(((1,), (1, 2), (1, 2, 3), (2, 3), ())):
            text = "\n".join(self._text(pick.randrange(9)) for _ in range(pick.randrange(3)))
            posts.append(
                Post(
                    id=topic.id * 10 + number,
                    topic_id=topic.id,
                    number=number,
                    author_id=(topic.author_id or 0) if number == 1 else pick.choice((1, 2, 3, 5, 98)),
                    created=(topic.created or 0) + (number - 1) * 1000,
                    html="".join(f"<p>{line}</p>" for line in text.split("\n")),
                    text=text,
                    excerpt=text[:20],
                    likes=pick.randrange(5),
                    liked=pick.random() < 0.3,
                )
            )
        return posts

    def _text(self, words: int) -> str:
        return self.chance.choice((" ", "  ", ", ", "/")).join(self.chance.choices(WORDS, k=words))

    def _fill(self) -> None:
        """In pages of any order, as a sync would; some of it indexed before the rest comes."""
        write = self.store.write
        write(lambda conn: apply(conn, Batch(groups=GROUPS, members=MEMBERS)))
        posts = self.posts[:]
        self.chance.shuffle(posts)
        for start in range(0, len(posts), 25):
            some = tuple(posts[start : start + 25])
            write(lambda conn, some=some: apply(conn, Batch(posts=some)))  # type: ignore[misc]
            write(lambda conn: index_batch(conn, 10))
        write(lambda conn: apply(conn, Batch(topics=tuple(self.topics.values()))))
        read = [post.id for post in posts[::3]]
        write(lambda conn: marks.mark_read(conn, read))
        # Replies still wait for the index; what opens a topic does not.
        write(index_openings)

    def _counts(self) -> dict[int, Any]:
        """What the cache made of created, replies, likes and author: not the matter of these tests."""
        rows = self._rows("SELECT topic_id, created, replies, likes, author_id FROM topics")
        return {row[0]: row[1:] for row in rows}

    def _rows(self, sql: str) -> list[Any]:
        with self.store.reading() as conn:
            return conn.execute(sql).fetchall()


def index_everything(conn: Connection) -> None:
    """Index all posts that wait."""
    while index_batch(conn):
        pass


def _member(member_id: int) -> Member | None:
    return next((member for member in MEMBERS if member.id == member_id), None)
