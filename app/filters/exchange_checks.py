"""Taking a file of rules apart without trusting it: every value is checked before it is used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, Literal, NoReturn

from sync.markup_text import without_unseen

MOST_BYTES = 1_000_000
MOST_RULES = 2_000
MOST_VIEWS = 200
LONGEST_NAME = 200
LONGEST_NOTE = 2_000
LONGEST_WHEN = 20_000
"""More than the language takes: a text that is too long for it is still told apart as one."""

Code = Literal[
    "too-large",
    "not-json",
    "too-deep",
    "twice",
    "not-rules",
    "newer-version",
    "too-many",
    "missing",
    "unknown-key",
    "wrong-type",
    "too-long",
    "empty",
    "unseen",
    "not-a-date",
]


class RulesRefused(Exception):
    """A file that is not taken in, and nothing of it: ``code`` says why.

    ``place`` is where, such as ``rules[3].name`` or ``line 4, column 7``; ``found`` is a number that belongs
    to the reason: the version, or how many at most.
    """

    def __init__(self, code: Code, place: str = "", found: int = 0) -> None:
        super().__init__(f"{code} at {place or 'the top'}")
        self.code: Code = code
        self.place = place
        self.found = found


def loaded(data: bytes) -> object:
    """The JSON document in ``data`` (UTF-8). Raises ``RulesRefused``."""
    if len(data) > MOST_BYTES:
        raise RulesRefused("too-large", found=MOST_BYTES)
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise RulesRefused("not-json", f"line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise RulesRefused("too-deep") from None
    except ValueError:
        # No UTF-8, or a number of thousands of digits.
        raise RulesRefused("not-json") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise RulesRefused("twice", _shown(next(name for name in names if names.count(name) > 1)))
    return found


def _constant(_name: str) -> NoReturn:
    raise RulesRefused("not-json")


def an_object(value: object, place: str, keys: Iterable[str] | None = None) -> dict[str, Any]:
    """``value`` as an object; with ``keys`` one that holds no others."""
    if not isinstance(value, dict):
        raise RulesRefused("wrong-type", place)
    if keys is not None:
        for name in value:
            if name not in keys:
                raise RulesRefused("unknown-key", below(place, _shown(name)))
    return value


def a_list(value: object, place: str, most: int) -> list[Any]:
    """``value`` as a list of at most ``most``."""
    if not isinstance(value, list):
        raise RulesRefused("wrong-type", place)
    if len(value) > most:
        raise RulesRefused("too-many", place, most)
    return value


def a_line(holder: Mapping[str, Any], name: str, place: str, *, most: int = LONGEST_NAME) -> str:
    """A text of one line that says something. Raises ``RulesRefused``, also where it is missing."""
    if name not in holder:
        raise RulesRefused("missing", below(place, name))
    text = a_text(holder[name], below(place, name), most=most)
    if not text.strip():
        raise RulesRefused("empty", below(place, name))
    if len(text.splitlines()) > 1:
        raise RulesRefused("unseen", below(place, name))
    return " ".join(text.split())


def a_text(value: object, place: str, *, most: int) -> str:
    """A text of at most ``most`` characters, none of which shows nothing or turns the others around."""
    if not isinstance(value, str):
        raise RulesRefused("wrong-type", place)
    if len(value) > most:
        raise RulesRefused("too-long", place, most)
    if without_unseen(value) != value or "\r" in value:
        raise RulesRefused("unseen", place)
    return value.strip()


def a_truth(value: object, place: str) -> bool:
    """``value`` as true or false; numbers and texts are neither."""
    if not isinstance(value, bool):
        raise RulesRefused("wrong-type", place)
    return value


def a_number(value: object, place: str) -> int:
    """A whole number that an id can be."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise RulesRefused("wrong-type", place)
    if not 0 <= value < 2**53:
        raise RulesRefused("wrong-type", place)
    return value


def a_moment(value: object, place: str) -> int | None:
    """A moment in ISO 8601 as ms since 1970; a date alone lasts until the end of that day here."""
    if value is None:
        return None
    text = a_text(value, place, most=40)
    try:
        if len(text) == len("2026-01-31"):
            return end_of(date.fromisoformat(text))
        return round(datetime.fromisoformat(text).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise RulesRefused("not-a-date", place) from None


def end_of(day: date) -> int:
    """The last moment (ms) of a day on this computer's calendar: a rule until then still holds that day."""
    return int(datetime.combine(day, time.max).timestamp() * 1000)


def below(place: str, name: str) -> str:
    """The place of ``name`` within ``place``."""
    return f"{place}.{name}" if place else name


def _shown(name: str) -> str:
    return without_unseen(name)[:40]
