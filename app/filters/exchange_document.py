"""What a file of rules and views says, whoever wrote it, before it is compared with what the member has."""

from __future__ import annotations

from typing import Literal, NamedTuple

from app.filters.parse import LONGEST, MOST_VALUES, QueryError, parse
from app.filters.text import to_text
from app.filters.tree import NameField, Names, Node, any_of

# A rule with more conditions is no longer read by a person.
_MOST_TOGETHER = 50

State = Literal["new", "same", "conflict"]
Reason = Literal["", "differs", "text", "action", "order", "grouping"]
LeftCode = Literal[
    "statuses",
    "context",
    "expired",
    "no-keywords",
    "no-words",
    "inside-words",
    "blur",
    "warn",
    "unknown-group",
    "muted-member",
    "unreadable",
]


class SharedRule(NamedTuple):
    """A rule in a file. ``when`` and ``action`` are as written there; ``until`` in ms.

    ``exceptions`` are topics of the community that the file names.
    """

    name: str
    when: str
    action: str
    on: bool = True
    until: int | None = None
    note: str = ""
    exceptions: frozenset[int] = frozenset()


class SharedView(NamedTuple):
    """A view in a file; every value as written there."""

    name: str
    when: str
    icon: str = ""
    order: str = "newest"
    grouping: str = "day"
    follows_rules: bool = True


class Pack(NamedTuple):
    """What a team says about the rules it shares."""

    name: str
    by: str = ""
    about: str = ""


class Left(NamedTuple):
    """Something of another program's file that no rule can express, or only nearly: whose, and what."""

    name: str
    code: LeftCode
    what: str = ""


class Document(NamedTuple):
    """A whole file. ``community`` is the address whose topics the exceptions are about."""

    rules: tuple[SharedRule, ...]
    views: tuple[SharedView, ...] = ()
    pack: Pack | None = None
    community: str = ""
    left: tuple[Left, ...] = ()


def rules_of(name: str, alternatives: list[Node], rule: SharedRule) -> list[SharedRule]:
    """Copies of ``rule`` that together hold for any of ``alternatives``; several where one would be long.

    The first is called ``name``, the next ones the same with a number.
    """
    texts: list[str] = []
    taken: list[Node] = []
    for node in alternatives:
        longer = [*taken, node]
        if taken and (len(longer) > _MOST_TOGETHER or len(to_text(any_of(longer))) > LONGEST):
            texts.append(to_text(any_of(taken)))
            taken = []
        taken.append(node)
    if taken:
        texts.append(to_text(any_of(taken)))
    return [
        rule._replace(name=name if not index else f"{name} ({index + 1})", when=text)
        for index, text in enumerate(texts)
    ]


def named(field: NameField, names: list[str]) -> list[Node]:
    """Conditions that together mean any of ``names``, each with as many as the language takes."""
    found: list[Node] = []
    taken: list[str] = []
    for name in names:
        more = Names(field, (*taken, name))
        if len(more.names) > MOST_VALUES or (taken and len(to_text(more)) > LONGEST // 2):
            found.append(Names(field, tuple(taken)))
            taken = []
        taken.append(name)
    return [*found, Names(field, tuple(taken))] if taken else found


def can_be_said(node: Node) -> bool:
    """Whether the text of ``node`` means ``node`` again; a name with a quotation mark in it does not."""
    try:
        return parse(to_text(node)) == node
    except QueryError:
        return False
