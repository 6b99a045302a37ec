"""What the answer of a query depends on besides the topic itself, so that a change elsewhere is followed."""

from __future__ import annotations

from app.filters.moments import depends_on_today
from app.filters.tree import AllOf, AnyOf, Before, Is, LastVisit, Names, Node, Not, Since, State, Words
from sync.store.verdicts import Need

_OF_STATE: dict[State, Need] = {
    "unread": "unread",
    "read": "unread",
    "saved": "saved",
    "closed": "groups",
    "open": "groups",
    "new-member": "people",
    "team": "people",
}


def needs(node: Node) -> frozenset[Need]:
    """What ``node`` depends on; ``any`` is always among it."""
    found: set[Need] = {"any"}
    if depends_on_today(node):
        found.add("clock")
    for leaf in _leaves(node):
        found |= _of_leaf(leaf)
    return frozenset(found)


def _of_leaf(leaf: Node) -> set[Need]:
    if isinstance(leaf, Words):
        return {"words", "people"} if leaf.where == "any" else {"words"}
    if isinstance(leaf, Names):
        by_field: dict[str, set[Need]] = {"group": {"groups"}, "from": {"people"}, "org": {"people"}}
        return by_field.get(leaf.field, set())
    if isinstance(leaf, Is):
        return {_OF_STATE[state] for state in leaf.states if state in _OF_STATE}
    if isinstance(leaf, Since | Before) and isinstance(leaf.moment, LastVisit):
        return {"visit"}
    return set()


def _leaves(node: Node) -> list[Node]:
    if isinstance(node, Not):
        return _leaves(node.part)
    if isinstance(node, AllOf | AnyOf):
        return [leaf for part in node.parts for leaf in _leaves(part)]
    return [node]
