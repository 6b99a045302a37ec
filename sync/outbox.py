"""The outbox: what the member wrote or did goes ``queued -> sending -> sent | unknown | rejected``.

``sending`` is on disk before the first byte leaves. What the community then said decides; where it did not
say, the item is ``unknown`` until looking (``sync/reconcile.py``) has found it or has found three times, over
two minutes or more, that it is not there: then it is sent once more, and so on a few times. What cannot be
known is ``held`` for the member. Nothing is ever dropped but by the member. All functions work in the
caller's transaction; moments are milliseconds.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import NamedTuple

from sync.store import drafts
from sync.store import outbox as rows
from sync.store.drafts import Draft
from sync.store.outbox import POSTING, WAITING, Action, Item, Pace, State

__all__ = ["POSTING", "WAITING", "Action", "Item", "Pace", "Remote", "State"]

UNDO_MS = 10_000
"""How long a post waits before it leaves, so that the member can think better of it."""
LOOKS = 3
LOOKS_OVER_MS = 120_000
# When to look, counted from the moment the outcome became unknown.
LOOK_AFTER_MS = (1_000, 30_000, LOOKS_OVER_MS)
MOST_ATTEMPTS = 5
_RETRY_MS = (5_000, 15_000, 60_000, 300_000, 900_000)
_LONGEST_WAIT_MS = 86_400_000
_KEEP_MS = 7 * 86_400_000
_OPPOSITES: dict[Action, Action] = {"like": "unlike", "unlike": "like", "join": "leave", "leave": "join"}

# Why an item is where it is; the sentences are made elsewhere.
WAITING_FOR_MODERATION = "moderation"
AMBIGUOUS = "ambiguous"
AUDIENCE_GREW = "audience"
GROUP_LEFT = "group_left"
DENIED = "denied"
TOPIC_GONE = "topic_gone"
PARENT_GONE = "parent_gone"
CLOSED = "closed"
MOVED = "moved"
GONE = "gone"
EDITED_ELSEWHERE = "edited_elsewhere"
REFUSED = "refused"
FILE_LOST = "file_lost"
FILE_REFUSED = "file_refused"


class Remote(NamedTuple):
    """What the community made of an item. ``waiting``: it is there, but a moderator has to let it through."""

    topic_id: int | None = None
    post_id: int | None = None
    number: int | None = None
    waiting: bool = False


def text_key(raw: str) -> str:
    """A text by its hash, with the spaces and line ends that platforms change left out of account."""
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", raw).strip().splitlines())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def fingerprint(raw: str, *, title: str = "", topic_id: int | None = None) -> str:
    """A post by its text and where it goes: the topic, or the title without capitals and punctuation.

    Platforms tidy titles ("Hallo!!!" becomes "Hallo!"), so only letters and digits count.
    """
    letters = "".join(one for one in unicodedata.normalize("NFC", title).casefold() if one.isalnum())
    place = letters if topic_id is None else str(topic_id)
    return hashlib.sha256(f"{place}\n{text_key(raw)}".encode()).hexdigest()


def placeholder(file: str) -> str:
    """What stands in a text for the address of a file that is still here."""
    return f"upload://waiting-{file}"


def addressed(conn: Connection, item: Item) -> str:
    """The text of an item with the community's addresses of the files that it has by now."""
    raw = item.raw
    for upload in rows.uploads(conn, item_id=item.item_id):
        if upload.remote:
            raw = raw.replace(placeholder(upload.file), upload.remote)
    return raw


def readdress(conn: Connection, item_id: int) -> None:
    """After a file arrived: know the item by the text as it will be sent."""
    item = _among(conn, item_id, "queued")
    if item is not None:
        sent = replace(item, raw=addressed(conn, item))
        key = text_key(sent.raw) if item.action in POSTING else ""
        rows.update(conn, item_id, text_key=key, fingerprint=_fingerprint(sent))


def put(conn: Connection, new: Item) -> Item | None:
    """Queue an item and return it as it is kept.

    Quick actions merge: ``None`` means that the new one and one that never left undo each other, or that the
    community thinks so already. The same one twice is one.
    """
    if new.action in _OPPOSITES:
        target = {"post_id": new.post_id, "group_id": new.group_id}
        if (same := rows.queued_alike(conn, (new.action,), **target)) is not None:
            return same
        if (other := rows.queued_alike(conn, (_OPPOSITES[new.action],), **target)) is not None:
            rows.delete(conn, other.item_id)
            return None
    item = replace(
        new,
        state="queued",
        lane=_lane(conn, new),
        text_key=text_key(new.raw) if new.action in POSTING else "",
        fingerprint=_fingerprint(new),
    )
    return replace(item, item_id=rows.insert(conn, item))


def change(conn: Connection, item_id: int, *, raw: str, title: str = "", tags: Sequence[str] = ()) -> bool:
    """Give an item that was never sent, or was refused, another text and queue it anew; whether that was
    possible."""
    item = _among(conn, item_id, "queued", "rejected")
    if item is None or (item.state == "queued" and item.attempts):
        return False
    new = replace(item, raw=raw, title=title, tags=json.dumps(list(tags)))
    rows.update(
        conn,
        item_id,
        raw=raw,
        title=title,
        tags=new.tags,
        text_key=text_key(raw) if item.action in POSTING else "",
        fingerprint=_fingerprint(new),
        **_ANEW,
    )
    return True


def retry(conn: Connection, item_id: int) -> bool:
    """The member says: send it (again). Whether there is something to be done for it.

    An item of which the outcome is not known is looked for first, even when it is held.
    """
    item = _among(conn, item_id, "queued", "rejected", "unknown")
    if item is None:
        return False
    if item.state == "unknown":
        # Attempts are counted anew: the member decided about those before.
        rows.update(conn, item_id, held=0, reason="", looks=0, attempts=1, next_try=0)
    elif item.state == "rejected":
        rows.update(conn, item_id, **_ANEW)
    else:
        rows.update(conn, item_id, held=0, reason="", not_before=0, next_try=0)
    return True


def hold(conn: Connection, item_id: int, reason: str) -> bool:
    """Keep an item that waits from being sent until the member says so."""
    if _among(conn, item_id, "queued") is None:
        return False
    rows.update(conn, item_id, held=1, reason=reason)
    return True


def it_is_there(conn: Connection, item_id: int) -> bool:
    """The member says that an item of which the outcome is not known did arrive."""
    if _among(conn, item_id, "unknown") is None:
        return False
    rows.update(conn, item_id, state="sent", held=0, reason="")
    return True


def withdraw(conn: Connection, item_id: int, now: int) -> Draft | None:
    """Put an item back to the drafts. ``None`` when it is on its way or has arrived."""
    item = _among(conn, item_id, "queued", "rejected", "unknown")
    if item is None or item.action not in ("topic", "reply", "edit"):
        return None
    draft = drafts.put(conn, draft_of(item, now))
    rows.hand_uploads_on(conn, item_id=item_id, draft_id=None, to_draft=draft.draft_id)
    rows.delete(conn, item_id)
    return draft


def discard(conn: Connection, item_id: int, now: int) -> bool:
    """Throw an item away; it can be taken back for a week. Not while it is on its way or once it arrived."""
    if _among(conn, item_id, "queued", "rejected", "unknown") is None:
        return False
    rows.update(conn, item_id, discarded=now)
    return True


def undo_discard(conn: Connection, item_id: int) -> bool:
    """Take an item back that was thrown away."""
    item = rows.get(conn, item_id)
    if item is None or item.discarded is None:
        return False
    rows.update(conn, item_id, discarded=None)
    return True


def recover(conn: Connection, now: int) -> int:
    """Before sending: what an earlier process left in ``sending`` is unknown; how many that were.

    Also sets right what a clock that jumped left behind, and forgets what arrived long ago.
    """
    rows.mend_moments(conn, now, _LONGEST_WAIT_MS)
    rows.drop_old(conn, now - _KEEP_MS)
    hanging = rows.left_hanging(conn)
    for item_id in hanging:
        note_unknown(conn, item_id, now, look_at_once=True)
    return len(hanging)


def doubt_all(conn: Connection, now: int) -> None:
    """After a rebuild from an older copy: what was waiting then may have been sent since."""
    for item in rows.items(conn, sent=False):
        if item.state in ("queued", "sending"):
            rows.update(
                conn, item.item_id, sent_at=item.sent_at or item.created, attempts=max(1, item.attempts)
            )
            note_unknown(conn, item.item_id, now, look_at_once=True)


def pace(conn: Connection, topic_ms: int, post_ms: int, same_text_ms: int) -> Pace:
    """When the next topic and the next post may leave by the platform's own spacing."""
    last_topic, last_post = rows.last_tried(conn, ("topic",)), rows.last_tried(conn, POSTING)
    return Pace(
        topic_from=last_topic + topic_ms if last_topic else 0,
        post_from=last_post + post_ms if last_post else 0,
        same_text_ms=same_text_ms,
    )


def claim(conn: Connection, item: Item, now: int, server_time: int) -> Item | None:
    """Mark a queued item as ``sending``: to be committed, durably, before the first byte leaves.

    ``None`` when it changed meanwhile. ``server_time`` is the community's clock; the first attempt's counts.
    """
    current = _among(conn, item.item_id, "queued")
    if current is None or current.held or current.fingerprint != item.fingerprint:
        return None
    changed = replace(
        current,
        state="sending",
        attempts=current.attempts + 1,
        tried_at=now,
        sent_at=current.sent_at or server_time,
        above_post=current.above_post or rows.newest_post(conn),
    )
    _write(conn, changed, "state", "attempts", "tried_at", "sent_at", "above_post")
    return changed


def note_unsent(conn: Connection, item_id: int, now: int, wait_ms: int | None = None) -> None:
    """Nothing left this computer, or the community asked to wait: the item is as if never tried."""
    item = _among(conn, item_id, "sending", "unknown")
    if item is None:
        return
    failures = item.failures if wait_ms is not None else item.failures + 1
    delay = wait_ms if wait_ms is not None else _RETRY_MS[min(item.failures, len(_RETRY_MS) - 1)]
    attempts = max(0, item.attempts - 1)
    changed = replace(item, state="queued", attempts=attempts, failures=failures, next_try=now + delay)
    if attempts == 0:
        changed = replace(changed, tried_at=0, sent_at=0, above_post=0)
    _write(conn, changed, "state", "attempts", "failures", "next_try", "tried_at", "sent_at", "above_post")


def note_delayed(conn: Connection, item_id: int, now: int) -> None:
    """What must be asked before an item may leave could not be asked: it comes again."""
    item = _among(conn, item_id, "queued")
    if item is not None:
        delay = _RETRY_MS[min(item.failures, len(_RETRY_MS) - 1)]
        rows.update(conn, item_id, failures=item.failures + 1, next_try=now + delay)


def note_sent(conn: Connection, item_id: int, remote: Remote, now: int) -> None:
    """The community has it."""
    if _among(conn, item_id, *WAITING) is None:
        return
    rows.update(
        conn,
        item_id,
        state="sent",
        held=0,
        reason=WAITING_FOR_MODERATION if remote.waiting else "",
        told="[]",
        remote_topic=remote.topic_id,
        remote_post=remote.post_id,
        remote_number=remote.number,
        done=now,
    )


def note_rejected(conn: Connection, item_id: int, reason: str, told: Sequence[str] = ()) -> None:
    """The community will not have it; the text stays here with the reason and the community's own words."""
    if _among(conn, item_id, *WAITING) is None:
        return
    rows.update(
        conn,
        item_id,
        state="rejected",
        held=0,
        reason=reason,
        told=json.dumps(list(told), ensure_ascii=False),
    )


def note_unknown(conn: Connection, item_id: int, now: int, *, look_at_once: bool = False) -> None:
    """It left, or may have left, and what became of it was not said."""
    item = _among(conn, item_id, *WAITING)
    if item is None:
        return
    first = now if look_at_once else now + LOOK_AFTER_MS[0]
    rows.update(
        conn, item_id, state="unknown", unknown_since=now, looks=0, failures=0, next_try=first, reason=""
    )


def note_absent(conn: Connection, item_id: int, now: int) -> None:
    """A look did not find it. After the last one it is sent once more, or held when that failed too often.

    What does no harm when it is done twice is simply done again.
    """
    item = _among(conn, item_id, "unknown")
    if item is None:
        return
    if item.action not in POSTING:
        delay = _RETRY_MS[min(item.attempts - 1, len(_RETRY_MS) - 1)]
        rows.update(conn, item_id, state="queued", next_try=now + delay)
        return
    looks = item.looks + 1
    if looks < LOOKS or now - item.unknown_since < LOOKS_OVER_MS:
        following = item.unknown_since + LOOK_AFTER_MS[min(looks, LOOKS - 1)]
        rows.update(conn, item_id, looks=looks, failures=0, next_try=max(following, now + LOOK_AFTER_MS[0]))
    elif item.attempts < MOST_ATTEMPTS:
        rows.update(conn, item_id, state="queued", looks=looks, next_try=now)
    else:
        rows.update(conn, item_id, looks=looks, held=1, reason=AMBIGUOUS)


def note_ambiguous(conn: Connection, item_id: int) -> None:
    """A look found what may be it, or may be another: the member decides."""
    if _among(conn, item_id, "unknown") is not None:
        rows.update(conn, item_id, held=1, reason=AMBIGUOUS)


def note_not_looked(conn: Connection, item_id: int, now: int) -> None:
    """The look itself failed: it does not count, and comes again."""
    item = _among(conn, item_id, "unknown")
    if item is not None:
        delay = _RETRY_MS[min(item.failures, len(_RETRY_MS) - 1)]
        rows.update(conn, item_id, failures=item.failures + 1, next_try=now + delay)


def group_lost(conn: Connection, group_id: int, now: int) -> None:
    """The member lost a group: what they wrote there stays with the reason, what arrived goes."""
    for item in rows.in_group(conn, group_id):
        if item.state == "sent" or item.action not in ("topic", "reply", "edit"):
            rows.delete(conn, item.item_id)
        elif item.discarded is None:
            note_rejected(conn, item.item_id, GROUP_LEFT)
            # The text before an edit is the group's, as the community has it.
            rows.update(conn, item.item_id, original="", group_id=group_id)
    drafts.group_lost(conn, group_id, GROUP_LEFT, now)


def draft_of(item: Item, now: int) -> Draft:
    """What the member wrote in an item, as a draft."""
    return Draft(
        place=drafts.place_of(item.action, item.topic_id, item.post_id),
        action=item.action,
        group_id=item.group_id,
        topic_id=item.topic_id,
        reply_to=item.reply_to,
        post_id=item.post_id,
        kind=item.kind,
        title=item.title,
        raw=item.raw,
        original=item.original,
        tags=item.tags,
        audience=item.audience,
        typing_ms=item.typing_ms,
        open_ms=item.open_ms,
        created=item.created,
        changed=now,
        reason=item.reason if item.state == "rejected" else "",
    )


_ANEW: dict[str, object] = {
    "state": "queued",
    "held": 0,
    "reason": "",
    "told": "[]",
    "attempts": 0,
    "failures": 0,
    "looks": 0,
    "not_before": 0,
    "next_try": 0,
    "tried_at": 0,
    "unknown_since": 0,
    "sent_at": 0,
    "above_post": 0,
}


def _fingerprint(item: Item) -> str:
    if item.action not in POSTING:
        return text_key(f"{item.action} {item.post_id} {item.group_id}\n{item.raw}")
    return fingerprint(item.raw, title=item.title, topic_id=item.topic_id)


def _lane(conn: Connection, item: Item) -> str:
    """What is sent in order: all that concerns a topic, or a group's members. A new topic waits for none."""
    if item.action == "topic":
        return ""
    topic_id = item.topic_id
    if topic_id is None and item.post_id is not None:
        topic_id = rows.topic_of_post(conn, item.post_id)
    if topic_id is not None:
        return f"topic {topic_id}"
    return f"post {item.post_id}" if item.post_id is not None else f"group {item.group_id}"


def _among(conn: Connection, item_id: int, *states: State) -> Item | None:
    item = rows.get(conn, item_id)
    return item if item is not None and item.discarded is None and item.state in states else None


def _write(conn: Connection, item: Item, *names: str) -> None:
    rows.update(conn, item.item_id, **{name: getattr(item, name) for name in names})
