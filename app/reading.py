"""What the page of one topic needs, without a screen: its head and posts, in portions, and what they lead to.

A topic opens with a small portion around the post that was asked for; the rest follows in larger ones, so
that a topic of thousands of posts opens as quickly as one of twenty.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from app.pending import Pending, Waiting, as_post, with_likes
from sync.store import marks, people, posts
from sync.store.database import Store
from sync.store.rows import MemberCard, PostRow, TopicHead

FIRST_PORTION = 30
PORTION = 400
LEAD = 6
# No platform's ids come near SQLite's largest number.
_ID = re.compile(r"[0-9]{1,15}")
WORDS_PER_MINUTE = 238
"""Silent reading of non-fiction by adults: Brysbaert (2019), "How many words do we read per minute?"."""


class Opening(NamedTuple):
    """A topic as it is first shown. ``earlier`` and ``later`` say whether posts remain to be read there."""

    head: TopicHead
    posts: list[PostRow]
    earlier: bool
    later: bool


class Link(NamedTuple):
    """Where an address inside the community leads: a topic, and in it a post."""

    topic_id: int
    number: int


class Shown(NamedTuple):
    """A post with what its topic adds to it: its place, and the lines above and below it.

    ``waiting`` is what the member did to it that the community has not heard of; of a reply that waits
    itself, ``row`` has an id below zero.
    """

    row: PostRow
    position: int
    total: int
    new_from_here: bool
    missing_above: int
    missing_below: int
    reply_line: bool
    own: bool = False
    answerable: bool = True
    waiting: Waiting | None = None


class Reading:
    """Reads topics and people of one community's cache; ``address`` is the community's own, without a slash.

    Every method that reads or writes blocks: call it from the background bridge.
    """

    def __init__(self, store: Store, address: str) -> None:
        self.store = store
        self.address = address.rstrip("/")

    def open(self, topic_id: int, at_number: int | None = None) -> Opening | None:
        """The head and the first portion, around ``at_number`` when given; ``None`` when it is not cached."""
        first = max(1, (at_number or 1) - LEAD)
        with self.store.reading() as conn:
            head = posts.head(conn, topic_id)
            if head is None:
                return None
            rows = posts.thread(conn, topic_id, first_number=first, limit=FIRST_PORTION)
        return Opening(head, rows, earlier=first > 1, later=len(rows) == FIRST_PORTION)

    def portion(self, topic_id: int, first_number: int, limit: int = PORTION) -> list[PostRow]:
        """At most ``limit`` posts from ``first_number`` on; fewer means that the end is reached."""
        with self.store.reading() as conn:
            return posts.thread(conn, topic_id, first_number=first_number, limit=limit)

    def again(self, topic_id: int) -> tuple[TopicHead, list[PostRow]] | None:
        """The whole topic as it now stands; ``None`` when it left the cache."""
        with self.store.reading() as conn:
            head = posts.head(conn, topic_id)
            if head is None:
                return None
            rows: list[PostRow] = []
            first = 1
            while portion := posts.thread(conn, topic_id, first_number=first, limit=PORTION):
                rows += portion
                first = portion[-1].number + 1
        return head, rows

    def visited(self, topic_id: int, when: int | None = None) -> None:
        """Notes that the member was here, now or at ``when`` (ms), for the line of what is new next time."""
        moment = int(time.time() * 1000) if when is None else when
        self.store.write(lambda conn: marks.visit(conn, topic_id, moment))

    def card(self, who: int | str) -> MemberCard | None:
        """A member's profile by id or by username."""
        with self.store.reading() as conn:
            return people.card(conn, who)

    def people(self, text: str = "", limit: int = 200) -> list[MemberCard]:
        """Members whose name, organisation or username matches ``text``."""
        with self.store.reading() as conn:
            return people.people(conn, text, limit)


def first_unread(rows: Sequence[PostRow]) -> PostRow | None:
    """The first post the member has not read."""
    return next((row for row in rows if row.unread), None)


def accepted_answer(rows: Sequence[PostRow]) -> PostRow | None:
    """The reply that was marked as the answer."""
    return next((row for row in rows if row.accepted), None)


def new_since(rows: Sequence[PostRow], last_visit: int) -> int | None:
    """The number of the first post written after ``last_visit`` (ms), to draw a line above.

    ``None`` when there is no earlier visit, nothing is new, or everything is: a line with nothing above it
    tells nothing.
    """
    if not last_visit:
        return None
    for position, row in enumerate(rows):
        if row.created > last_visit:
            return row.number if position else None
    return None


def page_of(
    rows: Sequence[PostRow],
    head: TopicHead,
    new_from: int | None,
    *,
    complete: bool,
    pending: Pending | None = None,
    me: int = 0,
) -> list[Shown]:
    """The posts as the page shows them; ``new_from`` is the number that stands below the line of what is new.

    While not ``complete`` nothing can be said about posts that are missing. A reply to the opening post, or
    to the post right above, needs no line that says so. What is ``pending`` of the member (whose id is
    ``me``) is shown in and, once ``complete``, below the posts.
    """
    waits = pending or Pending()
    absent = gaps(rows, head.missing) if complete else {}
    total = max(head.replies + 1, len(rows))
    shown = []
    above = 0
    for position, row in enumerate(with_likes(rows, waits.likes), start=1):
        below = absent.get(0, 0) if position == len(rows) else 0
        reply_line = bool(row.reply_to > 1 and row.reply_to != above and row.reply_to_author)
        new = row.number == new_from
        waiting = waits.on_posts.get(row.post_id) or (waits.deletion if position == 1 else None)
        if waiting is not None and waiting.html:
            row = row._replace(html=waiting.html)
        own = bool(me) and row.author_id == me
        missing = absent.get(row.number, 0)
        told = Shown(row, position, total, new, missing, below, reply_line, own, not head.locked, waiting)
        shown.append(told)
        above = row.number
    return shown + _waiting_replies(rows, waits, total) if complete else shown


def _waiting_replies(rows: Sequence[PostRow], pending: Pending, total: int) -> list[Shown]:
    """The replies that are not in the topic yet, below all that are."""
    if pending.me is None or not pending.replies:
        return []
    by_number = {row.number: row for row in rows}
    last = rows[-1].number if rows else 0
    shown = []
    for place, waiting in enumerate(pending.replies, start=1):
        replied = by_number.get(waiting.reply_to) if waiting.reply_to is not None else None
        row = as_post(waiting, pending.me, last + place, replied)
        line = row.reply_to > 1
        at = len(rows) + place
        shown.append(Shown(row, at, max(total, at), False, 0, 0, line, True, False, waiting))
    return shown


def minutes_to_read(words: int) -> int:
    """Whole minutes, one at least."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def gaps(rows: Sequence[PostRow], missing: int) -> dict[int, int]:
    """Posts that were not fetched yet: how many before each post number, and under 0 those after the last.

    A number that is skipped may also be a post that was deleted, so never more than ``missing`` in total,
    which is what the community counts and the cache lacks.
    """
    found: dict[int, int] = {}
    left = missing
    previous = 0
    for row in rows:
        absent = min(left, row.number - previous - 1)
        if absent > 0:
            found[row.number] = absent
            left -= absent
        previous = row.number
    if left > 0:
        found[0] = left
    return found


def topic_address(address: str, topic_id: int, slug: str, number: int = 1) -> str:
    """The topic, or one post in it, as a page for a browser (Discourse: /t/SLUG/ID/NUMBER)."""
    page = f"{address.rstrip('/')}/t/{quote(slug or '-', safe='')}/{topic_id}"
    return page if number <= 1 else f"{page}/{number}"


def page_address(address: str, head: TopicHead, number: int = 1) -> str:
    """As ``topic_address``, without the words of its title where that is for the members of a group."""
    return topic_address(address, head.topic_id, "" if head.closed else head.slug, number)


def link_within(address: str, target: str) -> Link | None:
    """The topic that an absolute address leads to when it is a page of this community, else ``None``."""
    try:
        here, there = urlsplit(address), urlsplit(target)
        same = (here.scheme, here.hostname, here.port) == (there.scheme, there.hostname, there.port)
    except ValueError:
        return None
    base = here.path.rstrip("/") + "/t/"
    if not same or not there.path.startswith(base):
        return None
    parts = [part for part in there.path.removeprefix(base).split("/") if part]
    numbers = parts if parts and parts[0].isdigit() else parts[1:]
    if not 1 <= len(numbers) <= 2 or not all(_ID.fullmatch(part) for part in numbers):
        return None
    return Link(int(numbers[0]), int(numbers[1]) if len(numbers) == 2 else 1)


def as_quote(row: PostRow, text: str, address: str) -> str:
    """``text`` of a post as a quote in Markdown: who said it, the lines, and where it stands."""
    who = f"{row.author} ({row.organisation})" if row.organisation else row.author
    lines = [line.rstrip() for line in text.strip().splitlines()]
    quoted = "\n".join(f"> {line}" if line else ">" for line in lines)
    return f"> **{who}**\n>\n{quoted}\n>\n> {address}\n"


class Attention:
    """How long each post was in sight, and from that which posts count as read.

    A post is read when it was in sight for ``ENOUGH`` ms, or when the member scrolled past it: it was on the
    screen and left it at the top. A post that a jump skipped was never on the screen and stays unread.
    """

    ENOUGH = 1000
    LONGEST_STEP = 2000
    """A longer step between two looks means that the computer slept, not that someone was reading."""

    def __init__(self) -> None:
        self._spent: dict[int, int] = {}
        self._done: set[int] = set()
        self._resting: frozenset[int] = frozenset()
        self._before: frozenset[int] = frozenset()
        self._passing: set[int] = set()
        self._looked: int | None = None

    def look(self, now: int, in_sight: Iterable[int], above: Iterable[int]) -> None:
        """Takes in what is on the screen at ``now`` (ms, any steady clock) and which posts lie above it."""
        seen = frozenset(in_sight)
        self._resting &= seen
        passed = self._passing.intersection(above)
        if self._looked is not None:
            step = min(now - self._looked, self.LONGEST_STEP)
            for post_id in self._before:
                self._spent[post_id] = self._spent.get(post_id, 0) + max(step, 0)
        self._passing |= seen - self._resting
        self._passing -= passed
        for post_id in passed:
            self._spent[post_id] = max(self._spent.get(post_id, 0), self.ENOUGH)
        self._before = seen - self._resting
        self._looked = now

    def away(self) -> None:
        """The member looked away: the window is inactive, hidden, or another topic comes."""
        self._before = frozenset()
        self._passing = set()
        self._looked = None

    def take_read(self, unread: Iterable[int]) -> dict[int, int]:
        """The ``unread`` posts that by now count as read, with the ms in sight; each is told once."""
        read = {
            post_id: self._spent[post_id]
            for post_id in unread
            if post_id not in self._done and self._spent.get(post_id, 0) >= self.ENOUGH
        }
        self._done.update(read)
        return read

    def forget(self, post_ids: Iterable[int]) -> None:
        """Marked unread again by the member: they count from nothing, once they left and came back."""
        gone = frozenset(post_ids)
        self._resting |= gone & self._before
        self._before -= gone
        self._passing -= gone
        for post_id in gone:
            self._spent.pop(post_id, None)
        self._done -= gone
