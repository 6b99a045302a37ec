"""What a query means, said once more as plainly as can be, over plain objects: what SQL must agree with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.filters import tree
from sync.markup_text import fold


@dataclass(frozen=True)
class Item:
    """A topic with its opening post, or a post within its topic."""

    id: int
    fields: dict[str, str]
    names: dict[str, tuple[str, ...]]
    states: frozenset[str]
    kind: str
    created: int
    replies: int
    likes: int


@dataclass(frozen=True)
class Reader:
    """Who asks, and when."""

    now: int
    me: int
    last_visit: int | None


def holds(node: tree.Node, item: Item, reader: Reader) -> bool:
    """Whether ``node`` holds for ``item``."""
    if isinstance(node, tree.AllOf):
        return all(holds(part, item, reader) for part in node.parts)
    if isinstance(node, tree.AnyOf):
        return any(holds(part, item, reader) for part in node.parts)
    if isinstance(node, tree.Not):
        return not holds(node.part, item, reader)
    if isinstance(node, tree.Words):
        fields = [node.where] if node.where != "any" else ["title", "tags", "author", "text"]
        return any(_in_field(term, item.fields[field]) for term in node.terms for field in fields)
    if isinstance(node, tree.Names):
        known = {_same(name) for name in item.names[node.field] if _same(name)}
        return any(_same(name) in known for name in node.names)
    if isinstance(node, tree.Kinds):
        return item.kind in node.kinds
    if isinstance(node, tree.Is):
        return any(state in item.states for state in node.states)
    if isinstance(node, tree.Number):
        count = item.replies if node.field == "replies" else item.likes
        return {
            "<": count < node.value,
            "<=": count <= node.value,
            "=": count == node.value,
            ">=": count >= node.value,
            ">": count > node.value,
        }[node.comparison]
    start = _start(node.moment, reader)
    return item.created >= start if isinstance(node, tree.Since) else item.created < start


def _in_field(term: tree.Term, text: str) -> bool:
    wanted, present = _words(term.text), _words(text)
    if not wanted:
        return False
    if term.form == "word" and len(wanted) == 1 and len(wanted[0]) >= 3:
        return any(
            word == wanted[0] or (4 <= len(word) <= 40 and not word.isdigit() and wanted[0] in word)
            for word in present
        )
    for start in range(len(present) - len(wanted) + 1):
        row = present[start : start + len(wanted)]
        if row == wanted:
            return True
        if term.form == "prefix" and row[:-1] == wanted[:-1] and row[-1].startswith(wanted[-1]):
            return True
    return False


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _same(name: str) -> str:
    return re.sub(r"^[#@ ]+", "", " ".join(re.sub('"', " ", fold(name)).split()))


def _start(moment: tree.Moment, reader: Reader) -> float:
    if isinstance(moment, tree.LastVisit):
        return float("-inf") if reader.last_visit is None else reader.last_visit
    if isinstance(moment, tree.Day):
        day = date.fromisoformat(moment.date)
    else:
        days = {"d": 1, "w": 7, "m": 30, "y": 365}[moment.unit] * moment.amount
        try:
            day = datetime.fromtimestamp(reader.now / 1000).date() - timedelta(days=days)
        except OverflowError:
            return float("-inf")
    try:
        return datetime(day.year, day.month, day.day).timestamp() * 1000
    except ValueError:  # the very first days, which no clock of this computer reaches
        return float("-inf")
