"""One account, opened: its cache for reading, and its engine once the network is wanted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.accounts import Account
from app.log import log_round, start_log
from app.paths import Profile
from app.settings import Settings
from sync.errors import CacheDamaged, Stopped
from sync.images import ImageFolder
from sync.store import verdicts
from sync.store.database import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

    from app.filters.verdicts import Judge
    from sync.connectors.base import PostLimits
    from sync.credentials import Key
    from sync.engine import Engine
    from sync.message_bus import MessageBus
    from sync.model import Changes
    from sync.progress import Progress, RoundReport
    from sync.store.rows import SearchHit

LAST_ROUND = "last_round"
# Short enough that the writer is soon free for the next page.
INDEX_AT_ONCE = 500
JUDGE_SECONDS = 0.3
COPY_SECONDS = 600
LIMITS_HOLD_MS = 86_400_000


class Client:
    """What the window and the command line hold of an account.

    Opening reads only the cache. The network, the certificate store and the keyring are touched by the first
    ``round`` or ``refresh_topic``, on the thread that calls it. Raises the store's errors on opening. A cache
    that is seen to be damaged is rebuilt first, unless ``mend`` is off; ``repaired`` then says so.
    """

    def __init__(
        self,
        profile: Profile,
        account: Account,
        settings: Settings,
        key: Key | None = None,
        *,
        mend: bool = True,
    ) -> None:
        self.profile = profile
        self.account = account
        self.settings = settings
        self.store, self.repaired = _opened(profile, account, mend)
        self._judge: Judge | None = None
        self.store.judge = self._judge_queued
        self._images = ImageFolder(self.store.images)
        self._key = key
        self._engine: Engine | None = None
        self._bus: MessageBus | None = None
        self._connecting = threading.Lock()
        self._closed = False

    def round(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> RoundReport:
        """One full round: send, fetch, apply, and take what came into the index for search.

        Faults of the network are in the report, not raised. Raises ``SignInNeeded``, ``KeyringUnavailable``
        or ``KeyringLocked`` where there is no key, and this computer's own faults.
        """
        from app.notify import collect
        from app.upkeep import tidy

        engine = self.engine()

        def tell(step: Progress) -> None:
            # Not waited for: the writer indexes while the network is asked for the next page.
            self.store.submit(_index_some)
            if progress is not None:
                progress(step)

        report = engine.round(tell, stop)
        self.index_all(stop)
        report = report._replace(changes=report.changes | self.settle_rules())
        tidy(self.store, report.changes, int(time.time() * 1000), stop)
        collect(self.store, report.changes, int(time.time() * 1000))
        if report.error is None:
            now = int(time.time() * 1000)
            self.store.write(lambda conn: _note_round(conn, now))
            _copy_status(self.store)
        log_round(self.account, report)
        return report

    def last_round(self) -> int | None:
        """When the last round without a fault ended (ms), in whichever run; ``None`` before the first."""
        with self.store.reading() as conn:
            return last_round(conn)

    def refresh_topic(self, topic_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Fetch a topic that is opened now, with what is missing of it. Raises the network's errors."""
        return self.engine().refresh_topic(topic_id, stop)

    def refresh_audience(self, group_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Ask who can read a closed group now; what changed. Raises the network's errors."""
        return self.engine().refresh_audience(group_id, stop)

    def refresh_members(self, group_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Ask who is in an open group, unless lately; what changed. Raises the network's errors."""
        return self.engine().refresh_members(group_id, stop)

    def post_source(self, post_id: int, stop: Callable[[], bool] | None = None) -> str:
        """How an own post was written, asked of the community. Raises the network's errors."""
        from sync.work import working

        with working(stop):
            return self.engine().connector.writing.source(post_id).raw

    def limits(self) -> PostLimits:
        """What the community takes, as it was told last; the usual before that. Reads only the cache."""
        from sync.store import limits

        with self.store.reading() as conn:
            return limits.get(conn)

    def refresh_limits(self, stop: Callable[[], bool] | None = None) -> PostLimits:
        """As ``limits``, asked anew when that is a day ago. Raises the network's errors."""
        from sync.store import limits

        with self.store.reading() as conn:
            told_at = limits.told_at(conn)
        if told_at is not None and 0 <= int(time.time() * 1000) - told_at < LIMITS_HOLD_MS:
            return self.limits()
        return self.engine().refresh_limits(stop)

    def link_title(self, url: str, stop: Callable[[], bool] | None = None) -> str | None:
        """What the page at a web address is called: from the cache when it is a topic, else the community
        looks at the page; this computer never does.

        ``None`` when nobody knows, and for addresses of an internal network, which are told to nobody. Raises
        the network's errors.
        """
        from app.composer.links import cached_title, is_public

        with self.store.reading() as conn:
            title = cached_title(conn, self.account.url, url)
        if title is not None or not is_public(url):
            return title
        return self.engine().link_title(url, stop)

    def wait_for_news(self, seconds: float, stop: Callable[[], bool]) -> bool:
        """Wait at most ``seconds`` until something happens in the community; whether it did.

        Raises ``Stopped`` soon after ``stop`` says so, the network's errors, and those of ``round``.
        """
        from sync.message_bus import MessageBus
        from sync.work import working

        if self._bus is None:
            self._bus = MessageBus(self.engine().connector)
        with working(stop):
            return bool(self._bus.wait(seconds))

    @property
    def live(self) -> bool:
        """Whether the community tells by itself when there is news; ``False`` until that was tried."""
        return self._bus is not None and self._bus.allowed

    def index_some(self) -> int:
        """Take some waiting posts into the index for search; returns how many are left."""
        return self.store.write(_index_some)

    def index_all(self, stop: Callable[[], bool] | None = None) -> None:
        """Take every waiting post into the index for search, a batch at a time so that others can write."""
        while self.index_some() and not (stop is not None and stop()):
            pass

    def search(self, text: str, limit: int = 100) -> list[SearchHit]:
        """Posts in the cache that match the query ``text``, newest first.

        Raises ``app.filters.parse.QueryError`` for a text that is no query.
        """
        from app.filters.find import asked_now, find

        with self.store.reading() as conn:
            return find(conn, text, asked_now(conn), limit=limit)

    @property
    def judge(self) -> Judge:
        """Decides by the member's rules; what ``app.filters.rules`` needs for a change of them."""
        if self._judge is None:
            from app.filters.verdicts import Judge

            self._judge = Judge()
        return self._judge

    def settle_rules(self) -> Changes:
        """Let every verdict follow from the rules as they are now, and the clock; what changed by that.

        To be called after opening, after a change of the rules, and every hour. Costs nothing when all is
        settled; else it writes for a second or two in a very large cache, a part at a time.
        """
        from sync.model import Changes

        with self.store.reading() as conn:
            if not verdicts.any_rules(conn):
                return Changes()
        changes = Changes()
        while True:
            changes |= self.store.write(lambda conn: self.judge.catch_up(conn, JUDGE_SECONDS))
            with self.store.reading() as conn:
                if not verdicts.unsettled(conn):
                    return changes

    def image_file(self, key: str) -> Path | None:
        """Where the picture with this key is kept, or ``None`` when it is not here (yet)."""
        return self._images.find(key)

    def engine(self) -> Engine:
        """The engine, made at its first use; see ``round`` for the errors, ``Stopped`` after closing."""
        # A round and an opened topic may both be the first: one budget must bind them.
        with self._connecting:
            engine = self._engine = self._engine or self._make_engine()
            # Reading the keyring takes a while, in which the account may have been closed.
            if self._closed:
                engine.close()
                raise Stopped
            return engine

    def signed_in_again(self, account: Account) -> None:
        """Go on as ``account`` with the key that is kept for it now.

        Waits for a keyring that is being read: call it from the background.
        """
        with self._connecting:
            self.account, self._key = account, None
            self._close_engine()

    def close(self) -> None:
        """Close the connection and the cache; requests under way on other threads end with ``Stopped``."""
        self._closed = True
        self._close_engine()
        self.store.close()

    def repair(self) -> None:
        """Rebuild a cache that turned out damaged while it was in use, and open it anew.

        Whoever holds the old ``store`` must take the new one. Raises what opening a store raises.
        """
        self.close()
        repair_cache(self.profile, self.account)
        self.store, self.repaired, self._closed = Store(self.store.folder), True, False
        self._judge, self.store.judge = None, self._judge_queued

    def _judge_queued(self, conn: Connection) -> None:
        self.judge.judge(conn)

    def _close_engine(self) -> None:
        self._bus = None
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()

    def _make_engine(self) -> Engine:
        from app.connection import make_engine

        start_log(self.profile)

        return make_engine(self.account, self.settings, self.store, self._key)


def repair_cache(profile: Profile, account: Account) -> None:
    """Rebuild the damaged cache of ``account``, which nothing may have open: seconds to minutes of work.

    What the member did is kept; what is lost of the community's content comes with the next round. Raises the
    store's errors.
    """
    from sync.store.maintenance import rebuild

    rebuild(profile.account_folder(account.name))


def last_round(conn: Connection) -> int | None:
    """When the last round without a fault ended (ms), by the cache itself."""
    from sync.store import cursors

    noted = cursors.get(conn, LAST_ROUND)
    return None if noted is None else int(noted)


def _note_round(conn: Connection, now: int) -> None:
    from sync.store import cursors

    cursors.put(conn, LAST_ROUND, str(now))


def _copy_status(store: Store) -> None:
    """Renew the copy of what the member did, so that it outlives the file; not in every round."""
    from sync.store.status_copy import COPY_NAME, backup_status

    try:
        age = time.time() - (store.folder / COPY_NAME).stat().st_mtime
    except FileNotFoundError:
        age = COPY_SECONDS
    # An age below zero is a clock that was set back.
    if not 0 <= age < COPY_SECONDS:
        backup_status(store)


def _index_some(conn: Connection) -> int:
    from sync.store.search_index import index_batch

    return index_batch(conn, INDEX_AT_ONCE)


def _opened(profile: Profile, account: Account, mend: bool) -> tuple[Store, bool]:
    """The store of ``account``, and whether it had to be rebuilt for that."""
    folder = profile.account_folder(account.name)
    try:
        return Store(folder), False
    except CacheDamaged:
        if not mend:
            raise
        repair_cache(profile, account)
        return Store(folder), True
