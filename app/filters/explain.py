"""Why a query holds or does not: the same tree, with true or false at every condition and what matched."""

from __future__ import annotations

from sqlite3 import Connection
from typing import NamedTuple

from app.filters import facts as reading
from app.filters.facts import Facts
from app.filters.match import STATES, found, matcher
from app.filters.names import name_key
from app.filters.tree import AllOf, AnyOf, Is, Kinds, Names, Node, Not, Words

_MOST_FOUND = 20


class Reason(NamedTuple):
    """A condition or group of conditions and whether it holds.

    ``words``: what matched: folded words of the text, names as the community writes them, a kind, or states.
    ``parts``: the reasons of what it is made of.
    """

    node: Node
    value: bool
    words: tuple[str, ...] = ()
    parts: tuple[Reason, ...] = ()


def explain(
    conn: Connection, node: Node, topic_id: int, *, now: int, me: int, last_visit: int | None = None
) -> Reason | None:
    """Why ``node`` holds or not for a topic; ``None`` for a topic that is not in the cache."""
    of = reading.of_topics(conn, [topic_id], me).get(topic_id)
    return None if of is None else reason(node, of, now=now, last_visit=last_visit)


def reason(node: Node, of: Facts, *, now: int, last_visit: int | None = None) -> Reason:
    """Why ``node`` holds or not, from facts that were read before."""
    if isinstance(node, AllOf | AnyOf):
        parts = tuple(reason(part, of, now=now, last_visit=last_visit) for part in node.parts)
        holds = all if isinstance(node, AllOf) else any
        return Reason(node, holds(part.value for part in parts), (), parts)
    if isinstance(node, Not):
        inner = reason(node.part, of, now=now, last_visit=last_visit)
        return Reason(node, not inner.value, (), (inner,))
    if isinstance(node, Words):
        hits = [word for term in node.terms for word in found(term, getattr(of, node.where))]
        return _found(node, hits)
    if isinstance(node, Names):
        known = of.names[node.field]
        return _found(node, [known[key] for name in node.names if (key := name_key(name)) and key in known])
    if isinstance(node, Kinds):
        return _found(node, [kind for kind in node.kinds if kind == of.kind])
    if isinstance(node, Is):
        return _found(node, [state for state in node.states if STATES[state](of)])
    return Reason(node, matcher(node, now=now, last_visit=last_visit)(of))


def matched(why: Reason) -> tuple[str, ...]:
    """What made the whole hold: the words and names of its true conditions, each once, none under a not."""
    if not why.value or isinstance(why.node, Not):
        return ()
    words = [*why.words, *(word for part in why.parts for word in matched(part))]
    return tuple(dict.fromkeys(words))


def _found(node: Node, hits: list[str]) -> Reason:
    return Reason(node, bool(hits), tuple(dict.fromkeys(hits))[:_MOST_FOUND])
