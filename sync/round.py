"""What a round works with: the cache, the platform, patience with its limits, and the tally."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from sqlite3 import Connection
from typing import TypeVar

from sync.budget import PATIENCE, Budget
from sync.connectors.base import Connector, Me
from sync.errors import TooManyRequests
from sync.gaps import Gap
from sync.model import Batch, Changes, Member, Topic
from sync.prefetch import Prefetch
from sync.progress import Progress, Stage
from sync.store import cursors, known
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.outbox import Item
from sync.tally import Tally
from sync.work import Work, working

T = TypeVar("T")

# A 429 that does not ask for much patience is sat out within the round, so many times per question.
TRIES = 4
# Who is signed in is asked again after so many seconds, before anything is taken away.
TRUST_SECONDS = 60.0

ME = cursors.ME
IDENTITY = "identity"
POSTS_TOTAL = "posts_total"
DAY_MS = 86_400_000


def wall_clock() -> int:
    """This computer's clock: what the outbox plans by, over processes."""
    return int(time.time() * 1000)


def consented(_: Item) -> str | None:
    """Nothing holds an item back."""
    return None


@dataclass
class Round:
    """A round under way. ``days`` is how far back the member keeps posts; ``None`` is without end.

    ``consent`` gives the reason why an item of the outbox must wait for the member, if there is one.
    """

    store: Store
    connector: Connector
    budget: Budget
    work: Work
    tell: Callable[[Progress], None]
    days: int | None
    prefetch: Prefetch | None = None
    wall: Callable[[], int] = wall_clock
    consent: Callable[[Item], str | None] = consented
    tally: Tally = field(default_factory=Tally)
    skipped: int = 0
    sent: int = 0
    oldest: int | None = None
    newest_asked: float | None = None
    trusted_at: float | None = None
    me: Me | None = None
    recovered: bool = False
    access_doubted: bool = False
    access_asked: bool = False
    set_aside: set[Gap] = field(default_factory=set)
    _had: int | None = None

    def ask(self, question: Callable[[], T]) -> T:
        """Ask the platform, sitting out short requests to wait. Raises from ``sync.errors``."""
        asked = 0
        while True:
            self.work.check()
            try:
                return question()
            except TooManyRequests as error:
                self.budget.hold(error.retry_after)
                asked += 1
                if error.retry_after > PATIENCE or asked == TRIES:
                    raise

    def write(self, work: Callable[[Connection], Changes]) -> Changes:
        """Write in one transaction and add what changed to the tally."""
        changes = self.store.write(work)
        self.tally.add(changes)
        return changes

    def apply(self, batch: Batch) -> Changes:
        """Write one batch; nothing else happens in its transaction."""
        return self.write(lambda conn: apply(conn, batch))

    def read(self, work: Callable[[Connection], T]) -> T:
        """Read from the cache."""
        with self.store.reading() as conn:
            return work(conn)

    def cursor(self, name: str) -> str | None:
        """One of the engine's notes."""
        return self.read(lambda conn: cursors.get(conn, name))

    def now(self) -> int:
        """The community's clock (ms): this machine's may jump."""
        return self.connector.server_time or int(time.time() * 1000)

    def fetch_pictures(self, most: int) -> None:
        """Fetch some pictures, if they are wanted; they do not count as requests of the round."""
        if self.prefetch is None:
            return
        with working(self.work.stop):
            self.tally.add(self.prefetch.some(self.now(), most))

    def horizon(self) -> int:
        """The moment (ms) before which posts are not kept; 0 when all are."""
        return 0 if self.days is None else self.now() - self.days * DAY_MS

    def due(self, name: str, period_ms: int) -> bool:
        """Whether the moment under ``name`` is at least a period ago, or not noted, or in the future."""
        noted = self.cursor(name)
        return not self.lately(None if noted is None else int(noted), period_ms)

    def lately(self, moment: int | None, period_ms: int) -> bool:
        """Whether a moment (ms) is less than a period ago."""
        return moment is not None and 0 <= self.now() - moment < period_ms

    def report(self, stage: Stage) -> None:
        """Tell how far the round is, with what changed since the last time."""
        posts = self.tally.count("posts_new")
        gained = posts - self.tally.count("posts_removed")
        if self._had is None:
            self._had = self.read(known.post_count) - gained
        done, estimate = self._had + gained, self.cursor(POSTS_TOTAL)
        total = max(int(estimate), done) if estimate else None
        self.tell(Progress(stage, done, total, posts, self.oldest, self.tally.recent()))

    def trust(self) -> bool:
        """Whether the community itself answers, and knows this member: before anything is taken away.

        Something in between may drop the key and so make closed content look gone, also during a round that
        takes hours. Raises ``SignInNeeded``.
        """
        clock = self.budget.clock()
        if self.trusted_at is not None and clock - self.trusted_at < TRUST_SECONDS:
            return True
        self.me = self.ask(self.connector.whoami)
        me = str(self.me.id)
        if self.cursor(IDENTITY) not in (None, me):
            return False
        self.apply(Batch(cursors=((ME, me), (IDENTITY, me))))
        self.trusted_at = clock
        return True


def weaker(conn: Connection, topics: tuple[Topic, ...], members: tuple[Member, ...]) -> Batch:
    """Topics and members as posts tell them, without what would overwrite better knowledge.

    Posts do not tell tags or profile fields: what is guessed from them only fills what is empty, except that
    a meeting outweighs the guess of a question.
    """
    kinds = known.kinds(conn, [topic.id for topic in topics])
    organised = known.with_organisation(conn, [member.id for member in members])
    return Batch(
        topics=tuple(one if _adds(one, kinds.get(one.id)) else replace(one, kind=None) for one in topics),
        members=tuple(replace(one, organisation=None) if one.id in organised else one for one in members),
    )


def _adds(topic: Topic, kind: str | None) -> bool:
    return kind in (None, "discussion") or (topic.event is not None and kind == "question")
