"""The preview of what is being written: as Discourse will make it, cleaned as every post is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from sqlite3 import Connection
from typing import NamedTuple
from urllib.parse import quote

from app.composer.complete import group_hashtags
from app.composer.markdown import HASHTAG, MENTION, Named, to_html
from sync.markup import clean
from sync.markup_bounds import plain_form
from sync.store import groups, people, tags

LONGEST = 100_000
"""Longer texts are shown as plain paragraphs: no community takes them, and they take half a second."""
# Of lines, and of signs that take the parser quadratic time where they do not belong together.
_MOST = (("\n", 5_000), ("[", 2_000), ("\"'", 10_000))


class Known(NamedTuple):
    """Which names in a text the community has: usernames in lower case; hashtags with address and label."""

    people: frozenset[str]
    places: Mapping[str, tuple[str, str]]


def rendered(raw: str, address: str, known: Known | None = None) -> str:
    """The Markdown ``raw`` as HTML in the dialect of ``sync.markup``; ``address`` is the community's.

    ``known`` (see ``names_in``) says which ``@names`` and ``#hashtags`` are made links, as the community
    does; without it every one is marked. An address on a line of its own is a link: its card is made by the
    community. Pictures and files that still wait here (``upload://...``) are shown as a box with their name.
    """
    # A trimmed quote must not become part of another line.
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if len(raw) > LONGEST or any(sum(map(raw.count, signs)) > most for signs, most in _MOST):
        return clean(plain_form(escape(raw)), base_url=address).html
    return clean(to_html(raw, _named(known)), base_url=address).html


def names_in(conn: Connection, raw: str) -> Known:
    """Which people, groups and tags named in ``raw`` this cache knows; quick however large the cache is."""
    mentioned = {name.lower() for name in MENTION.findall(raw[:LONGEST])}
    usernames = people.usernames_among(conn, mentioned)
    hashed = {name.lower() for name in HASHTAG.findall(raw[:LONGEST])}
    places: dict[str, tuple[str, str]] = {}
    if hashed:
        found = tags.among(conn, {name.removesuffix("::tag") for name in hashed})
        places = {
            name: (f"/tag/{quote(name.removesuffix('::tag'), safe='')}", name.removesuffix("::tag"))
            for name in hashed
            if name.removesuffix("::tag") in found
        }
        places |= _groups(conn, hashed)
    return Known(usernames, places)


def _groups(conn: Connection, hashed: set[str]) -> dict[str, tuple[str, str]]:
    listed = groups.names(conn)
    written = group_hashtags(listed)
    # A subgroup also goes by its own slug alone where no group higher up has it.
    ways = [(group.slug, group) for group in listed]
    ways += [(written.get(group.group_id, group.slug), group) for group in listed]
    return {
        way.lower(): (f"/c/{quote(group.slug, safe='')}/{group.group_id}", group.name)
        for way, group in ways
        if way.lower() in hashed
    }


def _named(known: Known | None) -> Named:
    if known is None:
        return Named(_profile, lambda name: (f"/tag/{quote(name, safe='')}", name))
    return Named(
        lambda name: _profile(name) if name.lower() in known.people else None,
        lambda name: known.places.get(name.lower()),
    )


def _profile(name: str) -> str:
    return f"/u/{quote(name.lower(), safe='')}"
