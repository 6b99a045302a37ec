"""Small communities as batches, for the tests of the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from sqlite3 import Connection
from typing import TypeVar

from sync.model import Batch, Changes, Event, Group, ImageWanted, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.search import index_batch

T = TypeVar("T")

DAY = 86_400_000
START = 1_700_000_000_000
CONTENT = ("groups", "members", "topics", "posts", "images", "image_uses", "cursors")
STATUS = ("unread", "seen", "reads_pending", "saved", "visits", "status")


def post(
    post_id: int,
    topic_id: int = 1,
    number: int = 1,
    *,
    author: int = 1,
    created: int | None = None,
    **more: object,
) -> Post:
    """A post with a short text of its own; ``more`` overrides any field."""
    words = str(more.pop("words", f"Bijdrage {post_id}"))
    plain = Post(
        id=post_id,
        topic_id=topic_id,
        number=number,
        author_id=author,
        created=START + post_id * 60_000 if created is None else created,
        html=f"<p>{words}</p>",
        text=words,
        excerpt=words,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def topic(topic_id: int = 1, **more: object) -> Topic:
    """A topic in group 1; ``more`` overrides any field."""
    return replace(Topic(topic_id, f"Onderwerp {topic_id}", 1), **more)  # type: ignore[arg-type]


def write(store: Store, batch: Batch) -> Changes:
    """Apply one batch."""
    return store.write(lambda conn: apply(conn, batch))


def read(store: Store, ask: Callable[[Connection], T]) -> T:
    """Ask something of a reading connection."""
    with store.reading() as conn:
        return ask(conn)


def index_all(store: Store) -> None:
    """Index every waiting post."""
    while store.write(index_batch):
        pass


def dump(store: Store, tables: tuple[str, ...] = CONTENT) -> dict[str, list[tuple[object, ...]]]:
    """All rows of ``tables``, sorted."""
    with store.reading() as conn:
        return {
            table: sorted(conn.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608
            for table in tables
        }


def people() -> tuple[Member, ...]:
    """Three members."""
    return (
        Member(1, "fatima", "Fatima el Amrani", organisation="RWS", avatar_url="https://c.test/a/1.png"),
        Member(2, "jan", "Jan Bakker", organisation="BZK"),
        Member(3, "renee", "Renée Smit", organisation="VWS", bio="Redacteur", find="Kamer 4.12"),
    )


def places() -> tuple[Group, ...]:
    """An open and a closed group."""
    return (
        Group(1, "algemeen", "Algemeen", closed=False, position=1),
        Group(2, "participatie", "Participatie", closed=True, purpose="Samen leren", position=2),
    )


def _picture(number: int) -> tuple[ImageWanted, ...]:
    return (ImageWanted(f"beeld{number:015}", f"https://c.test/u/{number}.png"),)


def pages() -> Iterator[Batch]:
    """A small community the way a sync brings it: the site, pages of posts, lists of topics."""
    yield Batch(groups=places(), members=people())
    topics = [
        topic(number, group_id=1 + number % 2, slug=f"t{number}", kind=None if number % 3 else "question")
        for number in range(1, 13)
    ]
    posts = [
        post(
            number,
            1 + (number * 7) % 12,
            1 + (number - 1) // 12,
            author=1 + number % 3,
            created=START + number * DAY // 4,
            likes=number % 4,
            accepted=number == 30,
            reply_to=1 if number > 12 else None,
            images=_picture(number) if number % 5 == 0 else (),
        )
        for number in range(1, 61)
    ]
    for start in range(50, -1, -10):
        chosen = posts[start : start + 10]
        ids = {one.topic_id for one in chosen}
        yield Batch(topics=tuple(one for one in topics if one.id in ids), posts=tuple(chosen))
    listed = [
        replace(
            one,
            tags=("beleid", f"t{one.id}"),
            replies=4,
            likes=sum(p.likes for p in posts if p.topic_id == one.id),
            highest_number=5,
            views=one.id * 10,
            created=min(p.created for p in posts if p.topic_id == one.id),
            last_posted=max(p.created for p in posts if p.topic_id == one.id),
            answered=any(p.accepted for p in posts if p.topic_id == one.id),
            event=Event(START, name="Borrel") if one.id == 5 else None,
        )
        for one in topics
    ]
    yield Batch(topics=tuple(listed[:6]))
    yield Batch(topics=tuple(listed[6:]), cursors=(("oldest", "1"),))
