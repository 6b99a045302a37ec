"""New activity while the community runs: now and then someone answers, likes or starts something."""

from __future__ import annotations

import random
import threading
from typing import Literal, NamedTuple

from sync.demo import activity
from sync.demo import generator_words as words
from sync.demo.community import Community

EVERY_SECONDS = (20.0, 40.0)
RECENT_TOPICS = 25
REPLIES = (
    "Dank voor het delen, hier kan ik morgen al mee verder.",
    "Herkenbaar. Bij ons hielp het om er eerst met drie collega’s over te praten.",
    "Goed punt. Ik leg dit vanmiddag even voor in ons teamoverleg.",
    "Zullen we hier een keer samen naar kijken? Ik kan donderdag.",
    "Mooi gedaan! Mag ik dit als voorbeeld gebruiken in onze nieuwsbrief?",
    "Wij zijn er net mee begonnen. Over een maand vertel ik graag hoe het ging.",
    "Heb je ook gekeken wat het de lezer oplevert? Dat vond ik zelf het lastigst.",
    "Kleine aanvulling: vraag het ook aan de collega’s van het klantcontact, zij horen het als eersten.",
    "Ik heb er een korte aantekening van gemaakt voor mijn team. Bedankt!",
    "Dit had ik vorig jaar moeten lezen :smile:",
)


class Step(NamedTuple):
    """What happened: the new or liked post and its topic."""

    what: Literal["reply", "topic", "like"]
    topic_id: int
    post_id: int


class Live:
    """Makes activity, the same for the same seed, and repeats it from a thread when asked."""

    def __init__(self, community: Community, seed: int) -> None:
        self._community = community
        self._dice = random.Random(f"live {seed}")  # noqa: S311 - story dice, not secrets
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin a step every 20 to 40 seconds."""
        self._thread = threading.Thread(target=self._run, name="demo-live", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread; returns when it is gone."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(5)

    def _run(self) -> None:
        while not self._stop.wait(self._dice.uniform(*EVERY_SECONDS)):
            self.step()

    def step(self) -> Step:
        """One piece of activity: mostly a reply in a recent open topic, sometimes a topic or a like."""
        chance = self._dice.random()
        with self._community.database.lock:
            if chance < 0.15:
                return self._new_topic()
            topic_id = self._recent_topic()
            if topic_id is None:
                return self._new_topic()
            return self._like(topic_id) if chance < 0.35 else self._reply(topic_id)

    def _recent_topic(self) -> int | None:
        rows = self._community.database.rows(
            "SELECT id FROM topics WHERE deleted_at IS NULL AND NOT closed ORDER BY bumped_at"
            " DESC, id DESC LIMIT ?",
            RECENT_TOPICS,
        )
        return self._dice.choice([r[0] for r in rows]) if rows else None

    def _member(self, category_id: int) -> int:
        """Someone who may write there; not the default member, who writes for themselves."""
        rows = self._community.database.rows(
            "SELECT u.id FROM users u JOIN categories c ON c.id = ? WHERE NOT u.me AND (NOT"
            " c.read_restricted OR"
            " EXISTS (SELECT 1 FROM group_users gu WHERE gu.group_id = c.group_id AND gu.user_id = u.id))"
            " ORDER BY u.id LIMIT 200",
            category_id,
        )
        return self._dice.choice([r[0] for r in rows]) if rows else 2

    def _category_of(self, topic_id: int) -> int:
        return int(self._community.database.value("SELECT category_id FROM topics WHERE id = ?", topic_id))

    def _reply(self, topic_id: int) -> Step:
        written = activity.create_reply(
            self._community,
            user_id=self._member(self._category_of(topic_id)),
            topic_id=topic_id,
            raw=self._dice.choice(REPLIES),
        )
        return Step("reply", topic_id, written.post_id)

    def _new_topic(self) -> Step:
        kind = self._dice.choice(("question", "experience", "link", "spotlight"))
        subject = words.Subject(self._dice)
        categories = self._community.database.rows(
            "SELECT id FROM categories WHERE NOT read_restricted ORDER BY id"
        )
        category = self._dice.choice([r[0] for r in categories])
        written = activity.create_topic(
            self._community,
            user_id=self._member(category),
            category_id=category,
            title=subject.title(kind),
            raw=subject.opening(kind),
            kind=kind,
        )
        return Step("topic", written.topic_id, written.post_id)

    def _like(self, topic_id: int) -> Step:
        """A like on the newest post, preferably of the default member."""
        post = self._community.database.row(
            "SELECT p.id FROM posts p JOIN users u ON u.id = p.user_id WHERE p.topic_id = ? AND"
            " p.deleted_at IS NULL"
            " ORDER BY u.me DESC, p.id DESC LIMIT 1",
            topic_id,
        )
        post_id = int(post["id"]) if post is not None else 1
        activity.like(self._community, post_id, self._member(self._category_of(topic_id)))
        return Step("like", topic_id, post_id)
