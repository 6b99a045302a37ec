"""What a member shares and does, as it is put in the outbox."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from app import audience, share
from sync import delivery, outbox
from sync.outbox import Item
from sync.store import outbox as rows
from sync.store.database import Store
from tests.sync.store.samples import pages, read, write

OPEN, CLOSED = 1, 2


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    for batch in pages():
        write(opened, batch)
    yield opened
    opened.close()


def items(store: Store) -> list[Item]:
    return read(store, rows.items)


def readers(store: Store, *member_ids: int, complete: bool = True) -> None:
    def fill(conn: Connection) -> None:
        conn.execute("DELETE FROM group_readers")
        conn.executemany(
            "INSERT INTO group_readers VALUES (?, ?, 'member')", [(CLOSED, one) for one in member_ids]
        )
        conn.execute(
            "INSERT OR REPLACE INTO group_facts VALUES (?, 63, 'p', 'P', '', 1, 'member', 3, ?, 77)",
            (CLOSED, int(complete)),
        )

    store.write(fill)


@pytest.mark.parametrize("name", ["participatie", "Participatie", "PARTICIPATIE", "2"])
def test_a_group_by_slug_name_or_number(store: Store, name: str) -> None:
    found = read(store, lambda conn: share.group_named(conn, name))
    assert found is not None
    assert found.group_id == CLOSED
    assert read(store, lambda conn: share.group_named(conn, "nergens")) is None


def test_sharing_waits_so_that_it_can_be_undone(store: Store) -> None:
    item = share.share(store, OPEN, "  Een   titel ", " Tekst ", tags=("beleid",))
    assert (item.title, item.raw, item.tags) == ("Een titel", "Tekst", '["beleid"]')
    assert item.not_before == item.created + outbox.UNDO_MS
    assert share.share(store, OPEN, "Nog een", "Tekst", wait_ms=0).not_before == 0


def test_a_kind_is_told_by_a_tag_that_the_community_uses(store: Store) -> None:
    assert json.loads(share.share(store, OPEN, "Een", "Tekst", kind="question").tags) == []
    store.write(lambda conn: conn.execute("INSERT INTO topic_tags VALUES ('vraag', 1)"))
    assert json.loads(share.share(store, OPEN, "Twee", "Tekst", kind="question").tags) == ["vraag"]
    again = share.share(store, OPEN, "Drie", "Tekst", kind="question", tags=("vraag",))
    assert json.loads(again.tags) == ["vraag"]


def test_a_reply_knows_its_topic_and_group(store: Store) -> None:
    item = share.reply(store, 3, "Dank je wel!", reply_to=2)
    assert (item.lane, item.group_id, item.reply_to) == ("topic 3", CLOSED, 2)
    assert audience.is_of(item.audience, CLOSED)


def test_a_like_and_its_undoing_leave_nothing(store: Store) -> None:
    item = share.like(store, 4)
    assert item is not None
    assert item.lane.startswith("topic ")
    assert share.like(store, 4, wanted=False) is None
    assert items(store) == []
    assert share.like(store, 4, wanted=False) is None, "the community does not know a like"


def test_a_like_that_the_community_knows_can_be_taken_back(store: Store) -> None:
    store.write(lambda conn: conn.execute("UPDATE posts SET liked = 1 WHERE post_id = 4"))
    assert share.like(store, 4) is None
    assert share.like(store, 4, wanted=False) is not None
    assert share.like(store, 4) is None
    assert items(store) == []


def test_joining_and_leaving_undo_each_other(store: Store) -> None:
    assert share.join(store, 9, "loopbaan") is not None
    assert share.leave(store, 9, "loopbaan") is None
    assert items(store) == []
    asked = share.ask_to_join(store, 9, "loopbaan", "Ik werk er.")
    assert asked is not None
    assert (asked.title, asked.raw) == ("loopbaan", "Ik werk er.")


def test_sending_is_held_when_more_people_read_along(store: Store) -> None:
    readers(store, 1, 2)
    item = share.share(store, CLOSED, "Een", "Tekst", wait_ms=0)
    readers(store, 1)
    assert read(store, lambda conn: share.held_back(conn, item)) is None
    readers(store, 1, 2, 3)
    assert read(store, lambda conn: share.held_back(conn, item)) == outbox.AUDIENCE_GREW
    store.write(lambda conn: outbox.hold(conn, item.item_id, outbox.AUDIENCE_GREW))
    assert share.send_anyway(store, item.item_id)
    [released] = items(store)
    assert (released.held, read(store, lambda conn: share.held_back(conn, released))) == (0, None)


def test_sending_anyway_is_to_those_whom_the_member_saw(store: Store) -> None:
    readers(store, 1, 2)
    item = share.share(store, CLOSED, "Een", "Tekst", wait_ms=0)
    readers(store, 1, 2, 3)
    saw = read(store, lambda conn: audience.of_group(conn, CLOSED))
    store.write(lambda conn: outbox.hold(conn, item.item_id, outbox.AUDIENCE_GREW))
    readers(store, 1, 2, 3, 4)
    assert share.send_anyway(store, item.item_id, saw)
    [again] = items(store)
    assert read(store, lambda conn: share.held_back(conn, again)) == outbox.AUDIENCE_GREW
    joined = read(store, lambda conn: audience.changed_for(conn, again)).joined
    assert [one.member_id for one in joined] == [4]


def test_sending_sooner_agrees_to_no_new_readers(store: Store) -> None:
    readers(store, 1, 2)
    item = share.share(store, CLOSED, "Een", "Tekst")
    readers(store, 1, 2, 3)
    assert share.send_anyway(store, item.item_id)
    [sooner] = items(store)
    assert sooner.not_before == 0
    assert read(store, lambda conn: share.held_back(conn, sooner)) == outbox.AUDIENCE_GREW


def test_a_list_of_readers_that_became_known_holds_nothing(store: Store) -> None:
    item = share.share(store, CLOSED, "Een", "Tekst", wait_ms=0)
    readers(store, 1, 2)
    assert read(store, lambda conn: share.held_back(conn, item)) is None


def test_a_closed_group_that_was_opened_holds_what_was_meant_for_it(store: Store) -> None:
    item = share.share(store, CLOSED, "Een", "Tekst", wait_ms=0)
    store.write(lambda conn: conn.execute("UPDATE groups SET closed = 0 WHERE group_id = ?", (CLOSED,)))
    assert read(store, lambda conn: share.held_back(conn, item)) == outbox.AUDIENCE_GREW


@pytest.mark.parametrize(
    ("reason", "place", "group_id", "reply_to"),
    [
        (outbox.PARENT_GONE, "topic 3", CLOSED, None),
        (outbox.MOVED, "topic 3", CLOSED, 2),
        (outbox.CLOSED, "new", CLOSED, None),
        (outbox.TOPIC_GONE, "new", CLOSED, None),
        (outbox.GROUP_LEFT, "new", None, None),
        (outbox.REFUSED, "topic 3", CLOSED, 2),
    ],
)
def test_what_came_back_is_offered_the_nearest_place(
    store: Store, reason: str, place: str, group_id: int | None, reply_to: int | None
) -> None:
    item = share.reply(store, 3, "Dank je wel!", reply_to=2)
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, reason))
    [back] = items(store)
    draft = read(store, lambda conn: share.nearest(conn, back))
    assert (draft.place, draft.group_id, draft.reply_to, draft.raw) == (
        place,
        group_id,
        reply_to,
        "Dank je wel!",
    )


def test_what_was_written_can_be_kept_elsewhere(store: Store) -> None:
    share.share(store, OPEN, "Een", "Tekst een")
    share.reply(store, 3, "Tekst twee")
    share.like(store, 4)
    assert share.as_markdown(items(store)) == "# Een\n\nTekst een\n\n---\n\nTekst twee"


def test_edits_and_deletions(store: Store) -> None:
    changed = share.edit(store, 4, "Nieuw", original="Oud")
    assert (changed.action, changed.raw, changed.original, changed.post_id) == ("edit", "Nieuw", "Oud", 4)
    gone = share.delete(store, 5, None, wait_ms=0)
    assert (gone.action, gone.topic_id, gone.post_id, gone.lane) == ("delete", 5, None, "topic 5")
