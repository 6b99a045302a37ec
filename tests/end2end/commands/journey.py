"""A member at this computer: a profile of their own, used through the command line."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app import accounts as account_book
from app.accounts import Account
from app.language import Language
from app.main import main
from app.paths import Profile
from app.sentences import error_sentence
from app.settings import Settings
from sync.chores import RESTED_AT
from sync.errors import StamtafelError
from sync.store import cursors
from sync.store.database import FILE_NAME, Store
from tests.house import ROOT

if TYPE_CHECKING:
    from sync.demo.server import DemoServer

# What of each content table must be the same however a sync went. Left out: what changes by looking (views,
# last_seen), what is asked once an hour (a group's counts), the number of a reply that is gone, and when
# a picture was seen or tried.
CONTENT = {
    "groups": "group_id, slug, name, purpose, closed, joined, colour, parent_id, position, can_post",
    "members": "member_id, username, name, organisation, title, avatar, bio, location, find, team, joined",
    "topics": "topic_id, group_id, title, slug, kind, tags, author_id, created, last_posted, replies, likes,"
    " locked, pinned, answered, first_number, excerpt, event_starts, event_ends, event_name,"
    " event_location",
    "posts": "*",
    "images": "key, url, avatar",
    "image_uses": "*",
    "search_posts": "post_id",
}
STATUS = {"unread": "*", "saved": "*", "visits": "*"}

Dump = dict[str, list[tuple[Any, ...]]]


class Done(NamedTuple):
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


class Member:
    """A member with an account at ``server``; ``run`` is the command line in this process.

    Pictures are fetched with ``images`` only: most journeys are not about them.
    """

    def __init__(self, folder: Path, server: DemoServer, *, images: bool = False) -> None:
        self.server = server
        self.key = server.key
        self.profile = Profile(folder)
        self.account = account_book.add(
            self.profile, Account("", "discourse", server.url, server.username, "computer-" + folder.name)
        )
        settings = Settings(self.profile)
        settings.set("sync.requests_per_minute", 600)
        settings.set("sync.images", images)
        settings.set("appearance.language", "en")

    @property
    def folder(self) -> Path:
        """Where the cache and the pictures are."""
        return self.profile.account_folder(self.account.name)

    @property
    def cache(self) -> Path:
        """The cache file."""
        return self.folder / FILE_NAME

    def run(self, *words: str) -> Done:
        """Do a command in this process, with the key in the environment as a script would give it."""
        with signed_in(self.key):
            return command("--profile", str(self.profile.root), *words)

    def start(self, *words: str, before: str = "", **environment: str) -> subprocess.Popen[str]:
        """Do a command in a process of its own; ``before`` is Python to run there first."""
        code = f"{before}\nimport sys\nfrom app.main import main\nsys.exit(main(sys.argv[1:]))"
        return subprocess.Popen(
            [sys.executable, "-c", code, "--profile", str(self.profile.root), *words],
            cwd=ROOT,
            env={**os.environ, "STAMTAFEL_KEY": self.key, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def settle(self) -> None:
        """Sync until nothing is left to fetch, the chores that rest between rounds included."""
        for _ in range(30):
            with contextlib.closing(Store(self.folder)) as store:
                store.write(lambda conn: cursors.put(conn, RESTED_AT, None))
            done = self.run("sync", "--json")
            assert done.status == 0, done.err
            if done.document["requests"] <= 1:
                return
        raise AssertionError("the rounds never came to rest")

    def dump(self, *, status: bool = False) -> Dump:
        """The content of the cache in one canonical form; with ``status`` also what the member did."""
        tables = {**CONTENT, **STATUS} if status else CONTENT
        with contextlib.closing(sqlite3.connect(f"{self.cache.as_uri()}?mode=ro", uri=True)) as conn:
            return {
                name: sorted(conn.execute(f"SELECT {columns} FROM {name}"), key=repr)  # noqa: S608
                for name, columns in tables.items()
            }

    def integrity(self) -> list[str]:
        """What SQLite says of the whole file."""
        with contextlib.closing(sqlite3.connect(self.cache)) as conn:
            return [row[0] for row in conn.execute("PRAGMA integrity_check")]

    def topic_titles(self, *words: str) -> list[str]:
        """The titles that ``timeline`` shows."""
        done = self.run("timeline", "--json", "--limit", "1000", *words)
        assert done.status == 0, done.err
        return [row["title"] for row in done.document]

    def bytes_on_disk(self) -> bytes:
        """Everything in the account's folder, names of files included."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return b"".join(path.name.encode() + path.read_bytes() for path in files)


def finished(process: subprocess.Popen[str], seconds: float = 60, said: str | None = None) -> Done:
    """Wait for a command in a process of its own; ``said`` is what the member types to it."""
    out, err = process.communicate(said, timeout=seconds)
    return Done(process.returncode, out, err)


def command(*words: str) -> Done:
    """Do a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main(list(words))
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else 0
        finally:
            _end_log()
    return Done(status, out.getvalue(), err.getvalue())


def _end_log() -> None:
    """A process has one log and closes it at its end; so must every command in this process."""
    log = logging.getLogger("stamtafel")
    for handler in list(log.handlers):
        handler.close()
        log.removeHandler(handler)
    log.propagate = True


@contextlib.contextmanager
def signed_in(key: str) -> Any:
    """STAMTAFEL_KEY for the length of the block."""
    before = os.environ.get("STAMTAFEL_KEY")
    os.environ["STAMTAFEL_KEY"] = key
    try:
        yield
    finally:
        os.environ.pop("STAMTAFEL_KEY")
        if before is not None:
            os.environ["STAMTAFEL_KEY"] = before


def sentence(error: StamtafelError, language: Language = "en") -> str:
    """What the command line must say on standard error for ``error``."""
    told = error_sentence(error, language)
    return f"{told.title}. {told.text}"


def differences(one: Dump, other: Dump) -> list[str]:
    """Rows that only one of two dumps has, some per table: a readable reason when they are not the same."""
    found = []
    for table in one:
        only_one = [row for row in one[table] if row not in other[table]]
        only_other = [row for row in other[table] if row not in one[table]]
        found += [f"{table} - {row!r}"[:300] for row in only_one[:3]]
        found += [f"{table} + {row!r}"[:300] for row in only_other[:3]]
    return found
