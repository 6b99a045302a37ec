"""Filters of the Mastodon API become rules that can be read; what a rule cannot say is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.filters.exchange import read
from app.filters.exchange_checks import RulesRefused
from app.filters.exchange_document import Document
from app.filters.exchange_texts import left_sentence
from app.filters.parse import LONGEST, parse

NOW = 1_790_000_000_000

# As GoToSocial answers GET /api/v2/filters.
LISTED: list[dict[str, Any]] = [
    {
        "id": "01M84H1FETA1CVK0S0MNQDE7HF",
        "title": "Weer",
        "context": ["home", "public"],
        "expires_at": None,
        "filter_action": "warn",
        "keywords": [{"id": "01M84H1FET59HR5KXYJZ93TQGM", "keyword": "regent", "whole_word": True}],
        "statuses": [],
    },
    {
        "id": "01M84H1FEXK5BXCA7CQHB3NMZ2",
        "title": "Trein",
        "context": ["home"],
        "expires_at": None,
        "filter_action": "hide",
        "keywords": [],
        "statuses": [],
    },
]


def filters(*changed: dict[str, Any]) -> list[dict[str, Any]]:
    """Filters like the first of those above, each with something different."""
    return [{**LISTED[0], "filter_action": "hide", **change} for change in changed]


def keyword(text: str, whole: bool = True) -> dict[str, Any]:
    """A keyword as it stands in a filter."""
    return {"id": "1", "keyword": text, "whole_word": whole}


def understood(value: object) -> Document:
    """What is read from the answer."""
    return read(json.dumps(value).encode(), now=NOW, groups={})


def codes(document: Document) -> list[str]:
    """What was left out or is only nearly the same; each can be told in both languages."""
    for left in document.left:
        assert left_sentence(left, "nl")
        assert left_sentence(left, "en")
    return [left.code for left in document.left]


def test_a_real_answer_becomes_a_readable_rule_and_a_remark() -> None:
    found = understood(LISTED)
    assert [(rule.name, rule.when, rule.action) for rule in found.rules] == [("Weer", '"regent"', "dim")]
    assert [(left.name, left.code) for left in found.left] == [("Weer", "warn"), ("Trein", "no-keywords")]


@pytest.mark.parametrize(
    ("keywords", "when", "left"),
    [
        ([keyword("regent")], '"regent"', []),
        ([keyword("trein", False)], "trein", []),
        ([keyword("de trein")], '"de trein"', []),
        ([keyword("de trein", False)], '"de trein"', ["inside-words"]),
        ([keyword("ns", False)], '"ns"', ["inside-words"]),
        ([keyword("#vacature")], '"vacature"', []),
        ([keyword("Één")], '"Één"', []),
        ([keyword("NOT"), keyword("OR", False)], '"NOT" OR "OR"', ["inside-words"]),
        ([keyword("NIET", False)], "niet", []),
        ([keyword("regent"), keyword("!!!")], '"regent"', ["no-words"]),
        ([keyword('x" OR is:unread "y')], '"x OR is unread y"', []),
    ],
)
def test_keywords(keywords: list[dict[str, Any]], when: str, left: list[str]) -> None:
    found = understood(filters({"keywords": keywords}))
    assert [rule.action for rule in found.rules] == ["hide"]
    assert parse(found.rules[0].when) == parse(when)
    assert codes(found) == left


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({"context": ["notifications", "thread"]}, ["context"]),
        ({"expires_at": "2020-01-01T00:00:00.000Z"}, ["expired"]),
        ({"keywords": [keyword("🙂")]}, ["no-words"]),
        ({"keywords": [], "statuses": [{"id": "1", "status_id": "2"}]}, ["statuses"]),
    ],
)
def test_what_no_rule_can_say_is_left_out_and_told(change: dict[str, Any], left: list[str]) -> None:
    found = understood(filters(change))
    assert found.rules == ()
    assert codes(found) == left


def test_single_posts_beside_keywords_are_told_and_the_keywords_stay() -> None:
    found = understood(filters({"statuses": [{"id": "1", "status_id": "2"}]}))
    assert len(found.rules) == 1
    assert codes(found) == ["statuses"]


def test_when_a_filter_expires_the_rule_does() -> None:
    found = understood(filters({"expires_at": "2030-01-01T00:00:00.000Z"}))
    assert found.rules[0].until == 1_893_456_000_000


@pytest.mark.parametrize(("action", "left"), [("warn", "warn"), ("blur", "blur"), ("something-new", "warn")])
def test_what_folds_or_covers_becomes_dim(action: str, left: str) -> None:
    found = understood(filters({"filter_action": action}))
    assert found.rules[0].action == "dim"
    assert codes(found) == [left]


def test_very_many_keywords_become_rules_that_can_still_be_read() -> None:
    words = [f"woord{number}" for number in range(500)]
    found = understood(filters({"keywords": [keyword(word) for word in words]}))
    assert [rule.name for rule in found.rules][:2] == ["Weer", "Weer (2)"]
    for rule in found.rules:
        assert len(rule.when) <= LONGEST
        parse(rule.when)
    assert all(any(f'"{word}"' in rule.when for rule in found.rules) for word in words)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title": "a\u202eb"}, "[0].title"),
        ({"keywords": [{"keyword": "a\u0000"}]}, "[0].keywords[0].keyword"),
        ({"keywords": ["regent"]}, "[0].keywords[0]"),
        ({"keywords": [{"keyword": "a", "whole_word": "yes"}]}, "[0].keywords[0].whole_word"),
        ({"context": "home"}, "[0].context"),
        ({"expires_at": "never"}, "[0].expires_at"),
    ],
)
def test_a_hostile_answer_is_refused(change: dict[str, Any], place: str) -> None:
    with pytest.raises(RulesRefused) as refused:
        understood(filters(change))
    assert refused.value.place == place
