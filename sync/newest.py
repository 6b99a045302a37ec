"""The top of the community: its newest posts, and from there downwards through what was not fetched yet."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter
from sqlite3 import Connection

from sync import gaps
from sync.connectors.base import PostsPage
from sync.errors import AnswerTooLarge, ServerFailed, UnreadableAnswer
from sync.gaps import Gap
from sync.model import Changes
from sync.round import ME, Round, weaker
from sync.store import cursors, known
from sync.store.apply import apply

NEWEST = "newest"
VALIDATOR = "posts_validator"
SUSPECTS = "suspects"
UNLISTED = "unlisted"
# A long backfill looks at the top again after so many seconds: new posts do not wait for old ones.
LOOK_UP_SECONDS = 90.0
# A stretch that failed in this many rounds is set aside, and the backfill goes on below it.
FAILURES = 2
PICTURES_PER_PAGE = 3
# So many posts that are too old, one below the other, mean that the rest is too.
SIGN_OF_AGE = 10


def fetch_newest(round_: Round) -> PostsPage:
    """Ask for the newest page and write it with the cursors that follow from it. One request."""
    validator = round_.cursor(VALIDATOR)
    page = round_.ask(lambda: round_.connector.posts(None, validator))
    round_.newest_asked = round_.budget.clock()
    if not page.unchanged:
        round_.skipped += page.skipped
        horizon = round_.horizon()
        round_.write(lambda conn: _write_newest(conn, page, horizon))
    return page


def _write_newest(conn: Connection, page: PostsPage, horizon: int) -> Changes:
    notes: list[tuple[str, str | None]] = [(VALIDATOR, page.validator)]
    if page.ids:
        top = int(cursors.get(conn, NEWEST) or 0)
        lowest, highest = page.ids[-1], page.ids[0]
        notes.append((NEWEST, str(max(top, highest))))
        dropped = _too_old(page, horizon)
        if dropped:
            notes.append(_beginning(conn, page, dropped))
        elif lowest > top + 1:
            # What lies between the page and what was known; below the first page ever that is everything.
            notes.append(gaps.note([*gaps.load(conn), Gap(lowest, top)]))
        notes.append(_suspects(conn, page, None))
    return _write(conn, page, horizon, notes)


def fill(round_: Round, meanwhile: Callable[[], None]) -> None:
    """Fill gaps and backfill, newest first, until nothing is left or the horizon is reached.

    It also ends when the rest of the day needs the requests that are left.
    ``meanwhile`` is called now and then when it takes long, to look at the top again. Raises from
    ``sync.errors``; what was written stays, and the next round goes on from there.
    """
    _reach_further_back(round_, round_.days)
    while round_.budget.spare_today() > 0 and (gap := _next(round_)) is not None:
        if _fill_one(round_, gap):
            round_.report("backfill")
            round_.fetch_pictures(PICTURES_PER_PAGE)
        if round_.newest_asked is None or round_.budget.clock() - round_.newest_asked > LOOK_UP_SECONDS:
            meanwhile()


def _next(round_: Round) -> Gap | None:
    """The newest stretch that is worth asking for in this round."""
    for gap in round_.read(gaps.load):
        if gap not in round_.set_aside:
            return gap
    return None


def _fill_one(round_: Round, gap: Gap) -> bool:
    try:
        page = round_.ask(lambda: round_.connector.posts(gap.high))
    except (ServerFailed, UnreadableAnswer, AnswerTooLarge):
        failed = gap._replace(tries=gap.tries + 1)
        pieces: tuple[Gap | None, ...] = gaps.split(failed) if failed.tries >= FAILURES else (failed,)
        round_.write(lambda conn: _put(conn, gaps.replaced(gaps.load(conn), gap, *pieces)))
        if failed.tries < FAILURES:
            raise
        round_.set_aside.add(pieces[0] or failed)
        return False
    round_.skipped += page.skipped
    horizon = round_.horizon()
    round_.oldest = min((post.created for post in page.posts), default=round_.oldest)
    round_.write(lambda conn: _write_older(conn, gap, page, horizon))
    return True


def write_again(
    conn: Connection,
    page: PostsPage,
    before: int,
    horizon: int,
    notes: Sequence[tuple[str, str | None]],
) -> Changes:
    """Write a page that was fetched again, for what changed in it, with ``notes`` as cursors."""
    return _write(conn, page, horizon, [*notes, _suspects(conn, page, before)])


def note_beginning(conn: Connection, removed: int) -> None:
    """Posts up to ``removed`` were taken out for their age: remember that they are there."""
    cursors.put_all(conn, [_beginning(conn, PostsPage(), removed)])


def _put(conn: Connection, left: Sequence[Gap]) -> Changes:
    cursors.put_all(conn, [gaps.note(left)])
    return Changes()


def _write_older(conn: Connection, gap: Gap, page: PostsPage, horizon: int) -> Changes:
    step = gaps.after(gap, page.ids, cursors.get(conn, gaps.PAGING) == "id")
    left = gaps.load(conn)
    notes: list[tuple[str, str | None]] = [_suspects(conn, page, gap.high)]
    if step.by_id:
        notes.append((gaps.PAGING, "id"))
    if dropped := _too_old(page, horizon):
        # Everything below is older than what is kept; where that begins is noted for when more is wanted.
        notes.append(_beginning(conn, page, dropped))
        left = [one for one in left if one.high > gap.high]
    else:
        left = gaps.replaced(left, gap, step.left)
    notes.append(gaps.note(left))
    return _write(conn, page, horizon, notes)


def _too_old(page: PostsPage, horizon: int) -> int:
    """The highest id of the posts at the page's end that are older than what is kept; 0 when they are not.

    A single one is no sign that older posts follow: the community's staff may date a topic back.
    """
    upwards = sorted(page.posts, key=attrgetter("id"))
    old = list(takewhile(lambda post: post.created < horizon, upwards))
    return old[-1].id if old and len(old) >= min(len(upwards), SIGN_OF_AGE) else 0


def _beginning(conn: Connection, page: PostsPage, dropped: int) -> tuple[str, str | None]:
    """The cursor for where to go on when more is to be kept: at the oldest post that is kept now."""
    kept = (post.id for post in page.posts if post.id > dropped)
    return gaps.BELOW, str(min(kept, default=known.next_above(conn, dropped) or dropped + 1))


def _reach_further_back(round_: Round, days: int | None) -> None:
    """Go on with the backfill where the horizon once stopped it, when the member keeps more than before."""
    below = round_.cursor(gaps.BELOW)
    kept = round_.cursor(gaps.KEPT_DAYS)
    wish = "all" if days is None else str(days)
    if kept == wish:
        return
    more = kept is not None and kept != "all" and (days is None or days > int(kept))

    def write(conn: Connection) -> Changes:
        cursors.put(conn, gaps.KEPT_DAYS, wish)
        if more and below is not None:
            cursors.put_all(conn, [gaps.note([*gaps.load(conn), Gap(int(below), 0)]), (gaps.BELOW, None)])
        return Changes()

    round_.write(write)


def _write(
    conn: Connection, page: PostsPage, horizon: int, notes: Sequence[tuple[str, str | None]]
) -> Changes:
    posts = tuple(post for post in page.posts if post.created >= horizon)
    topics = {post.topic_id for post in posts}
    batch = weaker(conn, tuple(one for one in page.topics if one.id in topics), page.members)
    if page.me is not None:
        notes = [*notes, (ME, str(page.me))]
    return apply(
        conn,
        replace(batch, posts=posts, removed_posts=page.withdrawn, cursors=tuple(notes), skipped=page.skipped),
    )


def _suspects(conn: Connection, page: PostsPage, below: int | None) -> tuple[str, str | None]:
    """Cached posts within the page's reach that it lacks: gone, or not listed for another reason."""
    before = numbers(conn, SUSPECTS)
    if page.ids:
        cached = known.posts_between(conn, page.ids[-1], below)
        before |= cached.keys() - set(page.ids) - numbers(conn, UNLISTED)
    return listing(SUSPECTS, before)


def numbers(conn: Connection, name: str) -> set[int]:
    """A cursor that holds ids."""
    return set(json.loads(cursors.get(conn, name) or "[]"))


def listing(name: str, ids: set[int]) -> tuple[str, str | None]:
    """The cursor to write for a set of ids."""
    return name, json.dumps(sorted(ids)) if ids else None
