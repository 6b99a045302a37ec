"""What of the member's own a topic shows before the community has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from app import pending, share
from app.pending import Pending
from app.reading import Reading, Shown, page_of
from sync import outbox
from sync.model import Batch
from sync.store import cursors, posts
from sync.store import outbox as rows
from sync.store.database import Store
from tests.sync.store.samples import people, places, post, topic, write

TOPIC, ME = 1, 1
MINUTE = 60_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    told = (post(11, author=2), post(12, number=2, author=ME), post(13, number=3, author=3))
    write(opened, Batch(groups=places(), members=people(), topics=(topic(TOPIC),), posts=told))
    opened.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
    yield opened
    opened.close()


def look(store: Store, later: int = 0) -> Pending:
    with store.reading() as conn:
        return pending.of_topic(conn, TOPIC, share.now_ms() + later, lambda raw: f"<p>{raw}</p>")


def page(store: Store) -> list[Shown]:
    with store.reading() as conn:
        head = posts.head(conn, TOPIC)
        told = posts.thread(conn, TOPIC)
    assert head is not None
    return page_of(told, head, None, complete=True, pending=look(store), me=ME)


def change(store: Store, item_id: int, **values: object) -> None:
    def write(conn: Connection) -> None:
        rows.update(conn, item_id, **values)

    store.write(write)


def test_nothing_pending_is_nothing(store: Store) -> None:
    assert not look(store)
    assert [item.row.number for item in page(store)] == [1, 2, 3]
    assert [item.own for item in page(store)] == [False, True, False]


def test_a_reply_stands_below_the_posts_as_the_members_own(store: Store) -> None:
    share.reply(store, TOPIC, "Dit is mijn antwoord", reply_to=3)
    last = page(store)[-1]
    assert (last.row.number, last.row.html, last.own) == (4, "<p>Dit is mijn antwoord</p>", True)
    assert last.row.post_id < 0
    assert last.row.author_id == ME
    assert last.reply_line
    assert (last.row.reply_to, last.row.reply_to_author) == (3, page(store)[2].row.author)
    assert last.waiting is not None
    assert last.waiting.happening == "soon"


def test_several_replies_keep_their_order(store: Store) -> None:
    for text in ("eerst", "daarna"):
        share.reply(store, TOPIC, text)
    assert [item.row.html for item in page(store)[3:]] == ["<p>eerst</p>", "<p>daarna</p>"]
    assert len({item.row.post_id for item in page(store)}) == 5


def test_below_an_unfinished_page_nothing_is_added(store: Store) -> None:
    share.reply(store, TOPIC, "Dit is mijn antwoord")
    with store.reading() as conn:
        head, told = posts.head(conn, TOPIC), posts.thread(conn, TOPIC, limit=2)
    assert head is not None
    assert len(page_of(told, head, None, complete=False, pending=look(store), me=ME)) == 2


@pytest.mark.parametrize(
    ("values", "happening"),
    [
        ({}, "waits"),
        ({"state": "sending"}, "sending"),
        ({"state": "unknown"}, "unsure"),
        ({"state": "unknown", "held": 1}, "held"),
        ({"held": 1, "reason": outbox.AUDIENCE_GREW}, "held"),
        ({"state": "rejected", "reason": outbox.CLOSED}, "returned"),
        ({"state": "sent", "reason": outbox.WAITING_FOR_MODERATION}, "moderation"),
    ],
)
def test_how_it_stands_with_a_reply(store: Store, values: dict[str, object], happening: str) -> None:
    item = share.reply(store, TOPIC, "Dit is mijn antwoord", wait_ms=0)
    if values:
        change(store, item.item_id, **values)
    assert [one.happening for one in look(store).replies] == [happening]


def test_what_arrived_stays_in_sight_until_its_post_is_here(store: Store) -> None:
    item = share.reply(store, TOPIC, "Dit is mijn antwoord")
    change(store, item.item_id, state="sent", remote_post=14, done=share.now_ms())
    assert [one.happening for one in look(store).replies] == ["arrived"]
    write(store, Batch(posts=(post(14, number=4, author=ME),)))
    assert not look(store)


def test_what_arrived_and_never_came_back_is_let_go(store: Store) -> None:
    item = share.reply(store, TOPIC, "Dit is mijn antwoord")
    change(store, item.item_id, state="sent", remote_post=14, done=share.now_ms())
    assert not look(store, later=11 * MINUTE)


def test_discarded_and_other_topics_are_not_among_them(store: Store) -> None:
    item = share.reply(store, TOPIC, "Dit is mijn antwoord")
    change(store, item.item_id, discarded=share.now_ms())
    write(store, Batch(topics=(topic(2),), posts=(post(21, 2),)))
    share.reply(store, 2, "Elders")
    assert not look(store)


def test_a_like_counts_at_once_and_its_undoing_too(store: Store) -> None:
    before = page(store)[0].row
    share.like(store, 11)
    liked = page(store)[0].row
    assert (liked.liked, liked.likes) == (1, before.likes + 1)
    share.like(store, 11, wanted=False)
    assert page(store)[0].row == before


def test_a_like_that_was_refused_is_not_shown(store: Store) -> None:
    item = share.like(store, 11)
    assert item is not None
    change(store, item.item_id, state="rejected", reason=outbox.REFUSED)
    assert not page(store)[0].row.liked


def test_an_edit_shows_its_new_text_in_the_post(store: Store) -> None:
    share.edit(store, 12, "Nieuwe tekst", original="Oude tekst")
    shown = page(store)[1]
    assert shown.row.html == "<p>Nieuwe tekst</p>"
    assert shown.waiting is not None
    assert shown.waiting.action == "edit"


def test_deleting_shows_at_the_post_and_of_a_topic_at_its_first(store: Store) -> None:
    share.delete(store, TOPIC, 12)
    assert [item.waiting is not None for item in page(store)] == [False, True, False]
    share.delete(store, TOPIC, None)
    assert [item.waiting is not None for item in page(store)] == [True, True, False]
    assert page(store)[1].row.html == Reading(store, "https://x").portion(TOPIC, 2, 1)[0].html
