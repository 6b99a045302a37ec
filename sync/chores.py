"""What a round does beside the posts: topic facts, access, people, and a slow sweep for edits.

Each chore has its own rhythm. A round that was busy, with posts or with chores, leaves them to a later one,
and not the very next, so that a round in which nothing happened costs its one request.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from sqlite3 import Connection

from sync import checks, gaps, members, newest, notices, readers
from sync.connectors.base import PeoplePage, TopicPosts, TopicsPage
from sync.errors import AccessDenied, NotFound
from sync.model import Batch, Changes
from sync.newest import listing, numbers
from sync.round import ME, Round, weaker
from sync.store import cursors, known
from sync.store.apply import apply

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

# A round that has spent this many requests leaves the chores, and one never adds more than so many.
BUSY = 12
AT_ONCE = 10
REST_MS = 2 * MINUTE_MS
SWEEP_MS = 10 * MINUTE_MS
# The sweep goes round the newest posts only: older ones are looked at when their topic is opened.
SWEEP_POSTS = 1_000
# Posts of one topic asked for at once.
POSTS_AT_ONCE = 20

RESTED_AT = "chores_rested"
TOPICS_AT, TOPICS_PAGE = "topics_at", "topics_page"
PEOPLE_AT, PEOPLE_PAGE = cursors.PEOPLE_AT, "people_page"
SWEEP_AT, SWEEP_BEFORE = "sweep_at", "sweep_before"
STALE = "stale"


def do_chores(round_: Round) -> None:
    """Do what is due, as far as the round has room for it."""
    if round_.work.requests >= BUSY:
        _rest(round_)
        return
    if not round_.due(RESTED_AT, REST_MS):
        return
    limit = round_.work.requests + AT_ONCE
    while (chore := _next_chore(round_)) is not None:
        if round_.work.requests >= limit:
            _rest(round_)
            return
        chore(round_)


def _rest(round_: Round) -> None:
    now = round_.now()
    round_.write(lambda conn: _note(conn, (RESTED_AT, str(now))))


def do_one(round_: Round) -> None:
    """Do one chore, if any is due: during a backfill that takes hours."""
    if (chore := _next_chore(round_)) is not None:
        chore(round_)


def _next_chore(round_: Round) -> Callable[[Round], None] | None:
    can = round_.connector.can
    if round_.access_doubted or round_.due(checks.ACCESS_AT, HOUR_MS):
        round_.access_doubted = False
        return checks.look_at_access
    if can.topics and (round_.cursor(TOPICS_PAGE) is not None or round_.due(TOPICS_AT, HOUR_MS)):
        return fetch_topics
    if round_.cursor(ME) is None:
        return _ask_who_this_is
    if notices.due(round_):
        return notices.fetch
    if can.topics and round_.cursor(checks.EXPLORE) is not None:
        return _explore
    if round_.cursor(STALE) is not None:
        return _refresh_stale
    if can.people and (round_.cursor(PEOPLE_PAGE) is not None or round_.due(PEOPLE_AT, DAY_MS)):
        return _fetch_people
    if (asking := readers.due(round_) or members.due(round_)) is not None:
        return asking
    if round_.due(SWEEP_AT, SWEEP_MS):
        return _sweep
    return None


def _ask_who_this_is(round_: Round) -> None:
    round_.trust()


def fetch_topics(round_: Round) -> None:
    """The next page of topics by latest activity, or the first again."""
    noted = round_.cursor(TOPICS_PAGE)
    number = int(noted or 0)
    page = round_.ask(lambda: round_.connector.latest(number))
    round_.skipped += page.skipped
    now, horizon = round_.now(), round_.horizon()
    first_time = noted is not None or round_.cursor(TOPICS_AT) is None
    round_.write(lambda conn: _write_topics(conn, page, number, now, horizon, first_time))
    round_.report("topics")


def fetch_top_topics(round_: Round) -> None:
    """The first page of topics, after new posts came; a walk through all of them goes on later."""
    page = round_.ask(lambda: round_.connector.latest(0))
    round_.skipped += page.skipped
    now, horizon = round_.now(), round_.horizon()
    walking = round_.cursor(TOPICS_AT) is None
    round_.write(lambda conn: _write_topics(conn, page, 0 if walking else -1, now, horizon, walking))
    round_.report("topics")


def _write_topics(
    conn: Connection, page: TopicsPage, number: int, now: int, horizon: int, walking: bool
) -> Changes:
    """Write topic facts.

    ``number`` is the page of a walk through all of them; -1 leaves the walk as it is.
    """
    kept = tuple(one for one in page.topics if (one.last_posted or horizon) >= horizon)
    stale = _stale(conn, page, horizon) | numbers(conn, STALE)
    notes: list[tuple[str, str | None]] = [(TOPICS_AT, str(now)), listing(STALE, stale)]
    if number >= 0:
        more = walking and page.more and len(kept) > 0
        notes.append((TOPICS_PAGE, str(number + 1) if more else None))
    members = weaker(conn, (), page.members).members
    return apply(conn, Batch(topics=kept, members=members, cursors=tuple(notes), skipped=page.skipped))


def _stale(conn: Connection, page: TopicsPage, horizon: int) -> set[int]:
    """Topics whose number of posts changed to something else than what the cache holds.

    Not while the backfill still has to bring them. A difference that stays as it was is none: communities
    count posts that are in no list.
    """
    if gaps.load(conn):
        return set()
    counts = known.counts(conn, page.posts)
    found = set()
    for topic in page.topics:
        posts = page.posts.get(topic.id)
        replies, cached = counts.get(topic.id, (-1, 0))
        recent = (topic.last_posted or 0) >= horizon
        if posts is not None and recent and posts != cached and (replies + 1 != posts or cached == 0):
            found.add(topic.id)
    return found


def _explore(round_: Round) -> None:
    """A group that this member may see since now: its topics are fetched one by one."""
    group_id = min(round_.read(lambda conn: numbers(conn, checks.EXPLORE)))
    number = int(round_.cursor(checks.EXPLORE_PAGE) or 0)
    page = TopicsPage()
    with suppress(NotFound, AccessDenied):
        page = round_.ask(lambda: round_.connector.latest(number, group_id))
    horizon = round_.horizon()
    round_.skipped += page.skipped

    def write(conn: Connection) -> Changes:
        counts = known.counts(conn, [topic.id for topic in page.topics])
        recent = {topic.id for topic in page.topics if (topic.last_posted or 0) >= horizon}
        lacking = {topic_id for topic_id in recent if counts.get(topic_id, (0, 0))[1] == 0}
        more = page.more and bool(recent)
        explored = set() if more else {group_id}
        notes = (
            listing(checks.EXPLORE, numbers(conn, checks.EXPLORE) - explored),
            (checks.EXPLORE_PAGE, str(number + 1) if more else None),
            listing(STALE, numbers(conn, STALE) | lacking),
        )
        return apply(conn, Batch(cursors=notes, skipped=page.skipped))

    round_.write(write)


def _refresh_stale(round_: Round) -> None:
    topic_id = max(round_.read(lambda conn: numbers(conn, STALE)))
    refresh_topic(round_, topic_id)
    round_.write(lambda conn: _note(conn, listing(STALE, numbers(conn, STALE) - {topic_id})))


def refresh_topic(round_: Round, topic_id: int) -> None:
    """Fetch a topic's facts, its first and last posts, and those that the cache lacks."""
    found = checks.look_at_topic(round_, topic_id)
    if found is None:
        return
    floor = int(round_.cursor(gaps.BELOW) or 0)
    had = round_.read(lambda conn: known.posts_of(conn, topic_id))
    here = {post.id for post in found.posts} | set(found.withdrawn)
    latest = set(found.stream[-POSTS_AT_ONCE:])
    lacking = [one for one in found.stream if one >= floor and one not in here]
    wanted = [one for one in lacking if one not in had or one in latest]
    for start in range(0, len(wanted), POSTS_AT_ONCE):
        _fetch_some(round_, topic_id, wanted[start : start + POSTS_AT_ONCE])


def _fetch_some(round_: Round, topic_id: int, post_ids: list[int]) -> None:
    part = round_.ask(lambda: round_.connector.topic_posts(topic_id, post_ids))
    round_.skipped += part.skipped
    round_.write(lambda conn: _write_some(conn, part))


def _write_some(conn: Connection, part: TopicPosts) -> Changes:
    return apply(
        conn,
        Batch(
            members=weaker(conn, (), part.members).members,
            posts=part.posts,
            removed_posts=part.withdrawn,
            skipped=part.skipped,
        ),
    )


def _fetch_people(round_: Round) -> None:
    number = int(round_.cursor(PEOPLE_PAGE) or 0)
    page = round_.ask(lambda: round_.connector.people(number))
    round_.skipped += page.skipped
    now = round_.now()
    round_.write(lambda conn: _write_people(conn, page, number, now))
    round_.report("people")


def _write_people(conn: Connection, page: PeoplePage, number: int, now: int) -> Changes:
    notes: list[tuple[str, str | None]] = [(PEOPLE_AT, str(now))]
    notes.append((PEOPLE_PAGE, str(number + 1) if page.more else None))
    if page.total is not None:
        notes.append((cursors.PEOPLE_TOTAL, str(page.total)))
    if not page.more:
        notes.append((cursors.PEOPLE_ALL, "1" if page.last else None))
    return apply(conn, Batch(members=page.members, cursors=tuple(notes), skipped=page.skipped))


def _sweep(round_: Round) -> None:
    """One page of posts below the top again, for edits and deletions; the next sweep takes the next."""
    top = int(round_.cursor(newest.NEWEST) or 0)
    before = int(round_.cursor(SWEEP_BEFORE) or 0)
    now = round_.now()
    if not 1 < before <= top:
        before = round_.read(lambda conn: known.nth_below(conn, top, gaps.WINDOW))
    if before <= 1 or round_.cursor(SWEEP_AT) is None:
        # What was just fetched for the first time needs no second look yet.
        round_.write(lambda conn: _note(conn, (SWEEP_AT, str(now))))
        return
    page = round_.ask(lambda: round_.connector.posts(before))
    round_.skipped += page.skipped
    horizon = round_.horizon()
    lowest = page.ids[-1] if page.ids else 0
    onward = lowest if top - lowest < SWEEP_POSTS else 0
    notes = ((SWEEP_AT, str(now)), (SWEEP_BEFORE, str(onward) if onward else None))
    round_.write(lambda conn: newest.write_again(conn, page, before, horizon, notes))


def _note(conn: Connection, *notes: tuple[str, str | None]) -> Changes:
    cursors.put_all(conn, notes)
    return Changes()
