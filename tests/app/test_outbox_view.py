"""The outbox and the drafts as facts for the page, from a real cache."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from app import drafts, outbox_deeds, outbox_view, share
from app.outbox_plan import Happening
from app.outbox_view import Deed, Listed, OutboxCounts, OutboxRow
from sync import attachments, delivery, outbox
from sync.connectors.base import WritingPace
from sync.delivery import Remote
from sync.outbox import Item
from sync.store import outbox as rows
from sync.store import uploads
from sync.store.database import Store
from tests.sync.store.samples import pages, read, write

OPEN, CLOSED = 1, 2
PACE = WritingPace(15_000, 5_000, 300_000)
# A topic of each group: those with an odd id are in the closed one.
IN_OPEN, IN_CLOSED = 2, 3


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    for batch in pages():
        write(opened, batch)
    yield opened
    opened.close()


def look(store: Store, later: int = 0) -> Listed:
    now = share.now_ms() + later
    return read(store, lambda conn: outbox_view.listed(conn, now, PACE))


def row(store: Store, item: Item, later: int = 0) -> OutboxRow:
    return next(one for one in look(store, later).items if one.item.item_id == item.item_id)


def readers(store: Store, *member_ids: int) -> None:
    def fill(conn: Connection) -> None:
        conn.execute("DELETE FROM group_readers")
        conn.executemany(
            "INSERT INTO group_readers VALUES (?, ?, 'member')", [(CLOSED, one) for one in member_ids]
        )
        conn.execute(
            "INSERT OR REPLACE INTO group_facts VALUES (?, 63, 'p', 'P', '', 1, 'member', 3, 1, 77)",
            (CLOSED,),
        )

    store.write(fill)


def left(store: Store, item: Item, when: int | None = None) -> None:
    moment = share.now_ms() if when is None else when
    assert store.write(lambda conn: delivery.claim(conn, item, moment, moment)) is not None


def arrived(store: Store, item: Item, when: int | None = None, *, waiting: bool = False) -> None:
    moment = share.now_ms() if when is None else when
    left(store, item, moment)
    remote = Remote(item.topic_id or 90, 91, 2, waiting=waiting)
    store.write(lambda conn: delivery.note_sent(conn, item.item_id, remote, moment))


def back(store: Store, item: Item, reason: str, *told: str) -> None:
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, reason, told))


def test_counts_of_what_waits_and_what_needs_the_member(store: Store) -> None:
    assert read(store, outbox_view.counts) == OutboxCounts(0, 0, 0)
    share.reply(store, IN_OPEN, "Een")
    share.like(store, 4)
    held, returned = share.share(store, OPEN, "Twee", "T"), share.share(store, OPEN, "Drie", "D")
    store.write(lambda conn: outbox.hold(conn, held.item_id, outbox.AUDIENCE_GREW))
    back(store, returned, outbox.REFUSED)
    drafts.Keeper(store, drafts.begin()).keep(title="Later").result()
    assert read(store, outbox_view.counts) == OutboxCounts(2, 2, 1)
    assert look(store).counts == OutboxCounts(2, 2, 1)


def waits_for_undo(store: Store) -> Item:
    return share.share(store, OPEN, "Een", "Tekst")


def is_due(store: Store) -> Item:
    return share.share(store, OPEN, "Een", "Tekst", wait_ms=0)


def stands_behind(store: Store) -> Item:
    share.reply(store, IN_OPEN, "Eerst", wait_ms=0)
    return share.reply(store, IN_OPEN, "Dan", wait_ms=0)


def stands_in_line(store: Store) -> Item:
    share.reply(store, IN_OPEN, "Eerst", wait_ms=0)
    return share.reply(store, IN_CLOSED, "Dan", wait_ms=0)


def waits_for_topics(store: Store) -> Item:
    arrived(store, share.share(store, OPEN, "Een", "Tekst", wait_ms=0), share.now_ms() - 7_000)
    return share.share(store, OPEN, "Twee", "Andere tekst", wait_ms=0)


def waits_for_posts(store: Store) -> Item:
    arrived(store, share.share(store, OPEN, "Een", "Tekst", wait_ms=0))
    return share.reply(store, IN_OPEN, "Andere tekst", wait_ms=0)


def waits_for_text(store: Store) -> Item:
    arrived(store, share.reply(store, IN_OPEN, "Dank je wel!", wait_ms=0))
    return share.reply(store, IN_CLOSED, "Dank je wel!", wait_ms=0)


def comes_again(store: Store) -> Item:
    item = is_due(store)
    left(store, item)
    store.write(lambda conn: delivery.note_unsent(conn, item.item_id, share.now_ms()))
    return item


def is_leaving(store: Store) -> Item:
    item = is_due(store)
    left(store, item)
    return item


def is_lost_sight_of(store: Store) -> Item:
    item = is_leaving(store)
    store.write(lambda conn: delivery.note_unknown(conn, item.item_id, share.now_ms()))
    return item


def may_be_there(store: Store) -> Item:
    item = is_lost_sight_of(store)
    store.write(lambda conn: delivery.note_ambiguous(conn, item.item_id))
    return item


def was_refused(store: Store) -> Item:
    item = is_due(store)
    back(store, item, outbox.REFUSED, "Titel is te kort")
    return item


def lost_its_group(store: Store) -> Item:
    item = is_due(store)
    back(store, item, outbox.GROUP_LEFT)
    return item


def is_moderated(store: Store) -> Item:
    item = is_due(store)
    arrived(store, item, waiting=True)
    return item


def has_arrived(store: Store) -> Item:
    item = is_due(store)
    arrived(store, item)
    return item


@pytest.mark.parametrize(
    ("make", "section", "happening", "deeds"),
    [
        (waits_for_undo, "on_its_way", "undo", ("edit", "withdraw", "send_now", "discard")),
        (is_due, "on_its_way", "due", ("edit", "withdraw", "send_now", "discard")),
        (stands_behind, "on_its_way", "behind", ("edit", "withdraw", "send_now", "discard")),
        (stands_in_line, "on_its_way", "queue", ("edit", "withdraw", "send_now", "discard")),
        (waits_for_topics, "on_its_way", "topic_pace", ("edit", "withdraw", "send_now", "discard")),
        (waits_for_posts, "on_its_way", "post_pace", ("edit", "withdraw", "send_now", "discard")),
        (waits_for_text, "on_its_way", "same_text", ("edit", "withdraw", "send_now", "discard")),
        (comes_again, "on_its_way", "again", ("edit", "withdraw", "send_now", "discard")),
        (is_leaving, "on_its_way", "sending", ()),
        (is_lost_sight_of, "on_its_way", "unsure", ("look", "there", "withdraw", "discard")),
        (may_be_there, "needs_you", "held", ("look", "send_again", "there", "withdraw", "discard")),
        (was_refused, "needs_you", "returned", ("edit", "withdraw", "send_again", "discard")),
        (lost_its_group, "needs_you", "returned", ("nearest", "edit", "withdraw", "send_again", "discard")),
        (is_moderated, "sent", "moderation", ("read",)),
        (has_arrived, "sent", "sent", ("read",)),
    ],
)
def test_an_item_says_what_happens_and_what_one_can_do(
    store: Store,
    make: Callable[[Store], Item],
    section: str,
    happening: Happening,
    deeds: tuple[Deed, ...],
) -> None:
    found = row(store, make(store))
    assert (found.section, found.happening, found.deeds) == (section, happening, deeds)


def test_the_moment_is_that_of_what_it_waits_for(store: Store) -> None:
    soon = waits_for_undo(store)
    assert row(store, soon).at == soon.not_before
    assert row(store, soon, later=11_000).happening == "due"
    text = waits_for_text(store)
    until = row(store, text).at
    assert until is not None
    assert until - share.now_ms() == pytest.approx(300_000, abs=5_000)


def test_a_line_of_posts_is_counted(store: Store) -> None:
    found = [share.reply(store, topic, f"Tekst {topic}", wait_ms=0) for topic in (2, 3, 4, 5)]
    assert [(row(store, item).happening, row(store, item).ahead) for item in found] == [
        ("due", 0),
        ("queue", 1),
        ("queue", 2),
        ("queue", 3),
    ]


def test_what_it_is_about_and_who_would_read_it(store: Store) -> None:
    readers(store, 2, 3)
    reply, liked = share.reply(store, IN_CLOSED, "Dank"), share.like(store, 4)
    assert liked is not None
    found = row(store, reply)
    assert (found.about, found.audience.group, found.audience.closed) == ("Onderwerp 3", "Participatie", True)
    assert (found.audience.count, found.audience.organisations) == (2, 2)
    like = row(store, liked)
    post = read(store, lambda conn: conn.execute("SELECT topic_id FROM posts WHERE post_id = 4").fetchone())
    assert like.about == f"Onderwerp {post[0]}"
    assert like.author == "Jan Bakker"


def test_memberships_are_called_by_the_name_of_the_group(store: Store) -> None:
    readers(store, 2)
    known, told = share.join(store, OPEN, "algemeen"), share.ask_to_join(store, -63, "p", "Graag")
    unknown = share.leave(store, -99, "onbekend")
    assert known is not None
    assert told is not None
    assert unknown is not None
    assert [row(store, item).about for item in (known, told, unknown)] == ["Algemeen", "P", "onbekend"]


def test_who_joined_since_is_named(store: Store) -> None:
    readers(store, 2)
    item = share.share(store, CLOSED, "Onder ons", "Tekst", wait_ms=0)
    readers(store, 2, 3)
    reason = read(store, lambda conn: share.held_back(conn, item))
    assert reason == outbox.AUDIENCE_GREW
    store.write(lambda conn: outbox.hold(conn, item.item_id, outbox.AUDIENCE_GREW))
    found = row(store, item)
    assert [(one.name, one.organisation) for one in found.change.joined] == [("Renée Smit", "VWS")]
    assert found.deeds == ("anyway", "edit", "withdraw", "discard")


@pytest.mark.parametrize(
    ("reason", "action", "group"),
    [
        (outbox.PARENT_GONE, "reply", "Algemeen"),
        (outbox.CLOSED, "topic", "Algemeen"),
        (outbox.GROUP_LEFT, "topic", ""),
    ],
)
def test_the_nearest_place_is_offered_and_taken(store: Store, reason: str, action: str, group: str) -> None:
    item = share.reply(store, IN_OPEN, "Dank je wel!", reply_to=2, wait_ms=0)
    back(store, item, reason)
    found = row(store, item)
    assert found.deeds[0] == "nearest"
    assert found.nearest is not None
    assert (found.nearest.action, found.nearest_group) == (action, group)
    draft = outbox_deeds.bring_nearest(store, item.item_id)
    assert draft is not None
    assert (draft.action, draft.raw, draft.reply_to) == (action, "Dank je wel!", None)
    assert look(store).items == ()
    assert [one.draft for one in look(store).drafts] == [draft]


def test_the_communitys_own_words_are_kept_apart(store: Store) -> None:
    assert row(store, was_refused(store)).told == ("Titel is te kort",)


def test_what_arrived_stays_a_week_newest_first(store: Store) -> None:
    day = 86_400_000
    items = [share.reply(store, topic, f"Tekst {topic}", wait_ms=0) for topic in (2, 3, 4)]
    for item, days in zip(items, (1, 8, 3), strict=True):
        arrived(store, item, share.now_ms() - days * day)
    assert [one.item.item_id for one in look(store).items] == [items[0].item_id, items[2].item_id]


def test_files_are_named(store: Store) -> None:
    keeper = drafts.Keeper(store, drafts.begin("reply", topic_id=IN_OPEN))
    address = keeper.attach("kaart.png", "image/png", b"png")
    keeper.keep(raw=f"Kijk: {address}").result()
    [draft] = look(store).drafts
    assert (draft.files, draft.about, draft.audience.group) == (("kaart.png",), "Onderwerp 2", "Algemeen")
    item = keeper.send()
    assert row(store, item).files == ("kaart.png",)


def test_a_draft_says_how_it_begins_and_why_it_cannot_be_sent(store: Store) -> None:
    keeper = drafts.Keeper(store, drafts.begin(group_id=CLOSED))
    keeper.keep(title="Onder ons", raw="Een heel\n\nverhaal " * 40).result()
    [fine] = look(store).drafts
    assert fine.words.startswith("Een heel verhaal Een heel")
    assert fine.words.endswith("…")
    assert len(fine.words) <= outbox_view.FIRST_LETTERS + 1
    store.write(lambda conn: outbox.group_lost(conn, CLOSED, share.now_ms()))
    [lost] = look(store).drafts
    assert (lost.draft.reason, lost.draft.title) == (outbox.GROUP_LEFT, "Onder ons")


def test_who_reads_along_is_told_of_where_a_topic_is_by_now(store: Store) -> None:
    item = share.reply(store, IN_CLOSED, "Onder ons")
    assert row(store, item).audience.closed
    store.write(lambda conn: conn.execute("UPDATE topics SET group_id = 1 WHERE topic_id = ?", (IN_CLOSED,)))
    assert (row(store, item).audience.group_id, row(store, item).audience.closed) == (OPEN, False)


def test_sending_can_be_taken_back_while_it_waits(store: Store) -> None:
    written, gone = share.share(store, OPEN, "Een", "Tekst"), share.delete(store, IN_OPEN, 5)
    draft = outbox_deeds.take_back(store, written)
    assert not isinstance(draft, bool)
    assert (draft.title, draft.raw, draft.group_id) == ("Een", "Tekst", OPEN)
    assert outbox_deeds.take_back(store, gone) is True
    late = share.share(store, OPEN, "Twee", "Tekst", wait_ms=0)
    left(store, late)
    assert outbox_deeds.take_back(store, late) is False


def test_the_member_decides_about_what_may_be_there(store: Store) -> None:
    there, not_there, again = may_be_there(store), may_be_there(store), may_be_there(store)
    assert outbox_deeds.it_is_there(store, there.item_id)
    assert outbox_deeds.send_again(store, not_there.item_id)
    assert outbox_deeds.look_for(store, again.item_id)
    assert [row(store, one).item.state for one in (there, not_there, again)] == ["sent", "queued", "unknown"]
    refused = was_refused(store)
    assert outbox_deeds.send_again(store, refused.item_id)
    assert row(store, refused).item.state == "queued"


def test_what_was_thrown_away_comes_back(store: Store) -> None:
    item = is_due(store)
    draft = drafts.Keeper(store, drafts.begin()).keep(title="Later").result()
    assert outbox_deeds.discard(store, item.item_id)
    assert outbox_deeds.discard_draft(store, draft.draft_id)
    assert (look(store).items, look(store).drafts) == ((), ())
    assert outbox_deeds.undo_discard(store, item.item_id)
    assert outbox_deeds.undo_discard_draft(store, draft.draft_id)
    assert look(store).counts == OutboxCounts(1, 0, 1)


def test_two_hundred_items_are_quick_to_look_at(store: Store) -> None:
    for number in range(200):
        share.reply(store, 1 + number % 12, f"Tekst {number}", wait_ms=0)
    seen = look(store)
    assert len(seen.items) == 200
    assert sum(one.happening == "due" for one in seen.items) == 1
    assert sum(one.happening == "queue" for one in seen.items) == 11
    assert sum(one.happening == "behind" for one in seen.items) == 188


def test_what_waits_with_a_lost_file_says_so(store: Store) -> None:
    item = is_due(store)
    upload = attachments.keep(store.folder, "foto.png", "image/png", b"png")
    store.write(lambda conn: uploads.add(conn, upload._replace(item_id=item.item_id)))
    back(store, item, outbox.FILE_LOST)
    found = row(store, item)
    assert (found.item.reason, found.files) == (outbox.FILE_LOST, ("foto.png",))


def test_the_audience_is_noted_with_what_is_sent_anyway(store: Store) -> None:
    readers(store, 2)
    item = share.share(store, CLOSED, "Onder ons", "Tekst", wait_ms=0)
    readers(store, 2, 3)
    store.write(lambda conn: outbox.hold(conn, item.item_id, outbox.AUDIENCE_GREW))
    assert share.send_anyway(store, item.item_id)
    kept = read(store, lambda conn: rows.get(conn, item.item_id))
    assert kept is not None
    assert json.loads(kept.audience)["ids"] == [2, 3]
    assert read(store, lambda conn: share.held_back(conn, kept)) is None
