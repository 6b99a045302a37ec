"""The words of the builder: fields, comparisons and values in plain sentences, with the icons of values."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.filters import keywords
from app.language import Language
from sync.markup_text import fold
from widgets.filters.form import NUMBERS, FieldName, Joined, Row, RowComparison
from widgets.icons import KIND_ICONS
from widgets.wording import month_name

translate = QCoreApplication.translate

_AGO = re.compile(r"(\d+)([dwmy])")


class Shown(NamedTuple):
    """How a value reads: its words, the icon before it (or ""), and the theme colour it has."""

    text: str
    icon: str = ""
    colour: str = "text"


class Words(NamedTuple):
    """What the builder needs to know to name things: the language, and the folded names of closed groups."""

    language: Language
    closed_groups: frozenset[str] = frozenset()


def field_name(field: FieldName) -> str:
    """A field as the beginning of a sentence."""
    return {
        "kind": translate("rules", "kind"),
        "group": translate("rules", "group"),
        "from": translate("rules", "author"),
        "org": translate("rules", "organisation"),
        "tag": translate("rules", "tag"),
        "any": translate("rules", "title or text"),
        "title": translate("rules", "title"),
        "text": translate("rules", "text"),
        "is": translate("rules", "state"),
        "replies": translate("rules", "replies"),
        "likes": translate("rules", "likes"),
        "written": translate("rules", "written"),
    }[field]


def comparison_name(field: FieldName, comparison: RowComparison, values: int) -> str:
    """A comparison as the middle of a sentence; with more values it is about any of them."""
    if field in NUMBERS:
        return {
            "<": translate("rules", "less than"),
            "<=": translate("rules", "at most"),
            "=": translate("rules", "exactly"),
            "not": translate("rules", "not exactly"),
            ">=": translate("rules", "at least"),
            ">": translate("rules", "more than"),
        }[comparison]
    if field == "written":
        return translate("rules", "since") if comparison == "since" else translate("rules", "before")
    if field in ("any", "title", "text"):
        return translate("rules", "contains") if comparison == "is" else translate("rules", "contains not")
    if values > 1:
        return translate("rules", "is one of") if comparison == "is" else translate("rules", "is none of")
    return translate("rules", "is") if comparison == "is" else translate("rules", "is not")


def joined_name(joined: Joined) -> str:
    """How the conditions of a group hold together."""
    return {
        "all": translate("rules", "all"),
        "any": translate("rules", "one of"),
        "none": translate("rules", "none of"),
    }[joined]


def shown(field: FieldName, value: str, words: Words) -> Shown:
    """A value as its token shows it."""
    if field == "kind" and value in keywords.KINDS:
        return Shown(keywords.KINDS[value].say(words.language), KIND_ICONS.get(value, ""))
    if field == "is":
        name = next((text for key, text in keywords.STATES.items() if key == value), None)
        return Shown(value if name is None else name.say(words.language).replace("-", " "))
    if field == "group" and fold(value) in words.closed_groups:
        return Shown(value, "lock", "closed")
    if field == "written":
        return Shown(_moment(value))
    return Shown(value)


def read_row(row: Row, words: Words) -> str:
    """A row as a screen reader says it: "replies less than 3"."""
    either = translate("rules", " or ")
    values = either.join(shown(row.field, value, words).text for value in row.values)
    empty = translate("rules", "nothing filled in yet")
    comparison = comparison_name(row.field, row.comparison, len(row.values))
    return f"{field_name(row.field)} {comparison} {values or empty}"


def action_name(action: str) -> str:
    """What a rule does, on its button."""
    return _actions()[action]()


def _actions() -> dict[str, Callable[[], str]]:
    return {
        "hide": lambda: translate("rules", "Hide"),
        "dim": lambda: translate("rules", "Dim"),
        "highlight": lambda: translate("rules", "Highlight"),
        "read": lambda: translate("rules", "Mark as read"),
        "keep": lambda: translate("rules", "Always show"),
        "notify": lambda: translate("rules", "Notify me"),
    }


def verdict_name(verdict: str) -> str:
    """What becomes of a topic."""
    return {
        "hide": translate("rules", "is hidden"),
        "dim": translate("rules", "is dimmed"),
        "highlight": translate("rules", "is highlighted"),
        "read": translate("rules", "is marked as read"),
        "keep": translate("rules", "always stays"),
        "notify": translate("rules", "you get a message"),
        "show": translate("rules", "stays as it is"),
    }[verdict]


def long_day(day: date) -> str:
    """A day in the middle of a sentence, without its year."""
    weekday = (
        translate("rules", "Monday"),
        translate("rules", "Tuesday"),
        translate("rules", "Wednesday"),
        translate("rules", "Thursday"),
        translate("rules", "Friday"),
        translate("rules", "Saturday"),
        translate("rules", "Sunday"),
    )[day.weekday()]
    return translate("rules", "{0} {1} {2}").format(weekday, day.day, month_name(day.month))


def day_of(moment_ms: int) -> date:
    """The day of a moment on this computer's calendar."""
    return datetime.fromtimestamp(moment_ms / 1000).date()


def _moment(value: str) -> str:
    if value == keywords.LAST_VISIT.en:
        return translate("rules", "my last visit")
    if match := _AGO.fullmatch(value):
        return _ago(int(match[1]), match[2])
    try:
        return long_day(date.fromisoformat(value))
    except ValueError:
        return value


def _ago(amount: int, unit: str) -> str:
    if amount == 0:
        return translate("rules", "today")
    if amount == 1:
        return {
            "d": translate("rules", "yesterday"),
            "w": translate("rules", "a week ago"),
            "m": translate("rules", "a month ago"),
            "y": translate("rules", "a year ago"),
        }[unit]
    words = {
        "d": translate("rules", "{0} days ago"),
        "w": translate("rules", "{0} weeks ago"),
        "m": translate("rules", "{0} months ago"),
        "y": translate("rules", "{0} years ago"),
    }[unit]
    return words.format(amount)
