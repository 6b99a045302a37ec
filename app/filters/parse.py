"""From text to tree. Any text gives a tree or a ``QueryError`` that points at the place."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedToken, v_args
from lark.exceptions import VisitError

from app.filters import keywords
from app.filters.tree import (
    EVERYTHING,
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
    all_of,
    any_of,
    negated,
)

LONGEST = 4_000
DEEPEST = 50
MOST_VALUES = 200
LARGEST_NUMBER = 1_000_000_000

Code = Literal[
    "too-long",
    "too-deep",
    "unclosed-quote",
    "unclosed-parenthesis",
    "unexpected",
    "incomplete",
    "no-words",
    "unknown-field",
    "unknown-value",
    "not-a-number",
    "not-a-date",
    "too-many",
]

_GRAMMAR = Path(__file__).with_name("grammar.lark")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"(<=|>=|<|>|=)?(\d{1,10})")
_AGO = re.compile(r"(\d{1,5})([a-z])")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPERATORS = frozenset((*keywords.OR, *keywords.NOT))


class QueryError(Exception):
    """A text that is no query: ``code`` says why, ``position`` and ``length`` where (characters).

    ``expected`` holds words that would do there: keywords, values, or the name of what is missing.
    """

    def __init__(self, code: Code, position: int, length: int = 1, expected: tuple[str, ...] = ()) -> None:
        super().__init__(f"{code} at {position}")
        self.code: Code = code
        self.position = position
        self.length = length
        self.expected = expected


class _In:
    """``in:title`` while its group of conditions is still being read."""

    def __init__(self, where: Where) -> None:
        self.where = where


def parse(text: str) -> Node:
    """The tree that ``text`` means; an empty text means everything. Raises ``QueryError``."""
    if len(text) > LONGEST:
        raise QueryError("too-long", LONGEST, len(text) - LONGEST)
    _bound_depth(text)
    try:
        found = _parser().parse(text)
    except UnexpectedCharacters as error:
        raise _unreadable(text, error.pos_in_stream or 0) from None
    except UnexpectedToken as error:
        raise _misplaced(text, error) from None
    except VisitError as error:
        raise error.orig_exc from None
    return found  # type: ignore[return-value] # the transformer makes nodes, which lark cannot know


def _bound_depth(text: str) -> None:
    depth = 0
    for position, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth > DEEPEST:
            raise QueryError("too-deep", position)


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return Lark(_GRAMMAR.read_text(encoding="utf-8"), parser="lalr", transformer=_Build())


def _unreadable(text: str, position: int) -> QueryError:
    if text[position : position + 1] == '"':
        return QueryError("unclosed-quote", position, len(text) - position, ('"',))
    return QueryError("unexpected", position)


def _misplaced(text: str, error: UnexpectedToken) -> QueryError:
    token = error.token
    if token.type != "$END":
        return QueryError("unexpected", token.start_pos or 0, len(token))
    if text.rstrip().endswith((":", ",")):
        return QueryError("incomplete", len(text.rstrip()), 0, ("value",))
    if "RPAR" in error.expected:
        return QueryError("unclosed-parenthesis", _open_parenthesis(text), 1, (")",))
    return QueryError("incomplete", len(text), 0, ("condition",))


def _open_parenthesis(text: str) -> int:
    opened: list[int] = []
    quoted = False
    for position, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif letter == "(" and not quoted:
            opened.append(position)
        elif letter == ")" and not quoted and opened:
            opened.pop()
    return opened[-1] if opened else 0


@v_args(inline=True)
class _Build(Transformer[Token, Node]):
    """Makes the tree while the parser reads; fields are checked here, with the place of each value."""

    def start(self, found: Node = EVERYTHING) -> Node:
        return found

    def any_of(self, *parts: Any) -> Node:
        return any_of(part for part in parts if not isinstance(part, Token))

    def all_of(self, *parts: Any) -> Node:
        nodes = [part for part in parts if not isinstance(part, _In)]
        for part in parts:
            if isinstance(part, _In):
                nodes = [_moved(node, part.where) for node in nodes]
        return all_of(nodes)

    def not_part(self, _sign: Token, part: Any) -> Node:
        return negated(EVERYTHING if isinstance(part, _In) else part)

    def group(self, inner: Node) -> Node:
        return inner

    def words(self, token: Token) -> Node:
        return Words((_term(token),))

    def value(self, token: Token) -> Token:
        return token

    def field(self, name: Token, *values: Token) -> Any:
        found = keywords.field_named(name[:-1])
        if found is None:
            known = tuple(word for field in keywords.FIELDS for word in field.keyword)
            raise QueryError("unknown-field", _at(name), len(name), known)
        if len(values) > MOST_VALUES:
            raise QueryError("too-many", _at(values[MOST_VALUES]), len(values[MOST_VALUES]))
        return _CONDITIONS[found.type](found.name, values)


def _moved(node: Node, where: Where) -> Node:
    return node._replace(where=where) if isinstance(node, Words) and node.where == "any" else node


def _at(token: Token) -> int:
    return token.start_pos or 0


def _plain(token: Token) -> str:
    return token[1:-1] if token.type == "PHRASE" else str(token)


def _term(token: Token) -> Term:
    words = _WORD.findall(_plain(token))
    if not words:
        raise QueryError("no-words", _at(token), len(token))
    if token.type != "PHRASE" and len(words) == 1:
        # An operator's word is only a word in small letters: as typed it would read as the operator.
        word = words[0].lower() if words[0] in _OPERATORS else words[0]
        return Term(word, "prefix" if token.endswith("*") else "word")
    return Term(" ".join(words), "phrase")


def _words(name: str, values: tuple[Token, ...]) -> Node:
    where: Where = "title" if name == "title" else "text"
    return Words(tuple(dict.fromkeys(_term(value) for value in values)), where)


def _names(name: str, values: tuple[Token, ...]) -> Node:
    names: list[str] = []
    for value in values:
        text = " ".join(_plain(value).split()).lstrip("#@" if name in ("tag", "from") else "")
        if not text:
            raise QueryError("incomplete", _at(value), len(value), ("value",))
        names.append(text)
    field: NameField = name  # type: ignore[assignment] # keywords.FIELDS gives name fields this type
    return Names(field, tuple(dict.fromkeys(names)))


def _kinds(_name: str, values: tuple[Token, ...]) -> Node:
    return Kinds(tuple(dict.fromkeys(_known(keywords.KINDS, value) for value in values)))


def _is(_name: str, values: tuple[Token, ...]) -> Node:
    words: dict[str, Any] = {str(key): text for key, text in keywords.STATES.items()}
    states: list[State] = [_known(words, value) for value in values]  # type: ignore[misc]
    return Is(tuple(dict.fromkeys(states)))


def _in(_name: str, values: tuple[Token, ...]) -> _In:
    if len(values) > 1:
        raise QueryError("unexpected", _at(values[1]), len(values[1]))
    where: Where = "title" if _known(keywords.PLACES, values[0]) == "title" else "text"
    return _In(where)


def _known(words: dict[str, Any], value: Token) -> str:
    found = keywords.value_named(words, _plain(value).strip())
    if found is None:
        expected = tuple(word for text in words.values() for word in text)
        raise QueryError("unknown-value", _at(value), len(value), tuple(dict.fromkeys(expected)))
    return found


def _number(name: str, values: tuple[Token, ...]) -> Node:
    field: NumberField = "replies" if name == "replies" else "likes"
    conditions: list[Node] = []
    for value in values:
        match = _NUMBER.fullmatch(_plain(value).strip())
        if match is None or int(match[2]) > LARGEST_NUMBER:
            raise QueryError("not-a-number", _at(value), len(value), (">3", ">=10", "<5", "0"))
        comparison: Comparison = match[1] or "="  # type: ignore[assignment] # the pattern allows these only
        conditions.append(Number(field, comparison, int(match[2])))
    return any_of(dict.fromkeys(conditions))


def _date(name: str, values: tuple[Token, ...]) -> Node:
    if len(values) > 1:
        raise QueryError("unexpected", _at(values[1]), len(values[1]))
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
    raise QueryError("not-a-date", _at(value), len(value), ("2026-01-31", "7d", "3m", *keywords.LAST_VISIT))


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_CONDITIONS: dict[keywords.FieldType, Any] = {
    "name": _names,
    "kind": _kinds,
    "words": _words,
    "is": _is,
    "in": _in,
    "date": _date,
    "number": _number,
}
