"""Which kinds are offered, and when an announcement is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from app.composer.kinds import EVERYONE, kinds
from sync.model import Batch, Group, Member, Topic
from sync.store import cursors
from sync.store.apply import apply
from sync.store.database import Store

ME, OTHER = 7, 8


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    people = (
        Member(ME, "fatima", team=False),
        Member(OTHER, "jan", team=False),
        Member(9, "esther", team=True),
    )
    fill(store, groups=(Group(1, "taal", "Taal", closed=False, can_post=True),), members=people)
    store.write(lambda conn: cursors.put(conn, cursors.ME, str(ME)))
    yield store
    store.close()


def fill(store: Store, **content: object) -> None:
    store.write(lambda conn: apply(conn, Batch(**content)))  # type: ignore[arg-type]


def announces(store: Store) -> bool:
    with store.reading() as conn:
        found = kinds(conn)
    assert tuple(found[:4]) == EVERYONE
    return found[4:] == ["announcement"]


def test_not_before_anything_says_so(store: Store) -> None:
    fill(store, topics=(Topic(1, "Van het team", 1, kind="announcement", author_id=9, created=1),))
    assert not announces(store)


def test_the_team_may(store: Store) -> None:
    fill(store, members=(Member(ME, "fatima", team=True),))
    assert announces(store)


def test_where_members_did(store: Store) -> None:
    fill(store, topics=(Topic(1, "Van een lid", 1, kind="announcement", author_id=OTHER, created=1),))
    assert announces(store)


@pytest.mark.parametrize("may", [True, False])
def test_where_a_group_for_it_is_open_to_them(store: Store, may: bool) -> None:
    fill(store, groups=(Group(2, "mededelingen", "Mededelingen", closed=False, can_post=may),))
    assert announces(store) is may


def test_in_the_demo_community_members_announce(cache: Connection) -> None:
    assert kinds(cache)[-1] == "announcement"
