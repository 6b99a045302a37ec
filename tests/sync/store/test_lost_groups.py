"""What leaves with a group that is lost to the member, on the disk too, and what stays as their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from sqlite3 import Connection, IntegrityError, connect

import pytest

from sync import attachments, outbox
from sync.connectors.base import GroupFact, GroupReaders
from sync.errors import DiskFull
from sync.outbox import Item
from sync.store import (
    audience,
    cursors,
    drafts,
    group_members,
    lost_groups,
    maintenance,
    marks,
    search_index,
    uploads,
)
from sync.store import outbox as rows
from sync.store.database import Store
from sync.store.drafts import Draft
from sync.store.group_members import Listed
from sync.store.image_sweep import sweep_images
from sync.store.rebuild import BUILDING
from sync.store.search import search
from sync.store.status_copy import COPY_NAME, backup_status
from tests.sync.store.samples import START, dump, people, read
from tests.sync.store.secret import SECRET, bytes_anywhere, community_with_a_secret

OPEN, CLOSED = 1, 2
NOW = START + 1_000


def test_a_forgotten_group_leaves_no_byte_in_the_folder(store: Store) -> None:
    community_with_a_secret(store)
    store.write(lambda conn: marks.save(conn, 2) | marks.mark_topic_read(conn, 2))
    store.write(lambda conn: marks.visit(conn, 2, START))
    assert bytes_anywhere(store.folder, SECRET)
    changes = maintenance.forget_group(store, 2)
    assert (len(changes.topics), len(changes.posts_removed)) == (20, 80)
    assert changes.groups == {2}
    assert bytes_anywhere(store.folder, SECRET) == []
    assert not any(SECRET in path.name for path in store.images.iterdir())
    assert {row[0] for row in dump(store, ("topics",))["topics"]} == set(range(1, 41, 2))
    assert dump(store, ("saved", "visits", "reads_pending")) == {
        "saved": [],
        "visits": [],
        "reads_pending": [],
    }
    assert len(read(store, lambda conn: search(conn, "gewoon1"))) > 1
    assert read(store, lambda conn: search(conn, SECRET)) == []
    assert read(store, maintenance.integrity) == []
    store.close()
    assert bytes_anywhere(store.folder, SECRET) == []


def test_a_forgotten_group_also_leaves_copies_of_damaged_caches(tmp_path: Path) -> None:
    store = Store(tmp_path)
    community_with_a_secret(store, topics=4)
    store.close()
    maintenance.rebuild(tmp_path)
    store = Store(tmp_path)
    assert len(list(tmp_path.glob("cache.damaged-*.sqlite"))) == 1
    maintenance.forget_group(store, 2)
    assert bytes_anywhere(tmp_path, SECRET) == []
    store.close()


def put_item(store: Store, **fields: object) -> Item:
    new = Item(**{"action": "reply", "topic_id": 2, "group_id": CLOSED, "raw": "Van mij", **fields})  # type: ignore[arg-type]
    item = store.write(lambda conn: outbox.put(conn, new))
    assert item is not None
    return item


def put_draft(store: Store, **fields: object) -> Draft:
    new = Draft(**{"action": "reply", "topic_id": 2, "raw": "Half af", **fields})  # type: ignore[arg-type]
    return store.write(lambda conn: drafts.put(conn, new))


def with_file(
    store: Store, content: bytes, *, item_id: int | None = None, draft_id: int | None = None
) -> Path:
    kept = attachments.keep(store.folder, "plan.txt", "text/plain", content)
    store.write(lambda conn: uploads.add(conn, kept._replace(item_id=item_id, draft_id=draft_id)))
    return store.folder / uploads.FOLDER / kept.file


def test_everything_around_what_the_member_wrote_goes_and_their_words_stay(store: Store) -> None:
    community_with_a_secret(store, topics=4)
    quote = f'[quote="fatima, post:1, topic:2"]\nHet {SECRET}2 gaat door.\n[/quote]\n\nMooi nieuws!'
    reply = put_item(store, raw=quote, title=f"Over {SECRET}2", audience=json.dumps({SECRET: 1}))
    edit = put_item(store, action="edit", post_id=201, topic_id=None, group_id=None, original=f"{SECRET}2")
    refused = put_item(store, raw="Mag dit?")
    thrown_away = put_item(store, original=SECRET, raw="Toch maar niet")
    elsewhere = put_item(store, topic_id=1, group_id=OPEN, raw="Hallo")

    def more(conn: Connection) -> None:
        rows.update(conn, refused.item_id, state="rejected", told=json.dumps([f"Niet over {SECRET}"]))
        outbox.discard(conn, thrown_away.item_id, NOW)

    store.write(more)
    draft = put_draft(store, place="topic 2", raw=quote, title=f"Over {SECRET}2", audience=SECRET)
    of_edit = put_draft(store, action="edit", place="post 202", topic_id=None, post_id=202, original=SECRET)
    unchanged = put_draft(store, action="edit", topic_id=None, post_id=203, raw=SECRET, original=SECRET)
    backup_status(store)
    (store.folder / BUILDING).mkdir()
    (store.folder / BUILDING / "cache.sqlite").write_text(SECRET)
    assert set(bytes_anywhere(store.folder, SECRET)) >= {COPY_NAME, "cache.sqlite"}

    maintenance.forget_group(store, CLOSED)
    assert bytes_anywhere(store.folder, SECRET) == []
    kept = read(store, lambda conn: {one.item_id: rows.get(conn, one.item_id) for one in (reply, edit)})
    texts = {key: (one.state, one.reason, one.raw) for key, one in kept.items() if one is not None}
    assert texts == {
        reply.item_id: (
            "rejected",
            outbox.GROUP_LEFT,
            '[quote="fatima, post:1, topic:2"]…[/quote]\n\nMooi nieuws!',
        ),
        edit.item_id: ("rejected", outbox.GROUP_LEFT, "Van mij"),
    }
    assert [one.item_id for one in read(store, rows.items) if one.state == "queued"] == [elsewhere.item_id]
    store.write(lambda conn: outbox.undo_discard(conn, thrown_away.item_id))
    back = read(store, lambda conn: rows.get(conn, thrown_away.item_id))
    assert back is not None
    assert (back.state, back.reason, back.raw) == ("rejected", outbox.GROUP_LEFT, "Toch maar niet")
    left = {one.draft_id: (one.reason, one.raw) for one in read(store, drafts.drafts)}
    assert left[of_edit.draft_id] == (outbox.GROUP_LEFT, "Half af")
    assert left[draft.draft_id][1].endswith("Mooi nieuws!")
    assert unchanged.draft_id not in left
    store.close()
    assert bytes_anywhere(store.folder, SECRET) == []


def test_files_on_their_way_go_unless_something_that_is_kept_needs_them(store: Store) -> None:
    community_with_a_secret(store, topics=4)
    arrived, waiting = put_item(store, raw="Verslag"), put_item(store, raw="Foto")
    mine = put_draft(store, group_id=CLOSED)
    files = {
        "arrived": with_file(store, SECRET.encode(), item_id=arrived.item_id),
        "waiting": with_file(store, b"van mij", item_id=waiting.item_id),
        "draft": with_file(store, b"ook van mij", draft_id=mine.draft_id),
        "elsewhere": with_file(store, b"elders", item_id=put_item(store, group_id=OPEN, topic_id=1).item_id),
    }
    store.write(lambda conn: rows.update(conn, arrived.item_id, state="sent"))
    maintenance.forget_group(store, CLOSED)
    assert {name for name, file in files.items() if file.exists()} == {"waiting", "draft", "elsewhere"}
    assert bytes_anywhere(store.folder, SECRET) == []


def test_who_read_along_is_forgotten_with_the_group_and_of_other_groups_is_not(store: Store) -> None:
    community_with_a_secret(store, topics=4)
    told = GroupReaders(people(), {1: "member", 2: "member", 3: "staff"}, True, 3, "kring")
    fact = GroupFact(CLOSED, 63, "kring", "Kring", f"Alles over de {SECRET}", True, "member", 3)

    def fill(conn: Connection) -> None:
        for group_id in (OPEN, CLOSED):
            audience.put_readers(conn, group_id, told, NOW)
            audience.note_seen(conn, audience.seen_key(group_id), (1, 2), NOW)
            group_members.put(conn, group_id, Listed(frozenset((1, 2)), NOW, complete=True))
        audience.put_register(conn, [fact])
        cursors.put(conn, cursors.REGISTER_AT, "1")

    store.write(fill)
    maintenance.forget_group(store, CLOSED)
    assert read(store, lambda conn: audience.readers(conn, CLOSED)) == []
    assert read(store, lambda conn: audience.facts(conn, CLOSED)) is None
    assert read(store, lambda conn: audience.seen(conn, audience.seen_key(CLOSED))) is None
    assert read(store, lambda conn: group_members.listed(conn, CLOSED)) is None
    assert read(store, lambda conn: group_members.listed(conn, OPEN)) is not None
    assert len(read(store, lambda conn: audience.readers(conn, OPEN))) == 3
    assert read(store, lambda conn: audience.seen(conn, audience.seen_key(OPEN))) == (frozenset((1, 2)), NOW)
    assert len(dump(store, ("members",))["members"]) == 3
    # So that one can see soon whether to ask for it.
    assert read(store, lambda conn: cursors.get(conn, cursors.REGISTER_AT)) is None
    assert bytes_anywhere(store.folder, SECRET) == []


def test_a_reader_that_holds_on_to_the_log_only_delays_the_last_of_it(store: Store) -> None:
    community_with_a_secret(store, topics=4)
    store.maintain(lambda conn: conn.execute("PRAGMA busy_timeout = 10").fetchall())
    with store.reading() as conn:
        conn.execute("BEGIN")
        assert conn.execute("SELECT count(*) FROM posts").fetchone()[0] == 16
        maintenance.forget_group(store, CLOSED)
        assert read(store, lambda other: cursors.get(other, lost_groups.UNFINISHED)) is not None
        conn.execute("ROLLBACK")
    assert lost_groups.finish(store)
    assert read(store, lambda conn: cursors.get(conn, lost_groups.UNFINISHED)) is None
    assert bytes_anywhere(store.folder, SECRET) == []


KILLED = """
import os, sys
from pathlib import Path
from sync.store import lost_groups
from sync.store.database import Store
lost_groups.finish = lambda store: os._exit(9)
lost_groups.forget_group(Store(Path(sys.argv[1])), int(sys.argv[2]))
"""


def test_killed_half_way_the_next_look_finishes_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    community_with_a_secret(store, topics=4)
    item = put_item(store, raw="Verslag")
    file = with_file(store, SECRET.encode(), item_id=item.item_id)
    store.write(lambda conn: rows.update(conn, item.item_id, state="sent"))
    store.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(CLOSED)], check=False)
    assert killed.returncode == 9
    assert file.exists()
    store = Store(tmp_path)
    assert lost_groups.finish(store)
    assert not file.exists()
    assert bytes_anywhere(tmp_path, SECRET) == []
    store.close()


def test_a_group_lost_while_another_is_finished_is_finished_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    community_with_a_secret(store, topics=4)

    def and_another_process_loses_one(of: Store) -> int:
        killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(OPEN)], check=False)
        assert killed.returncode == 9
        return sweep_images(of)

    monkeypatch.setattr(lost_groups, "sweep_images", and_another_process_loses_one)
    maintenance.forget_group(store, CLOSED)
    monkeypatch.undo()
    assert read(store, lambda conn: cursors.get(conn, lost_groups.UNFINISHED)) is not None
    assert lost_groups.finish(store)
    assert bytes_anywhere(tmp_path, "gewoon") == []
    store.close()


def test_a_disk_too_full_for_a_new_file_delays_it_and_stops_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    community_with_a_secret(store, topics=4)
    size = (store.folder / "cache.sqlite").stat().st_size
    usage = shutil.disk_usage(store.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=size))
    maintenance.forget_group(store, CLOSED)
    assert not any(SECRET in path.name for path in store.images.iterdir())
    assert not lost_groups.finish(store)
    monkeypatch.undo()
    assert lost_groups.finish(store)
    assert bytes_anywhere(store.folder, SECRET) == []


def test_temporary_files_without_room_delay_it_and_the_cache_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    community_with_a_secret(store, topics=4)
    tight = "CREATE TRIGGER tight BEFORE DELETE ON words BEGIN SELECT RAISE(ABORT, 'x'); END"
    store.maintain(lambda conn: conn.execute(tight).fetchall())
    with pytest.raises(IntegrityError):
        maintenance.forget_group(store, CLOSED)
    store.write(lambda conn: conn.execute("DROP TRIGGER tight"))

    def full(_: Connection) -> None:
        raise DiskFull("temporary files")

    monkeypatch.setattr(search_index, "purge", full)
    assert not lost_groups.finish(store)
    monkeypatch.undo()
    # Not with every round, but after a while.
    assert not lost_groups.finish(store)
    later = time.time() + 4_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert lost_groups.finish(store)
    assert bytes_anywhere(store.folder, SECRET) == []


def test_another_process_that_has_the_file_delays_it(store: Store) -> None:
    community_with_a_secret(store, topics=4)
    store.maintain(lambda conn: conn.execute("PRAGMA busy_timeout = 10").fetchall())
    store.write(lambda conn: cursors.put(conn, lost_groups.UNFINISHED, '{"files": [], "at": 1}'))
    other = connect(store.folder / "cache.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert not lost_groups.finish(store)
    other.execute("ROLLBACK")
    other.close()
    assert lost_groups.finish(store)
