"""The states of the outbox, on a real cache without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from sync import delivery, fingerprint, outbox
from sync.delivery import Remote
from sync.model import Batch, Changes
from sync.outbox import Item
from sync.store import drafts, maintenance
from sync.store import outbox as rows
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.drafts import Draft
from sync.store.outbox import Pace
from sync.store.status_copy import COPY_NAME
from tests.sync.store.samples import pages, post, read, topic, write

NOW = 1_800_000_000_000
FREE = Pace(0, 0, 0)
SECOND = 1_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    write(opened, Batch(topics=(topic(1), topic(2)), posts=(post(1), post(2, 2))))
    yield opened
    opened.close()


def put(store: Store, **fields: object) -> Item:
    new = Item(**{"action": "reply", "topic_id": 1, "raw": "Dank je wel!", "created": NOW, **fields})  # type: ignore[arg-type]
    item = store.write(lambda conn: outbox.put(conn, new))
    assert item is not None
    return item


def ready(store: Store, now: int = NOW, pace: Pace = FREE) -> int | None:
    item = read(store, lambda conn: rows.ready(conn, now, pace))
    return None if item is None else item.item_id


def claim(store: Store, item: Item, now: int = NOW) -> Item:
    claimed = store.write(lambda conn: delivery.claim(conn, item, now, NOW), durable=True)
    assert claimed is not None
    return claimed


def get(store: Store, item: Item) -> Item:
    found = read(store, lambda conn: rows.get(conn, item.item_id))
    assert found is not None
    return found


def unknown(store: Store, item: Item) -> Item:
    claim(store, item)
    store.write(lambda conn: delivery.note_unknown(conn, item.item_id, NOW))
    return get(store, item)


def absent(store: Store, item: Item, now: int) -> None:
    store.write(lambda conn: delivery.note_absent(conn, item.item_id, now))


def test_a_topic_keeps_its_order_and_others_go_on(store: Store) -> None:
    first, second, other = put(store), put(store, raw="En nog iets."), put(store, topic_id=2)
    assert ready(store) == first.item_id
    claim(store, first)
    assert ready(store) == other.item_id
    store.write(lambda conn: delivery.note_unknown(conn, first.item_id, NOW))
    assert ready(store) == other.item_id
    store.write(lambda conn: delivery.note_sent(conn, first.item_id, Remote(1, 9, 2), NOW))
    assert ready(store) == second.item_id


def test_a_new_topic_waits_for_no_other(store: Store) -> None:
    first = put(store, action="topic", topic_id=None, title="Een")
    second = put(store, action="topic", topic_id=None, title="Twee", raw="Iets anders")
    unknown(store, first)
    assert ready(store) == second.item_id


def test_what_came_back_does_not_block_its_topic(store: Store) -> None:
    first, second = put(store), put(store, raw="En nog iets.")
    claim(store, first)
    store.write(lambda conn: delivery.note_rejected(conn, first.item_id, outbox.REFUSED, ("Te kort",)))
    assert ready(store) == second.item_id
    assert (get(store, first).raw, get(store, first).told) == ("Dank je wel!", '["Te kort"]')


def test_undo_send_holds_a_post_for_ten_seconds(store: Store) -> None:
    item = put(store, not_before=NOW + outbox.UNDO_MS)
    assert ready(store) is None
    assert read(store, lambda conn: rows.next_moment(conn, FREE)) == NOW + outbox.UNDO_MS
    assert ready(store, NOW + outbox.UNDO_MS) == item.item_id
    draft = store.write(lambda conn: outbox.withdraw(conn, item.item_id, NOW))
    assert draft is not None
    assert (draft.place, draft.raw) == ("topic 1", "Dank je wel!")
    assert read(store, rows.items) == []


def test_the_spacing_of_the_platform_is_a_plan(store: Store) -> None:
    put(store, action="topic", topic_id=None, title="Een")
    second = put(store, action="topic", topic_id=None, title="Twee", raw="Iets anders")
    reply = put(store, raw="Nog wat")
    first = get(store, Item(item_id=1))
    claim(store, first)
    store.write(lambda conn: delivery.note_sent(conn, 1, Remote(7, 8, 1), NOW))

    def at(seconds: int) -> int | None:
        paced = read(store, lambda conn: delivery.pace(conn, 15_000, 5_000, 300_000))
        return ready(store, NOW + seconds * SECOND, paced)

    assert at(4) is None
    assert at(5) == reply.item_id
    assert at(15) == second.item_id


def test_the_spacing_counts_from_the_answer_of_a_slow_request(store: Store) -> None:
    slow, following = put(store), put(store, topic_id=2, raw="Nog wat")
    claim(store, slow)
    store.write(lambda conn: delivery.note_sent(conn, slow.item_id, Remote(1, 9, 2), NOW + 8 * SECOND))
    paced = read(store, lambda conn: delivery.pace(conn, 15_000, 5_000, 300_000))
    assert ready(store, NOW + 12 * SECOND, paced) is None
    assert ready(store, NOW + 13 * SECOND, paced) == following.item_id


def test_the_same_text_waits_for_the_guard_against_doubles(store: Store) -> None:
    put(store)
    again = put(store, topic_id=2)
    claim(store, get(store, Item(item_id=1)))
    store.write(lambda conn: delivery.note_sent(conn, 1, Remote(1, 9, 2), NOW))
    guard = Pace(0, 0, 300_000)
    assert ready(store, NOW + 299_000, guard) is None
    assert ready(store, NOW + 300_000, guard) == again.item_id


def test_three_looks_over_two_minutes_and_once_more(store: Store) -> None:
    item = unknown(store, put(store))
    moments = []
    now = NOW
    for _ in range(3):
        now = get(store, item).next_try
        moments.append((now - NOW) // SECOND)
        assert ready(store, now) == item.item_id
        absent(store, item, now)
    assert moments == [1, 30, 120]
    assert get(store, item).state == "queued"
    for attempt in range(2, delivery.MOST_ATTEMPTS + 1):
        assert claim(store, get(store, item), now).attempts == attempt
        assert get(store, item).sent_at == NOW, "what counts is when it left first"
        store.write(lambda conn: delivery.note_unknown(conn, item.item_id, NOW))
        for _ in range(3):
            now = get(store, item).next_try
            absent(store, item, now)
    assert (get(store, item).state, get(store, item).held, get(store, item).reason) == (
        "unknown",
        1,
        outbox.AMBIGUOUS,
    )
    assert ready(store, now + 10 * 86_400 * SECOND) is None


def test_looks_in_quick_succession_are_not_enough(store: Store) -> None:
    item = unknown(store, put(store))
    for _ in range(9):
        store.write(lambda conn: delivery.note_absent(conn, item.item_id, NOW + 119 * SECOND))
    assert get(store, item).state == "unknown"


def test_a_look_that_failed_does_not_count(store: Store) -> None:
    item = unknown(store, put(store))
    store.write(lambda conn: delivery.note_not_looked(conn, item.item_id, NOW))
    assert (get(store, item).looks, get(store, item).next_try) == (0, NOW + 5 * SECOND)


def test_the_member_decides_about_what_is_held(store: Store) -> None:
    item = unknown(store, put(store))
    store.write(lambda conn: delivery.note_ambiguous(conn, item.item_id))
    assert ready(store, NOW + 1_000_000) is None
    assert store.write(lambda conn: outbox.retry(conn, item.item_id))
    assert ready(store, NOW) == item.item_id, "it is looked for before it is sent again"
    store.write(lambda conn: delivery.note_ambiguous(conn, item.item_id))
    assert store.write(lambda conn: outbox.it_is_there(conn, item.item_id))
    assert get(store, item).state == "sent"


def test_what_the_member_knows_is_not_there_is_sent_as_if_new(store: Store) -> None:
    item = unknown(store, put(store))
    store.write(lambda conn: delivery.note_ambiguous(conn, item.item_id))
    assert store.write(lambda conn: outbox.send_again(conn, item.item_id))
    again = get(store, item)
    assert (again.state, again.held, again.reason, again.attempts, again.sent_at) == ("queued", 0, "", 0, 0)
    assert ready(store, NOW) == item.item_id
    assert not store.write(lambda conn: outbox.send_again(conn, item.item_id)), "only what is unknown"


def test_what_the_member_saw_there_is_known_as_sent_then(store: Store) -> None:
    item = unknown(store, put(store))
    store.write(lambda conn: outbox.it_is_there(conn, item.item_id))
    assert get(store, item).done == NOW
    store.write(lambda conn: rows.drop_old(conn, NOW - 1))
    assert get(store, item).state == "sent"


def test_what_came_back_may_become_a_draft_elsewhere(store: Store) -> None:
    item = put(store)
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, outbox.CLOSED))
    place = Draft(place="new", action="topic", group_id=1, raw="Dank je wel!")
    draft = store.write(lambda conn: outbox.withdraw(conn, item.item_id, NOW, place))
    assert draft is not None
    assert read(store, drafts.drafts) == [draft]
    assert (draft.place, draft.topic_id) == ("new", None)
    assert read(store, lambda conn: rows.get(conn, item.item_id)) is None


def test_what_waits_is_counted_and_has_its_moment(store: Store) -> None:
    first, behind = put(store, not_before=NOW + 10 * SECOND), put(store, raw="En nog iets.")
    held, lost = put(store, topic_id=2), unknown(store, put(store, action="like", topic_id=None, post_id=7))
    store.write(lambda conn: outbox.hold(conn, held.item_id, outbox.AUDIENCE_GREW))
    assert read(store, rows.moving) == 3
    assert read(store, rows.needing_attention) == 1
    moments = read(store, lambda conn: rows.moments(conn, Pace(0, NOW + 5 * SECOND, 0)))
    assert moments.keys() == {first.item_id, behind.item_id, lost.item_id}
    assert (moments[first.item_id].at, moments[first.item_id].first) == (NOW + 10 * SECOND, True)
    assert (moments[behind.item_id].at, moments[behind.item_id].first) == (NOW + 5 * SECOND, False)


def test_a_killed_process_leaves_what_is_unknown(store: Store, tmp_path: Path) -> None:
    item = claim(store, put(store))
    store.close()
    again = Store(tmp_path / "account")
    assert again.write(lambda conn: delivery.recover(conn, NOW)) == 1
    assert (get(again, item).state, get(again, item).next_try) == ("unknown", NOW)
    again.close()


def test_nothing_left_means_as_if_never_tried(store: Store) -> None:
    item = claim(store, put(store))
    store.write(lambda conn: delivery.note_unsent(conn, item.item_id, NOW))
    back = get(store, item)
    assert (back.state, back.attempts, back.tried_at, back.next_try) == ("queued", 0, 0, NOW + 5 * SECOND)


def test_a_clock_that_was_set_back_stops_nothing(store: Store) -> None:
    item = put(store, not_before=NOW + 40 * 86_400 * SECOND)
    store.write(lambda conn: delivery.recover(conn, NOW))
    assert ready(store, NOW) == item.item_id


@pytest.mark.parametrize(("one", "other"), [("like", "unlike"), ("unlike", "like")])
def test_what_undoes_what_never_left_leaves_nothing(store: Store, one: str, other: str) -> None:
    first = put(store, action=one, post_id=1, raw="")
    assert put(store, action=one, post_id=1, raw="").item_id == first.item_id
    assert store.write(lambda conn: outbox.put(conn, Item(action=other, post_id=1))) is None  # type: ignore[arg-type]
    assert read(store, rows.items) == []
    claim(store, put(store, action=one, post_id=1, raw=""))
    assert put(store, action=other, post_id=1, raw="").state == "queued"


def test_a_discarded_item_can_be_taken_back(store: Store) -> None:
    item = put(store)
    assert store.write(lambda conn: outbox.discard(conn, item.item_id, NOW))
    assert ready(store) is None
    assert store.write(lambda conn: outbox.undo_discard(conn, item.item_id))
    assert ready(store) == item.item_id


def test_what_is_on_its_way_is_not_changed(store: Store) -> None:
    item = claim(store, put(store))
    assert not store.write(lambda conn: outbox.discard(conn, item.item_id, NOW))
    assert not store.write(lambda conn: outbox.change(conn, item.item_id, raw="Anders"))
    assert store.write(lambda conn: outbox.withdraw(conn, item.item_id, NOW)) is None
    assert not store.write(lambda conn: outbox.retry(conn, item.item_id))


def test_a_changed_text_is_sent_as_changed(store: Store) -> None:
    item = put(store)
    assert store.write(lambda conn: outbox.change(conn, item.item_id, raw="Hartelijk dank!"))
    changed = get(store, item)
    assert changed.raw == "Hartelijk dank!"
    assert changed.fingerprint == fingerprint.fingerprint("Hartelijk dank!", topic_id=1)
    assert store.write(lambda conn: delivery.claim(conn, item, NOW, NOW)) is None, "claimed by its old text"


def test_a_fingerprint_knows_a_text_however_a_platform_tidies_it() -> None:
    mine = fingerprint.fingerprint("Regel een  \r\nRegel  twee\n", title="Wie weet dit??")
    assert mine == fingerprint.fingerprint("Regel een\nRegel twee", title="wie weet dit?")
    assert mine != fingerprint.fingerprint("Regel een\nRegel drie", title="Wie weet dit?")
    assert mine != fingerprint.fingerprint("Regel een\nRegel twee", title="Wie weet dat?")
    assert fingerprint.fingerprint("a", topic_id=1) != fingerprint.fingerprint("a", topic_id=2)


def test_what_was_written_in_a_lost_group_stays_with_the_reason(store: Store) -> None:
    for batch in pages():
        write(store, batch)
    closed = 2
    mine = put(store, topic_id=3, group_id=closed)
    arrived = claim(store, put(store, topic_id=5, group_id=closed, raw="Geheim verslag"))
    store.write(lambda conn: delivery.note_sent(conn, arrived.item_id, Remote(5, 99, 9), NOW))
    elsewhere = put(store, topic_id=2, group_id=1)
    draft = store.write(
        lambda conn: drafts.put(
            conn, drafts.Draft(place="topic 3", topic_id=3, raw="Half af", group_id=closed)
        )
    )
    maintenance.forget_group(store, closed)
    assert [(item.item_id, item.state, item.reason) for item in read(store, rows.items)] == [
        (mine.item_id, "rejected", outbox.GROUP_LEFT),
        (elsewhere.item_id, "queued", ""),
    ]
    kept = read(store, lambda conn: drafts.get(conn, draft.draft_id))
    assert kept is not None
    assert (kept.raw, kept.reason) == ("Half af", outbox.GROUP_LEFT)
    assert all(b"Geheim verslag" not in path.read_bytes() for path in store.folder.glob("cache*"))


def test_after_a_rebuild_from_the_copy_what_waited_is_looked_for_first(store: Store) -> None:
    item = put(store)
    maintenance.backup_status(store)
    assert (store.folder / COPY_NAME).exists()
    claim(store, item)
    store.write(lambda conn: delivery.note_sent(conn, item.item_id, Remote(1, 9, 2), NOW))
    folder = store.folder
    store.close()
    (folder / "cache.sqlite").write_bytes(b"not a database at all" * 50)
    maintenance.rebuild(folder)
    again = Store(folder)
    assert (get(again, item).state, get(again, item).raw) == ("unknown", "Dank je wel!")
    again.close()


def test_the_newest_post_is_a_floor_for_what_is_sent(store: Store) -> None:
    assert claim(store, put(store)).above_post == 2

    def sent(conn: Connection) -> Changes:
        delivery.note_sent(conn, 1, Remote(1, 9, 2), NOW)
        return apply(conn, Batch())

    store.write(sent)
    assert claim(store, put(store, raw="Nog een")).above_post == 9
