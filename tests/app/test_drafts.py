"""Drafts are kept as they are typed, survive a kill and a full disk, and become something to send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app import drafts as writing
from app.drafts import Keeper, begin
from sync import attachments, outbox
from sync.errors import DiskFull
from sync.model import Batch
from sync.store import drafts, uploads
from sync.store import outbox as rows
from sync.store.database import Store
from sync.store.lost_groups import forget_group
from tests.sync.store.samples import places, post, read, topic, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    write(opened, Batch(groups=places(), topics=(topic(1),), posts=(post(1),)))
    yield opened
    opened.close()


def discard(store: Store, draft_id: int) -> None:
    store.write(lambda conn: drafts.discard(conn, draft_id, 5))


def titles(store: Store, place: str | None = None) -> list[str]:
    return [draft.title or draft.raw for draft in read(store, lambda conn: drafts.drafts(conn, place))]


def test_a_draft_is_one_row_however_often_it_is_kept(store: Store) -> None:
    keeper = Keeper(store, begin())
    for length in range(1, 30):
        keeper.keep(title="Wie weet raad met een volle agenda?"[:length])
    keeper.keep(group_id=1, kind="question").result()
    assert titles(store) == ["Wie weet raad met een volle a"]
    assert not keeper.unsaved


def test_several_drafts_in_several_places(store: Store) -> None:
    Keeper(store, begin()).keep(title="Een").result()
    Keeper(store, begin()).keep(title="Twee").result()
    Keeper(store, begin("reply", topic_id=1, reply_to=2)).keep(raw="Antwoord").result()
    Keeper(store, begin("edit", post_id=1, topic_id=1, original="Oud")).keep(raw="Nieuw").result()
    assert sorted(titles(store, "new")) == ["Een", "Twee"]
    assert titles(store, "topic 1") == ["Antwoord"]
    assert titles(store, "post 1") == ["Nieuw"]


def test_what_is_empty_again_is_no_draft(store: Store) -> None:
    keeper = Keeper(store, begin("edit", post_id=1, topic_id=1, original="Oud"))
    keeper.keep(raw="Nieuw").result()
    keeper.keep(raw="Oud ").result()
    assert titles(store) == []
    keeper.keep(raw="Toch nieuw").result()
    assert titles(store) == ["Toch nieuw"]


def test_an_opened_draft_goes_on_as_itself(store: Store) -> None:
    Keeper(store, begin()).keep(title="Een").result()
    [kept] = read(store, drafts.drafts)
    Keeper(store, kept).keep(title="Een en meer").result()
    assert titles(store) == ["Een en meer"]


def test_a_draft_survives_a_killed_process(store: Store, tmp_path: Path) -> None:
    Keeper(store, begin()).keep(title="Een", raw="Half af").result()
    beside = Store(tmp_path / "account")
    assert titles(beside) == ["Een"]
    beside.close()


def test_a_full_disk_keeps_the_text_in_memory_until_there_is_room(store: Store) -> None:
    keeper = Keeper(store, begin())
    keeper.keep(title="Een").result()
    pages = store.maintain(lambda conn: conn.execute("PRAGMA page_count").fetchone()[0])
    store.maintain(lambda conn: conn.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    long = "Dit is een lange tekst. " * 4_000
    with pytest.raises(DiskFull):
        keeper.keep(raw=long).result()
    assert keeper.unsaved
    assert keeper.draft.raw == long
    with pytest.raises(DiskFull):
        keeper.send()
    store.maintain(lambda conn: conn.execute("PRAGMA max_page_count = 1000000").fetchone())
    keeper.keep().result()
    assert not keeper.unsaved
    assert [draft.raw for draft in read(store, drafts.drafts)] == [long]


def test_a_draft_becomes_something_to_send_with_its_files(store: Store) -> None:
    keeper = Keeper(store, begin("reply", topic_id=1, reply_to=1))
    place = keeper.attach("foto.png", "image/png", b"plaatje")
    keeper.keep(raw=f"Kijk eens: {place}", typing_ms=4_000, open_ms=9_000)
    item = keeper.send()
    assert titles(store) == []
    assert (item.state, item.lane, item.group_id, item.reply_to) == ("queued", "topic 1", 1, 1)
    assert (item.typing_ms, item.open_ms, item.not_before - item.created) == (4_000, 9_000, outbox.UNDO_MS)
    [upload] = read(store, lambda conn: uploads.of(conn, item_id=item.item_id))
    assert (store.folder / "outgoing" / upload.file).read_bytes() == b"plaatje"
    draft = store.write(lambda conn: outbox.withdraw(conn, item.item_id, 1))
    assert draft is not None
    assert [one.name for one in read(store, lambda conn: uploads.of(conn, draft_id=draft.draft_id))] == [
        "foto.png"
    ]


def test_a_file_that_is_too_large_is_refused_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "LARGEST_FILE", 10)
    with pytest.raises(ValueError, match="11"):
        Keeper(store, begin()).attach("film.mp4", "video/mp4", b"x" * 11)
    assert titles(store) == []


def test_a_draft_that_was_thrown_away_can_be_taken_back(store: Store) -> None:
    Keeper(store, begin()).keep(title="Een").result()
    assert store.write(lambda conn: drafts.discard(conn, 1, 5))
    assert titles(store) == []
    assert store.write(lambda conn: drafts.undo_discard(conn, 1))
    assert titles(store) == ["Een"]


def test_what_is_kept_after_it_was_sent_is_no_draft_again(store: Store) -> None:
    keeper = Keeper(store, begin("reply", topic_id=1))
    keeper.keep(raw="Klaar")
    keeper.send()
    keeper.keep(raw="Klaar", open_ms=9_000).result()
    assert titles(store) == []
    assert not keeper.unsaved


def test_keeping_sending_and_throwing_away_at_once_leaves_one_of_it(store: Store) -> None:
    for number in range(5):
        keeper = Keeper(store, begin("reply", topic_id=1))
        kept = keeper.keep(raw=f"Tekst {number}").result()

        def type_on(keeper: Keeper = keeper) -> None:
            for moment in range(40):
                keeper.keep(open_ms=moment).result()

        typing = threading.Thread(target=type_on)
        typing.start()
        keeper.send()
        discard(store, kept.draft_id)
        typing.join()
        assert titles(store) == []
    assert len(read(store, rows.items)) == 5


def test_a_failed_sending_leaves_a_draft_that_is_kept_on(store: Store) -> None:
    keeper = Keeper(store, begin("reply", topic_id=1))
    keeper.keep(raw="Een").result()
    keeper.keep(raw="Een " * 20_000).result()
    store.maintain(lambda conn: conn.execute("PRAGMA max_page_count = 1").fetchone())
    with pytest.raises(DiskFull):
        keeper.send()
    store.maintain(lambda conn: conn.execute("PRAGMA max_page_count = 1000000").fetchone())
    keeper.keep(raw="Een en meer").result()
    assert titles(store) == ["Een en meer"]


def test_a_draft_thrown_away_elsewhere_stays_so_until_more_is_typed(store: Store) -> None:
    keeper = Keeper(store, begin())
    kept = keeper.keep(title="Een").result()
    store.write(lambda conn: drafts.discard(conn, kept.draft_id, 5))
    keeper.keep(open_ms=700).result()
    assert titles(store) == []
    keeper.keep(title="Een en meer").result()
    assert titles(store) == ["Een en meer"]


def test_a_file_is_not_lost_when_an_empty_draft_is_kept_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(store, begin("reply", topic_id=1))
    writing_file = attachments.keep

    def slowly(*told: Any) -> uploads.Upload:
        upload = writing_file(*told)
        keeper.keep(raw="").result()
        return upload

    monkeypatch.setattr(attachments, "keep", slowly)
    place = keeper.attach("foto.png", "image/png", b"plaatje")
    keeper.keep(raw=f"Kijk: {place}")
    item = keeper.send()
    assert len(read(store, lambda conn: uploads.of(conn, item_id=item.item_id))) == 1


@pytest.mark.parametrize("raw", ["Oud en nieuw", "Oud"])
def test_what_is_the_groups_own_does_not_come_back_after_the_group_was_lost(store: Store, raw: str) -> None:
    told = Batch(topics=(topic(2, group_id=2),), posts=(post(7, 2),))
    write(store, told)
    draft = begin("edit", group_id=2, post_id=7, topic_id=2, original="Oud")
    keeper = Keeper(store, replace(draft, audience='{"group": 2, "closed": true, "ids": [3]}'))
    keeper.keep(raw="Oud!").result()
    keeper.keep(raw=raw).result()
    forget_group(store, 2)
    keeper.keep(raw='Nieuw [quote="jan, post:1, topic:2"]\nGeheim\n[/quote]').result()
    [kept] = read(store, drafts.drafts)
    assert (kept.reason, kept.original, kept.audience) == (outbox.GROUP_LEFT, "", "")
    assert "Geheim" not in kept.raw
    assert "Geheim" in keeper.draft.raw, "what the member sees stays as it is"
