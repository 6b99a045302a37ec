"""A cache with a list of topics in it, for tests of what shows such lists."""

from __future__ import annotations

from sync.model import Batch, Changes, Group, Member, Post, Topic
from sync.store.apply import apply
from sync.store.database import Store

# The newest topic that ``fill`` writes; topics lie an hour apart.
NEWEST = 1_764_000_000_000
HOUR = 3_600_000

OPEN, CLOSED = 1, 2
FATIMA, SANNE = 11, 12


def topic(number: int, created: int, *, group: int = OPEN, answered: bool = False) -> tuple[Topic, Post]:
    """Topic ``number`` with its opening post."""
    written = Topic(
        id=number,
        title=f"Topic number {number}",
        group_id=group,
        kind="question" if number % 2 else "experience",
        tags=("bereik", "b1"),
        author_id=FATIMA if number % 3 else SANNE,
        created=created,
        last_posted=created,
        replies=number % 5,
        likes=number % 7,
        answered=answered,
        highest_number=1,
    )
    return written, post(number * 10, number, 1, created)


def post(post_id: int, topic_id: int, number: int, created: int) -> Post:
    """A post with enough text for two lines of a card."""
    text = (
        "We asked everyone on the square what they thought of the plan, and wrote down what they said. " * 2
    )
    return Post(
        id=post_id,
        topic_id=topic_id,
        number=number,
        author_id=FATIMA,
        created=created,
        html=f"<p>{text}</p>",
        text=text,
        excerpt=text,
    )


def put(store: Store, *written: tuple[Topic, Post]) -> Changes:
    """Write topics into the cache, as a reply of the community would."""
    batch = Batch(
        groups=(
            Group(OPEN, "plain", "Begrijpelijke taal", False),
            Group(CLOSED, "part", "Participatie", True),
        ),
        members=(
            Member(FATIMA, "fatima", name="Fatima El Amrani", organisation="Rijkswaterstaat"),
            Member(SANNE, "sanne", name="Sanne Verbeek", organisation="Ministerie van VWS"),
        ),
        topics=tuple(topic for topic, _ in written),
        posts=tuple(post for _, post in written),
    )
    return store.write(lambda conn: apply(conn, batch))


def fill(store: Store, count: int) -> Changes:
    """Topics ``count`` down to 1, the highest number newest; every tenth stands in a closed group."""
    return put(
        store,
        *(
            topic(number, NEWEST - (count - number) * HOUR, group=OPEN if number % 10 else CLOSED)
            for number in range(1, count + 1)
        ),
    )
