"""From tree to text, in English or Dutch keywords: what a person could have typed, in one canonical form."""

from __future__ import annotations

import re

from app.filters import keywords
from app.filters.tree import (
    Ago,
    AllOf,
    AnyOf,
    Before,
    Day,
    Is,
    Kinds,
    Moment,
    Names,
    Node,
    Not,
    Number,
    Since,
    Term,
    Words,
)
from app.language import Language

_NEEDS_QUOTES = re.compile(r'[\s(),"]')


def to_text(node: Node, language: Language = "en") -> str:
    """The text of ``node``; ``parse`` of it gives an equal tree."""
    return _write(node, language)


def _write(node: Node, language: Language) -> str:
    if isinstance(node, AllOf):
        return " ".join(_within(part, language, (AnyOf,)) for part in node.parts)
    if isinstance(node, AnyOf):
        either = f" {keywords.OR.say(language)} "
        return either.join(_within(part, language, ()) for part in node.parts)
    if isinstance(node, Not):
        return f"-{_within(node.part, language, (AllOf, AnyOf))}"
    return _condition(node, language)


def _within(part: Node, language: Language, in_parentheses: tuple[type, ...]) -> str:
    text = _write(part, language)
    return f"({text})" if isinstance(part, in_parentheses) else text


def _condition(node: Node, language: Language) -> str:
    if isinstance(node, Words):
        terms = ",".join(_term(term) for term in node.terms)
        return terms if node.where == "any" else f"{keywords.keyword(node.where, language)}:{terms}"
    if isinstance(node, Names):
        names = ",".join(quoted(name) for name in node.names)
        return f"{keywords.keyword(node.field, language)}:{names}"
    if isinstance(node, Kinds):
        kinds = ",".join(keywords.KINDS[kind].say(language) for kind in node.kinds)
        return f"{keywords.keyword('kind', language)}:{kinds}"
    if isinstance(node, Is):
        states = ",".join(keywords.STATES[state].say(language) for state in node.states)
        return f"{keywords.keyword('is', language)}:{states}"
    if isinstance(node, Number):
        sign = "" if node.comparison == "=" else node.comparison
        return f"{keywords.keyword(node.field, language)}:{sign}{node.value}"
    if isinstance(node, Since | Before):
        name = "since" if isinstance(node, Since) else "before"
        return f"{keywords.keyword(name, language)}:{_moment(node.moment, language)}"
    raise TypeError(node)


def _term(term: Term) -> str:
    if term.form == "phrase":
        return f'"{term.text}"'
    return f"{term.text}*" if term.form == "prefix" else term.text


def quoted(name: str) -> str:
    """``name`` as a value of a field: in quotes where it needs them; a quote within becomes a space."""
    plain = name.replace('"', " ")
    return f'"{plain}"' if _NEEDS_QUOTES.search(name) or name.startswith("-") else name


def _moment(moment: Moment, language: Language) -> str:
    if isinstance(moment, Day):
        return moment.date
    if isinstance(moment, Ago):
        return f"{moment.amount}{keywords.UNITS[moment.unit].say(language)}"
    return keywords.LAST_VISIT.say(language)
