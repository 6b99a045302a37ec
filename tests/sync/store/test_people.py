"""People by name: whom a part of a name finds, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.model import Batch, Member
from sync.store import people
from sync.store.database import Store
from tests.sync.store.samples import read, topic, write

MEMBERS = (
    Member(-1, "system", "Systeem", last_seen=9),
    Member(1, "Fatima", "Fatima el Amrani", organisation="RWS", last_seen=5),
    Member(2, "jan", "Jan Bakker", organisation="BZK", team=True),
    Member(3, "renee", "", organisation="BZK"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    topics = (topic(1, author_id=2), topic(2, author_id=2), topic(3, author_id=3))
    write(opened, Batch(members=MEMBERS, topics=topics))
    yield opened
    opened.close()


def test_a_part_of_any_name_finds_someone(store: Store) -> None:
    for part in ("amra", "fatima", "rws"):
        assert [(one.member_id, one.last_seen) for one in read(store, lambda c: people.named(c, part))] == [  # noqa: B023
            (1, 5)
        ]
    assert len(read(store, lambda conn: people.named(conn, ""))) == 4


def test_usernames_are_known_whatever_their_case(store: Store) -> None:
    known = read(store, lambda conn: people.usernames_among(conn, {"FATIMA", "Jan", "jan ", "niemand", '"'}))
    assert known == {"fatima", "jan"}
    assert read(store, lambda conn: people.usernames_among(conn, ())) == frozenset()


def test_who_is_of_the_team(store: Store) -> None:
    assert [one.id for one in MEMBERS if read(store, lambda conn: people.is_team(conn, one.id))] == [2]  # noqa: B023
    assert not read(store, lambda conn: people.is_team(conn, 0))


def test_the_most_active_people_and_the_largest_organisations_first(store: Store) -> None:
    assert read(store, lambda conn: people.most_active(conn, 9)) == ["Jan Bakker", "renee"]
    assert read(store, lambda conn: people.most_active(conn, 1)) == ["Jan Bakker"]
    assert read(store, lambda conn: people.largest_organisations(conn, 9)) == ["BZK", "RWS"]
    assert sorted(read(store, people.organisations)) == ["BZK", "RWS"]
