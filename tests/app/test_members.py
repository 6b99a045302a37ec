"""Who is in an open group, by organisation, and where there is nothing to tell of that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import audience, members
from app.members import Members
from sync.connectors.base import GroupFact
from sync.model import Batch, Group, Member
from sync.store import audience as facts
from sync.store import cursors, group_members
from sync.store.database import Store
from sync.store.group_members import Listed
from tests.sync.store.samples import places, read, write

OPEN, CLOSED = 1, 2
ME = 21


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    people = (
        Member(ME, "noor", "Noor", organisation="BZK"),
        Member(22, "aad", "Aad", organisation="BZK"),
        Member(23, "bea", "", organisation="UWV"),
        Member(24, "kim", "Kim"),
        Member(25, "els", "Els", organisation="Team", team=True),
    )
    write(opened, Batch(groups=places(), members=people))
    told = [
        GroupFact(OPEN, 51, "algemeen", "Algemeen", "", False, "member", 6),
        GroupFact(CLOSED, 52, "participatie", "Participatie", "", True, "member", 6),
    ]
    opened.write(lambda conn: facts.put_register(conn, told))
    opened.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
    yield opened
    opened.close()


def put(store: Store, group_id: int = OPEN) -> None:
    told = Listed(frozenset((ME, 22, 23, 24, 25)), 100, complete=False)
    store.write(lambda conn: group_members.put(conn, group_id, told))


def of_group(store: Store, group_id: int = OPEN) -> Members | None:
    return read(store, lambda conn: members.of_group(conn, group_id))


def test_members_by_organisation_the_member_too_and_the_team_last(store: Store) -> None:
    put(store)
    found = of_group(store)
    assert found is not None
    assert [(one.name, [who.name for who in one.readers]) for one in found.by_organisation] == [
        ("BZK", ["Aad", "Noor"]),
        ("UWV", ["bea"]),
        ("", ["Kim"]),
        ("", ["Els"]),
    ]
    assert found.by_organisation[-1].manages
    assert (found.known, found.total, found.complete, found.as_of) == (5, 6, False, 100)


def test_a_list_that_was_not_asked_for_has_no_date(store: Store) -> None:
    assert of_group(store) == Members(OPEN, total=6)


def test_a_closed_group_has_readers_and_a_group_of_nobody_has_no_list(store: Store) -> None:
    put(store, CLOSED)
    assert of_group(store, CLOSED) is None
    assert of_group(store, 99) is None
    store.write(lambda conn: facts.put_register(conn, []))
    assert of_group(store) is None


def test_who_reads_along_does_not_change_by_it(store: Store) -> None:
    def told(group_id: int) -> tuple[object, ...]:
        return read(
            store,
            lambda conn: (
                audience.of_group(conn, group_id),
                audience.snapshot(conn, group_id),
                audience.new_since_seen(conn, group_id),
            ),
        )

    before = told(OPEN)
    put(store)
    store.write(lambda conn: audience.note_seen(conn, OPEN, 5))
    assert told(OPEN) == before
    assert read(store, lambda conn: facts.seen(conn, facts.seen_key(OPEN))) is None
    # Nor when it is closed one day.
    write(store, Batch(groups=(Group(OPEN, "algemeen", "Algemeen", closed=True),)))
    found = read(store, lambda conn: audience.of_group(conn, OPEN))
    assert (found.readers, found.as_of, found.sure) == ((), None, "at_least")
