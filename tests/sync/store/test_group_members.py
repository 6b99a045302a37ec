"""Who is in an open group, as it is kept: apart from who reads, and not forgotten over a refusal."""

from __future__ import annotations

import pytest

from sync.model import Batch, Changes, Member
from sync.store import audience, group_members
from sync.store import groups as group_rows
from sync.store.database import Store
from sync.store.group_members import Listed
from tests.sync.store.samples import people, places, read, write

OPEN, CLOSED = 1, 2


@pytest.fixture(autouse=True)
def _community(store: Store) -> None:
    write(store, Batch(groups=places(), members=people()))


def put(store: Store, *ids: int, as_of: int = 100, complete: bool = True, group_id: int = OPEN) -> Changes:
    told = Listed(frozenset(ids), as_of, complete)
    return store.write(lambda conn: group_members.put(conn, group_id, told))


def listed(store: Store, group_id: int = OPEN) -> Listed | None:
    return read(store, lambda conn: group_members.listed(conn, group_id))


def test_a_list_is_kept_with_its_date_and_is_no_list_of_readers(store: Store) -> None:
    assert listed(store) is None
    assert put(store, 1, 2).groups == {OPEN}
    assert listed(store) == Listed(frozenset((1, 2)), 100, complete=True)
    assert read(store, lambda conn: audience.readers(conn, OPEN)) == []
    assert read(store, lambda conn: audience.of_group(conn, OPEN)) == audience.Readers(0, 0, None, False)
    assert read(store, group_rows.organisations) == {}


def test_the_same_people_later_only_have_another_date(store: Store) -> None:
    put(store, 1, 2)
    assert put(store, 2, 1, as_of=200) == Changes()
    assert listed(store) == Listed(frozenset((1, 2)), 200, complete=True)
    assert put(store, 1, as_of=300).groups == {OPEN}


def test_nobody_told_keeps_who_was_known_and_makes_it_less_sure(store: Store) -> None:
    put(store, complete=False)
    assert listed(store) == Listed(frozenset(), 100, complete=False)
    put(store, 1, 2, as_of=200)
    assert put(store, as_of=300, complete=False).groups == {OPEN}
    assert listed(store) == Listed(frozenset((1, 2)), 200, complete=False)


def test_members_by_name_and_only_those_who_are_known(store: Store) -> None:
    write(store, Batch(members=(Member(4, "aad", "aad Smit"), Member(5, "zus"))))
    found = read(store, lambda conn: group_members.named(conn, (5, 99, 4)))
    assert [(row.member_id, row.name, row.by, row.team) for row in found] == [
        (4, "aad Smit", "member", False),
        (5, "zus", "member", False),
    ]


def test_organisations_are_counted_once_and_the_team_as_one(store: Store) -> None:
    write(
        store,
        Batch(
            members=(
                Member(11, "a", organisation="RWS"),
                Member(12, "b", organisation="RWS"),
                Member(13, "c", organisation="BZK", team=True),
                Member(14, "d", organisation="UWV", team=True),
                Member(15, "e", organisation=""),
            )
        ),
    )
    put(store, 11, 12, 13, 14, 15)
    put(store, 11, group_id=12)
    put(store, group_id=13)
    assert read(store, group_members.organisations) == {OPEN: 2, 12: 1}


def test_a_list_is_forgotten_alone(store: Store) -> None:
    put(store, 1)
    put(store, 1, group_id=11)
    store.write(lambda conn: group_members.forget(conn, OPEN))
    assert listed(store) is None
    assert listed(store, 11) is not None
