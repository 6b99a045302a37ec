"""Who reads along: by name and organisation, how sure, and what changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest

from app import audience
from app.audience import Audience, Change
from app.drafts import begin
from sync.model import Batch, Group, Member
from sync.store import audience as rows
from sync.store import cursors
from sync.store.database import Store
from sync.store.drafts import Draft
from tests.sync.store.samples import places, read, topic, write

OPEN, CLOSED, ME = 1, 2, 1
MEMBERS = (
    Member(1, "fatima", "Fatima el Amrani", organisation="RWS"),
    Member(2, "jan", "Jan Bakker", organisation="BZK"),
    Member(3, "renee", "Renée Smit", organisation="VWS"),
    Member(4, "rosa", "Rosa Timmer", organisation="BZK"),
    Member(5, "esther", "Esther Molenaar", organisation="BZK", team=True),
    Member(6, "olaf"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    write(
        opened,
        Batch(groups=places(), members=MEMBERS, topics=(topic(1), topic(2, group_id=CLOSED))),
    )
    opened.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
    yield opened
    opened.close()


def readers(store: Store, *ids: int, complete: bool = True, count: int | None = None, **by: str) -> None:
    """The readers of the closed group, the member among them; ``by`` has rights other than ``member``."""

    def fill(conn: Connection) -> None:
        conn.execute("DELETE FROM group_readers")
        rights = {int(key.removeprefix("by_")): right for key, right in by.items()}
        told = [(CLOSED, one, rights.get(one, "member")) for one in (ME, *ids)]
        conn.executemany("INSERT INTO group_readers VALUES (?, ?, ?)", told)
        conn.execute(
            "INSERT OR REPLACE INTO group_facts VALUES (?, 63, 'p', 'P', '', 1, 'member', ?, ?, 77)",
            (CLOSED, count, int(complete)),
        )

    store.write(fill)


def of_group(store: Store, group_id: int | None = CLOSED) -> Audience:
    return read(store, lambda conn: audience.of_group(conn, group_id))


def snapshot(store: Store, group_id: int = CLOSED) -> str:
    return read(store, lambda conn: audience.snapshot(conn, group_id))


def changed(store: Store, kept: str, group_id: int = CLOSED) -> Change:
    return read(
        store, lambda conn: audience.changed_for(conn, replace(begin(group_id=group_id), audience=kept))
    )


def names(change: Change) -> list[str]:
    return [one.name for one in change.joined]


def test_readers_are_listed_by_organisation_the_team_last_and_the_member_left_out(store: Store) -> None:
    readers(store, 2, 3, 4, 5, 6)
    found = of_group(store)
    assert [
        (one.name, one.manages, [reader.name for reader in one.readers]) for one in found.by_organisation
    ] == [
        ("BZK", False, ["Jan Bakker", "Rosa Timmer"]),
        ("VWS", False, ["Renée Smit"]),
        ("", False, ["olaf"]),
        ("", True, ["Esther Molenaar"]),
    ]
    assert (found.group, found.closed, found.count, found.organisations) == ("Participatie", True, 5, 3)
    assert (found.sure, found.as_of) == ("exact", 77)
    assert ME not in {one.member_id for one in found.readers}


def test_who_reads_by_another_right_says_so(store: Store) -> None:
    readers(store, 2, 3, 4, by_3="parent", by_4="staff")
    found = of_group(store)
    assert {one.name: (one.by, one.team) for one in found.readers} == {
        "Jan Bakker": ("member", 0),
        "Renée Smit": ("parent", 0),
        "Rosa Timmer": ("staff", 1),
    }
    assert found.by_organisation[-1].manages
    assert [one.name for one in found.by_organisation[-1].readers] == ["Rosa Timmer"]


def test_a_list_with_names_missing_is_a_least(store: Store) -> None:
    readers(store, 2, 3, complete=False, count=9)
    found = of_group(store)
    assert (found.count, found.sure, len(found.readers)) == (8, "at_least", 2)
    readers(store, 2, 3, complete=False)
    assert (of_group(store).count, of_group(store).sure) == (2, "at_least")


def test_a_closed_group_without_a_list_is_not_known_or_counted_only(store: Store) -> None:
    assert of_group(store) == Audience(CLOSED, "Participatie", True, None, None, (), None, "unknown")
    write(store, Batch(groups=(Group(CLOSED, "participatie", "Participatie", closed=True, members=5),)))
    assert of_group(store) == Audience(CLOSED, "Participatie", True, 4, None, (), None, "at_least")


def test_alone_in_a_group(store: Store) -> None:
    readers(store)
    assert (of_group(store).count, of_group(store).sure, of_group(store).by_organisation) == (0, "exact", ())


@pytest.mark.parametrize("group_id", [OPEN, None])
def test_an_open_group_is_read_by_the_whole_community(store: Store, group_id: int | None) -> None:
    found = of_group(store, group_id)
    assert (found.closed, found.count, found.organisations, found.by_organisation) == (False, 5, 3, ())
    assert (found.sure, found.as_of) == ("at_least", None)
    told = ((cursors.PEOPLE_AT, "99"), (cursors.PEOPLE_ALL, "1"))
    store.write(lambda conn: cursors.put_all(conn, told))
    assert (of_group(store, group_id).sure, of_group(store, group_id).as_of) == ("exact", 99)


def test_a_list_of_members_that_was_cut_off_is_a_least_by_the_communitys_own_count(store: Store) -> None:
    told = ((cursors.PEOPLE_AT, "99"), (cursors.PEOPLE_TOTAL, "1200"))
    store.write(lambda conn: cursors.put_all(conn, told))
    assert (of_group(store, OPEN).count, of_group(store, OPEN).sure) == (1199, "at_least")


def test_an_empty_cache_knows_of_nobody(tmp_path: Path) -> None:
    empty = Store(tmp_path / "empty")
    try:
        assert (of_group(empty, None).count, of_group(empty, None).sure) == (None, "unknown")
    finally:
        empty.close()


def test_a_group_that_is_not_here_is_taken_for_closed(store: Store) -> None:
    assert of_group(store, 99) == Audience(99, "", True, None, None, (), None, "unknown")
    assert read(store, lambda conn: audience.of_topic(conn, 99)).closed


def test_a_topic_and_a_draft_are_read_where_they_are(store: Store) -> None:
    readers(store, 2)
    assert read(store, lambda conn: audience.of_topic(conn, 2)) == of_group(store)
    assert read(store, lambda conn: audience.of_topic(conn, 1)) == of_group(store, OPEN)
    reply, new = Draft(action="reply", topic_id=2), Draft(group_id=OPEN)
    assert read(store, lambda conn: audience.of_draft(conn, reply)) == of_group(store)
    assert read(store, lambda conn: audience.of_draft(conn, new)) == of_group(store, OPEN)
    assert not read(store, lambda conn: audience.of_draft(conn, Draft())).closed


def test_who_joined_and_left_since_is_told_by_name(store: Store) -> None:
    readers(store, 2, 3)
    kept = snapshot(store)
    assert changed(store, kept) == Change()
    readers(store, 2, 4, 5)
    found = changed(store, kept)
    assert (names(found), found.left, found.grew) == (
        ["Rosa Timmer", "Esther Molenaar"],
        ("Renée Smit",),
        True,
    )
    readers(store, 2)
    assert changed(store, kept) == Change((), ("Renée Smit",))
    assert not changed(store, kept).grew


def test_as_many_readers_can_be_others(store: Store) -> None:
    readers(store, 2)
    kept = snapshot(store)
    readers(store, 3)
    assert (names(changed(store, kept)), changed(store, kept).grew) == (["Renée Smit"], True)


def test_a_list_that_became_known_or_complete_says_nothing_about_who_joined(store: Store) -> None:
    kept = snapshot(store)
    readers(store, 2, 3)
    assert changed(store, kept) == Change()
    readers(store, 2, complete=False)
    kept = snapshot(store)
    readers(store, 2, 3)
    assert changed(store, kept) == Change()


def test_a_name_that_was_not_on_the_list_counts_when_neither_list_is_complete(store: Store) -> None:
    readers(store, 2, complete=False)
    kept = snapshot(store)
    readers(store, 3, complete=False)
    assert (names(changed(store, kept)), changed(store, kept).left) == (["Renée Smit"], ())


def test_more_members_without_names(store: Store) -> None:
    readers(store, 2, complete=False, count=9)
    kept = snapshot(store)
    readers(store, 2, complete=False, count=12)
    assert changed(store, kept) == Change(more=3)
    assert changed(store, kept).grew


def test_a_list_that_is_less_complete_than_before_takes_nobody_for_gone(store: Store) -> None:
    readers(store, 2, 3)
    kept = snapshot(store)
    readers(store, 2, complete=False)
    assert changed(store, kept) == Change()


def test_more_members_than_were_all_known_by_name(store: Store) -> None:
    readers(store, 2, 3)
    kept = snapshot(store)
    readers(store, 2, complete=False, count=7)
    assert changed(store, kept) == Change(more=4), "two were everybody; six are there now"


@pytest.mark.parametrize("action", ["reply", "edit"])
def test_a_topic_that_moved_is_read_where_it_is_now(store: Store, action: str) -> None:
    readers(store, 2)
    written = Draft(action=action, group_id=CLOSED, topic_id=2, audience=snapshot(store))
    assert read(store, lambda conn: audience.changed_for(conn, written)) == Change()
    write(store, Batch(topics=(topic(2, group_id=OPEN),)))
    assert read(store, lambda conn: audience.of_draft(conn, written)) == of_group(store, OPEN)
    assert read(store, lambda conn: audience.changed_for(conn, written)) == Change(opened=True)


def test_a_topic_that_moved_to_another_closed_group_has_its_readers(store: Store) -> None:
    other = 3
    readers(store, 2, 3)
    written = Draft(action="reply", group_id=CLOSED, topic_id=2, audience=snapshot(store))
    moved = Batch(groups=(Group(other, "crisis", "Crisis", closed=True),), topics=(topic(2, group_id=other),))
    write(store, moved)
    store.write(lambda conn: conn.execute("UPDATE group_readers SET group_id = 3 WHERE member_id <> 3"))
    store.write(lambda conn: conn.execute("UPDATE group_facts SET group_id = 3"))
    store.write(lambda conn: conn.execute("INSERT INTO group_readers VALUES (3, 4, 'member')"))
    found = read(store, lambda conn: audience.changed_for(conn, written))
    assert (names(found), found.opened) == (["Rosa Timmer"], False)


def test_another_group_chosen_for_a_topic_is_no_change(store: Store) -> None:
    readers(store, 2)
    chosen = Draft(group_id=OPEN, audience=snapshot(store))
    assert read(store, lambda conn: audience.changed_for(conn, chosen)) == Change()


def test_a_group_that_was_opened(store: Store) -> None:
    readers(store, 2)
    kept = snapshot(store)
    write(store, Batch(groups=(Group(CLOSED, "participatie", "Participatie", closed=False),)))
    assert changed(store, kept) == Change(opened=True)
    assert changed(store, kept).grew


def test_what_was_meant_for_everyone_is_read_by_nobody_new(store: Store) -> None:
    kept = snapshot(store, OPEN)
    write(store, Batch(members=(Member(7, "nieuw", "Nieuw"),)))
    assert changed(store, kept, OPEN) == Change()


@pytest.mark.parametrize("kept", ["", "{", "[]", "7", '{"group": 9, "closed": true, "ids": []}'])
def test_what_is_no_snapshot_of_the_group_says_nothing(store: Store, kept: str) -> None:
    readers(store, 2)
    assert changed(store, kept) == Change()
    assert not audience.is_of(kept, CLOSED)


def test_a_snapshot_is_of_one_group_and_as_the_member_saw_it(store: Store) -> None:
    readers(store, 2)
    shown = of_group(store)
    readers(store, 2, 3)
    kept = audience.snapshot_of(shown)
    assert audience.is_of(kept, CLOSED)
    assert not audience.is_of(kept, OPEN)
    assert names(changed(store, kept)) == ["Renée Smit"]
    assert "Bakker" not in kept, "names stay in one place, from where they can be taken away"
    assert json.loads(kept)["ids"] == [2]


def test_who_is_new_since_the_member_looked(store: Store) -> None:
    readers(store, 2)
    assert read(store, lambda conn: audience.new_since_seen(conn, CLOSED)) == (), "never looked"
    store.write(lambda conn: audience.note_seen(conn, CLOSED, 5))
    readers(store, 2, 4)
    assert [one.name for one in read(store, lambda conn: audience.new_since_seen(conn, CLOSED))] == [
        "Rosa Timmer"
    ]
    assert {one.name: one.new for one in of_group(store).readers} == {
        "Jan Bakker": False,
        "Rosa Timmer": True,
    }
    store.write(lambda conn: audience.note_seen(conn, CLOSED, 6))
    assert read(store, lambda conn: audience.new_since_seen(conn, CLOSED)) == ()


def test_looking_at_a_list_that_is_not_there_is_no_looking(store: Store) -> None:
    store.write(lambda conn: audience.note_seen(conn, CLOSED, 5))
    readers(store, 2)
    assert read(store, lambda conn: audience.new_since_seen(conn, CLOSED)) == ()
    assert read(store, lambda conn: rows.seen(conn, rows.seen_key(CLOSED))) is None
