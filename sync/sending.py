"""Sends what is in the outbox: one at a time, each at its moment, and never twice without having looked."""

from __future__ import annotations

import json
from collections.abc import Callable
from sqlite3 import Connection
from typing import TypeVar

from sync import attachments, delivery, outbox, readers
from sync.budget import PATIENCE
from sync.connectors.base import Me
from sync.delivery import Remote
from sync.errors import (
    AccessDenied,
    CertificateRejected,
    CommunityError,
    ConnectionLost,
    NotFound,
    ProxyFailed,
    Rejected,
    StamtafelError,
    TooManyRequests,
    Unreachable,
)
from sync.model import Batch, Changes, Post
from sync.outbox import POSTING, Item
from sync.reconcile import look
from sync.round import Round
from sync.store import groups as group_rows
from sync.store import outbox as rows
from sync.store import topic_lookup, uploads
from sync.store.outbox import Pace

T = TypeVar("T")

REFUSALS = (Rejected, AccessDenied, NotFound)
# Refusals that something on the way may give for a request that did arrive.
_NO_ANSWER = frozenset({408, 425, 499})
_CONFLICT = 409
# At the end of a round, what may leave this soon is waited for, this long in all.
SOON_MS = 20_000
WAIT_SECONDS = 60.0


def send(round_: Round) -> None:
    """Send, and look for, everything whose moment has come.

    A network that is gone ends the round; what concerns one item only leaves the others alone.
    """
    if not round_.connector.can.writing:
        return
    if not round_.recovered:
        _recover(round_)
    while (item := _next(round_)) is not None:
        round_.work.check()
        round_.report("sending")
        if not round_.trust() or round_.me is None:
            return
        if item.state == "unknown":
            _look(round_, round_.me, item)
        else:
            _send(round_, round_.me, item)


def wait_and_send(round_: Round) -> None:
    """Send what may leave soon too, waiting for the platform's own spacing; the rest is for later rounds."""
    waited = 0.0
    while True:
        send(round_)
        moment = due(round_)
        if moment is None or not 0 < moment - round_.wall() <= SOON_MS or waited >= WAIT_SECONDS:
            return
        seconds = (moment - round_.wall()) / 1000
        round_.budget.pause(seconds)
        waited += seconds


def due(round_: Round) -> int | None:
    """When something in the outbox may next be sent or looked for (ms); ``None`` when nothing waits."""
    if not round_.connector.can.writing:
        return None
    return round_.read(lambda conn: rows.next_moment(conn, _pace(round_, conn)))


def _recover(round_: Round) -> None:
    round_.recovered = True
    if round_.read(rows.is_empty):
        return
    _note(round_, lambda conn: delivery.recover(conn, round_.wall()))
    round_.read(lambda conn: attachments.sweep(round_.store.folder, uploads.files(conn)))


def _next(round_: Round) -> Item | None:
    return round_.read(lambda conn: rows.ready(conn, round_.wall(), _pace(round_, conn)))


def _pace(round_: Round, conn: Connection) -> Pace:
    return delivery.pace(conn, *round_.connector.writing.pace)


def _look(round_: Round, me: Me, item: Item) -> None:
    try:
        found = look(round_, me, item)
    except StamtafelError as error:
        _note(round_, lambda conn: delivery.note_not_looked(conn, item.item_id, round_.wall()))
        if not isinstance(error, CommunityError) or isinstance(error, TooManyRequests):
            raise
        return
    if found.outcome == "found":
        _arrived(round_, item, found.remote)
    elif found.outcome == "ambiguous":
        _note(round_, lambda conn: delivery.note_ambiguous(conn, item.item_id))
    else:
        _note(round_, lambda conn: delivery.note_absent(conn, item.item_id, round_.wall()))


def _send(round_: Round, me: Me, item: Item) -> None:
    try:
        if not _may_leave(round_, item):
            return
    except StamtafelError as error:
        _note(round_, lambda conn: delivery.note_delayed(conn, item.item_id, round_.wall()))
        if not isinstance(error, CommunityError) or isinstance(error, TooManyRequests):
            raise
        return
    _wait_for_budget(round_)
    server_time = round_.now()
    claimed = _note(round_, lambda conn: delivery.claim(conn, item, round_.wall(), server_time))
    if claimed is None:
        return
    asked = round_.work.requests
    try:
        remote, changes = _deliver(round_, claimed)
    except StamtafelError as error:
        _failed(round_, me, claimed, error, left=round_.work.requests > asked)
        return
    _arrived(round_, claimed, remote, changes)


def _may_leave(round_: Round, item: Item) -> bool:
    """What must be so before an item leaves: consent, its place still there, and its files delivered."""
    readers.before_sending(round_, item)
    reason = round_.consent(item)
    if reason is not None:
        _note(round_, lambda conn: outbox.hold(conn, item.item_id, reason))
        return False
    lost = {"reply": _place_lost, "edit": _moved_out}.get(item.action)
    if lost is not None and (refused := lost(round_, item)) is not None:
        _note(round_, lambda conn: delivery.note_rejected(conn, item.item_id, refused))
        return False
    return attachments.deliver(round_, item)


def _place_lost(round_: Round, item: Item) -> str | None:
    """Why a reply cannot go where it was written: the platform itself would put it there without a word."""
    topic_id = item.topic_id
    if topic_id is None:
        return outbox.TOPIC_GONE
    try:
        standing = round_.ask(lambda: round_.connector.writing.standing(topic_id, item.reply_to))
    except (NotFound, AccessDenied) as error:
        if not _still_ourselves(round_):
            raise
        return _reason(round_, item, error)
    if item.group_id is not None and standing.group_id not in (None, item.group_id):
        return outbox.MOVED
    if not standing.open:
        return outbox.CLOSED
    return None if standing.there else outbox.PARENT_GONE


def _moved_out(round_: Round, item: Item) -> str | None:
    """Why an edit of a post in a closed group cannot go: its topic is elsewhere by now, for other readers."""
    topic_id = item.topic_id
    if topic_id is None or item.group_id not in round_.read(group_rows.closed):
        return None
    try:
        standing = round_.ask(lambda: round_.connector.writing.standing(topic_id, None))
    except (NotFound, AccessDenied):
        # The edit itself is told why.
        return None
    # Where the cache knows that it moved, the member was asked.
    known = (None, item.group_id, round_.read(lambda conn: topic_lookup.group_of(conn, topic_id)))
    return None if standing.group_id in known else outbox.MOVED


def _wait_for_budget(round_: Round) -> None:
    # Here, so that little time passes between the note that it leaves and its leaving.
    while 0 < (wait := round_.budget.wait(round_.work.spare)) <= PATIENCE:
        round_.budget.pause(wait)


def _deliver(round_: Round, item: Item) -> tuple[Remote, Batch]:
    """Ask it of the community. Returns what became of it, and what that changes in the cache."""
    writing = round_.connector.writing
    times = {"typing_ms": item.typing_ms, "open_ms": item.open_ms}
    raw = round_.read(lambda conn: outbox.addressed(conn, item))
    if item.action == "topic":
        tags = json.loads(item.tags)
        return Remote(*writing.create_topic(item.group_id or 0, item.title, raw, tags, **times)), Batch()
    if item.action == "reply":
        return Remote(*writing.create_reply(item.topic_id or 0, raw, item.reply_to, **times)), Batch()
    if item.action in ("join", "leave", "ask"):
        if item.action == "ask":
            writing.ask_to_join(item.title, item.raw)
        else:
            (writing.join if item.action == "join" else writing.leave)(item.title)
        return Remote(), Batch()
    return Remote(item.topic_id, item.post_id), _change_post(round_, item, raw)


def _change_post(round_: Round, item: Item, raw: str) -> Batch:
    writing = round_.connector.writing
    if item.post_id is None:
        writing.delete_topic(item.topic_id or 0)
        return Batch(removed_topics=(item.topic_id or 0,))
    if item.action == "delete":
        writing.delete_post(item.post_id)
        return Batch(removed_posts=(item.post_id,))
    post: Post | None
    if item.action == "edit":
        post = writing.edit_post(item.post_id, raw, item.original)
    else:
        post = (writing.like if item.action == "like" else writing.unlike)(item.post_id)
    return Batch() if post is None else Batch(posts=(post,))


def _failed(round_: Round, me: Me, item: Item, error: StamtafelError, *, left: bool) -> None:
    """Sort out what an error says about an item that is ``sending``; raises what must end the round."""
    if not left or _never_arrived(error):
        _note(round_, lambda conn: delivery.note_unsent(conn, item.item_id, round_.wall()))
        raise error
    if isinstance(error, TooManyRequests):
        _wait_as_asked(round_, item, error)
    elif isinstance(error, REFUSALS) and error.facts.get("status") not in _NO_ANSWER:
        _refused(round_, me, item, error)
    else:
        _note(round_, lambda conn: delivery.note_unknown(conn, item.item_id, round_.wall()))
        if not isinstance(error, (CommunityError, ConnectionLost, *REFUSALS)):
            raise error


def _never_arrived(error: StamtafelError) -> bool:
    if isinstance(error, ProxyFailed):
        return "status" not in error.facts
    return isinstance(error, (Unreachable, CertificateRejected))


def _wait_as_asked(round_: Round, item: Item, error: TooManyRequests) -> None:
    wait_ms = int(error.retry_after * 1000)

    def write(conn: Connection) -> None:
        delivery.note_unsent(conn, item.item_id, round_.wall(), wait_ms)
        if item.action in POSTING:
            rows.postpone(conn, POSTING, round_.wall() + wait_ms)

    _note(round_, write)
    # A post may be too soon for the spacing of posts only: other requests may still leave.
    if item.action not in POSTING:
        round_.budget.hold(error.retry_after)
        if error.retry_after > PATIENCE:
            raise error


def _refused(round_: Round, me: Me, item: Item, error: StamtafelError) -> None:
    """A refusal counts when the community still knows this member, and does not have the item after all.

    The second post with a text is refused, also when the first one arrived and its answer did not.
    """
    try:
        ourselves = _still_ourselves(round_)
        found = look(round_, me, item)
        reason = _reason(round_, item, error)
    except StamtafelError as cause:
        _note(round_, lambda conn: delivery.note_unknown(conn, item.item_id, round_.wall()))
        if isinstance(cause, CommunityError) and not isinstance(cause, TooManyRequests):
            return
        raise
    if found.outcome == "found":
        _arrived(round_, item, found.remote)
    elif found.outcome == "ambiguous" or not ourselves or (item.action in POSTING and item.attempts > 1):
        _note(round_, lambda conn: delivery.note_unknown(conn, item.item_id, round_.wall()))
    else:
        told = error.reasons if isinstance(error, Rejected) else ()
        _note(round_, lambda conn: delivery.note_rejected(conn, item.item_id, reason, told))


def _reason(round_: Round, item: Item, error: StamtafelError) -> str:
    group_id = item.group_id
    lost = isinstance(error, (AccessDenied, NotFound)) and group_id is not None
    # Discourse says of what one may not see that it is not there.
    if lost and not round_.ask(lambda: round_.connector.may_see(group_id or 0)):
        return outbox.GROUP_LEFT
    if isinstance(error, AccessDenied):
        return outbox.DENIED
    if isinstance(error, NotFound):
        return outbox.TOPIC_GONE if item.action == "reply" else outbox.GONE
    return outbox.EDITED_ELSEWHERE if error.facts.get("status") == _CONFLICT else outbox.REFUSED


def _still_ourselves(round_: Round) -> bool:
    """Ask anew who we are: something in between may refuse in the community's name."""
    round_.trusted_at = None
    return round_.trust()


def _arrived(round_: Round, item: Item, remote: Remote, batch: Batch | None = None) -> None:
    def write(conn: Connection) -> Changes:
        delivery.note_sent(conn, item.item_id, remote, round_.wall())
        # Together: that it was asked to let the member in is told nowhere else.
        return readers.membership_changed(conn, item)

    round_.tally.add(_note(round_, write))
    round_.sent += 1
    if batch is not None and (batch.posts or batch.removed_posts or batch.removed_topics):
        round_.apply(batch)
    if remote.topic_id is not None:
        round_.tally.add(Changes(topics=frozenset((remote.topic_id,))))


def _note(round_: Round, work: Callable[[Connection], T]) -> T:
    """Write to the outbox, on the disk before anything follows from it."""
    return round_.store.write(work, durable=True)
