"""Warns before text from a closed group reaches people who cannot read it there."""

from __future__ import annotations

from sqlite3 import Connection
from typing import NamedTuple

from app.audience import Reader


class Passage(NamedTuple):
    """Where a passage comes from: a closed group, and the post in it."""

    group_id: int
    topic_id: int
    number: int


class Guard(NamedTuple):
    """A text comes from a closed group, and would be read by others than those who can read it there.

    ``readers`` are those others by name, as far as they are known; ``count`` how many (``None``: not known).
    """

    origin: Passage
    origin_group: str
    target_id: int | None
    target_group: str
    target_closed: bool
    readers: tuple[Reader, ...]
    count: int | None


def origins(conn: Connection, text: str) -> list[int]:
    """The closed groups from whose posts a passage of eight words or more in ``text`` comes."""
    return list(dict.fromkeys(one.group_id for one in passages(conn, text)))


def passages(conn: Connection, text: str) -> list[Passage]:
    """The posts in closed groups from which a passage of eight words or more in ``text`` comes."""
    return []


def wider(conn: Connection, text: str, target_group_id: int | None) -> Guard | None:
    """What the member must know before ``text`` goes to a group; ``None`` when nobody new would read it.

    A ``target_group_id`` of ``None`` is the whole community.
    """
    return None


def link_only(address: str) -> str:
    """What can be shared instead: the address alone, which only opens for those who may read there."""
    return f"{address}\n"
