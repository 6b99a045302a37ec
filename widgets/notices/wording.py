"""Notifications in words: a row of the list, and a message of the system."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.notify import Told
from sync.store.notices import NoticeRow

translate = QCoreApplication.translate


def happened(row: NoticeRow) -> str:
    """What happened, in one sentence."""
    who = row.author or translate("notices", "Someone")
    title = row.title or translate("notices", "a topic that is not here")
    sentence = {
        "reply": translate("notices", "{who} answered in “{title}”"),
        "mention": translate("notices", "{who} named you in “{title}”"),
        "quote": translate("notices", "{who} quoted you in “{title}”"),
        "answer": translate("notices", "Your answer in “{title}” helped"),
        "like": translate("notices", "{who} likes what you wrote in “{title}”"),
        "welcome": translate("notices", "You are in {group} now"),
        "group": translate("notices", "{who} began “{title}”"),
        "rule": translate("notices", "A rule of yours tells of “{title}”"),
    }[row.kind]
    group = row.group or translate("notices", "the group that you asked for")
    return sentence.format(who=who, title=title, group=group)


def spoken(row: NoticeRow, age: str) -> str:
    """A row as a screen reader says it."""
    words = [happened(row)]
    if not row.read:
        words.insert(0, translate("notices", "unread"))
    if row.group and row.kind != "welcome":
        words.append(row.group)
    if row.closed:
        words.append(translate("notices", "closed group"))
    return ", ".join([*words, age])


def message(told: Told) -> tuple[str, str]:
    """Title and text of a message of the system. Of a closed group it names no topic and no words."""
    last = told.rows[-1]
    if told.topic_id is None:
        if len(told.rows) == 1:
            return "Stamtafel", happened(last)
        words = translate("notices", "{count} new notifications").format(count=len(told.rows))
        return "Stamtafel", words
    if told.closed and not last.group:
        return "Stamtafel", translate("notices", "Something new for you")
    if told.closed:
        return last.group, translate("notices", "Something new for you in this closed group")
    if len(told.rows) == 1:
        return last.group or "Stamtafel", happened(last)
    words = translate("notices", "{count} new notifications about “{title}”")
    return last.group or "Stamtafel", words.format(count=len(told.rows), title=last.title)
