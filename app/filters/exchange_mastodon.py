"""Filters of the Mastodon API as rules (``GET /api/v2/filters``, as Mastodon and GoToSocial answer it).

Facts from https://docs.joinmastodon.org/entities/Filter/: a filter has a title, contexts, a moment at which
it expires, an action (``warn`` folds a post away, ``hide`` leaves it out, ``blur`` covers its pictures) and
keywords; a keyword that is no whole word is also found inside words.
"""

from __future__ import annotations

from typing import Any

from app.filters.exchange_checks import (
    LONGEST_NAME,
    MOST_RULES,
    a_line,
    a_list,
    a_moment,
    a_text,
    a_truth,
    an_object,
    below,
)
from app.filters.exchange_document import Document, Left, SharedRule, rules_of
from app.filters.tree import Node, Term, Words
from app.filters.words import sought
from sync.store.search_index import WORD
from sync.store.words import PART_LENGTH

_ACTIONS = {"hide": "hide", "warn": "dim", "blur": "dim"}
_SHOWN_IN = ("home", "public")
_MOST_KEYWORDS = 5_000


def is_mastodon(value: object) -> bool:
    """Whether a JSON document looks like a list of filters."""
    return isinstance(value, list) and all(isinstance(one, dict) and "context" in one for one in value)


def document(value: object, now: int) -> Document:
    """The rules that the filters mean at ``now`` (ms), and what they leave out. Raises ``RulesRefused``."""
    rules: list[SharedRule] = []
    left: list[Left] = []
    for index, item in enumerate(a_list(value, "", MOST_RULES)):
        place = f"[{index}]"
        made, missed = _filter(an_object(item, place), place, now)
        rules += made
        left += missed
    return Document(tuple(rules), left=tuple(left))


def _filter(item: dict[str, Any], place: str, now: int) -> tuple[list[SharedRule], list[Left]]:
    name = a_line(item, "title", place)
    until = a_moment(item.get("expires_at"), below(place, "expires_at"))
    action = a_line(item, "filter_action", place) if "filter_action" in item else "warn"
    contexts = [
        a_text(one, below(place, "context"), most=LONGEST_NAME)
        for one in a_list(item.get("context"), below(place, "context"), 20)
    ]
    alternatives, left = _keywords(item, place, name)
    if a_list(item.get("statuses", []), below(place, "statuses"), _MOST_KEYWORDS):
        left.append(Left(name, "statuses"))
    if until is not None and until <= now:
        return [], [Left(name, "expired")]
    if not any(context in _SHOWN_IN for context in contexts):
        return [], [Left(name, "context")]
    if not alternatives:
        return [], left or [Left(name, "no-keywords")]
    if action != "hide":
        left.append(Left(name, "blur" if action == "blur" else "warn"))
    rule = SharedRule(name, "", _ACTIONS.get(action, "dim"), until=until)
    return rules_of(name, alternatives, rule), left


def _keywords(item: dict[str, Any], place: str, name: str) -> tuple[list[Node], list[Left]]:
    found: dict[Node, None] = {}
    left: list[Left] = []
    listed = a_list(item.get("keywords", []), below(place, "keywords"), _MOST_KEYWORDS)
    for index, entry in enumerate(listed):
        where = f"{below(place, 'keywords')}[{index}]"
        keyword = a_line(an_object(entry, where), "keyword", where)
        whole = a_truth(entry.get("whole_word", False), below(where, "whole_word"))
        words = WORD.findall(keyword)
        if not sought(Term(" ".join(words))).words:
            left.append(Left(name, "no-words", keyword))
            continue
        parts = not whole and len(words) == 1 and len(words[0]) >= PART_LENGTH
        if not whole and not parts:
            left.append(Left(name, "inside-words", keyword))
        # In small letters none of them reads as OR or NOT.
        term = Term(words[0].lower()) if parts else Term(" ".join(words), "phrase")
        found[Words((term,))] = None
    return list(found), left
