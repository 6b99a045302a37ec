"""Completions while writing: @people, #groups and #tags, from the cache."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from sync.markup_text import fold

MOST = 8
_LONGEST = 40
# Discourse: a mention begins after what is no part of a word or an address; so does a hashtag.
_PERSON = re.compile(r"(?:^|(?<=[^\w@./#&]))@(\w[\w.-]*(?: \w[\w.-]*)?|)\Z")
_PLACE = re.compile(r"(?:^|(?<=[^\w@./#&]))#([\w-]*(?::[\w-]*)?)\Z")
_PEOPLE = """
    SELECT username, name, organisation, avatar, folded, last_seen FROM members
    WHERE username <> '' AND instr(folded, ?) AND member_id > 0
"""
_TAGS = "SELECT tag, count(*) AS topics FROM topic_tags WHERE tag >= ? AND tag < ? GROUP BY tag"
_TAGS_LIKE = f"{_TAGS} ORDER BY topics DESC, tag LIMIT ?"


class Completion(NamedTuple):
    """One proposal: what to write, what to show, what to say beside it; ``avatar`` is a picture's key.

    ``closed``: a group that only its members read.
    """

    insert: str
    label: str
    detail: str = ""
    avatar: str = ""
    closed: bool = False


class Completions(NamedTuple):
    """Proposals, best first, for what stands from ``start`` (in characters of ``before``) to the cursor."""

    start: int
    items: list[Completion]


def complete(conn: Connection, before: str) -> Completions | None:
    """What may be meant by the end of ``before``, the text before the cursor; ``None`` when nothing is asked.

    ``@fat`` finds people by their names and usernames, also ``@fatima el``; ``#part`` groups and tags, by
    what they are called and by the words an address has for them (Discourse: ``#slug``, ``#parent:slug``).
    """
    line = before[-2 * _LONGEST :].rpartition("\n")[2]
    if found := _PERSON.search(line):
        items = _people(conn, fold(found[1]))
    elif found := _PLACE.search(line):
        items = _places(conn, found[1].casefold())
    else:
        return None
    return Completions(len(before) - len(line) + found.start(), items) if items else None


def group_hashtags(conn: Connection) -> dict[int, str]:
    """How each group is written as a hashtag, without its ``#``: a subgroup after its parent."""
    rows = conn.execute("SELECT group_id, slug, parent_id FROM groups WHERE slug <> ''").fetchall()
    slugs = {group_id: slug for group_id, slug, _ in rows}
    return {
        group_id: f"{slugs[parent]}:{slug}" if parent in slugs else slug for group_id, slug, parent in rows
    }


def _people(conn: Connection, asked: str) -> list[Completion]:
    words = asked.split()
    rows = conn.execute(_PEOPLE, (words[0] if words else "",))
    fitting = [
        (_standing(fold(f"{row[1]} {row[0]}"), asked, words), -(row[5] or 0), row)
        for row in rows
        if all(word in row[4] for word in words)
    ]
    best = sorted((one for one in fitting if one[0] is not None), key=lambda one: one[:2])[:MOST]
    return [
        Completion(f"@{username} ", name or username, organisation or "", avatar or "")
        for _, _, (username, name, organisation, avatar, *_) in best
    ]


def _standing(names: str, asked: str, words: list[str]) -> int | None:
    """How well a person fits, 0 best: the names begin so, some name does, or it stands within one."""
    if names.startswith(asked):
        return 0
    if all(f" {word}" in f" {names}" for word in words):
        return 1
    # In the middle of a name only from a few letters on: @e must not find everybody.
    return 2 if len(asked) > 2 and all(word in names for word in words) else None


def _places(conn: Connection, asked: str) -> list[Completion]:
    hashtags = group_hashtags(conn)
    rows = conn.execute(
        "SELECT group_id, name, purpose, closed FROM groups ORDER BY position, name"
    ).fetchall()
    wanted = fold(asked)
    groups = [
        Completion(f"#{hashtags[group_id]} ", name, _first_line(purpose or ""), closed=bool(closed))
        for group_id, name, purpose, closed in _fitting(rows, hashtags, wanted)
    ]
    taken = set(hashtags.values())
    tags = (
        conn.execute(_TAGS_LIKE, (asked, asked + "\U0010ffff", MOST)).fetchall() if ":" not in asked else []
    )
    # Discourse: ::tag says that the tag is meant where a group is called the same.
    proposed = [Completion(f"#{tag}{'::tag' if tag in taken else ''} ", f"#{tag}") for tag, _ in tags]
    return groups[: MOST - min(len(proposed), MOST // 2)] + proposed[: max(MOST - len(groups), MOST // 2)]


def _fitting(
    rows: Iterable[tuple[int, str, str, int]], hashtags: dict[int, str], wanted: str
) -> list[tuple[int, str, str, int]]:
    return [
        row
        for row in rows
        if row[0] in hashtags and (hashtags[row[0]].startswith(wanted) or f" {wanted}" in f" {fold(row[1])}")
    ]


def _first_line(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= 2 * _LONGEST else line[: 2 * _LONGEST].rstrip() + "…"
