"""Single values of Discourse's JSON, read with tolerance, and lists of items of which some may be broken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from sync.errors import UnreadableAnswer
from sync.markup_text import without_unseen

T = TypeVar("T")
Json = Mapping[str, Any]

# SQLite's numbers end at 2**63; no id or count of a community comes near.
LARGEST = 1 << 53
LONGEST_TEXT = 2_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Broken(Exception):
    """One item lacks what makes it one."""


# What reading an item that is not as expected can raise.
BROKEN = (Broken, KeyError, TypeError, ValueError, AttributeError, OverflowError)


def whole(payload: object) -> Json:
    """The payload as an object. Raises ``UnreadableAnswer`` when it is something else."""
    if not isinstance(payload, dict):
        raise UnreadableAnswer
    return payload


def listed(items: object) -> list[Any]:
    """The items as a list. Raises ``UnreadableAnswer`` when they are none."""
    if not isinstance(items, list):
        raise UnreadableAnswer
    return items


def each(items: object, read: Callable[[Json], T | None]) -> tuple[list[T], int]:
    """Read every item that can be read, and count the broken ones. ``None`` is left out without counting.

    Raises ``UnreadableAnswer`` when ``items`` is no list at all.
    """
    found: list[T] = []
    skipped = 0
    for item in listed(items):
        try:
            one = read(item)
        except BROKEN:
            skipped += 1
            continue
        if one is not None:
            found.append(one)
    return found, skipped


def only(item: Json, read: Callable[[Json], T]) -> T:
    """Read what an answer is about as a whole. Raises ``UnreadableAnswer`` when it is broken."""
    try:
        return read(item)
    except BROKEN as cause:
        raise UnreadableAnswer from cause


def identity(item: Json) -> int:
    """An item's id: a number above zero. Raises ``Broken``."""
    return above_zero(item["id"])


def number(value: object) -> int | None:
    """A whole number that may be written as text (``reply_to_post_number`` is, in some versions)."""
    if type(value) is int and -LARGEST < value < LARGEST:
        return value
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str) and len(value) < 20 and value.isdecimal():
        value = int(value)
    if isinstance(value, (int, float)) and abs(value) < LARGEST:
        return int(value)
    return None


def text(value: object) -> str | None:
    """A text of one line without characters that do not show, or ``None``."""
    if not isinstance(value, str):
        return None
    return " ".join(without_unseen(value[:LONGEST_TEXT]).split()) or None


def flag(value: object) -> bool | None:
    """A yes or no, or ``None`` when it was not told."""
    return value if isinstance(value, bool) else None


def moment(value: object) -> int | None:
    """An ISO 8601 moment as milliseconds since 1970, or ``None``."""
    if not isinstance(value, str) or not value:
        return None
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    # Counting from 1970 works for every year, which the system's own clock functions do not.
    return round((when - _EPOCH).total_seconds() * 1000)


def needed(value: str | None) -> str:
    """A text that must be there. Raises ``Broken``."""
    if value is None:
        raise Broken
    return value


def above_zero(value: object) -> int:
    """A number above zero. Raises ``Broken``."""
    found = number(value)
    if found is None or found <= 0:
        raise Broken
    return found


def person(value: object) -> int:
    """The id of a person; the platform's own accounts ("system") have ids below zero. Raises ``Broken``."""
    found = number(value)
    if found is None or found == 0:
        raise Broken
    return found
