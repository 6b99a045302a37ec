"""Where something goes and to whom, and what it is called, on one line each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.audience import Audience, Change
from app.outbox_view import DraftRow, OutboxRow
from widgets.audience.warnings import by_name


def readers(audience: Audience) -> str:
    """How many people read along, of how many organisations; empty when not known."""
    translate, count = QCoreApplication.translate, audience.count
    if count is None or audience.sure == "unknown":
        return ""
    number = QLocale().toString(count)
    if count == 1:
        return translate("outbox", "1 person")
    if not audience.closed or not audience.organisations:
        return translate("outbox", "{0} people").format(number)
    if audience.organisations == 1:
        return translate("outbox", "{0} people from 1 organisation").format(number)
    return translate("outbox", "{0} people from {1} organisations").format(number, audience.organisations)


def place(audience: Audience) -> str:
    """The group and who reads along."""
    return " · ".join(part for part in (audience.group, readers(audience)) if part)


def title(row: OutboxRow) -> str:
    """What an item is: its own title, or what is done with what."""
    translate = QCoreApplication.translate
    item, about = row.item, row.about
    if item.action == "topic":
        return item.title
    if item.action == "reply":
        return answer_to(about)
    if item.action in ("like", "unlike"):
        return _like(row)
    words = {
        "edit": translate("outbox", "Change in “{0}”"),
        "delete": (
            translate("outbox", "Take back “{0}”")
            if item.post_id is None
            else translate("outbox", "Take back an answer in “{0}”")
        ),
        "join": translate("outbox", "Join {0}"),
        "leave": translate("outbox", "Leave {0}"),
        "ask": translate("outbox", "Ask to join {0}"),
    }[item.action]
    return words.format(about or translate("outbox", "a topic that is not here"))


def answer_to(about: str) -> str:
    """What an answer to a topic is called."""
    translate = QCoreApplication.translate
    return translate("outbox", "Answer to “{0}”").format(about) if about else translate("outbox", "Answer")


def draft_title(row: DraftRow) -> str:
    """What a draft is called."""
    translate = QCoreApplication.translate
    if row.draft.action == "reply":
        return answer_to(row.about)
    if row.draft.action == "edit":
        return translate("outbox", "Change in “{0}”").format(row.about)
    return row.draft.title.strip() or translate("outbox", "Without a title")


def joined(change: Change) -> tuple[str, str]:
    """How many read along who did not before, and their names."""
    translate = QCoreApplication.translate
    if change.opened:
        return translate("outbox", "The group is open now: the whole community reads along"), ""
    count = len(change.joined) + change.more
    if count == 1:
        head = translate("outbox", "1 person reads along since you wrote this")
    else:
        head = translate("outbox", "{0} people read along since you wrote this").format(count)
    return head, by_name(change.joined, change.more) if change.joined else ""


def _like(row: OutboxRow) -> str:
    translate = QCoreApplication.translate
    if row.item.action == "unlike":
        return translate("outbox", "No longer like a post in “{0}”").format(row.about)
    if row.author:
        return translate("outbox", "Like for {0} in “{1}”").format(row.author, row.about)
    return translate("outbox", "Like in “{0}”").format(row.about)
