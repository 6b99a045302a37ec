"""A rule's conditions as rows in groups, as the builder shows them: to and from the tree of the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, get_args

from app.filters import parse as language
from app.filters.query_error import QueryError
from app.filters.text import to_text
from app.filters.tree import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Before,
    Condition,
    Is,
    Kinds,
    Names,
    Node,
    Not,
    Number,
    Since,
    Term,
    Words,
    all_of,
    any_of,
    negated,
)

FieldName = Literal[
    "kind", "group", "from", "org", "tag", "any", "title", "text", "is", "replies", "likes", "written"
]
RowComparison = Literal["is", "not", "<", "<=", "=", ">=", ">", "since", "before"]
Joined = Literal["all", "any", "none"]

FIELDS: tuple[FieldName, ...] = get_args(FieldName)
NUMBERS = frozenset({"replies", "likes"})
WORDS = frozenset({"any", "title", "text"})

_OPPOSITE: dict[str, RowComparison] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "not"}
_SPECIAL = re.compile(r'[\s(),"]')


class Row(NamedTuple):
    """One condition in a row. ``values`` are words of the language: any of them will do."""

    field: FieldName
    comparison: RowComparison
    values: tuple[str, ...] = ()


class Block(NamedTuple):
    """Rows and blocks of which all, any or none must hold."""

    joined: Joined = "all"
    items: tuple[Item, ...] = ()


Item: TypeAlias = Row | Block
Path: TypeAlias = tuple[int, ...]
"""Where an item is: indexes from the outside in."""


def comparisons(field: FieldName) -> tuple[RowComparison, ...]:
    """What a field can be compared by; the first is what a new row begins with."""
    if field in NUMBERS:
        return ("<", "<=", "=", "not", ">=", ">")
    return ("since", "before") if field == "written" else ("is", "not")


def form_of(node: Node) -> Block:
    """The rows that say what ``node`` says."""
    item = _item(node)
    return item if isinstance(item, Block) else Block("all", (item,))


def tree_of(block: Block) -> Node:
    """The tree that ``block`` says. Rows without a value, and groups without rows, say nothing yet."""
    node = _node(block)
    return EVERYTHING if node is None else node


def understood(field: FieldName, value: str) -> str | None:
    """``value`` as the language writes it, or ``None`` when it means nothing for this field."""
    node = _condition(field, value)
    if node is None:
        return None
    values = _values(node)
    return values[0] if values else None


def replaced(block: Block, path: Path, item: Item | None) -> Block:
    """``block`` with another item at ``path`` (indexes from the outside in), or without it."""
    index, *deeper = path
    items = list(block.items)
    inner = items[index]
    if deeper and isinstance(inner, Block):
        items[index] = replaced(inner, tuple(deeper), item)
    elif item is None:
        del items[index]
    else:
        items[index] = item
    return block._replace(items=tuple(items))


def inserted(block: Block, path: Path, item: Item) -> Block:
    """``block`` with ``item`` in a new place at ``path``."""
    index, *deeper = path
    if not deeper:
        return block._replace(items=(*block.items[:index], item, *block.items[index:]))
    inner = block.items[index]
    if not isinstance(inner, Block):
        raise ValueError(path)
    return replaced(block, (index,), inserted(inner, tuple(deeper), item))


def item_at(block: Block, path: Path) -> Item:
    """The item at ``path``; the block itself for an empty one."""
    found: Item = block
    for index in path:
        if not isinstance(found, Block):
            raise ValueError(path)
        found = found.items[index]
    return found


def rows(block: Block) -> Iterable[tuple[tuple[int, ...], Row]]:
    """Every row with its path, from top to bottom."""
    for index, item in enumerate(block.items):
        if isinstance(item, Row):
            yield (index,), item
        else:
            for path, row in rows(item):
                yield (index, *path), row


def _item(node: Node) -> Item:
    if isinstance(node, AllOf):
        return Block("all", tuple(_item(part) for part in node.parts))
    if isinstance(node, AnyOf):
        words = _word_row(node)
        return words or Block("any", tuple(_item(part) for part in node.parts))
    if not isinstance(node, Not):
        return _row(node)
    inner = node.part
    if isinstance(inner, AnyOf):
        words = _word_row(inner)
        if words is not None:
            return words._replace(comparison="not")
        return Block("none", tuple(_item(part) for part in inner.parts))
    if isinstance(inner, AllOf):
        # Not all of them: one of them does not hold.
        return Block("any" if inner.parts else "none", tuple(_item(negated(part)) for part in inner.parts))
    if isinstance(inner, Not):
        return _item(inner.part)
    return _opposite(_row(inner))


def _word_row(node: AnyOf) -> Row | None:
    """Words anywhere are written one by one; in one row they read better."""
    terms = [part.terms for part in node.parts if isinstance(part, Words) and part.where == "any"]
    if len(terms) < len(node.parts):
        return None
    return Row("any", "is", tuple(_written(term) for group in terms for term in group))


def _row(node: Condition) -> Row:
    values = _values(node)
    if isinstance(node, Words):
        return Row(node.where, "is", values)
    if isinstance(node, Names):
        return Row(node.field, "is", values)
    if isinstance(node, Kinds):
        return Row("kind", "is", values)
    if isinstance(node, Is):
        return Row("is", "is", values)
    if isinstance(node, Number):
        return Row(node.field, node.comparison, values)
    return Row("written", "since" if isinstance(node, Since) else "before", values)


def _values(node: Node) -> tuple[str, ...]:
    if isinstance(node, Words):
        return tuple(_written(term) for term in node.terms)
    if isinstance(node, Names):
        return node.names
    if isinstance(node, Kinds):
        return node.kinds
    if isinstance(node, Is):
        return node.states
    if isinstance(node, Number):
        return (str(node.value),)
    if isinstance(node, Since | Before):
        return (to_text(node).partition(":")[2],)
    return ()


def _written(term: Term) -> str:
    if term.form == "phrase" and " " not in term.text:
        # In quotes it is only itself, not a part of longer words.
        return f'"{term.text}"'
    return f"{term.text}*" if term.form == "prefix" else term.text


def _opposite(row: Row) -> Row:
    if row.field == "written":
        return row._replace(comparison="before" if row.comparison == "since" else "since")
    if row.field in NUMBERS:
        return row._replace(comparison=_OPPOSITE[row.comparison])
    return row._replace(comparison="not")


def _node(item: Item) -> Node | None:
    if isinstance(item, Row):
        return _row_node(item)
    parts = [node for node in map(_node, item.items) if node is not None]
    if not parts:
        return None
    if item.joined == "all":
        return all_of(parts)
    return any_of(parts) if item.joined == "any" else negated(any_of(parts))


def _row_node(row: Row) -> Node | None:
    nodes = [node for node in (_condition(row.field, value) for value in row.values) if node is not None]
    if not nodes:
        return None
    first = nodes[0]
    if row.field in NUMBERS and isinstance(first, Number):
        if row.comparison == "not":
            return negated(first)
        return first._replace(comparison=row.comparison)  # type: ignore[arg-type] # the field's own
    if isinstance(first, Since):
        return first if row.comparison == "since" else Before(first.moment)
    joined = _together(nodes)
    return negated(joined) if row.comparison == "not" else joined


def _together(nodes: list[Node]) -> Node:
    """Several values of one field as one condition, where the language has one."""
    first = nodes[0]
    if isinstance(first, Words) and first.where != "any":
        terms = [term for node in nodes if isinstance(node, Words) for term in node.terms]
        return first._replace(terms=tuple(dict.fromkeys(terms)))
    if isinstance(first, Names):
        names = [name for node in nodes if isinstance(node, Names) for name in node.names]
        return first._replace(names=tuple(dict.fromkeys(names)))
    if isinstance(first, Kinds):
        kinds = [kind for node in nodes if isinstance(node, Kinds) for kind in node.kinds]
        return Kinds(tuple(dict.fromkeys(kinds)))
    if isinstance(first, Is):
        states = [state for node in nodes if isinstance(node, Is) for state in node.states]
        return Is(tuple(dict.fromkeys(states)))
    return any_of(dict.fromkeys(nodes))


def _condition(field: FieldName, value: str) -> Node | None:
    """One value of a field as the language reads it."""
    plain = value.replace('"', " ").strip()
    if not plain:
        return None
    exact = field in WORDS and value.startswith('"')
    quoted = f'"{plain}"' if exact or _SPECIAL.search(plain) or plain.startswith("-") else plain
    # A word anywhere stands without a keyword, but one with a colon in it would read as one.
    keyword = {"any": "text", "written": "since"}.get(field, field)
    try:
        node = language.parse(f"{keyword}:{quoted}")
    except QueryError:
        return None
    return node._replace(where="any") if field == "any" and isinstance(node, Words) else node
