"""The running community: database, site settings, limits and the cooking that every route shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property

from sync.demo.cook import HOST_MARK, Kitchen, cook
from sync.demo.database import Database
from sync.demo.images import picture_finder
from sync.demo.limits import RateLimiter
from sync.demo.message_bus import MessageBus


@dataclass
class SiteSettings:
    """The site settings that show in the API, with Discourse's defaults. Intervals are in seconds, 0 is none.

    `window_paging` gives /posts.json the older pages (a window of 50 ids, `before` included).
    `group_permissions_for_editors_only` leaves them out of /c/ID/show.json for members, as some versions do.
    """

    title: str = "De Stamtafel"
    description: str = ""
    requests_per_minute: int = 20
    requests_per_day: int = 2880
    min_topic_title_length: int = 15
    max_topic_title_length: int = 255
    min_post_length: int = 20
    max_post_length: int = 32000
    unique_posts_mins: int = 5
    create_topic_interval: int = 15
    create_post_interval: int = 5
    new_user_create_topic_interval: int = 120
    new_user_create_post_interval: int = 30
    min_first_post_typing_msecs: int = 3000
    window_paging: bool = False
    group_permissions_for_editors_only: bool = False
    allowed_auth_redirects: tuple[str, ...] = ("discourse://auth_redirect",)
    oaep_padding: bool = True
    long_poll_seconds: float = 25.0


@dataclass
class Community:
    """What a request works with. `host` is "127.0.0.1:PORT" once the server listens."""

    database: Database
    settings: SiteSettings
    offset: timedelta = timedelta()
    host: str = ""
    limiter: RateLimiter = field(default_factory=RateLimiter)
    bus: MessageBus = field(default_factory=MessageBus)
    _last_moment: datetime = datetime(2000, 1, 1, tzinfo=UTC)

    @property
    def base_url(self) -> str:
        """Where this community is served."""
        return f"http://{self.host}"

    def now(self) -> datetime:
        """The community's clock: runs on from the `now` the server was given, never the same moment twice."""
        with self.database.lock:
            self._last_moment = max(
                datetime.now(UTC) + self.offset, self._last_moment + timedelta(milliseconds=1)
            )
            return self._last_moment

    @cached_property
    def kitchen(self) -> Kitchen:
        """The names, groups and tags that cooking links to."""
        rows = self.database.rows
        return Kitchen(
            usernames=frozenset(r[0].lower() for r in rows("SELECT username FROM users")),
            categories={
                r["slug"]: (r["id"], r["name"]) for r in rows("SELECT id, slug, name FROM categories")
            },
            tags=frozenset(r[0] for r in rows("SELECT name FROM tags")),
            picture=picture_finder(self.database),
        )

    def cooked(self, posts: Iterable[tuple[int, str, str | None]]) -> dict[int, str]:
        """The HTML of (post id, raw, stored HTML) by post id; cooks and keeps what was not cooked yet."""
        ready: dict[int, str] = {}
        fresh: list[tuple[str, int]] = []
        for post_id, raw, stored in posts:
            if stored is None:
                stored = cook(raw, self.kitchen)
                fresh.append((stored, post_id))
            ready[post_id] = stored.replace(HOST_MARK, self.host)
        if fresh:
            with self.database.transaction():
                self.database.many("UPDATE posts SET cooked = ? WHERE id = ?", fresh)
        return ready
