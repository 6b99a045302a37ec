"""The demo community as an object: start it, ask for its address and key, and change things while it runs."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.demo import activity
from sync.demo.community import Community, SiteSettings
from sync.demo.database import Database
from sync.demo.faults import Faults, FaultyApp
from sync.demo.fill import fill
from sync.demo.hosting import Hosting
from sync.demo.live import Live, Step
from sync.demo.moments import iso
from sync.demo.routes.table import community_app
from sync.demo.story import load_story

ALL_SCOPES = "read,write,message_bus,notifications,session_info"


class Served(NamedTuple):
    """One request that was answered; `path` without the query, `status` 0 when the connection broke first."""

    method: str
    path: str
    status: int


class DemoServer:
    """A demo community on a loopback port, in its own thread.

    `topics` asks for that many topics in all (0: the story only). `requests_per_minute` 0 means no limit.
    `now` is the moment at which the story is told (default: the real one); the clock runs on from there.
    `database` keeps the community in that file, where it survives a restart. `live` adds activity.
    `faults` and `settings` may be changed while it runs. An error of the server's own shows as status 500, is
    kept in `failures`, and is raised when a `with` block ends, so that no test takes it for an answer.
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
        self.settings = SiteSettings(requests_per_minute=requests_per_minute)
        self.requests: list[Served] = []
        self.failures: list[Exception] = []
        self.key = ""
        self.username = ""
        self._port, self._seed, self._topics, self._lively = port, seed, topics, live
        started = datetime.now(UTC)
        self._now = now or started
        self._offset = self._now - started
        folder = None if database else tempfile.mkdtemp(prefix="stamtafel-demo-")
        self._discard = weakref.finalize(self, shutil.rmtree, folder, True) if folder else None
        self._file = database or Path(str(folder)) / "community.sqlite"
        self._community: Community | None = None
        self._hosting: Hosting | None = None
        self._live: Live | None = None

    def __enter__(self) -> DemoServer:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if self._discard is not None:
            self._discard()
        if error is None and self.failures:
            raise self.failures[0]

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
        """Fill the database when it is empty and serve; returns when the first request can be answered.

        Raises OSError when the port is taken.
        """
        hosting = Hosting(self._port)
        self._port = hosting.port
        story, database = load_story(), Database(self._file)
        self.settings.title, self.settings.description = story.title, story.description
        self._community = Community(database, self.settings, self._offset, f"127.0.0.1:{hosting.port}")
        if database.is_empty:
            fill(database, story, seed=self._seed, topics=self._topics, now=self._now)
        self.username = database.value("SELECT username FROM users ORDER BY me DESC, id LIMIT 1")
        self.key = self.key or self.new_key(self.username)
        app = FaultyApp(community_app(self._community), lambda: self.faults, lambda: hosting.stopping)
        hosting.start(_Noted(app, self.requests, self.failures, self._community))
        self._hosting = hosting
        self._live = Live(self._community, self._seed)
        if self._lively:
            self._live.start()
        return self

    def stop(self) -> None:
        """Stop serving; a later start() continues on the same port with the same content and key."""
        if self._hosting is None or self._live is None:
            return
        self._live.stop()
        self._hosting.ask_to_stop()
        self.community.bus.close()
        self._hosting.join()
        self.community.database.close()
        self._hosting = self._community = self._live = None

    def live_step(self) -> Step:
        """One piece of new activity by someone else, at once."""
        if self._live is None:
            raise RuntimeError("the demo community is not started")
        return self._live.step()

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

    def new_member(self, username: str, *, organisation: str = "") -> str:
        """Add a newcomer (trust level 0, nothing written yet) with a key; the key."""
        now = iso(self.community.now())
        self.community.database.run(
            "INSERT INTO users (username, name, title, organisation, bio, avatar, created_at, last_seen_at,"
            " trust_level) VALUES (?, ?, '', ?, '', '{}', ?, ?, 0)",
            username,
            username.replace("_", " ").title(),
            organisation,
            now,
            now,
        )
        self.community.__dict__.pop("kitchen", None)
        return self.new_key(username)

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
        revoked = iso(self.community.now())
        self.community.database.run("UPDATE api_keys SET revoked_at = ? WHERE key = ?", revoked, key)

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
        """Add a topic by a member (default: someone else than the default member); its id.

        `group` is a slug (default: the first open group).
        """
        category = self._found(
            "SELECT id FROM categories WHERE slug = ? OR (? = '' AND NOT read_restricted) ORDER"
            " BY position LIMIT 1",
            group or "",
            group or "",
        )
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
        written = activity.create_reply(
            self.community, user_id=user_id, topic_id=topic_id, raw=text, reply_to=reply_to
        )
        return written.post_id

    def edit_post(self, post_id: int, raw: str) -> None:
        """Change the text of a post."""
        activity.edit_post(self.community, post_id, raw)

    def delete_post(self, post_id: int) -> None:
        """Delete a post; with the first post its topic goes."""
        activity.delete_post(self.community, post_id)

    def delete_topic(self, topic_id: int) -> None:
        """Delete a topic."""
        activity.delete_topic(self.community, topic_id)

    def accept_answer(self, post_id: int) -> None:
        """Make a reply the accepted answer of its topic, as its asker does."""
        asker = self.community.database.value(
            "SELECT t.user_id FROM posts p JOIN topics t ON t.id = p.topic_id WHERE p.id = ?", post_id
        )
        activity.accept(self.community, post_id, asker)

    def close_topic(self, topic_id: int, closed: bool = True) -> None:
        """Close a topic to new replies, or open it again."""
        self.community.database.run("UPDATE topics SET closed = ? WHERE id = ?", int(closed), topic_id)

    def moderate(self, group: str, moderated: bool = True) -> None:
        """Let posts in a group wait for moderation, or no longer."""
        self.community.database.run(
            "UPDATE categories SET moderated = ? WHERE slug = ?", int(moderated), group
        )

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

    def _found(self, sql: str, *values: str) -> int:
        found: Any = self.community.database.value(sql, *values)
        if found is None:
            raise LookupError(values[0])
        return int(found)

    def _someone_else(self) -> int:
        return self._found("SELECT id FROM users WHERE username != ? ORDER BY me, id LIMIT 1", self.username)


class _Noted:
    """Notes every request with the status it got, and errors of the server's own; dates every answer by the
    community's clock, as its posts are."""

    def __init__(
        self, app: ASGIApp, served: list[Served], failures: list[Exception], community: Community
    ) -> None:
        self._app = app
        self._community = community
        self._served = served
        self._failures = failures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        noted = False

        def note(status: int) -> None:
            nonlocal noted
            if not noted:
                noted = True
                self._served.append(Served(scope["method"], scope["path"], status))

        async def noting(message: Message) -> None:
            # before it leaves: whoever has the reply finds the request noted
            if message["type"] == "http.response.start":
                note(message["status"])
                now = format_datetime(datetime.now(UTC) + self._community.offset, usegmt=True)
                message = {**message, "headers": [*message["headers"], (b"date", now.encode())]}
            await send(message)

        # faults reach for the connection through `send`
        noting.__self__ = getattr(send, "__self__", None)  # type: ignore[attr-defined]
        try:
            await self._app(scope, receive, noting)
        except ClientDisconnect:
            pass
        except Exception as error:
            self._failures.append(error)
            raise
        finally:
            note(0)
