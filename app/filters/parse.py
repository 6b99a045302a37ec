"""From text to tree. Any text gives a tree or a ``QueryError`` that points at the place."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedToken, v_args
from lark.exceptions import VisitError

from app.filters import keywords
from app.filters.query_error import QueryError
from app.filters.tree import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Node,
    Not,
    Where,
    Words,
    all_of,
    any_of,
    negated,
)
from app.filters.values import CONDITIONS, In, at, term

__all__ = ["DEEPEST", "GRAMMAR", "LONGEST", "MOST_CONDITIONS", "MOST_VALUES", "QueryError", "parse"]

LONGEST = 4_000
MOST_CONDITIONS = 200
DEEPEST = 50
MOST_VALUES = 200

GRAMMAR = Path(__file__).with_name("grammar.lark")
_OPEN_FIELD = re.compile(r"([^\W\d_][\w-]*):(?:[^\s():]*,)?\s*$")


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
    _bound_conditions(text, found)
    return found  # type: ignore[return-value] # the transformer makes nodes, which lark cannot know


def _bound_depth(text: str) -> None:
    depth = 0
    for position, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth > DEEPEST:
            raise QueryError("too-deep", position)


def _bound_conditions(text: str, found: Any) -> None:
    """Each condition is a part of one statement: a text that was pasted by mistake is not a query."""
    waiting, count = [found], 0
    while waiting:
        node = waiting.pop()
        count += 1
        if isinstance(node, AllOf | AnyOf):
            waiting += node.parts
        elif isinstance(node, Not):
            waiting.append(node.part)
    if count > MOST_CONDITIONS:
        raise QueryError("too-many", 0, len(text))


@lru_cache(maxsize=1)
def _parser() -> Lark:
    return Lark(GRAMMAR.read_text(encoding="utf-8"), parser="lalr", transformer=_Build())


def _unreadable(text: str, position: int) -> QueryError:
    if text[position : position + 1] == '"':
        return QueryError("unclosed-quote", position, len(text) - position, ('"',))
    return QueryError("unexpected", position)


def _misplaced(text: str, error: UnexpectedToken) -> QueryError:
    token = error.token
    if token.type != "$END":
        return QueryError("unexpected", token.start_pos or 0, len(token))
    if found := _OPEN_FIELD.search(text):
        missing = QueryError("incomplete", len(text.rstrip()), 0, ("value",))
        field = keywords.field_named(found[1])
        missing.field = field.name if field else ""
        return missing
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
        nodes = [part for part in parts if not isinstance(part, In)]
        for part in parts:
            if isinstance(part, In):
                nodes = [_moved(node, part.where) for node in nodes]
        return all_of(nodes)

    def not_part(self, _sign: Token, part: Any) -> Node:
        return negated(EVERYTHING if isinstance(part, In) else part)

    def group(self, inner: Node) -> Node:
        return inner

    def words(self, token: Token) -> Node:
        return Words((term(token),))

    def value(self, token: Token) -> Token:
        return token

    def field(self, name: Token, *values: Token) -> Any:
        found = keywords.field_named(name[:-1])
        if found is None:
            known = tuple(word for field in keywords.FIELDS for word in field.keyword)
            raise QueryError("unknown-field", at(name), len(name), known)
        if len(values) > MOST_VALUES:
            raise QueryError("too-many", at(values[MOST_VALUES]), len(values[MOST_VALUES]))
        try:
            return CONDITIONS[found.type](found.name, values)
        except QueryError as error:
            error.field = found.name
            raise


def _moved(node: Node, where: Where) -> Node:
    return node._replace(where=where) if isinstance(node, Words) and node.where == "any" else node
