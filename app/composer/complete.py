"""Completions while writing: @people, #groups and #tags, from the cache."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from sync.markup_text import fold
from sync.store import groups, people, tags
from sync.store.groups import GroupName

MOST = 8
_LONGEST = 40
# Discourse: a mention begins after what is no part of a word or an address; so does a hashtag.
_PERSON = re.compile(r"(?:^|(?<=[^\w@./#&]))@(\w[\w.-]*(?: \w[\w.-]*)?|)\Z")
_PLACE = re.compile(r"(?:^|(?<=[^\w@./#&]))#([\w-]*(?::[\w-]*)?)\Z")


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


def group_hashtags(listed: Iterable[GroupName]) -> dict[int, str]:
    """How each group that can be is written as a hashtag, without its ``#``: a subgroup after its parent."""
    slugs = {group.group_id: group for group in listed if group.slug}
    return {
        group.group_id: f"{slugs[group.parent_id].slug}:{group.slug}"
        if group.parent_id in slugs
        else group.slug
        for group in slugs.values()
    }


def _people(conn: Connection, asked: str) -> list[Completion]:
    words = asked.split()
    fitting = [
        (_standing(fold(f"{one.name} {one.username}"), asked, words), -one.last_seen, one)
        for one in people.named(conn, words[0] if words else "")
        if one.username and one.member_id > 0 and all(word in one.folded for word in words)
    ]
    best = sorted((one for one in fitting if one[0] is not None), key=lambda one: one[:2])[:MOST]
    return [
        Completion(f"@{one.username} ", one.name or one.username, one.organisation, one.avatar)
        for _, _, one in best
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
    listed = groups.names(conn)
    hashtags = group_hashtags(listed)
    fitting = [
        Completion(
            f"#{hashtags[group.group_id]} ",
            group.name,
            _first_line(group.purpose),
            closed=bool(group.closed),
        )
        for group in _fitting(listed, hashtags, fold(asked))
    ]
    taken = set(hashtags.values())
    named = tags.starting(conn, asked, MOST) if ":" not in asked else []
    # Discourse: ::tag says that the tag is meant where a group is called the same.
    proposed = [Completion(f"#{tag}{'::tag' if tag in taken else ''} ", f"#{tag}") for tag in named]
    return fitting[: MOST - min(len(proposed), MOST // 2)] + proposed[: max(MOST - len(fitting), MOST // 2)]


def _fitting(listed: Iterable[GroupName], hashtags: dict[int, str], wanted: str) -> list[GroupName]:
    return [
        group
        for group in listed
        if (hashtag := hashtags.get(group.group_id)) is not None
        and (hashtag.startswith(wanted) or f" {wanted}" in f" {fold(group.name)}")
    ]


def _first_line(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= 2 * _LONGEST else line[: 2 * _LONGEST].rstrip() + "…"
