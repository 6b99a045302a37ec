"""What went missing: posts that a page lacked, topics that no longer answer, groups no longer listed.

Nothing is taken out of the cache on a hint. A post is looked for in its topic, a topic's refusal counts
only when the community itself still knows this member, and a group is asked for by name before it is
forgotten.
"""

from __future__ import annotations

from sqlite3 import Connection

from sync.connectors.base import Access, TopicPosts
from sync.errors import AccessDenied, NotFound
from sync.model import Batch, Changes
from sync.newest import SUSPECTS, UNLISTED, listing, numbers
from sync.round import POSTS_TOTAL, Round, weaker
from sync.store import cursors, known, maintenance
from sync.store.apply import apply

ACCESS_AT = "access_at"
EXPLORE, EXPLORE_PAGE = "explore", "explore_page"
SITE = "site"
UNLISTED_GROUPS = "groups_unlisted"
# Topics looked at in one round; further suspects wait for the next.
TOPICS_AT_ONCE = 10
STRAYS_AT_ONCE = 3


def look_for_suspects(round_: Round) -> None:
    """Look for posts that pages lacked in their topics; those that are gone leave the cache."""
    by_topic: dict[int, set[int]] = {}
    for post_id, topic_id in round_.read(_suspected).items():
        by_topic.setdefault(topic_id, set()).add(post_id)
    for topic_id in sorted(by_topic, reverse=True)[:TOPICS_AT_ONCE]:
        _look_for(round_, topic_id, by_topic[topic_id])
    if not by_topic:
        round_.write(_forget_suspects)


def _look_for(round_: Round, topic_id: int, post_ids: set[int]) -> None:
    if not round_.read(lambda conn: known.posts_of(conn, topic_id)):
        # It went with its group.
        return
    round_.report("checking")
    found = look_at_topic(round_, topic_id)
    if found is not None and not found.complete:
        part = round_.ask(lambda: round_.connector.topic_posts(topic_id, sorted(post_ids)))
        round_.write(lambda conn: _asked_for(conn, post_ids, part))
    if round_.access_doubted:
        round_.access_doubted = False
        look_at_access(round_)


def _asked_for(conn: Connection, post_ids: set[int], part: TopicPosts) -> Changes:
    """Posts asked for by id: those that did not come are gone."""
    here = {post.id for post in part.posts}
    unlisted = numbers(conn, UNLISTED) | here
    gone = post_ids - here if part.skipped == 0 else set()
    return apply(
        conn, Batch(posts=part.posts, removed_posts=tuple(gone), cursors=(listing(UNLISTED, unlisted),))
    )


def _suspected(conn: Connection) -> dict[int, int]:
    return known.topics_of(conn, numbers(conn, SUSPECTS))


def _forget_suspects(conn: Connection) -> Changes:
    if cursors.get(conn, SUSPECTS) is not None:
        cursors.put(conn, SUSPECTS, None)
    return Changes()


def look_at_topic(round_: Round, topic_id: int) -> TopicPosts | None:
    """Fetch a topic's first posts and compare the ids of all its posts with the cache.

    Returns what came, or ``None`` when the topic is gone or no longer for this member, and so left the cache.
    """
    try:
        found = round_.ask(lambda: round_.connector.topic(topic_id))
    except (NotFound, AccessDenied):
        if round_.trust():
            round_.write(lambda conn: _without_topic(conn, topic_id))
            # Not only this topic may be out of reach: ask for the groups, once in a round.
            round_.access_doubted = not round_.access_asked
        return None
    round_.skipped += found.skipped
    round_.write(lambda conn: _compared(conn, topic_id, found))
    return found


def _without_topic(conn: Connection, topic_id: int) -> Changes:
    left = numbers(conn, SUSPECTS) - known.posts_of(conn, topic_id)
    return apply(conn, Batch(removed_topics=(topic_id,), cursors=(listing(SUSPECTS, left),)))


def _compared(conn: Connection, topic_id: int, found: TopicPosts) -> Changes:
    cached = known.posts_of(conn, topic_id)
    gone = cached & set(found.withdrawn)
    if found.complete:
        gone |= cached - set(found.stream)
    suspects = numbers(conn, SUSPECTS)
    # Still in its topic, but not among all posts: hidden, or in a topic that is not listed.
    unlisted = numbers(conn, UNLISTED) | (suspects & set(found.stream))
    return apply(
        conn,
        Batch(
            topics=() if found.topic is None else (found.topic,),
            members=weaker(conn, (), found.members).members,
            posts=found.posts,
            removed_posts=tuple(gone),
            cursors=(listing(SUSPECTS, suspects - cached), listing(UNLISTED, unlisted)),
            skipped=found.skipped,
        ),
    )


def look_at_access(round_: Round) -> None:
    """Fetch which groups this member may see; forget those they no longer may, explore those that are new."""
    access = round_.ask(round_.connector.access)
    round_.access_asked = True
    round_.skipped += access.skipped
    now = round_.now()
    before = round_.read(known.groups)
    round_.write(lambda conn: _write_access(conn, access, before, now))
    round_.report("access")
    if access.complete:
        _forget_lost_groups(round_, before, access)
        _look_at_strays(round_)


def _write_access(conn: Connection, access: Access, before: dict[int, bool], now: int) -> Changes:
    listed = {group.id for group in access.groups}
    new = listed - before.keys() if before else set()
    notes = [
        (ACCESS_AT, str(now)),
        (SITE, access.notes or None),
        listing(EXPLORE, numbers(conn, EXPLORE) | new),
        listing(UNLISTED_GROUPS, numbers(conn, UNLISTED_GROUPS) - listed),
    ]
    if new:
        # The walk through one group's topics may not go on in another's.
        notes += [(EXPLORE_PAGE, None), (cursors.REGISTER_AT, None)]
    if access.posts_total is not None:
        notes.append((POSTS_TOTAL, str(access.posts_total)))
    return apply(conn, Batch(groups=access.groups, cursors=tuple(notes), skipped=access.skipped))


def _forget_lost_groups(round_: Round, before: dict[int, bool], access: Access) -> None:
    lost = before.keys() - {group.id for group in access.groups}
    if not lost or not round_.trust():
        return
    for group_id in sorted(lost):
        _forget_unless_seen(round_, group_id)


def _look_at_strays(round_: Round) -> None:
    """Ask once for groups that topics are in and that no list has.

    What was on its way when a group was forgotten comes in without it; other groups are just not listed.
    """
    strays = round_.read(_strays)
    if not strays or not round_.trust():
        return
    for group_id in sorted(strays)[:STRAYS_AT_ONCE]:
        if not _forget_unless_seen(round_, group_id):
            _note_unlisted(round_, group_id)


def _strays(conn: Connection) -> set[int]:
    return known.groups_of_topics(conn) - known.groups(conn).keys() - numbers(conn, UNLISTED_GROUPS)


def _note_unlisted(round_: Round, group_id: int) -> None:
    def write(conn: Connection) -> Changes:
        cursors.put_all(conn, (listing(UNLISTED_GROUPS, numbers(conn, UNLISTED_GROUPS) | {group_id}),))
        return Changes()

    round_.write(write)


def _forget_unless_seen(round_: Round, group_id: int) -> bool:
    """Whether it was forgotten."""
    if round_.ask(lambda: round_.connector.may_see(group_id)):
        return False
    round_.tally.add(maintenance.forget_group(round_.store, group_id))
    return True
