"""Topics of a small community, written into a real cache, for the tests of the reader."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image

from sync.markup import clean
from sync.markup_links import image_key
from sync.model import Batch, Changes, Group, ImageWanted, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store

ADDRESS = "https://community.example.nl"
NOW = 1_790_000_000_000
TOPIC = 7
LONG = 9
MINUTE = 60_000
PICTURE = f"{ADDRESS}/uploads/kaart.png"
PICTURE_KEY = image_key(PICTURE)

_PEOPLE = (
    Member(1, "fatima", "Fatima El Amrani", "Rijkswaterstaat"),
    Member(2, "joost", "Joost van Dijk", "Ministerie van BZK", title="Adviseur", bio="Belt graag."),
    Member(3, "aylin", "Aylin Demir", "UWV"),
    Member(4, "esther", "Esther Molenaar", "Communityteam", team=True),
)


def post(number: int, html: str, author: int = 1, topic: int = TOPIC) -> Post:
    """A post as the connector would give it, a minute after the one before."""
    cleaned = clean(html, base_url=ADDRESS)
    images = tuple(ImageWanted(image.key, image.url) for image in cleaned.images)
    created = NOW + number * MINUTE
    return Post(
        topic * 10_000 + number,
        topic,
        number,
        author,
        created,
        cleaned.html,
        cleaned.text,
        cleaned.excerpt,
        updated=created,
        oversize=cleaned.oversize,
        images=images,
    )


def conversation() -> tuple[Post, ...]:
    """Five posts: a question, its answer, and three more of which one quotes the answer and is edited."""
    return (
        replace(post(1, "<p>Wie bereikt huurders en jongeren?</p>"), likes=12),
        replace(post(2, "<p>Wij zijn langsgegaan.</p>", 2), accepted=True, likes=21, liked=True),
        replace(post(3, "<p>Bellen op dinsdagavond werkte.</p>", 3), reply_to=1),
        post(4, "<p>Let op je uitnodiging.</p>", 4),
        replace(post(5, "<p>Precies, Joost.</p>", 3), reply_to=2, version=2),
    )


def long_thread(count: int) -> tuple[Post, ...]:
    """``count`` posts of very different lengths in the topic ``LONG``."""
    words = "Elke bijdrage is weer anders van lengte en dat is maar goed ook. "
    return tuple(
        post(n, f"<p>Nummer {n}.</p><p>{words * (n * 7 % 23)}</p>", 1 + n % 4, LONG)
        for n in range(1, count + 1)
    )


def put(store: Store, posts: tuple[Post, ...], *, topic: int = TOPIC, replies: int | None = None) -> Changes:
    """Writes a topic of these posts into the cache."""
    batch = Batch(
        groups=(Group(3, "participatie", "Participatie", closed=True, joined=True),),
        members=_PEOPLE,
        topics=(
            Topic(
                topic,
                "Hoe bereik je wie nooit een enquête invult?",
                3,
                slug="hoe-bereik-je",
                kind="question",
                tags=("bereik", "inwoners"),
                author_id=1,
                created=NOW,
                replies=len(posts) - 1 if replies is None else replies,
                answered=True,
            ),
        ),
        posts=posts,
    )
    return store.write(lambda conn: apply(conn, batch))


def png(width: int, height: int, colour: tuple[int, int, int] = (255, 0, 0)) -> bytes:
    """A picture of one colour."""
    made = BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "PNG")
    return made.getvalue()
