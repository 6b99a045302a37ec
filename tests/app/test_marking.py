"""Marking and undoing, on a real cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.marking import STEPS_KEPT, Marking
from sync.model import Batch
from sync.store import marks
from sync.store.database import Store
from sync.store.rows import Place
from tests.sync.store.samples import people, post, topic, write

TOPICS = 3


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    posts = [
        post(10 * one + number, one, number, author=2) for one in range(1, TOPICS + 1) for number in (1, 2, 3)
    ]
    topics = tuple(topic(one) for one in range(1, TOPICS + 1))
    write(opened, Batch(members=people(), topics=topics, posts=tuple(posts)))
    yield opened
    opened.close()


@pytest.fixture
def marking(store: Store) -> Marking:
    return Marking(store)


def unread(store: Store) -> set[int]:
    with store.reading() as conn:
        return {row[0] for row in conn.execute("SELECT post_id FROM unread")}


def saved(store: Store) -> set[int]:
    with store.reading() as conn:
        return {row[0] for row in conn.execute("SELECT topic_id FROM saved WHERE wanted")}


def test_a_topic_is_read_and_unread_again(store: Store, marking: Marking) -> None:
    before = unread(store)
    step = marking.read_topic(1)
    assert step.changes.marks == {11, 12, 13}
    assert unread(store) == before - {11, 12, 13}
    undone = marking.undo()
    assert undone is not None
    assert undone.changes.marks == {11, 12, 13}
    assert unread(store) == before


def test_reading_on_in_a_topic_is_one_step(store: Store, marking: Marking) -> None:
    before = unread(store)
    marking.read([11])
    marking.read([12, 13])
    marking.read([21])
    marking.undo()
    assert unread(store) == before - {11, 12, 13}
    marking.undo()
    assert unread(store) == before
    assert marking.undo() is None


def test_something_in_between_begins_a_new_step(store: Store, marking: Marking) -> None:
    before = unread(store)
    marking.read([11])
    marking.save(1, True)
    marking.read([12])
    marking.undo()
    assert unread(store) == before - {11}
    assert saved(store) == {1}


def test_a_step_can_be_undone_out_of_turn_and_only_once(store: Store, marking: Marking) -> None:
    step = marking.save(2, True)
    marking.read_topic(1)
    assert marking.undo(step) is not None
    assert saved(store) == set()
    assert marking.undo(step) is None
    assert not unread(store) & {11, 12, 13}


def test_marking_as_unread_shows_the_topic_again_and_can_be_undone(store: Store, marking: Marking) -> None:
    marking.read_place(Place("timeline"))
    assert unread(store) == set()
    marking.unread_topic(2)
    assert unread(store) == {21}
    marking.undo()
    assert unread(store) == set()
    marking.undo()
    assert len(unread(store)) == 3 * TOPICS


def test_no_longer_saving_is_undone_by_saving(store: Store, marking: Marking) -> None:
    marking.save(3, True)
    marking.save(3, False)
    assert saved(store) == set()
    marking.undo()
    assert saved(store) == {3}


def test_nothing_done_is_no_step(store: Store, marking: Marking) -> None:
    marking.read_topic(1)
    assert not marking.read_topic(1).changes
    marking.undo()
    assert {11, 12, 13} <= unread(store)


def test_only_so_many_steps_are_remembered(marking: Marking) -> None:
    for number in range(STEPS_KEPT + 5):
        marking.save(1, number % 2 == 0)
    undone = 0
    while marking.undo() is not None:
        undone += 1
    assert undone == STEPS_KEPT


def test_the_visit_before_this_one_ends_where_it_was_last_noted(store: Store) -> None:
    marking = Marking(store)
    marking.arrive(1_000)
    marking.stay(5_000)
    marking.arrive(90_000)
    with store.reading() as conn:
        assert marks.last_visit(conn) == 5_000
