"""A cache file of every released schema opens here and has everything that was in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sync.store import cursors, drafts, maintenance, marks, outbox, rules, topics, views
from sync.store.database import FILE_NAME, SCHEMA, Store, schema_of
from sync.store.posts import head, thread
from sync.store.rows import Place
from sync.store.search import search
from tests.stores.make import fill
from tests.sync.store.samples import CONTENT, START, STATUS, dump, read

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("schema-*.sqlite"))


def test_there_is_a_file_of_every_schema() -> None:
    assert [path.name for path in FILES] == [f"schema-{number}.sqlite" for number in range(1, SCHEMA + 1)]
    assert all(path.stat().st_size < 400_000 for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_old_cache_opens_with_everything_in_it(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / FILE_NAME)
    store = Store(tmp_path)
    assert schema_of(store.path) == SCHEMA
    assert read(store, maintenance.integrity) == []
    opening = read(store, lambda conn: head(conn, 2))
    assert opening is not None
    assert (opening.title, opening.saved, opening.last_visit) == ("Onderwerp 2", 1, START)
    assert len(read(store, lambda conn: thread(conn, 2))) == 5
    assert read(store, lambda conn: topics.count(conn, Place(), "newest")) == 12
    assert read(store, lambda conn: len(marks.pending_reads(conn, 9))) == 1
    assert read(store, lambda conn: cursors.me(conn)) == 3
    assert len(read(store, lambda conn: search(conn, "bijdrage"))) == 50
    store.close()


@pytest.mark.parametrize("path", FILES[1:], ids=lambda path: path.stem)
def test_rules_and_views_are_kept(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / FILE_NAME)
    store = Store(tmp_path)
    assert read(store, lambda conn: [(rule.text, rule.action) for rule in rules.read(conn)]) == [
        ("kind:event", "dim")
    ]
    assert read(store, rules.read_exceptions) == {1: {5}}
    assert read(store, lambda conn: [view.text for view in views.read(conn)]) == ["tag:beleid"]
    store.close()


@pytest.mark.parametrize("path", FILES[2:], ids=lambda path: path.stem)
def test_drafts_and_the_outbox_are_kept(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / FILE_NAME)
    store = Store(tmp_path)
    assert [draft.title for draft in read(store, drafts.drafts)] == ["Half af"]
    waiting = [(item.state, item.lane, item.raw) for item in read(store, outbox.items)]
    assert waiting == [("queued", "topic 2", "Dank je wel, dit helpt ons verder.")]
    store.close()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_old_cache_ends_the_same_as_a_new_one(path: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    shutil.copy(path, tmp_path / "old" / FILE_NAME)
    old, new = Store(tmp_path / "old"), Store(tmp_path / "new")
    fill(new)
    tables = (*CONTENT, *STATUS)
    assert dump(old, tables) == dump(new, tables)
    schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert read(old, lambda conn: conn.execute(schema).fetchall()) == read(
        new, lambda conn: conn.execute(schema).fetchall()
    )
    old.close()
    new.close()
