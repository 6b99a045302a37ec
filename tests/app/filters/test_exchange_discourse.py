"""What a member muted or ignored in Discourse becomes rules; what a rule cannot say is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.filters.exchange import read
from app.filters.exchange_checks import RulesRefused
from app.filters.exchange_document import Document
from app.filters.exchange_texts import left_sentence
from app.filters.parse import parse
from app.filters.tree import Names

GROUPS = {3: ("Participatie", "participatie"), 4: ("Web & Co", "web-co"), 5: ('De "stille" hoek', "stil")}
USER: dict[str, Any] = {
    "id": 7,
    "username": "noor",
    "muted_category_ids": [3, 4],
    "watched_category_ids": [5],
    "muted_tags": ["vacature", "stage"],
    "muted_usernames": ["bram_willems"],
    "ignored_usernames": ["iris", "daan"],
}


def understood(value: object, language: str = "en") -> Document:
    """What is read from the preferences."""
    return read(json.dumps(value).encode(), now=0, groups=GROUPS, language=language)  # type: ignore[arg-type]


def test_preferences_become_readable_rules() -> None:
    found = understood({"user": USER})
    assert [(rule.when, rule.action) for rule in found.rules] == [
        ('group:Participatie,"Web & Co"', "hide"),
        ("tag:vacature,stage", "hide"),
        ("from:iris,daan", "hide"),
        ("from:bram_willems", "dim"),
    ]
    assert [left.code for left in found.left] == ["muted-member"]
    assert len({rule.name for rule in found.rules}) == 4


@pytest.mark.parametrize("wrapper", ["user", "current_user", None])
def test_every_answer_that_has_them_is_known(wrapper: str | None) -> None:
    assert understood({wrapper: USER} if wrapper else USER) == understood({"user": USER})


def test_rules_are_called_in_the_language_of_the_member() -> None:
    dutch, english = understood(USER, "nl"), understood(USER, "en")
    assert dutch.rules[0].name.startswith("Groepen")
    assert [rule.when for rule in dutch.rules] == [rule.when for rule in english.rules]


def test_tags_of_newer_versions_have_a_name() -> None:
    found = understood({"user": {"muted_tags": [{"id": 4, "name": "vacature", "slug": "vacature"}]}})
    assert [rule.when for rule in found.rules] == ["tag:vacature"]


def test_a_name_that_cannot_be_written_is_replaced_by_the_short_name() -> None:
    assert understood({"muted_category_ids": [5]}).rules[0].when == "group:stil"


def test_what_is_not_known_here_is_told() -> None:
    found = understood({"muted_category_ids": [99, 3], "muted_tags": ['a"b']})
    assert [rule.when for rule in found.rules] == ["group:Participatie"]
    assert [(left.code, left.what) for left in found.left] == [("unknown-group", "99"), ("unreadable", 'a"b')]
    assert all(left_sentence(left, "nl") for left in found.left)


def test_groups_below_a_muted_one_are_muted_too() -> None:
    found = understood({"muted_category_ids": [3], "indirectly_muted_category_ids": [4]})
    assert found.rules[0].when == 'group:Participatie,"Web & Co"'


def test_nothing_muted_gives_no_rules() -> None:
    found = understood({"user": {"muted_category_ids": [], "muted_tags": None}})
    assert found == Document(())


def test_very_many_names_become_rules_that_can_be_read() -> None:
    names = [f"lid_{number}" for number in range(1500)]
    found = understood({"ignored_usernames": names})
    read_back = [name for rule in found.rules for name in _names(rule.when)]
    assert read_back == names


def _names(when: str) -> tuple[str, ...]:
    node = parse(when)
    parts = [node] if isinstance(node, Names) else node.parts  # type: ignore[union-attr]
    return tuple(name for part in parts for name in part.names)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("user", "place"),
    [
        ({"muted_category_ids": "all"}, "muted_category_ids"),
        ({"muted_category_ids": ["3"]}, "muted_category_ids[0]"),
        ({"muted_tags": [3]}, "muted_tags[0]"),
        ({"muted_tags": [{"id": 3}]}, "muted_tags[0].name"),
        ({"ignored_usernames": ["a\u202eb"]}, "ignored_usernames[0]"),
        ({"muted_usernames": ["x" * 500]}, "muted_usernames[0]"),
    ],
)
def test_hostile_preferences_are_refused(user: dict[str, Any], place: str) -> None:
    with pytest.raises(RulesRefused) as refused:
        understood({"user": user})
    assert refused.value.place == place
