"""The demo community as an object: start it, ask for its address and key, and change things while it runs."""

from __future__ import annotations

import logging
import secrets
import shutil
import socket
import tempfile
import threading
import time
import weakref
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.demo import activity
from sync.demo.community import Community, SiteSettings
from sync.demo.database import Database
from sync.demo.faults import Faults, FaultyApp
from sync.demo.fill import fill
from sync.demo.moments import iso
from sync.demo.routes.table import community_app
from sync.demo.story import load_story

ALL_SCOPES = "read,write,message_bus,notifications,session_info"
START_SECONDS = 30.0


class Served(NamedTuple):
    """One request that was answered; `path` without the query."""

    method: str
    path: str
    status: int


class DemoServer:
    """A demo community on a loopback port, in its own thread.

    `topics` asks for that many topics in all (0: the story only). `requests_per_minute` 0 means no limit.
    `now` is the moment at which the story is told (default: the real one); `database` keeps the community in that
    file, where it survives a restart. `live` adds new activity while it runs.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        seed: int = 1,
        topics: int = 0,
        requests_per_minute: int = 20,
        faults: Faults | None = None,
        live: bool = False,
        now: datetime | None = None,
        database: Path | None = None,
    ) -> None:
        self.faults = faults or Faults()
        self.requests: list[Served] = []
        self._port, self._seed, self._topics, self._live = port, seed, topics, live
        self._now = now or datetime.now(UTC)
        folder = None if database else tempfile.mkdtemp(prefix="stamtafel-demo-")
        self._discard = weakref.finalize(self, shutil.rmtree, folder, True) if folder else None
        self._file = database or Path(folder or ".") / "community.sqlite"
        self.settings = SiteSettings(requests_per_minute=requests_per_minute)
        self._community: Community | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.key = ""
        self.username = ""

    def __enter__(self) -> DemoServer:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if self._discard is not None:
            self._discard()

    @property
    def url(self) -> str:
        """The address, without a slash at the end."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def community(self) -> Community:
        """The running community. Raises RuntimeError when the server is not started."""
        if self._community is None:
            raise RuntimeError("the demo community is not started")
        return self._community

    def start(self) -> DemoServer:
        """Fill the database when it is empty and serve; returns when the first request can be answered."""
        story = load_story()
        database = Database(self._file)
        self.settings.title, self.settings.description = story.title, story.description
        offset = self._now - datetime.now(UTC)
        self._community = Community(database, self.settings, offset=offset)
        if database.is_empty:
            fill(database, story, seed=self._seed, topics=self._topics, now=self._now)
        self.username = database.value("SELECT username FROM users ORDER BY me DESC, id LIMIT 1")
        self.key = self.key or self.new_key(self.username)
        self._serve()
        return self

    def _serve(self) -> None:
        # named TCP so that asyncio turns Nagle's delay off
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        self.community.host = f"127.0.0.1:{self._port}"
        app = FaultyApp(community_app(self.community), lambda: self.faults, self._stopping)
        config = uvicorn.Config(
            _Counted(app, self.requests),
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="demo-server", daemon=True
        )
        self._thread.start()
        self._wait_until_started()

    def _wait_until_started(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while self._server is not None and not self._server.started:
            if self._thread is None or not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("the demo community did not start")
            time.sleep(0.005)

    def _stopping(self) -> bool:
        return self._server is None or self._server.should_exit

    def stop(self) -> None:
        """Stop serving; a later start() continues on the same port with the same content."""
        if self._server is not None:
            self._server.should_exit = True
            self.community.bus.wake()
        if self._thread is not None:
            self._thread.join(10)
        if self._community is not None:
            self._community.database.close()
        self._server = self._thread = self._community = None

    def set_requests_per_minute(self, most: int) -> None:
        """Change the request limit of every key; 0 means none. What was counted before is forgotten."""
        self.settings.requests_per_minute = most
        self.community.limiter.clear()

    def summary(self) -> dict[str, Any]:
        """The default member and how much there is."""
        count = self.community.database.value
        return {
            "username": self.username,
            "topics": count("SELECT count(*) FROM topics WHERE deleted_at IS NULL"),
            "posts": count("SELECT count(*) FROM posts WHERE deleted_at IS NULL"),
            "members": count("SELECT count(*) FROM users"),
            "groups": count("SELECT count(*) FROM categories"),
        }

    def users(self) -> list[str]:
        """The usernames of all members."""
        return [r[0] for r in self.community.database.rows("SELECT username FROM users ORDER BY id")]

    def new_key(self, username: str, scopes: str = ALL_SCOPES) -> str:
        """A fresh User-Api-Key for a member, as if they had approved one."""
        key = secrets.token_hex(16)
        self.community.database.run(
            "INSERT INTO api_keys (key, user_id, client_id, application, scopes, created_at)"
            " VALUES (?, ?, ?, 'Stamtafel', ?, ?)",
            key,
            self._user(username),
            secrets.token_hex(8),
            scopes,
            iso(self.community.now()),
        )
        return key

    def revoke_key(self, key: str) -> None:
        """Make a key invalid, as the member does on the site."""
        self.community.database.run(
            "UPDATE api_keys SET revoked_at = ? WHERE key = ?", iso(self.community.now()), key
        )

    def add_topic(
        self,
        *,
        title: str = "Hoe houden jullie het intranet levendig?",
        text: str = "Ik ben benieuwd wat bij jullie werkt, en wat juist niet.",
        group: str | None = None,
        author: str | None = None,
        tags: Iterable[str] = (),
        kind: str | None = None,
    ) -> int:
        """Add a topic by a member (default: someone else than the default member); its id."""
        database = self.community.database
        category = database.value(
            "SELECT id FROM categories WHERE slug = ? OR (? IS NULL AND NOT read_restricted) ORDER BY position",
            group,
            group,
        )
        if category is None:
            raise LookupError(group)
        user_id = self._user(author) if author else self._someone_else()
        written = activity.create_topic(
            self.community, user_id=user_id, category_id=category, title=title, raw=text, tags=tags, kind=kind
        )
        return written.topic_id

    def add_reply(
        self,
        topic_id: int,
        *,
        text: str = "Dank je, hier heb ik iets aan.",
        author: str | None = None,
        reply_to: int | None = None,
    ) -> int:
        """Add a reply to a topic; the id of the new post."""
        user_id = self._user(author) if author else self._someone_else()
        return activity.create_reply(
            self.community, user_id=user_id, topic_id=topic_id, raw=text, reply_to=reply_to
        ).post_id

    def edit_post(self, post_id: int, raw: str) -> None:
        """Change the text of a post."""
        activity.edit_post(self.community, post_id, raw)

    def delete_post(self, post_id: int) -> None:
        """Delete a post."""
        activity.delete_post(self.community, post_id)

    def delete_topic(self, topic_id: int) -> None:
        """Delete a topic."""
        activity.delete_topic(self.community, topic_id)

    def close_topic(self, topic_id: int, closed: bool = True) -> None:
        """Close a topic to new replies, or open it again."""
        self.community.database.run("UPDATE topics SET closed = ? WHERE id = ?", int(closed), topic_id)

    def add_to_group(self, username: str, group: str) -> None:
        """Make a member part of a group."""
        self.community.database.run(
            "INSERT OR IGNORE INTO group_users (group_id, user_id, added_at) VALUES (?, ?, ?)",
            self._group(group),
            self._user(username),
            iso(self.community.now()),
        )

    def remove_from_group(self, username: str, group: str) -> None:
        """Take a member out of a group; a closed group's content is gone for them at once."""
        self.community.database.run(
            "DELETE FROM group_users WHERE group_id = ? AND user_id = ?",
            self._group(group),
            self._user(username),
        )

    def _user(self, username: str) -> int:
        return self._found("SELECT id FROM users WHERE username = ?", username)

    def _group(self, name: str) -> int:
        return self._found("SELECT id FROM groups WHERE name = ?", name)

    def _found(self, sql: str, value: str) -> int:
        found: Any = self.community.database.value(sql, value)
        if found is None:
            raise LookupError(value)
        return int(found)

    def _someone_else(self) -> int:
        found = self.community.database.value(
            "SELECT id FROM users WHERE username != ? ORDER BY id LIMIT 1", self.username
        )
        return int(found or self._user(self.username))


class _Counted:
    """Notes every request with the status it got; 0 when the connection broke first."""

    def __init__(self, app: ASGIApp, served: list[Served]) -> None:
        self._app = app
        self._served = served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        noting.__self__ = getattr(send, "__self__", None)  # type: ignore[attr-defined]
        try:
            await self._app(scope, receive, noting)
        finally:
            self._served.append(Served(scope["method"], scope["path"], status))
