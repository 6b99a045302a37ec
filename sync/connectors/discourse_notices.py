"""Discourse's notifications: which of them concern the member in person, and what they are about.

The numbers are those of Discourse's own list of types (``Notification.types``); an accepted answer comes from
the solved plugin as the custom type, with a message that says so.
"""

from __future__ import annotations

from sync.connectors.base import Notice, NoticeKind
from sync.connectors.discourse_fields import Json, each, identity, listed, moment, number, text, whole

AT_ONCE = 60
_KINDS: dict[int, NoticeKind] = {
    1: "mention",
    2: "reply",
    3: "quote",
    5: "like",
    9: "reply",
    15: "mention",
    19: "like",
    25: "like",
}
# The names of all that ``read_notices`` takes, for telling that they were seen.
TYPES = (
    "mentioned,replied,quoted,liked,posted,group_mentioned,liked_consolidated,reaction,"
    "membership_request_accepted,custom"
)
_CUSTOM = 14
_ACCEPTED = "solved.accepted_notification"
_MEMBERSHIP_ACCEPTED = 22


def read_notices(payload: Json) -> tuple[Notice, ...]:
    """The notifications of ``/notifications.json`` that are about the member, newest first.

    Raises ``UnreadableAnswer`` when it is no such list; single ones that are broken are left out.
    """
    return tuple(each(listed(payload.get("notifications")), _read)[0])


def _read(item: Json) -> Notice | None:
    data = whole(item.get("data") or {})
    kind = _kind(number(item.get("notification_type")), data)
    created = moment(item.get("created_at"))
    if kind is None or created is None:
        return None
    return Notice(
        remote_id=identity(item),
        kind=kind,
        created=created,
        topic_id=number(item.get("topic_id")),
        number=number(item.get("post_number")),
        post_id=number(data.get("original_post_id")),
        username=_who(data),
        remote_group=number(data.get("group_id")) if kind == "welcome" else None,
        read=item.get("read") is True,
    )


def _kind(told: int | None, data: Json) -> NoticeKind | None:
    if told == _CUSTOM:
        return "answer" if data.get("message") == _ACCEPTED else None
    if told == _MEMBERSHIP_ACCEPTED:
        return "welcome"
    return _KINDS.get(told or 0)


def _who(data: Json) -> str | None:
    return text(data.get("display_username")) or text(data.get("original_username"))
