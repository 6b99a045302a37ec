"""Why something was not sent, in plain words: one sentence for every reason of ``sync/outbox.py``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sync import outbox
from sync.outbox import Item


def reason(item: Item) -> str:
    """Why an item came back or is held; empty when there is no reason."""
    translate = QCoreApplication.translate
    topic = item.action in ("topic", "reply")
    words = {
        outbox.WAITING_FOR_MODERATION: translate("outbox", "Waits for a moderator"),
        outbox.AMBIGUOUS: translate("outbox", "Perhaps arrived already. Look there before you send it again"),
        outbox.AUDIENCE_GREW: translate("outbox", "More people read along than when you wrote it"),
        outbox.GROUP_LEFT: translate("outbox", "You are no longer in this group"),
        outbox.DENIED: (
            translate("outbox", "The group is closed for new posts")
            if topic
            else translate("outbox", "The community does not let you do this")
        ),
        outbox.TOPIC_GONE: translate("outbox", "The topic is no longer there"),
        outbox.PARENT_GONE: translate("outbox", "The post you answered is no longer there"),
        outbox.CLOSED: translate("outbox", "The topic is closed for new answers"),
        outbox.MOVED: translate("outbox", "The topic was moved to another group, with other readers"),
        outbox.GONE: translate("outbox", "It is no longer there"),
        outbox.EDITED_ELSEWHERE: translate("outbox", "The post was changed elsewhere meanwhile"),
        outbox.REFUSED: translate("outbox", "The community did not accept it"),
        outbox.FILE_LOST: translate("outbox", "A file that goes with it is no longer on this computer"),
        outbox.FILE_REFUSED: translate("outbox", "The community did not accept a file"),
    }
    return words.get(item.reason, "")


def draft_reason(code: str) -> str:
    """Why a draft cannot be sent as it is; empty when it can."""
    return reason(Item(reason=code)) if code else ""
