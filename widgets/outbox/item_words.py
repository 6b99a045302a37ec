"""An item of the outbox in words: what it is, where it goes, what happens with it, and what one can do."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.outbox_view import Deed, OutboxRow
from sync import outbox
from sync.connectors.base import WritingPace
from widgets import wording
from widgets.outbox import where
from widgets.outbox.reasons import reason
from widgets.outbox.shown import Link, Shown, Tone

# What is moving by itself only as long as there is a connection.
_NEEDS_CONNECTION = frozenset(
    {"undo", "due", "queue", "topic_pace", "post_pace", "same_text", "again", "unsure"}
)
_IN_SIGHT = 3


class Moment(NamedTuple):
    """What the words depend on beside the item: the time (ms), whether there is a connection, the spacing."""

    now: int
    online: bool
    pace: WritingPace


def shown_item(row: OutboxRow, moment: Moment) -> Shown:
    """An item as its row shows it."""
    title = where.title(row)
    icon, tone = _look(row)
    links = tuple(_link(deed, row, title) for deed in row.deeds)
    head, names = where.joined(row.change) if row.change.grew else ("", "")
    in_sight = len(links) if head else 2 if row.item.state == "queued" and not row.item.held else _IN_SIGHT
    return Shown(
        key=row.item.item_id,
        icon=icon,
        tone=tone,
        title=title,
        where=_where(row, moment),
        closed=row.audience.closed and bool(row.audience.group),
        state="" if head else _state(row, moment),
        told=_told(row),
        alert=head,
        names=names,
        links=links[:in_sight],
        more=links[in_sight:],
    )


def _look(row: OutboxRow) -> tuple[str, Tone]:
    if row.happening == "returned":
        return "triangle-alert", "danger"
    if row.happening == "held":
        grew = row.item.reason == outbox.AUDIENCE_GREW
        return ("clock" if grew else "circle-question-mark"), "warning"
    if row.happening == "unsure":
        return "circle-question-mark", "warning"
    if row.happening == "sent":
        return "check", "quiet"
    return ("upload" if row.happening == "sending" else "clock"), "plain"


def _where(row: OutboxRow, moment: Moment) -> str:
    translate = QCoreApplication.translate
    parts = [where.place(row.audience) if row.item.action not in ("join", "leave", "ask") else ""]
    if row.item.state == "unknown" and row.at:
        sent = wording.moment(row.at, moment.now)
        parts.append(translate("outbox", "sent {0}, no confirmation").format(sent))
    if row.files:
        parts.append(translate("outbox", "with {0}").format(", ".join(row.files)))
    return " · ".join(part for part in parts if part)


def _told(row: OutboxRow) -> str:
    if not row.told:
        return ""
    return QCoreApplication.translate("outbox", "The community says: {0}").format(" ".join(row.told))


def _state(row: OutboxRow, moment: Moment) -> str:
    translate, happening = QCoreApplication.translate, row.happening
    if happening in ("held", "returned", "moderation"):
        return reason(row.item)
    if happening == "sent":
        return translate("outbox", "Arrived {0}").format(wording.moment(row.at or 0, moment.now))
    if happening == "sending":
        return translate("outbox", "On its way")
    if happening == "behind":
        return translate("outbox", "Waits for what you wrote before it here")
    if happening == "unsure":
        maybe = translate("outbox", "Perhaps arrived already")
        looked = translate("outbox", "Perhaps arrived already. Looked for once there is a connection")
        return maybe if moment.online else looked
    if not moment.online and happening in _NEEDS_CONNECTION:
        return translate("outbox", "Waits for connection")
    return _planned(row, moment)


def _planned(row: OutboxRow, moment: Moment) -> str:
    translate, pace = QCoreApplication.translate, moment.pace
    at = wording.moment(row.at or 0, moment.now)
    if row.happening == "undo":
        return translate("outbox", "Goes out at {0}").format(at)
    if row.happening == "again":
        if row.item.failures:
            return translate("outbox", "Did not get through. Next try at {0}").format(at)
        return translate("outbox", "Waits until {0}: the community asks for that").format(at)
    if row.happening == "topic_pace":
        words = translate("outbox", "Waits until {0}: the community takes one topic per {1} s")
        return words.format(at, pace.topic_ms // 1000)
    if row.happening == "post_pace":
        words = translate("outbox", "Waits until {0}: the community takes one post per {1} s")
        return words.format(at, pace.post_ms // 1000)
    if row.happening == "same_text":
        words = translate(
            "outbox", "Waits until {0}: the community does not take the same text twice so soon"
        )
        return words.format(at)
    if row.happening == "queue":
        if row.ahead == 1:
            return translate("outbox", "Goes out after 1 other")
        return translate("outbox", "Goes out after {0} others").format(row.ahead)
    return translate("outbox", "Goes out in a moment")


def _link(deed: Deed, row: OutboxRow, title: str) -> Link:
    words = _words(deed, row)
    return Link(deed, words, f"{words}: {title}")


def _words(deed: Deed, row: OutboxRow) -> str:
    translate, item = QCoreApplication.translate, row.item
    back = item.state in ("rejected", "unknown") or bool(item.held)
    if deed == "nearest":
        return _nearest(row)
    if deed == "edit" and row.change.grew:
        return translate("outbox", "Change")
    if deed == "discard" and item.action not in ("topic", "reply", "edit") and item.state == "queued":
        return translate("outbox", "Take back")
    return {
        "edit": translate("outbox", "Edit"),
        "withdraw": translate("outbox", "To drafts") if back else translate("outbox", "Withdraw"),
        "send_now": translate("outbox", "Send now"),
        "send_again": translate("outbox", "Send again"),
        "look": translate("outbox", "Look now"),
        "there": translate("outbox", "It is there"),
        "anyway": translate("outbox", "Send anyway"),
        "discard": translate("outbox", "Discard"),
        "read": translate("outbox", "Read"),
    }[deed]


def _nearest(row: OutboxRow) -> str:
    translate, draft = QCoreApplication.translate, row.nearest
    if draft is None or (draft.action == "topic" and draft.group_id is None):
        return translate("outbox", "Other group")
    if draft.action == "topic":
        return translate("outbox", "New topic in {0}").format(row.nearest_group)
    if row.item.reason == outbox.MOVED:
        return translate("outbox", "Answer in {0}").format(row.nearest_group)
    return translate("outbox", "Answer the topic itself")
