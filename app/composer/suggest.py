"""The group that fits what is being written, by what the groups talk about, with the words that say so."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from sqlite3 import Connection
from typing import NamedTuple

from app.composer import terms
from app.composer.terms import Hits
from sync.markup_text import fold
from sync.store import groups as group_rows
from sync.store import topic_lookup
from sync.store.search_index import WORD

MOST = 3
TITLE_WORDS, TEXT_WORDS = 8, 4
_READ_WORDS = 60
# Topics looked at for a word: enough to see where it is used, few enough for the time between two keys.
LOOKED_AT = 120
_BASE = 2_000
_MOST_REASONS = 3
# A group must be this much more at home in a word than the community is, for the word to be a reason.
_LEAST_LIFT = 1.4
_CALM = 2.0
_NAME_BONUS = 3.0
_TEXT_WEIGHT = 0.5
_LEAST_SCORE = 0.9
# Others must come near the best one.
_LEAST_SHARE = 0.35


class Suggestion(NamedTuple):
    """A group that fits. ``words`` are the reason, the most telling first, as the member wrote them."""

    group_id: int
    name: str
    closed: bool
    words: tuple[str, ...]


def suggest(conn: Connection, title: str, raw: str = "") -> list[Suggestion]:
    """At most three groups that fit a title and a text, best first; none when no word points anywhere.

    Only groups the member may write in. A word counts by how much more often it opens a topic in a group
    than elsewhere, and for more when the group is called so. A text of any length takes the same time.
    """
    groups = {group.group_id: group for group in group_rows.names(conn) if group.writable}
    in_title = terms.telling(title, TITLE_WORDS)
    # Of a text its longest words: they say most about the subject.
    in_text = [word for word in terms.telling(raw, _READ_WORDS) if word not in in_title]
    in_text.sort(key=len, reverse=True)
    weighted = [(word, 1.0) for word in in_title] + [(word, _TEXT_WEIGHT) for word in in_text[:TEXT_WORDS]]
    if not weighted or not groups:
        return []
    base = Counter(topic_lookup.newest_by_group(conn, _BASE))
    extent = topic_lookup.extent(conn)
    found = [
        (terms.newest(conn, terms.term(conn, word), LOOKED_AT, extent), weight) for word, weight in weighted
    ]
    reasons = _reasons(conn, found, base)
    for group in groups.values():
        called, about = (set(WORD.findall(fold(text))) for text in (group.name, group.purpose))
        for hits, weight in found:
            if bonus := _called(hits, called, about):
                reasons[group.group_id].append((bonus * weight, hits.term.written))
    scored = [(sum(score for score, _ in reasons[group_id]), group_id) for group_id in groups]
    best = sorted(scored, reverse=True)
    least = max(_LEAST_SCORE, _LEAST_SHARE * best[0][0])
    return [
        Suggestion(group_id, groups[group_id].name, bool(groups[group_id].closed), _words(reasons[group_id]))
        for score, group_id in best[:MOST]
        if score >= least
    ]


def _reasons(
    conn: Connection, found: list[tuple[Hits, float]], base: Counter[int]
) -> dict[int, list[tuple[float, str]]]:
    """For every group what each word is worth that is more at home there than in the community."""
    ids = {topic_id for hits, _ in found for topic_id in hits.topics}
    group_of = topic_lookup.groups_of(conn, ids)
    all_based = sum(base.values()) + len(base)
    reasons: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for hits, weight in found:
        counts = Counter(group_of[topic_id] for topic_id in hits.topics if topic_id in group_of)
        total = counts.total()
        for group_id, count in counts.items():
            usual = (base[group_id] + 1) / all_based
            lift = (count + _CALM * usual) / (total + _CALM) / usual
            if lift >= _LEAST_LIFT and (count > 1 or total == 1):
                reasons[group_id].append((weight * hits.weight * math.log(lift), hits.term.written))
    return reasons


def _called(hits: Hits, called: set[str], about: set[str]) -> float:
    """What it is worth that a group is called by a word, or says that it is about it."""
    if not called.isdisjoint(hits.term.forms):
        return _NAME_BONUS * hits.weight
    return 0.0 if about.isdisjoint(hits.term.forms) else hits.weight


def _words(reasons: list[tuple[float, str]]) -> tuple[str, ...]:
    worth: dict[str, float] = defaultdict(float)
    for score, word in reasons:
        worth[word] += score
    return tuple(sorted(worth, key=lambda word: -worth[word])[:_MOST_REASONS])
