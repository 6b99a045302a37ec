"""Who reads a group and which groups there are, as they are kept: what is not told is not forgotten."""

from __future__ import annotations

import pytest

from sync.connectors.base import GroupFact, GroupReaders, GroupState, ReadsBy
from sync.model import Batch, Changes, Member
from sync.store import audience, images
from sync.store.audience import FactRow
from sync.store.database import Store
from tests.sync.store.samples import people, places, read, write

OPEN, CLOSED = 1, 2


@pytest.fixture(autouse=True)
def _community(store: Store) -> None:
    write(store, Batch(groups=places(), members=people()))


def told(complete: bool = True, **by: ReadsBy) -> GroupReaders:
    """A list as it was told: the members "m1", "m2" ... by their rights."""
    members = tuple(Member(int(key[1:]), f"lid{key[1:]}") for key in by)
    return GroupReaders(members, {int(key[1:]): right for key, right in by.items()}, complete)


def put(store: Store, list_: GroupReaders, now: int, group_id: int = CLOSED) -> Changes:
    return store.write(lambda conn: audience.put_readers(conn, group_id, list_, now))


def rights(store: Store, group_id: int = CLOSED) -> dict[int, str]:
    return {row.member_id: row.by for row in read(store, lambda conn: audience.readers(conn, group_id))}


def fact(remote_id: int, name: str, group_id: int | None = None, state: GroupState = "open") -> GroupFact:
    return GroupFact(group_id, remote_id, name, name.title(), f"Over {name}", state != "open", state, 4)


def facts(store: Store) -> dict[int, FactRow]:
    return {row.group_id: row for row in read(store, audience.register)}


def register(store: Store, *found: GroupFact) -> Changes:
    return store.write(lambda conn: audience.put_register(conn, found))


def test_a_complete_list_is_the_list_with_its_date(store: Store) -> None:
    changes = put(store, told(m1="member", m2="parent", m9="staff"), 100)
    assert changes.groups == {CLOSED}
    assert changes.members == {1, 2, 9}
    assert rights(store) == {1: "member", 2: "parent", 9: "staff"}
    assert read(store, lambda conn: audience.of_group(conn, CLOSED)) == audience.Readers(3, 2, 100, True)
    assert not put(store, told(m1="member", m2="parent", m9="staff"), 200)
    assert read(store, lambda conn: audience.of_group(conn, CLOSED)).as_of == 200
    assert put(store, told(m1="member"), 300).groups == {CLOSED}
    assert rights(store) == {1: "member"}
    assert put(store, told(), 400).groups == {CLOSED}
    assert rights(store) == {}


def test_a_list_that_lacks_people_takes_away_only_within_a_right_that_it_names(store: Store) -> None:
    put(store, told(m1="member", m2="member", m9="staff"), 100)
    put(store, told(False, m1="member"), 200)
    assert rights(store) == {1: "member", 9: "staff"}
    assert read(store, lambda conn: audience.of_group(conn, CLOSED)) == audience.Readers(2, 1, 200, False)


def test_a_list_without_anybody_only_makes_it_less_sure(store: Store) -> None:
    put(store, told(m1="member"), 100)
    assert put(store, told(False), 200).groups == {CLOSED}
    assert rights(store) == {1: "member"}
    assert read(store, lambda conn: audience.of_group(conn, CLOSED)) == audience.Readers(1, 1, 100, False)
    assert not put(store, told(False), 300)


def test_a_list_never_before_told_has_no_date(store: Store) -> None:
    put(store, told(False), 200)
    assert read(store, lambda conn: audience.of_group(conn, CLOSED)) == audience.Readers(0, 0, None, False)


def test_an_organisation_that_is_known_stays_and_one_that_is_not_is_taken(store: Store) -> None:
    listed = (
        Member(1, "fatima", "Fatima el Amrani", organisation="rws-groep"),
        Member(9, "olaf", "Olaf Prins", organisation="Kadaster", avatar_url="https://c.test/a/9.png"),
    )
    put(store, GroupReaders(listed, {1: "member", 9: "member"}, True), 100)
    rows = {row.member_id: row for row in read(store, lambda conn: audience.readers(conn, CLOSED))}
    assert (rows[1].organisation, rows[9].organisation) == ("RWS", "Kadaster")
    assert [row.name for row in rows.values()] == ["Fatima el Amrani", "Olaf Prins"]
    wanted = read(store, lambda conn: images.wanted(conn, 9, 0))
    assert (rows[9].avatar, "https://c.test/a/9.png") in wanted


def test_the_staff_is_known_as_the_team(store: Store) -> None:
    put(store, GroupReaders((Member(9, "esther", team=True),), {9: "staff"}, True), 100)
    [row] = read(store, lambda conn: audience.readers(conn, CLOSED))
    assert (row.team, row.by) == (True, "staff")


def test_the_register_has_groups_with_and_without_a_place(store: Store) -> None:
    changes = register(
        store, fact(61, "algemeen", OPEN, "member"), fact(62, "participatie", CLOSED), fact(70, "pers", None)
    )
    assert changes.groups == {OPEN, CLOSED, -70}
    found = facts(store)
    assert {key: (row.remote_id, row.state) for key, row in found.items()} == {
        OPEN: (61, "member"),
        CLOSED: (62, "open"),
        -70: (70, "open"),
    }
    # The place itself says who may read it.
    assert found[CLOSED].closed
    assert (found[-70].fetched_at, found[-70].complete, found[-70].members) == (0, False, 4)
    assert not register(
        store, fact(61, "algemeen", OPEN, "member"), fact(62, "participatie", CLOSED), fact(70, "pers", None)
    )


def test_a_group_that_is_no_longer_listed_goes_but_a_list_of_readers_stays(store: Store) -> None:
    register(store, fact(62, "participatie", CLOSED, "member"), fact(70, "pers"))
    put(store, told(m1="member"), 100)
    assert register(store).groups == {CLOSED, -70}
    assert facts(store) == {}
    assert rights(store) == {1: "member"}
    assert read(store, lambda conn: audience.of_group(conn, CLOSED)) == audience.Readers(1, 1, 100, True)


def test_the_date_of_the_list_outlives_the_register(store: Store) -> None:
    put(store, told(m1="member")._replace(total=15), 100)
    register(store, fact(62, "participatie", CLOSED, "member"))
    row = facts(store)[CLOSED]
    assert (row.complete, row.fetched_at, row.name, row.members) == (True, 100, "Participatie", 4)


def test_whose_the_place_is_follows_who_reads_it_and_not_a_name(store: Store) -> None:
    put(store, told(m1="member")._replace(remote_name="kern"), 100)
    register(store, fact(62, "participatie", CLOSED), fact(63, "kern", None, "member"))
    assert {key: row.remote_name for key, row in facts(store).items()} == {
        CLOSED: "kern",
        -62: "participatie",
    }


def test_a_question_to_come_in_stays_until_the_answer(store: Store) -> None:
    register(store, fact(70, "pers", state="asks"))
    assert store.write(lambda conn: audience.joined(conn, -70, "asked")).groups == {-70}
    assert not store.write(lambda conn: audience.joined(conn, -70, "asked"))
    assert not store.write(lambda conn: audience.joined(conn, -99, "asked"))
    register(store, fact(70, "pers", state="asks"))
    assert facts(store)[-70].state == "asked"
    register(store, fact(70, "pers", state="member"))
    assert facts(store)[-70].state == "member"


def test_who_was_seen_is_kept_under_its_key(store: Store) -> None:
    assert read(store, lambda conn: audience.seen(conn, audience.seen_key(CLOSED))) is None
    store.write(lambda conn: audience.note_seen(conn, audience.seen_key(CLOSED), {3, 1}, 100))
    store.write(lambda conn: audience.note_seen(conn, audience.seen_key(CLOSED), {3, 2}, 200))
    assert read(store, lambda conn: audience.seen(conn, audience.seen_key(CLOSED))) == (
        frozenset({2, 3}),
        200,
    )
