"""What is what in the text of a query, also while it is being typed: for colours in the editor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from lark import Lark, Token, UnexpectedCharacters, UnexpectedToken

from app.filters import keywords
from app.filters.parse import GRAMMAR, LONGEST, QueryError, parse

SpanKind = Literal["field", "value", "operator", "number", "error"]
_OPERATORS = frozenset(("OR", "NOT", "MINUS", "LPAR", "RPAR"))


class Span(NamedTuple):
    """``length`` characters from ``start``. Bare words have no span; an error lies over what it is about."""

    start: int
    length: int
    kind: SpanKind


def spans(text: str) -> list[Span]:
    """The spans of ``text`` from left to right, and at the end the one of its first error."""
    found = list(_marked(text[:LONGEST]))
    try:
        parse(text)
    except QueryError as error:
        start = min(error.position, max(0, len(text) - 1))
        found.append(Span(start, max(1, error.length) if text else 0, "error"))
    return found


def _marked(text: str) -> Iterator[Span]:
    value: SpanKind | None = None
    for token in _tokens(text):
        start, length = token.start_pos or 0, len(token)
        if token.type == "FIELD":
            field = keywords.field_named(token[:-1])
            value = "number" if field and field.type in ("number", "date") else "value"
            yield Span(start, length, "field")
        elif token.type in _OPERATORS:
            value = None
            yield Span(start, length, "operator")
        elif token.type == "_COMMA":
            continue
        elif token.type == "WORD" or value is None:
            value = None
        else:
            yield Span(start, length, value)


def _tokens(text: str) -> Iterator[Token]:
    """The tokens as the parser reads them; what it cannot read is skipped, and reading starts anew."""
    offset = 0
    while offset < len(text):
        reading = _reader().parse_interactive(text[offset:])
        at = offset
        try:
            for token in reading.iter_parse():
                token.start_pos = offset + (token.start_pos or 0)
                at = token.start_pos + len(token)
                yield token
            return
        except UnexpectedToken as error:
            token = error.token
            if token.type == "$END":
                return
            offset = max(at, offset + 1, (token.start_pos or 0) + len(token))
        except UnexpectedCharacters as error:
            offset = offset + (error.pos_in_stream or 0) + 1


@lru_cache(maxsize=1)
def _reader() -> Lark:
    return Lark(GRAMMAR.read_text(encoding="utf-8"), parser="lalr")
