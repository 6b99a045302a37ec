"""Completions for @people, #groups and #tags, from the demo community's cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from app.composer.complete import MOST, Completion, complete
from sync.model import Batch, Group, Member, Topic
from sync.store.apply import apply
from sync.store.database import Store


def items(cache: Connection, before: str) -> list[Completion]:
    found = complete(cache, before)
    return [] if found is None else found.items


@pytest.mark.parametrize("asked", ["@fat", "@Fatima", "@fatima el", "@EL AM", "(@fatima", "Dank je @fatima"])
def test_a_person_is_found_by_any_of_their_names(cache: Connection, asked: str) -> None:
    found = complete(cache, asked)
    assert found is not None
    assert asked[found.start] == "@"
    first = found.items[0]
    assert first.label == "Fatima El Amrani"
    assert first.detail
    assert first.insert.startswith("@")
    assert first.insert.endswith(" ")


def test_who_begins_so_comes_before_who_contains_it(cache: Connection) -> None:
    labels = [one.label for one in items(cache, "@es")]
    assert any(word.startswith("Es") for label in labels[:1] for word in label.split())
    assert len(labels) <= MOST


@pytest.mark.parametrize(
    "before", ["", "fatima", "mail@fat", "a.b@fat", "@fatima zegt dat", "x#par", "/@fat", "@fat\n"]
)
def test_nothing_is_asked(cache: Connection, before: str) -> None:
    assert complete(cache, before) is None


def test_groups_by_slug_or_name_and_tags(cache: Connection) -> None:
    assert items(cache, "in #part")[0] == Completion(
        "#participatie ", "Participatie", items(cache, "#part")[0].detail, closed=True
    )
    assert not next(one for one in items(cache, "#taal") if one.label == "Begrijpelijke taal").closed
    assert "Begrijpelijke taal" in [one.label for one in items(cache, "#taal")]
    tag = cache.execute("SELECT tag FROM topic_tags GROUP BY tag ORDER BY count(*) DESC LIMIT 1").fetchone()[
        0
    ]
    assert f"#{tag}" in [one.label for one in items(cache, f"#{tag[:4]}")]
    assert len(items(cache, "#")) <= MOST


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    groups = (
        Group(1, "beleid", "Beleid", closed=False),
        Group(2, "taal", "Taal & beleid", closed=False, parent_id=1),
    )
    people = (
        Member(1, "jan", name="Jan % _ \"'"),
        Member(2, "system-x", name=""),
        Member(-1, "jansys", name="S"),
    )
    topics = (Topic(1, "Een titel", 1, tags=("taal", "beleid")),)
    store.write(lambda conn: apply(conn, Batch(groups=groups, members=people, topics=topics)))
    yield store
    store.close()


def test_a_subgroup_is_written_after_its_parent_and_a_tag_of_the_same_name_says_so(store: Store) -> None:
    with store.reading() as conn:
        assert [one.insert for one in items(conn, "#taal")] == ["#beleid:taal ", "#taal "]
        assert [one.insert for one in items(conn, "#beleid:t")] == ["#beleid:taal "]
        assert "#beleid::tag " in [one.insert for one in items(conn, "#bel")]


def test_the_platforms_own_accounts_are_not_proposed_and_signs_are_no_syntax(store: Store) -> None:
    with store.reading() as conn:
        assert [one.insert for one in items(conn, "@jan")] == ["@jan "]
        assert items(conn, "@j%n") == []
        assert [one.label for one in items(conn, "@sys")] == ["system-x"]
