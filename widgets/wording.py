"""Sentences and small texts that depend on facts, in the language of the window (sources in English)."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from sync.store.rows import TopicRow

_MINUTE = 60_000
_HOUR = 60 * _MINUTE

# The end of the year 9998: a platform may say anything, the calendar may not.
_LATEST = 253_370_764_800_000


def age(moment_ms: int, now: int) -> str:
    """How long ago, as short as can be: minutes and hours today, then weekday and time, then the date."""
    moment_ms = min(max(moment_ms, 0), _LATEST)
    passed = max(0, now - moment_ms)
    then, today = datetime.fromtimestamp(moment_ms / 1000), datetime.fromtimestamp(now / 1000)
    days = (today.date() - then.date()).days
    if passed < _MINUTE:
        return QCoreApplication.translate("wording", "now")
    if passed < _HOUR:
        return QCoreApplication.translate("wording", "{0} min").format(passed // _MINUTE)
    if days <= 0:
        return QCoreApplication.translate("wording", "{0} h").format(passed // _HOUR)
    if days < 7:
        return f"{_short_weekday(then.weekday())} {then:%H:%M}"
    if then.year == today.year:
        return f"{then.day} {_short_month(then.month)}"
    return f"{then.day} {_short_month(then.month)} {then.year}"


def moment(moment_ms: int, now: int) -> str:
    """A moment on the clock: only the time today, with yesterday or the date before that."""
    then, today = datetime.fromtimestamp(moment_ms / 1000), datetime.fromtimestamp(now / 1000)
    days = (today.date() - then.date()).days
    if days <= 0:
        return f"{then:%H:%M}"
    if days == 1:
        return QCoreApplication.translate("wording", "yesterday {0}").format(f"{then:%H:%M}")
    return f"{then.day} {_short_month(then.month)} {then:%H:%M}"


def offline(moment_ms: int, now: int) -> str:
    """What one can go on reading while the community is out of reach."""
    then, today = datetime.fromtimestamp(moment_ms / 1000), datetime.fromtimestamp(now / 1000)
    until = moment(moment_ms, now)
    if then.date() >= today.date():
        until = QCoreApplication.translate("wording", "today {0}").format(until)
    return QCoreApplication.translate("wording", "Offline. Everything up to {0} is here.").format(until)


def kind_name(kind: str) -> str:
    """The word for a kind of contribution."""
    names = {
        "question": QCoreApplication.translate("wording", "Question"),
        "experience": QCoreApplication.translate("wording", "Experience"),
        "link": QCoreApplication.translate("wording", "Link"),
        "spotlight": QCoreApplication.translate("wording", "Spotlight"),
        "event": QCoreApplication.translate("wording", "Event"),
        "announcement": QCoreApplication.translate("wording", "Announcement"),
    }
    return names.get(kind, QCoreApplication.translate("wording", "Discussion"))


def day_heading(day: date, today: date) -> str:
    """The heading above a day's topics: today, yesterday, a weekday within the week, else the month."""
    days = (today - day).days
    if days <= 0:
        return QCoreApplication.translate("wording", "Today")
    if days == 1:
        return QCoreApplication.translate("wording", "Yesterday")
    if days < 7:
        weekday, month = _weekday(day.weekday()), _month(day.month)
        return QCoreApplication.translate("wording", "{0} {1} {2}").format(weekday, day.day, month)
    month = _month(day.month)
    title = month[:1].upper() + month[1:]
    return title if day.year == today.year else f"{title} {day.year}"


def short_day(day: date) -> str:
    """A day with weekday and month cut short, without its year."""
    weekday, month = _short_weekday(day.weekday()), _short_month(day.month)
    return QCoreApplication.translate("wording", "{0} {1} {2}").format(weekday, day.day, month)


def month_name(number: int) -> str:
    """The name of a month, 1 to 12."""
    return _month(number)


def new_contributions(n: int) -> str:
    """The pill above a list for which ``n`` topics wait."""
    if n == 1:
        return QCoreApplication.translate("wording", "1 new contribution")
    return QCoreApplication.translate("wording", "{0} new contributions").format(n)


def describe_topic(row: TopicRow, now: int, position: int, total: int) -> str:
    """A card read out as one sentence; ``position`` counts from 1."""
    author = f"{row.author}, {row.organisation}" if row.organisation else row.author
    group = row.group
    if row.closed:
        group = QCoreApplication.translate("wording", "{0}, closed group").format(group)
    parts = [
        row.title,
        QCoreApplication.translate("wording", "by {0}").format(author),
        f"{kind_name(row.kind)}, {group}",
        age(row.last_posted or row.created, now),
        _replies(row.replies),
    ]
    if row.answered:
        parts.append(QCoreApplication.translate("wording", "answered"))
    if row.unread:
        parts.append(QCoreApplication.translate("wording", "{0} unread").format(row.unread))
    if row.saved:
        parts.append(QCoreApplication.translate("wording", "saved"))
    parts.append(QCoreApplication.translate("wording", "{0} of {1}").format(position, total))
    return "; ".join(parts)


def _replies(n: int) -> str:
    if n == 0:
        return QCoreApplication.translate("wording", "no replies")
    if n == 1:
        return QCoreApplication.translate("wording", "1 reply")
    return QCoreApplication.translate("wording", "{0} replies").format(n)


def _short_weekday(number: int) -> str:
    return (
        QCoreApplication.translate("wording", "Mon"),
        QCoreApplication.translate("wording", "Tue"),
        QCoreApplication.translate("wording", "Wed"),
        QCoreApplication.translate("wording", "Thu"),
        QCoreApplication.translate("wording", "Fri"),
        QCoreApplication.translate("wording", "Sat"),
        QCoreApplication.translate("wording", "Sun"),
    )[number]


def _weekday(number: int) -> str:
    return (
        QCoreApplication.translate("wording", "Monday"),
        QCoreApplication.translate("wording", "Tuesday"),
        QCoreApplication.translate("wording", "Wednesday"),
        QCoreApplication.translate("wording", "Thursday"),
        QCoreApplication.translate("wording", "Friday"),
        QCoreApplication.translate("wording", "Saturday"),
        QCoreApplication.translate("wording", "Sunday"),
    )[number]


def _short_month(number: int) -> str:
    return (
        QCoreApplication.translate("wording", "Jan"),
        QCoreApplication.translate("wording", "Feb"),
        QCoreApplication.translate("wording", "Mar"),
        QCoreApplication.translate("wording", "Apr"),
        QCoreApplication.translate("wording", "May", "short month"),
        QCoreApplication.translate("wording", "Jun"),
        QCoreApplication.translate("wording", "Jul"),
        QCoreApplication.translate("wording", "Aug"),
        QCoreApplication.translate("wording", "Sep"),
        QCoreApplication.translate("wording", "Oct"),
        QCoreApplication.translate("wording", "Nov"),
        QCoreApplication.translate("wording", "Dec"),
    )[number - 1]


def _month(number: int) -> str:
    return (
        QCoreApplication.translate("wording", "January"),
        QCoreApplication.translate("wording", "February"),
        QCoreApplication.translate("wording", "March"),
        QCoreApplication.translate("wording", "April"),
        QCoreApplication.translate("wording", "May", "month"),
        QCoreApplication.translate("wording", "June"),
        QCoreApplication.translate("wording", "July"),
        QCoreApplication.translate("wording", "August"),
        QCoreApplication.translate("wording", "September"),
        QCoreApplication.translate("wording", "October"),
        QCoreApplication.translate("wording", "November"),
        QCoreApplication.translate("wording", "December"),
    )[number - 1]
