"""Warns before text from a closed group reaches people who cannot read it there.

A passage is looked for in the word index, which is quick and works offline. What an open group tells too is
no secret.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from app import audience
from app.audience import Reader
from sync.markup_text import fold, plain
from sync.store import known, passages
from sync.store import words as cached_words
from sync.store.passages import Holder
from sync.store.search_index import WORD

PASSAGE_WORDS = 8
"""So many words in a row are no coincidence."""
# Blocks of five words, four apart: every passage of eight words holds a whole one.
_BLOCK, _APART = 5, 4
# Bounds for a text of any length: what is looked at, asked, and how long (s) that may take.
_MOST_LETTERS = 1_000_000
_MOST_BLOCKS = 250
_MOST_SECONDS = 0.25
# What stands in more posts than this is a turn of phrase.
_MOST_HOLDERS = 50
# Of a post that says the same over and over: so many places in it, and so many words on either side.
_MOST_PLACES, _MOST_AROUND = 20, 1_000


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
    count: int | None  # type: ignore[assignment]


def sources(conn: Connection, text: str, target_group_id: int | None = None) -> list[Passage]:
    """Per closed group the post from which a passage of eight words or more in ``text`` comes.

    What is told in ``target_group_id`` too is no secret there.
    Of a text of more than a thousand words a part is looked at, spread over it. Takes a quarter of a second
    at most: call it from the background.
    """
    if not any(known.groups(conn).values()):
        return []
    words = WORD.findall(fold(text[:_MOST_LETTERS]))
    rarity = cached_words.known(conn, set(words))
    until = time.monotonic() + _MOST_SECONDS
    found: dict[int, Passage] = {}
    explained: list[range] = []
    for start in _blocks(words, rarity):
        if time.monotonic() > until:
            break
        if any(start in told for told in explained):
            continue
        for one, told in _told_by(conn, words, start, target_group_id).items():
            found.setdefault(one.group_id, Passage(one.group_id, one.topic_id, one.number))
            explained.append(told)
    return list(found.values())


def wider(conn: Connection, text: str, target_group_id: int | None) -> Guard | None:
    """What the member must know before ``text`` goes to a group; ``None`` when nobody new would read it.

    A ``target_group_id`` of ``None`` is the whole community. Blocks as ``sources`` does.
    """
    told = sources(conn, text, target_group_id)
    if not told:
        return None
    target = audience.of_group(conn, target_group_id)
    for one in told:
        origin = audience.of_group(conn, one.group_id)
        there = {reader.member_id for reader in origin.readers}
        others = tuple(reader for reader in target.readers if reader.member_id not in there)
        if target.closed and not others and target.sure == "exact":
            continue
        count: int | None = len(others)
        if origin.sure != "exact":
            # Whom that group's list does not name may read it there all the same.
            others, count = (), None
        elif not target.closed:
            count = None if target.count is None else max(0, target.count - len(there))
        elif target.sure != "exact" and not others:
            count = None
        return Guard(one, origin.group, target_group_id, target.group, target.closed, others, count)
    return None


def link_only(address: str) -> str:
    """What can be shared instead: the address alone, which only opens for those who may read there."""
    return f"{address}\n"


def _blocks(words: Sequence[str], rarity: dict[str, int]) -> list[int]:
    """Where the blocks to ask for begin: of each stretch of the text the rarest one, rare ones first.

    A block with a word that no post has, or with too few known words around it, is in no post.
    """
    starts = [
        start
        for first, last in _known_runs(words, rarity)
        for start in range(first + -first % _APART, last - _BLOCK + 1, _APART)
    ]
    rarest = {start: max(rarity[word] for word in words[start : start + _BLOCK]) for start in starts}
    step = max(1, -(-len(starts) // _MOST_BLOCKS))
    chosen = [max(starts[at : at + step], key=rarest.__getitem__) for at in range(0, len(starts), step)]
    return sorted(chosen, key=rarest.__getitem__, reverse=True)


def _known_runs(words: Sequence[str], rarity: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Stretches of known words that are long enough for a passage: first, and one past the last."""
    first = 0
    for at in range(len(words) + 1):
        if at == len(words) or words[at] not in rarity:
            if at - first >= PASSAGE_WORDS:
                yield first, at
            first = at + 1


def _told_by(
    conn: Connection, words: Sequence[str], start: int, target_group_id: int | None
) -> dict[Holder, range]:
    """The posts in closed groups that hold a passage around a block of ``words``, and which words that are.

    None when an open group, or the one it is for, tells it too.
    """
    found = passages.holders(conn, words[start : start + _BLOCK], _MOST_HOLDERS)
    if len(found) == _MOST_HOLDERS or not any(one.closed for one in found):
        return {}
    telling = {one: told for one in found if len(told := _told(one, words, start)) >= PASSAGE_WORDS}
    return telling if all(one.closed and one.group_id != target_group_id for one in telling) else {}


def _told(one: Holder, words: Sequence[str], start: int) -> range:
    """The longest stretch of ``words`` around the block at ``start`` that a post or its title holds."""
    found = [_longest(WORD.findall(fold(text)), words, start) for text in (plain(one.html), one.title)]
    return max(found, key=len)


def _longest(there: Sequence[str], words: Sequence[str], start: int) -> range:
    block, best, places = list(words[start : start + _BLOCK]), range(0), 0
    for at in range(len(there) - _BLOCK + 1):
        if there[at] != block[0] or list(there[at : at + _BLOCK]) != block:
            continue
        before, most = 0, min(at, start, _MOST_AROUND)
        while before < most and there[at - before - 1] == words[start - before - 1]:
            before += 1
        after, most = _BLOCK, min(len(there) - at, len(words) - start, _MOST_AROUND)
        while after < most and there[at + after] == words[start + after]:
            after += 1
        best = max(best, range(start - before, start + after), key=len)
        places += 1
        if places == _MOST_PLACES:
            break
    return best
