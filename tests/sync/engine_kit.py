"""An engine on a real store and the real demo community, with a budget whose clock never really waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sync import chores
from sync.budget import Budget
from sync.connectors.discourse import connect
from sync.demo.server import DemoServer, Served
from sync.engine import Engine, Progress, RoundReport
from sync.store import cursors
from sync.store.database import Store

WALL = 1_763_600_000_000


class FakeClock:
    """Seconds that pass only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


class Kit:
    """One account's engine; ``requests`` are those since the last round began, pictures apart."""

    def __init__(self, demo: DemoServer, folder: Path, *, key: str | None = None, **options: Any) -> None:
        self.demo = demo
        self.clock = FakeClock()
        self.budget = Budget(
            options.pop("per_minute", 100_000),
            options.pop("per_day", 10_000_000),
            clock=self.clock,
            sleep=self.clock.sleep,
        )
        self.store = Store(folder)
        self.engine = Engine(
            self.store,
            connect(demo.url, key or demo.key, "tests", budget=self.budget),
            account="demo",
            wall=self.wall,
            **options,
        )
        self.told: list[Progress] = []
        self._seen = 0

    def wall(self) -> int:
        """This computer's clock (ms), which goes with the one that sleeping moves."""
        return WALL + int(self.clock.now * 1000)

    def round(self, **options: Any) -> RoundReport:
        """One round, remembered progress and all."""
        self.told.clear()
        self._seen = len(self.demo.requests)
        return self.engine.round(options.pop("progress", self.told.append), **options)

    def synced(self) -> RoundReport:
        """One round that must succeed."""
        report = self.round()
        assert report.error is None, repr(report.error)
        return report

    @property
    def requests(self) -> list[Served]:
        served = self.demo.requests[self._seen :]
        return [one for one in served if not one.path.startswith(("/uploads", "/user_avatar"))]

    def rows(self, query: str, *values: Any) -> list[Any]:
        with self.store.reading() as conn:
            return [tuple(row) for row in conn.execute(query, values)]

    def post_ids(self) -> set[int]:
        return {row[0] for row in self.rows("SELECT post_id FROM posts")}

    def forget_moment(self, name: str) -> None:
        """Make a chore due, as if its time had passed, and the rest after a busy round with it."""
        self.store.write(lambda conn: cursors.put_all(conn, ((name, "1"), (chores.RESTED_AT, None))))

    def content(self) -> dict[str, list[Any]]:
        """Everything the cache holds of the community, to compare one cache with another."""
        return {
            "posts": self.rows("SELECT * FROM posts ORDER BY post_id"),
            "topics": self.rows("SELECT * FROM topics ORDER BY topic_id"),
            "groups": self.rows("SELECT * FROM groups ORDER BY group_id"),
            "members": self.rows("SELECT * FROM members ORDER BY member_id"),
            "unread": self.rows("SELECT * FROM unread ORDER BY post_id"),
        }

    def close(self) -> None:
        self.engine.close()
        self.store.close()


@contextmanager
def kits(demo: DemoServer, folder: Path) -> Iterator[Any]:
    """Makes kits, each in a folder of its own unless one is named, and closes them."""
    with ExitStack() as closing:
        count = 0

        def make(name: str | None = None, **options: Any) -> Kit:
            nonlocal count
            count += 1
            kit = Kit(demo, folder / (name or f"kit{count}"), **options)
            closing.callback(kit.close)
            return kit

        yield make


def visible_post_ids(demo: DemoServer, username: str | None = None) -> set[int]:
    """The posts that a member may see, straight from the demo community's own database."""
    rows = demo.community.database.rows(
        """
        SELECT p.id FROM posts p JOIN topics t ON t.id = p.topic_id JOIN categories c ON c.id = t.category_id
        WHERE p.deleted_at IS NULL AND t.deleted_at IS NULL AND p.post_type = 1
        AND (NOT c.read_restricted OR c.group_id IN (
            SELECT gu.group_id FROM group_users gu JOIN users u ON u.id = gu.user_id WHERE u.username = ?))
        """,
        username or demo.username,
    )
    return {row[0] for row in rows}
