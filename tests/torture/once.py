"""Sends posts while everything goes wrong that can: each must arrive once, or be held for the member.

Every post meets one of the ways of going wrong, all of them in turn. The process is killed by giving up its
engine and its cache in the middle of a request, the way a kill leaves them: nothing is told to either.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from app import share
from sync.budget import Budget
from sync.connectors.base import Posted
from sync.connectors.discourse import Discourse, connect
from sync.demo.server import DemoServer
from sync.engine import Engine
from sync.outbox import Item
from sync.store import outbox as rows
from sync.store.database import Store
from tests.sync.engine_kit import WALL, FakeClock

POSTS_A_TOPIC = 25
# Rounds after which everything must have come to rest.
MOST_ROUNDS = 12
GROUP = "webredactie"
# What a community that restarts is waited for, by the clock of the tests.
DOWN_SECONDS = 20.0


class Killed(BaseException):
    """The process ends here."""


Way = Callable[["Computer"], None]


class Figures(NamedTuple):
    """Of all posts: how many met each fault, and how they ended."""

    posts: int
    faults: dict[str, int]
    lost: list[str]
    doubled: list[str]
    held: list[str]
    resent: int
    seconds: float


class Computer:
    """One member's computer: its cache outlives the processes that use it, and its clock goes on."""

    def __init__(self, folder: Path, server: DemoServer) -> None:
        self.folder = folder
        self.server = server
        self.clock = FakeClock()
        self._boot()

    def _boot(self) -> None:
        self.store = Store(self.folder)
        budget = Budget(100_000, 10_000_000, clock=self.clock, sleep=self.clock.sleep)
        connector: Discourse = connect(self.server.url, self.server.key, "torture", budget=budget)
        self.writing = connector.writing
        self.engine = Engine(self.store, connector, wall=self.wall)

    def wall(self) -> int:
        """This computer's clock (ms)."""
        return WALL + int(self.clock.now * 1000)

    def kill(self) -> None:
        """Start a new process on what the old one left on the disk."""
        self.engine.close()
        self.store.close()
        self._boot()

    def round(self) -> None:
        """One round; a killed process is started again."""
        try:
            self.engine.round()
        except Killed:
            self.kill()

    def items(self) -> list[Item]:
        """Everything in the outbox."""
        with self.store.reading() as conn:
            return rows.items(conn)

    def close(self) -> None:
        """The end."""
        self.engine.close()
        self.store.close()


@contextmanager
def _deliveries(computer: Computer, around: Callable[[Callable[..., Posted]], Callable[..., Posted]]) -> Any:
    """Let what creates a post be wrapped, until it was called once."""
    writing = computer.writing
    names = ("create_topic", "create_reply")
    for name in names:
        setattr(writing, name, around(getattr(writing, name)))
    try:
        yield
    finally:
        for name in names:
            # The process may be another one by now.
            writing.__dict__.pop(name, None)


def killed_before(computer: Computer) -> None:
    """Killed when it was about to send: the note that it leaves is on the disk, the post is nowhere."""

    def around(_: Callable[..., Posted]) -> Callable[..., Posted]:
        def create(*_: object, **__: object) -> Posted:
            raise Killed

        return create

    with _deliveries(computer, around):
        computer.round()


def killed_after(computer: Computer) -> None:
    """Killed with the answer in hand, before it was noted."""

    def around(real: Callable[..., Posted]) -> Callable[..., Posted]:
        def create(*values: Any, **named: Any) -> Posted:
            real(*values, **named)
            raise Killed

        return create

    with _deliveries(computer, around):
        computer.round()


def reply_lost(computer: Computer) -> None:
    """The post is stored and the answer never comes."""
    _faulty(computer, after_commit=True, drop=True)


def gateway_timed_out(computer: Computer) -> None:
    """504 before the community saw it."""
    _faulty(computer, status=504)


def gateway_timed_out_late(computer: Computer) -> None:
    """504 although the post is stored."""
    _faulty(computer, after_commit=True, status=504)


def connection_reset(computer: Computer) -> None:
    """The connection breaks before the community saw it."""
    _faulty(computer, drop=True)


def restarted_with(computer: Computer) -> None:
    """The community stores the post, and goes down before it answers."""
    _restarted(computer, stored=True)


def restarted_without(computer: Computer) -> None:
    """The community goes down while the post is on its way."""
    _restarted(computer, stored=False)


WAYS: tuple[Way, ...] = (
    killed_before,
    killed_after,
    reply_lost,
    gateway_timed_out,
    gateway_timed_out_late,
    connection_reset,
    restarted_with,
    restarted_without,
)


def _faulty(computer: Computer, **fault: Any) -> None:
    computer.server.faults.add("/posts.json", method="POST", times=1, **fault)
    computer.round()
    computer.server.faults.clear()


def _restarted(computer: Computer, *, stored: bool) -> None:
    """The community goes down in the middle of the request, and is back a while later."""

    def around(real: Callable[..., Posted]) -> Callable[..., Posted]:
        def create(*values: Any, **named: Any) -> Posted:
            computer.server.faults.add("/posts.json", method="POST", times=1, drop=True, after_commit=stored)
            try:
                return real(*values, **named)
            finally:
                computer.server.stop()

        return create

    with _deliveries(computer, around):
        computer.round()
    computer.clock.sleep(DOWN_SECONDS)
    computer.round()
    computer.server.faults.clear()
    computer.server.start()
    _at_ease(computer.server)


def torture(
    folder: Path,
    server: DemoServer,
    *,
    posts: int,
    ways: tuple[Way, ...] = WAYS,
    tell: Callable[[str], None] | None = None,
) -> Figures:
    """Write ``posts`` posts for each of the ways of going wrong, topics and replies, and send them all.

    The figures name every post that is not in the community exactly once.
    """
    _at_ease(server)
    began = time.monotonic()
    computer = Computer(folder, server)
    met: Counter[str] = Counter()
    computer.round()
    texts: list[str] = []
    for number, way in enumerate(_turns(ways, posts)):
        texts.append(_write(computer, server, number))
        way(computer)
        met[way.__name__] += 1
        _settle(computer)
        if tell is not None and number % 20 == 19:
            tell(f"{number + 1} of {posts * len(ways)} posts, {time.monotonic() - began:.0f} s")
    figures = _figures(computer, server, texts, met, time.monotonic() - began)
    computer.close()
    return figures


def _turns(ways: tuple[Way, ...], posts: int) -> Iterator[Way]:
    for _ in range(posts):
        yield from ways


def _write(computer: Computer, server: DemoServer, number: int) -> str:
    """Put a topic in the outbox, or a reply in the newest one of the community."""
    raw = f"Bijdrage nummer {number:05d} van deze lange dag, met een vraag erbij."
    if number % POSTS_A_TOPIC == 0:
        with computer.store.reading() as conn:
            group = share.group_named(conn, GROUP)
        assert group is not None
        share.share(
            computer.store, group.group_id, f"Gesprek {number:05d} over wat ons bezighoudt", raw, wait_ms=0
        )
    else:
        topic = server.community.database.value("SELECT max(id) FROM topics WHERE deleted_at IS NULL")
        share.reply(computer.store, topic, raw, wait_ms=0)
    return raw


def _settle(computer: Computer) -> None:
    """Rounds, as the clock goes on, until nothing waits."""
    for _ in range(MOST_ROUNDS):
        with computer.store.reading() as conn:
            if not rows.moving(conn):
                return
        computer.clock.sleep(45)
        computer.round()
    raise AssertionError(f"never came to rest: {computer.items()[-1]}")


def _figures(
    computer: Computer, server: DemoServer, texts: list[str], met: Counter[str], seconds: float
) -> Figures:
    stored: Counter[str] = Counter(
        row[0] for row in server.community.database.rows("SELECT raw FROM posts WHERE deleted_at IS NULL")
    )
    held = {item.raw for item in computer.items() if item.held}
    return Figures(
        posts=len(texts),
        faults=dict(met),
        lost=[raw for raw in texts if stored[raw] == 0 and raw not in held],
        doubled=[raw for raw in texts if stored[raw] > 1],
        held=sorted(held),
        resent=sum(item.attempts > 1 for item in computer.items()),
        seconds=seconds,
    )


def _at_ease(server: DemoServer) -> None:
    """No spacing: the clock of the tests runs ahead of the community's own. Nor a limit for the day."""
    server.settings.create_post_interval = server.settings.create_topic_interval = 0
    server.settings.requests_per_day = 0
