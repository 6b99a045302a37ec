"""Sentences about people."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from sync.store.rows import MemberCard


def member_since(card: MemberCard) -> str:
    """Since when someone is a member; empty when that was not told."""
    if card.joined is None:
        return ""
    day = datetime.fromtimestamp(card.joined / 1000)
    month = QLocale().toString(QDate(day.year, day.month, 1), "MMMM yyyy")
    return QCoreApplication.translate("people", "Member since {0}").format(month)


def contributions(count: int) -> str:
    """How many posts of someone are in the cache."""
    if count == 0:
        return QCoreApplication.translate("people", "no contributions here yet")
    if count == 1:
        return QCoreApplication.translate("people", "1 contribution")
    return QCoreApplication.translate("people", "{0} contributions").format(count)


def work(card: MemberCard) -> str:
    """What someone does, and where."""
    return " · ".join(part for part in (card.title, card.organisation) if part)


def person(card: MemberCard) -> str:
    """A row of the list read out as one sentence."""
    team = QCoreApplication.translate("people", "community team") if card.team else ""
    return ", ".join(part for part in (card.name, work(card), team, contributions(card.posts)) if part)


def found(count: int, limit: int) -> str:
    """The line above the list."""
    if count >= limit:
        return QCoreApplication.translate("people", "The first {0} people; search to find others").format(
            limit
        )
    if count == 1:
        return QCoreApplication.translate("people", "1 person")
    return QCoreApplication.translate("people", "{0} people").format(count)
