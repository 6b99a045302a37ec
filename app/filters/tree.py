"""What a query means: a small tree of conditions. Trees are values: they compare, hash and never change.

Make groups of conditions with ``all_of`` and ``any_of``, which keep a tree in its one normal form.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

NameField = Literal["group", "from", "org", "tag"]
NumberField = Literal["replies", "likes"]
Comparison = Literal["<", "<=", "=", ">=", ">"]
Where = Literal["any", "title", "text"]
Form = Literal["word", "phrase", "prefix"]
Unit = Literal["d", "w", "m", "y"]
State = Literal[
    "unread",
    "read",
    "saved",
    "answered",
    "unanswered",
    "closed",
    "open",
    "mine",
    "new-member",
    "team",
    "pinned",
    "locked",
    "liked",
]


class Term(NamedTuple):
    """Words to look for, as typed. ``word`` also matches inside longer words, ``prefix`` at their start."""

    text: str
    form: Form = "word"


class Words(NamedTuple):
    """One of the terms is in the title, in the text, or anywhere (title, text, tags, author)."""

    terms: tuple[Term, ...]
    where: Where = "any"


class Names(NamedTuple):
    """The group, author, organisation or a tag is one of ``names``; case and diacritics aside."""

    field: NameField
    names: tuple[str, ...]


class Kinds(NamedTuple):
    """The kind is one of ``kinds`` (see ``sync.model.KINDS``)."""

    kinds: tuple[str, ...]


class Is(NamedTuple):
    """One of the states holds."""

    states: tuple[State, ...]


class Number(NamedTuple):
    """A count compares to a value."""

    field: NumberField
    comparison: Comparison
    value: int


class Day(NamedTuple):
    """The start of a day on this computer's calendar, as ISO date."""

    date: str


class Ago(NamedTuple):
    """So many days, weeks, months (30 days) or years (365 days) before now."""

    amount: int
    unit: Unit


class LastVisit(NamedTuple):
    """The end of the member's last visit to the community."""


Moment: TypeAlias = Day | Ago | LastVisit


class Since(NamedTuple):
    """Written at ``moment`` or later."""

    moment: Moment


class Before(NamedTuple):
    """Written before ``moment``."""

    moment: Moment


class Not(NamedTuple):
    """``part`` does not hold."""

    part: Node


class AllOf(NamedTuple):
    """Every part holds; without parts: always."""

    parts: tuple[Node, ...]
    joined: Literal["all"] = "all"


class AnyOf(NamedTuple):
    """At least one part holds."""

    parts: tuple[Node, ...]
    joined: Literal["any"] = "any"


Condition: TypeAlias = Words | Names | Kinds | Is | Number | Since | Before
Node: TypeAlias = Condition | Not | AllOf | AnyOf

EVERYTHING = AllOf(())


def all_of(parts: Iterable[Node]) -> Node:
    """All of ``parts``: groups within are opened, a single part stands for itself."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, AllOf) else (part,))
    return flat[0] if len(flat) == 1 else AllOf(tuple(flat))


def any_of(parts: Iterable[Node]) -> Node:
    """Any of ``parts``, in the same normal form. Raises ``ValueError`` without parts."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, AnyOf) else (part,))
    if not flat:
        raise ValueError("any of nothing")
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def negated(part: Node) -> Node:
    """Not ``part``; twice not is nothing."""
    return part.part if isinstance(part, Not) else Not(part)
