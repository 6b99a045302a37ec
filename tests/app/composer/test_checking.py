"""What the member hears before a text goes: one look for what begins a topic and for what is said in one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest

from app import audience
from app.composer import checking
from app.drafts import begin
from sync.model import Batch
from sync.store import cursors
from sync.store.database import Store
from sync.store.drafts import Draft
from tests.sync.store.samples import index_all, people, places, post, topic, write

ME, OPEN, CLOSED = 1, 1, 2
SECRET = "De wethouder wil pas na de zomer vertellen dat de brug over het kanaal nog twee jaar dicht blijft."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    topics = (topic(1), topic(2, group_id=CLOSED))
    posts = (post(1, 1), post(2, 2, words=SECRET))
    write(opened, Batch(groups=places(), members=people(), topics=topics, posts=posts))
    index_all(opened)
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


def written(store: Store, topic_id: int | None, group_id: int) -> Draft:
    """A new topic in a group, or a reply in a topic there, that knows who reads along."""
    new = begin("topic" if topic_id is None else "reply", group_id=group_id, topic_id=topic_id)
    return replace(new, audience=audience.snapshot_of(checking.readers(store, group_id)))


@pytest.mark.parametrize("topic_id", [None, 2])
def test_who_joined_since_it_was_written(store: Store, topic_id: int | None) -> None:
    draft = written(store, topic_id, CLOSED)
    assert checking.check(store, draft) == (checking.readers(store, CLOSED), audience.Change(), None)
    readers(store, 1, 2, 3)
    found = checking.check(store, draft)
    assert [one.member_id for one in found.change.joined] == [3]
    assert found.change == checking.changed(store, draft)
    assert found.audience.count == 2


@pytest.mark.parametrize("topic_id", [None, 1])
def test_text_of_a_closed_group_on_its_way_to_others(store: Store, topic_id: int | None) -> None:
    draft = replace(written(store, topic_id, OPEN), title="Wist je dit?", raw=f"Ik las: {SECRET}")
    found = checking.check(store, draft).guard
    assert found is not None
    assert (found.origin.group_id, found.target_id) == (CLOSED, OPEN)
    assert checking.guard(store, draft.raw, OPEN) == found
    assert checking.link_instead(found, "https://community.example.nl").split() == [
        "https://community.example.nl/t/-/2"
    ]
    at_home = replace(draft, group_id=CLOSED, topic_id=topic_id and 2)
    assert checking.check(store, at_home).guard is None


def test_a_title_tells_as_much_as_a_text(store: Store) -> None:
    assert checking.check(store, replace(written(store, None, OPEN), title=SECRET)).guard is not None


def test_a_reply_is_read_where_its_topic_is_by_now(store: Store) -> None:
    draft = replace(written(store, 2, CLOSED), raw=SECRET)
    write(store, Batch(topics=(topic(2, group_id=OPEN),)))
    found = checking.check(store, draft)
    assert (found.audience.group_id, found.audience.closed, found.change.opened) == (OPEN, False, True)
