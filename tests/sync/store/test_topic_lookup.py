"""What is looked up of topics apart from any list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.model import Batch, Member
from sync.store import topic_lookup
from sync.store.database import Store
from tests.sync.store.samples import places, read, topic, write

MEMBERS = (Member(1, "esther", "Esther", team=True), Member(2, "jan", "Jan", team=False))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    topics = (
        topic(3, title="Mededeling", kind="announcement", author_id=1, created=1),
        topic(5, title="Vraag", kind="question", author_id=2, group_id=2, created=2),
        topic(9, author_id=7, group_id=2, created=3),
    )
    write(opened, Batch(groups=places(), members=MEMBERS, topics=topics))
    yield opened
    opened.close()


def test_a_title_and_a_group(store: Store) -> None:
    assert read(store, lambda conn: topic_lookup.title(conn, 5)) == "Vraag"
    assert read(store, lambda conn: topic_lookup.title(conn, 4)) is None
    assert read(store, lambda conn: topic_lookup.group_of(conn, 5)) == 2
    assert read(store, lambda conn: topic_lookup.group_of(conn, 4)) is None
    assert read(store, lambda conn: topic_lookup.groups_of(conn, (3, 4, 9))) == {3: 1, 9: 2}


def test_many_in_a_line_each_also_of_an_author_who_is_not_known(store: Store) -> None:
    found = sorted(read(store, lambda conn: topic_lookup.gists(conn, (9, 5, 4))))
    assert [(one.topic_id, one.title, one.kind, one.author) for one in found] == [
        (5, "Vraag", "question", "Jan"),
        (9, "Onderwerp 9", "discussion", ""),
    ]


def test_the_newest_by_group_and_between_which_ids_all_are(store: Store, tmp_path: Path) -> None:
    assert read(store, lambda conn: topic_lookup.newest_by_group(conn, 9)) == {1: 1, 2: 2}
    assert read(store, lambda conn: topic_lookup.newest_by_group(conn, 2)) == {2: 2}
    assert read(store, topic_lookup.extent) == (3, 9)
    empty = Store(tmp_path / "empty")
    assert read(empty, topic_lookup.extent) == (0, 0)
    empty.close()


def test_whether_others_than_the_team_begin_topics_of_a_kind(store: Store) -> None:
    def others(kind: str) -> bool:
        return read(store, lambda conn: topic_lookup.begun_by_others_than_team(conn, kind, 50))

    assert not others("announcement")
    assert others("question")
    assert not others("event")
