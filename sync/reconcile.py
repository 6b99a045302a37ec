"""Looks in the community for what may have arrived: by text, topic, reply target and the server's time."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sync import fingerprint, outbox
from sync.connectors.base import Me, OwnPost, Source, WaitingPost
from sync.delivery import Remote
from sync.errors import AccessDenied, NotFound
from sync.outbox import POSTING, Item
from sync.round import Round
from sync.store import outbox as rows

# A post may be dated a little before the clock of the answer that was seen last.
MARGIN_MS = 60_000


class Look(NamedTuple):
    """What a look brought. ``ambiguous``: something like it is there, but it may be another."""

    outcome: Literal["found", "absent", "ambiguous"]
    remote: Remote = Remote()


ABSENT = Look("absent")
AMBIGUOUS = Look("ambiguous")


def look(round_: Round, me: Me, item: Item) -> Look:
    """Whether the community has ``item``. Raises from ``sync.errors`` when it could not be asked."""
    if item.action not in POSTING:
        return _deed(round_, item)
    waiting = _among_waiting(round_, me, item)
    return waiting if waiting is not None else _among_posts(round_, me, item)


def _among_waiting(round_: Round, me: Me, item: Item) -> Look | None:
    """Among what waits for a moderator; ``None`` when it is not there."""

    def same(one: WaitingPost) -> bool:
        if one.created < item.sent_at - MARGIN_MS:
            return False
        return fingerprint.fingerprint(one.raw, title=one.title, topic_id=one.topic_id) == item.fingerprint

    found = sum(map(same, round_.ask(lambda: round_.connector.writing.waiting_posts(me))))
    if not found:
        return None
    # They have no id here: as many as other items became are theirs.
    others = round_.read(lambda conn: rows.moderated_alike(conn, item.fingerprint))
    return Look("found", Remote(item.topic_id, waiting=True)) if found > others else AMBIGUOUS


def _among_posts(round_: Round, me: Me, item: Item) -> Look:
    matches = [source for own in _candidates(round_, me, item) if (source := _match(round_, me, item, own))]
    taken = round_.read(
        lambda conn: rows.arrived_posts(conn, [one.post_id for one in matches], but=item.item_id)
    )
    matches = [one for one in matches if one.post_id not in taken]
    if not matches:
        return ABSENT
    fresh = [one for one in matches if one.created >= item.sent_at - MARGIN_MS]
    if len(fresh) != 1:
        return AMBIGUOUS
    return Look("found", Remote(fresh[0].topic_id, fresh[0].post_id, fresh[0].number))


def _candidates(round_: Round, me: Me, item: Item) -> list[OwnPost]:
    """The member's own posts that may be the one, each once."""
    writing, topic_id = round_.connector.writing, item.topic_id
    found = round_.ask(lambda: writing.own_posts(me, item.sent_at))
    if topic_id is not None:
        found = found + round_.ask(lambda: writing.own_tail(me, topic_id))
    by_place = {(one.topic_id, one.number): one for one in found}
    return [one for one in by_place.values() if _may_be(item, one)]


def _may_be(item: Item, own: OwnPost) -> bool:
    if own.post_id is not None and own.post_id <= item.above_post:
        return False
    if item.topic_id is not None:
        return own.topic_id == item.topic_id and own.number > 1
    return own.number == 1


def _match(round_: Round, me: Me, item: Item, own: OwnPost) -> Source | None:
    """The post as it was written, when it is what the item says."""
    writing, post_id = round_.connector.writing, own.post_id
    try:
        if post_id is not None:
            source = round_.ask(lambda: writing.source(post_id))
        else:
            source = round_.ask(lambda: writing.source_at(own.topic_id, own.number))
    except (NotFound, AccessDenied):
        return None
    if source.author_id != me.id or source.post_id <= item.above_post:
        return None
    # A reply to what is gone meanwhile is kept without its target.
    if source.reply_to not in (item.reply_to, None):
        return None
    title = own.title if own.title is not None else item.title
    same = fingerprint.fingerprint(source.raw, title=title, topic_id=item.topic_id) == item.fingerprint
    return source if same else None


def _deed(round_: Round, item: Item) -> Look:
    """Whether what an edit, deletion, like or membership was to bring about is so."""
    try:
        done = _is_so(round_, item)
    except NotFound:
        done = item.action == "delete"
    return Look("found", Remote(item.topic_id, item.post_id)) if done else ABSENT


def _is_so(round_: Round, item: Item) -> bool:
    writing, post_id, topic_id = round_.connector.writing, item.post_id, item.topic_id
    if item.action in ("join", "leave"):
        return round_.ask(lambda: writing.belongs(item.title)) == (item.action == "join")
    if post_id is not None:
        source = round_.ask(lambda: writing.source(post_id))
    elif topic_id is not None:
        source = round_.ask(lambda: writing.source_at(topic_id, 1))
    else:
        return False
    if item.action == "edit":
        raw = round_.read(lambda conn: outbox.addressed(conn, item))
        return fingerprint.text_key(source.raw) == fingerprint.text_key(raw)
    return item.action in ("like", "unlike") and source.liked == (item.action == "like")
