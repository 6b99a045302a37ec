"""What a query can ask about a topic or a post, read from the cache in one statement for a handful of them.

A topic is judged by its own fields and its opening post; a post by what it is itself, within its topic.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from sqlite3 import Connection
from typing import Any

from app.filters.names import name_key
from sync.markup_text import fold, plain
from sync.store.cached_rows import id_list
from sync.store.search_index import OPENING, WORD

_COMMON = """
    t.title, t.tags, t.kind, t.replies, t.answered, t.pinned, t.locked,
    coalesce(g.name, ''), coalesce(g.slug, ''), coalesce(g.closed, 0),
    EXISTS (SELECT 1 FROM saved AS s WHERE s.topic_id = t.topic_id AND s.wanted),
    coalesce(p.liked, 0), coalesce(p.html, ''), coalesce(w.name || ' ' || w.username, ''),
    coalesce(a.name, ''), coalesce(a.username, ''), coalesce(a.organisation, ''), coalesce(a.team, 0),
    a.joined
"""
_OF_TOPICS = f"""
    SELECT t.topic_id, t.author_id, t.created, t.likes,
           EXISTS (SELECT 1 FROM unread AS u WHERE u.topic_id = t.topic_id),
           p.post_id IS NOT NULL, 1, {_COMMON}
    FROM topics AS t
    LEFT JOIN posts AS p ON p.post_id = {OPENING}
    LEFT JOIN members AS w ON w.member_id = p.author_id
    LEFT JOIN members AS a ON a.member_id = t.author_id
    LEFT JOIN groups AS g ON g.group_id = t.group_id
    WHERE t.topic_id IN (SELECT value FROM json_each(?))
"""  # noqa: S608
_OF_POSTS = f"""
    SELECT p.post_id, p.author_id, p.created, p.likes,
           EXISTS (SELECT 1 FROM unread AS u WHERE u.post_id = p.post_id), 1,
           p.number = 1 OR p.number = t.first_number, {_COMMON}
    FROM posts AS p
    JOIN topics AS t ON t.topic_id = p.topic_id
    LEFT JOIN members AS w ON w.member_id = p.author_id
    LEFT JOIN members AS a ON a.member_id = p.author_id
    LEFT JOIN groups AS g ON g.group_id = t.group_id
    WHERE p.post_id IN (SELECT value FROM json_each(?))
"""  # noqa: S608


class Facts:
    """A topic or post as a query sees it. Its words are folded, with one space around and between them."""

    def __init__(self, row: tuple[Any, ...], me: int) -> None:
        (
            self.id, self.author_id, self.created, self.likes, self.unread, self._worded, self._titled,
            self._title, self._tags, self.kind, self.replies, self.answered, self.pinned, self.locked,
            self.group, self._slug, self.closed, self.saved, self.liked, self._html, self._author,
            self.name, self.username, self.organisation, self.team, self.joined,
        ) = row  # fmt: skip
        self.mine = self.author_id == me != 0

    @cached_property
    def title(self) -> str:
        """The words of the title; none for replies, so that a topic is found once for its title."""
        return _words(self._title if self._worded and self._titled else "")

    @cached_property
    def text(self) -> str:
        """The words of the text."""
        return _words(plain(self._html))

    @cached_property
    def any(self) -> str:
        """All words: title, tags, author and text, a line each."""
        tags = self._tags if self._worded and self._titled else ""
        return "\n".join((self.title, _words(tags), _words(self._author), self.text))

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """For each field of names: the keys this can be named by, and the name each belongs to."""
        return {
            "group": {name_key(self._slug): self.group, name_key(self.group): self.group},
            "from": {name_key(self.username): self.name, name_key(self.name): self.name},
            "org": {name_key(self.organisation): self.organisation},
            "tag": {name_key(tag): tag for tag in self._tags.split(" ")},
        }


def of_topics(conn: Connection, topic_ids: Iterable[int], me: int) -> dict[int, Facts]:
    """The facts of the topics among ``topic_ids`` that are in the cache, for the member with id ``me``."""
    return {row[0]: Facts(row, me) for row in conn.execute(_OF_TOPICS, (id_list(topic_ids),))}


def of_posts(conn: Connection, post_ids: Iterable[int], me: int) -> dict[int, Facts]:
    """The facts of the posts among ``post_ids`` that are in the cache, for the member with id ``me``."""
    return {row[0]: Facts(row, me) for row in conn.execute(_OF_POSTS, (id_list(post_ids),))}


def _words(text: str) -> str:
    return f" {' '.join(WORD.findall(fold(text)))} "
