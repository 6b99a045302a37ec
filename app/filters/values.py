"""From the values of a field, as typed, to its condition: each is checked, with its place in the text."""

from __future__ import annotations

import re
from typing import Any

from lark import Token

from app.filters import keywords
from app.filters.query_error import QueryError
from app.filters.tree import (
    Ago,
    Before,
    Comparison,
    Day,
    Is,
    Kinds,
    LastVisit,
    Moment,
    NameField,
    Names,
    Node,
    Number,
    NumberField,
    Since,
    State,
    Term,
    Unit,
    Where,
    Words,
    any_of,
)

LARGEST_NUMBER = 1_000_000_000
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"(<=|>=|<|>|=)?(\d{1,10})")
_AGO = re.compile(r"(\d{1,5})([a-z])")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPERATORS = frozenset((*keywords.OR, *keywords.NOT))


class In:
    """``in:title`` while its group of conditions is still being read."""

    def __init__(self, where: Where) -> None:
        self.where = where


def at(token: Token) -> int:
    """Where ``token`` begins in the text."""
    return token.start_pos or 0


def _plain(token: Token) -> str:
    return token[1:-1] if token.type == "PHRASE" else str(token)


def term(token: Token) -> Term:
    """What a bare word, ``word*`` or ``"phrase"`` looks for. Raises ``QueryError`` when nothing is."""
    words = _WORD.findall(_plain(token))
    if not words:
        raise QueryError("no-words", at(token), len(token))
    if token.type != "PHRASE" and len(words) == 1:
        # An operator's word is only a word in small letters: as typed it would read as the operator.
        word = words[0].lower() if words[0] in _OPERATORS else words[0]
        return Term(word, "prefix" if token.endswith("*") else "word")
    return Term(" ".join(words), "phrase")


def _words(name: str, values: tuple[Token, ...]) -> Node:
    where: Where = "title" if name == "title" else "text"
    return Words(tuple(dict.fromkeys(term(value) for value in values)), where)


def _names(name: str, values: tuple[Token, ...]) -> Node:
    names: list[str] = []
    for value in values:
        text = " ".join(_plain(value).split()).lstrip("#@ " if name in ("tag", "from") else "")
        if not text:
            raise QueryError("incomplete", at(value), len(value), ("value",))
        names.append(text)
    field: NameField = name  # type: ignore[assignment] # keywords.FIELDS gives name fields this type
    return Names(field, tuple(dict.fromkeys(names)))


def _kinds(_name: str, values: tuple[Token, ...]) -> Node:
    return Kinds(tuple(dict.fromkeys(_known(keywords.KINDS, value) for value in values)))


def _is(_name: str, values: tuple[Token, ...]) -> Node:
    words: dict[str, Any] = {str(key): text for key, text in keywords.STATES.items()}
    states: list[State] = [_known(words, value) for value in values]  # type: ignore[misc]
    return Is(tuple(dict.fromkeys(states)))


def _in(_name: str, values: tuple[Token, ...]) -> In:
    if len(values) > 1:
        raise QueryError("unexpected", at(values[1]), len(values[1]))
    where: Where = "title" if _known(keywords.PLACES, values[0]) == "title" else "text"
    return In(where)


def _known(words: dict[str, Any], value: Token) -> str:
    found = keywords.value_named(words, _plain(value).strip())
    if found is None:
        expected = tuple(word for text in words.values() for word in text)
        raise QueryError("unknown-value", at(value), len(value), tuple(dict.fromkeys(expected)))
    return found


def _number(name: str, values: tuple[Token, ...]) -> Node:
    field: NumberField = "replies" if name == "replies" else "likes"
    conditions: list[Node] = []
    for value in values:
        match = _NUMBER.fullmatch(_plain(value).strip())
        if match is None or int(match[2]) > LARGEST_NUMBER:
            raise QueryError("not-a-number", at(value), len(value), (">3", ">=10", "<5", "0"))
        comparison: Comparison = match[1] or "="  # type: ignore[assignment] # the pattern allows these only
        conditions.append(Number(field, comparison, int(match[2])))
    return any_of(dict.fromkeys(conditions))


def _date(name: str, values: tuple[Token, ...]) -> Node:
    if len(values) > 1:
        raise QueryError("unexpected", at(values[1]), len(values[1]))
    moment = _moment(values[0])
    return Since(moment) if name == "since" else Before(moment)


def _moment(value: Token) -> Moment:
    text = _plain(value).strip().lower()
    if text in keywords.LAST_VISIT:
        return LastVisit()
    if text in keywords.TODAY:
        return Ago(0, "d")
    if text in keywords.YESTERDAY:
        return Ago(1, "d")
    if match := _AGO.fullmatch(text):
        unit = keywords.value_named({str(key): words for key, words in keywords.UNITS.items()}, match[2])
        if unit is not None:
            units: Unit = unit  # type: ignore[assignment] # the keys of UNITS
            return Ago(int(match[1]), units)
    if _DATE.fullmatch(text) and _is_day(text):
        return Day(text)
    raise QueryError("not-a-date", at(value), len(value), ("2026-01-31", "7d", "3m", *keywords.LAST_VISIT))


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


CONDITIONS: dict[keywords.FieldType, Any] = {
    "name": _names,
    "kind": _kinds,
    "words": _words,
    "is": _is,
    "in": _in,
    "date": _date,
    "number": _number,
}
