"""The reader's own sentences and small texts that depend on facts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from sync.store.rows import PostRow, TopicHead
from widgets.reader.links import Target, ToImage, ToMember, ToPost

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def age(created: int, now: int) -> str:
    """How long ago a post was written; times in ms. Beyond a week it is the date."""
    translate = QCoreApplication.translate
    passed = max(now - created, 0)
    if passed < _MINUTE:
        return translate("reader", "just now")
    if passed < _HOUR:
        return translate("reader", "{0} min").format(passed // _MINUTE)
    if passed < _DAY:
        hours = passed // _HOUR
        if hours == 1:
            return translate("reader", "1 hour ago")
        return translate("reader", "{0} hours ago").format(hours)
    if passed < 7 * _DAY:
        days = passed // _DAY
        return (
            translate("reader", "yesterday")
            if days == 1
            else translate("reader", "{0} days ago").format(days)
        )
    return date(created)


def date(moment: int) -> str:
    """The day of a moment (ms) in this computer's time zone, in the member's language."""
    day = datetime.fromtimestamp(moment / 1000)
    return str(QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy"))


def date_and_time(moment: int) -> str:
    """The day and the minute of a moment (ms) in this computer's time zone."""
    then = datetime.fromtimestamp(moment / 1000)
    return f"{date(moment)} {then:%H:%M}"


def minutes(count: int) -> str:
    """How long the topic takes to read."""
    if count == 1:
        return QCoreApplication.translate("reader", "1 minute to read")
    return QCoreApplication.translate("reader", "{0} minutes to read").format(count)


def not_fetched(count: int) -> str:
    """The line where posts are missing from the cache."""
    if count == 1:
        return QCoreApplication.translate("reader", "… 1 reply not fetched yet")
    return QCoreApplication.translate("reader", "… {0} replies not fetched yet").format(count)


def likes(count: int, by_me: bool) -> str:
    """The number of likes as it is read out."""
    if by_me:
        return QCoreApplication.translate("reader", "{0} likes, also yours").format(count)
    if count == 1:
        return QCoreApplication.translate("reader", "1 like")
    return QCoreApplication.translate("reader", "{0} likes").format(count)


def post_name(row: PostRow, position: int, total: int, now: int) -> str:
    """What a screen reader says on entering a post."""
    who = ", ".join(part for part in (row.author, row.organisation, age(row.created, now)) if part)
    sentence = QCoreApplication.translate("reader", "Post {position} of {total} by {who}")
    return sentence.format(position=position, total=total, who=who)


def post_description(row: PostRow) -> str:
    """The marks of a post, for who does not see them."""
    translate = QCoreApplication.translate
    parts = []
    if row.accepted:
        parts.append(translate("reader", "Answer that helped"))
    if row.unread:
        parts.append(translate("reader", "unread"))
    if row.team:
        parts.append(translate("reader", "community team"))
    if row.likes:
        parts.append(likes(row.likes, bool(row.liked)))
    if row.version > 1:
        parts.append(translate("reader", "edited"))
    return ", ".join(parts)


def in_reply_to(author: str) -> str:
    """The line above a reply to a reply."""
    return QCoreApplication.translate("reader", "In reply to {name}").format(name=author)


def event_line(head: TopicHead) -> str:
    """When and where a meeting is; empty for a topic that is none."""
    if head.event_starts is None:
        return ""
    parts = [date_and_time(head.event_starts)]
    if head.event_location:
        parts.append(head.event_location)
    return " · ".join(parts)


def link(target: Target | None) -> str:
    """Where a link leads, told before it is followed; an outside address is told in full."""
    translate = QCoreApplication.translate
    if isinstance(target, ToPost):
        return translate("reader", "A post in this community")
    if isinstance(target, ToMember):
        return translate("reader", "Profile of {name}").format(name=target.username)
    if isinstance(target, ToImage):
        return translate("reader", "Enlarge the picture")
    return target.address if target is not None else ""
