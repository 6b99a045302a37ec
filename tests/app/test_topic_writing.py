"""What a member has in a topic: drafts, who reads along since, and how an own post was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from app import audience, share, topic_writing
from app.composer import checking
from app.drafts import Keeper
from sync import outbox
from sync.model import Batch
from sync.store import cursors
from sync.store import outbox as rows
from sync.store.database import Store
from tests.sync.store.samples import people, places, post, topic, write

CLOSED, TOPIC, ME = 2, 1, 1
ADDRESS = "https://community.example.nl"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    told = (post(11, author=2), post(12, number=2, author=ME))
    topics = (topic(TOPIC, group_id=CLOSED),)
    write(opened, Batch(groups=places(), members=people(), topics=topics, posts=told))
    opened.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
    readers(opened, 1, 2)
    yield opened
    opened.close()


def readers(store: Store, *ids: int) -> None:
    def fill(conn: Connection) -> None:
        conn.execute("DELETE FROM group_readers")
        conn.executemany("INSERT INTO group_readers VALUES (2, ?, 'member')", [(one,) for one in ids])
        conn.execute(
            "INSERT OR REPLACE INTO group_facts VALUES (2, 63, 'p', 'P', '', 1, 'member', NULL, 1, 77)"
        )

    store.write(fill)


def begun(store: Store, text: str, reply_to: int | None = None) -> int:
    mine = topic_writing.mine(store, TOPIC, ADDRESS)
    draft = topic_writing.begin_reply(mine.audience, TOPIC, reply_to)
    return Keeper(store, draft).keep(raw=text).result().draft_id


def test_the_drafts_of_a_topic_and_who_reads_along_since_the_newest(store: Store) -> None:
    begun(store, "Eerste")
    newest = begun(store, "Tweede", 2)
    mine = topic_writing.mine(store, TOPIC, ADDRESS)
    assert mine.me == ME
    assert mine.drafts[0].draft_id == newest
    assert not mine.change.grew
    readers(store, 1, 2, 3)
    mine = topic_writing.mine(store, TOPIC, ADDRESS)
    assert [one.member_id for one in mine.change.joined] == [3]


def test_an_answer_goes_on_with_the_draft_for_that_post(store: Store) -> None:
    begun(store, "Aan allen")
    second = begun(store, "Aan twee", 2)
    drafts = topic_writing.mine(store, TOPIC, ADDRESS).drafts
    assert topic_writing.to_go_on_with(drafts, None) == drafts[0]
    found = topic_writing.to_go_on_with(drafts, 2)
    assert found is not None
    assert found.draft_id == second
    assert topic_writing.to_go_on_with(drafts, 1) is None


def test_a_reply_in_a_topic_that_moved_goes_there_only_when_the_member_saw_that(store: Store) -> None:
    draft = topic_writing.begin_reply(topic_writing.mine(store, TOPIC, ADDRESS).audience, TOPIC, None)
    keeper = Keeper(store, draft)
    keeper.keep(raw="Onder ons gezegd").result()
    write(store, Batch(topics=(topic(TOPIC, group_id=1),)))
    assert topic_writing.mine(store, TOPIC, ADDRESS).change.opened
    check = checking.check(store, keeper.draft)
    assert (check.change.opened, check.audience.closed, check.audience.group) == (True, False, "Algemeen")
    unseen = Keeper(store, keeper.draft).send()
    assert unseen.group_id == CLOSED, "so that it comes back: its topic is elsewhere"
    keeper.keep(audience=audience.snapshot_of(check.audience))
    assert keeper.send().group_id == 1


def test_an_edit_of_a_post_that_moved_is_held_until_the_member_says_so(store: Store) -> None:
    item = share.edit(store, 12, "Nieuw", original="Oud")
    write(store, Batch(topics=(topic(TOPIC, group_id=1),)))
    with store.reading() as conn:
        assert share.held_back(conn, item) == outbox.AUDIENCE_GREW
    store.write(lambda conn: outbox.hold(conn, item.item_id, outbox.AUDIENCE_GREW))
    assert share.send_anyway(store, item.item_id)
    with store.reading() as conn:
        again = rows.get(conn, item.item_id)
        assert again is not None
        assert again.group_id == 1
        assert share.held_back(conn, again) is None


def test_an_edit_goes_on_where_it_was_left(store: Store) -> None:
    shown = topic_writing.mine(store, TOPIC, ADDRESS).audience
    assert topic_writing.edit_here(store, shown, TOPIC, 12) is None
    draft = topic_writing.begin_edit(shown, TOPIC, 12, "Zo was het")
    kept = Keeper(store, draft).keep(raw="Zo wordt het").result()
    found = topic_writing.edit_here(store, shown, TOPIC, 12)
    assert found is not None
    assert found.draft == kept


def test_a_post_that_was_written_here_can_be_changed_offline(store: Store) -> None:
    shown = topic_writing.mine(store, TOPIC, ADDRESS).audience
    item = share.reply(store, TOPIC, "Zoals ik het schreef")
    store.write(lambda conn: rows.update(conn, item.item_id, state="sent", remote_post=12))
    found = topic_writing.edit_here(store, shown, TOPIC, 12)
    assert found is not None
    assert (found.draft.raw, found.draft.original) == ("Zoals ik het schreef", "Zoals ik het schreef")
    # Changed since, here or elsewhere: only the community knows how.
    write(store, Batch(posts=(post(12, number=2, author=ME, version=2),)))
    assert topic_writing.edit_here(store, shown, TOPIC, 12) is None
