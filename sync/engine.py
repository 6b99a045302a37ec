"""Keeps a cache in step with a community: one round sends what waits, fetches what is new, and applies it.

Every page is written together with the cursors that follow from it, so a process that is killed anywhere
goes on where the cache stands. First the newest page (two requests after the start of a new account), then
what is missing below it, then the chores that make the picture complete.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from sqlite3 import Connection

from sync import checks, chores, gaps, members, newest, outgoing, readers, sending
from sync.budget import Budget
from sync.connectors.base import Connector, PostLimits
from sync.errors import AccessDenied, OwnError, SignInNeeded, StamtafelError, Stopped, TooManyRequests
from sync.gaps import OpenGap
from sync.model import Changes
from sync.prefetch import AT_ONCE, PER_MINUTE, Prefetch
from sync.progress import Progress, RoundReport, Stage
from sync.round import Round, consented, wall_clock
from sync.store import cursors, known, limits, lost_groups, maintenance
from sync.store import groups as group_rows
from sync.store.database import Store
from sync.store.outbox import Item
from sync.work import Work, working

__all__ = ["Engine", "OpenGap", "Progress", "RoundReport", "Stage"]

# Of each minute's budget a round leaves this much to topics that are opened meanwhile.
SPARE = 2
IMAGE_BYTES = 500_000_000
# Faces for the first page, before older posts.
FIRST_PICTURES = 20
RETENTION_AT = "retention_at"


class Engine:
    """The engine of one account; rounds run one at a time, on the thread that asks for them.

    ``retention_days`` is how far back posts are kept (``None``: all). ``budget`` is the one that the
    connector's requests are taken from; its clock and sleep are the engine's too. ``account`` names the
    account in reports. ``wall`` is this computer's clock (ms), by which the outbox plans; ``consent`` gives
    the reason why an item must wait for the member after all.
    """

    def __init__(
        self,
        store: Store,
        connector: Connector,
        *,
        account: str = "",
        retention_days: int | None = None,
        images: bool = False,
        image_bytes: int = IMAGE_BYTES,
        wall: Callable[[], int] = wall_clock,
        consent: Callable[[Item], str | None] = consented,
    ) -> None:
        self.store = store
        self.connector = connector
        self.account = account
        self.retention_days = retention_days
        self.wall = wall
        self.consent = consent
        self.prefetch: Prefetch | None = None
        if images:
            budget = Budget(PER_MINUTE, clock=connector.budget.clock, sleep=connector.budget.sleep)
            self.prefetch = Prefetch(store, connector, budget, image_bytes)
        with store.reading() as conn:
            if (notes := cursors.get(conn, checks.SITE)) is not None:
                connector.recall(notes)
        self._one_at_a_time = threading.Lock()

    def round(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> RoundReport:
        """One full round. Faults on the way end it early and stand in the report; what was applied stays.

        ``progress`` is called on this thread after every page; ``stop`` is looked at several times a
        second, but not while a connection is being made (ten seconds at most).
        Raises only faults of this computer's own, such as a full disk.
        """
        began = time.monotonic()
        error: StamtafelError | None = None
        with self._one_at_a_time, working(stop, spare=SPARE) as work:
            round_ = self._round(work, progress)
            try:
                _steps(round_)
            except OwnError as cause:
                if not isinstance(cause, Stopped):
                    raise
                error = cause
            except StamtafelError as cause:
                error = _sorted_out(round_, cause)
            return self._report(round_, error, time.monotonic() - began)

    def refresh_topic(self, topic_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Fetch a topic that is opened: its facts, its edits and what the cache lacks of it.

        Returns what changed; raises from ``sync.errors``. Does not wait for a round that is under way.
        """
        with working(stop) as work:
            round_ = self._round(work, None)
            chores.refresh_topic(round_, topic_id)
            return round_.tally.changes()

    def refresh_audience(self, group_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Ask who can read a closed group now, for the moment at which the member looks.

        Returns what changed, nothing when the community does not tell; raises the network's errors. Does not
        wait for a round that is under way.
        """
        with working(stop) as work:
            round_ = self._round(work, None)
            if round_.connector.can.audience and group_id in round_.read(group_rows.closed):
                readers.fetch(round_, group_id)
            return round_.tally.changes()

    def refresh_members(self, group_id: int, stop: Callable[[], bool] | None = None) -> Changes:
        """Ask who is in an open group, for when the member looks, unless that was asked within the hour.

        Otherwise as ``refresh_audience``.
        """
        with working(stop) as work:
            round_ = self._round(work, None)
            members.look(round_, group_id)
            return round_.tally.changes()

    def refresh_limits(self, stop: Callable[[], bool] | None = None) -> PostLimits:
        """Ask what the community takes, and note it. Raises the network's errors."""
        with working(stop):
            told = self.connector.limits()
        now = self.wall()
        self.store.write(lambda conn: limits.put(conn, told, now))
        return told

    def link_title(self, url: str, stop: Callable[[], bool] | None = None) -> str | None:
        """Ask the community what the page at an address is called. Raises the network's errors."""
        with working(stop):
            return self.connector.link_title(url)

    def gaps(self, conn: Connection) -> list[OpenGap]:
        """Between which posts something may be missing, newest first."""
        return gaps.shown(conn)

    def close(self) -> None:
        """Close the connections; the store stays open."""
        self.connector.close()

    def _round(self, work: Work, progress: Callable[[Progress], None] | None) -> Round:
        return Round(
            store=self.store,
            connector=self.connector,
            budget=self.connector.budget,
            prefetch=self.prefetch,
            work=work,
            tell=progress or (lambda _: None),
            days=self.retention_days,
            wall=self.wall,
            consent=self.consent,
        )

    def _report(self, round_: Round, error: StamtafelError | None, seconds: float) -> RoundReport:
        changes = round_.tally.changes()
        return RoundReport(
            account=self.account,
            requests=round_.work.requests,
            posts_new=len(changes.posts_new),
            posts_changed=len(changes.posts_changed),
            posts_removed=len(changes.posts_removed),
            outbox_sent=round_.sent,
            images=len(changes.images),
            seconds=seconds,
            changes=changes,
            skipped=round_.skipped,
            gaps=tuple(round_.read(gaps.shown)),
            error=error,
            wait=self.connector.budget.wait() if isinstance(error, TooManyRequests) else None,
            outbox_due=sending.due(round_),
        )


def _steps(round_: Round) -> None:
    """Send, fetch, apply: in the order in which they are worth the budget."""
    # What a process left that was killed while it forgot a group.
    lost_groups.finish(round_.store)
    outgoing.send(round_)
    if round_.cursor(checks.ACCESS_AT) is None:
        checks.look_at_access(round_)
    _look_at_the_top(round_)

    def meanwhile() -> None:
        outgoing.send(round_)
        _look_at_the_top(round_)
        chores.do_one(round_)

    newest.fill(round_, meanwhile)
    checks.look_for_suspects(round_)
    chores.do_chores(round_)
    round_.fetch_pictures(AT_ONCE)
    _retain(round_)
    sending.wait_and_send(round_)


def _look_at_the_top(round_: Round) -> None:
    """The newest page, and when it brought something, what goes with that."""
    before = round_.tally.count("posts_new")
    page = newest.fetch_newest(round_)
    round_.report("newest")
    if round_.tally.count("posts_new") == before:
        return
    if round_.connector.can.topics:
        chores.fetch_top_topics(round_)
    round_.fetch_pictures(FIRST_PICTURES)
    # A new post in a group that is not known means that access changed.
    if {topic.group_id for topic in page.topics} - round_.read(known.groups).keys():
        checks.look_at_access(round_)


def _retain(round_: Round) -> None:
    days = round_.days
    if days is None or not round_.due(RETENTION_AT, chores.DAY_MS):
        return
    now = round_.now()

    def write(conn: Connection) -> Changes:
        cursors.put(conn, RETENTION_AT, str(now))
        changes = maintenance.apply_retention(conn, days, now)
        if changes.posts_removed:
            newest.note_beginning(conn, max(changes.posts_removed))
        return changes

    round_.write(write)
    if round_.prefetch is not None:
        round_.prefetch.make_room(now)


def _sorted_out(round_: Round, error: StamtafelError) -> StamtafelError:
    """Discourse answers 403 to a key it no longer takes; whether it is that, only asking who we are tells."""
    if not isinstance(error, AccessDenied):
        return error
    try:
        round_.ask(round_.connector.whoami)
    except SignInNeeded as cause:
        return cause
    except StamtafelError:
        return error
    return error
