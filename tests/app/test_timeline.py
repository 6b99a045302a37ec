"""Lists of topics by row number, over a real cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.timeline import PAGE, Timeline
from sync.model import Batch
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.rows import Key, Place
from tests.listed import CLOSED, HOUR, NEWEST, fill, put, topic

COUNT = 10 * PAGE + 7


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    fill(opened, COUNT)
    yield opened
    opened.close()


def test_the_first_page_is_the_newest_topics(store: Store) -> None:
    page = Timeline(store).first_page(20)
    assert [row.topic_id for row in page.rows] == list(range(COUNT, COUNT - 20, -1))
    assert not page.complete


def test_a_short_list_is_complete_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "small")
    fill(store, 3)
    page = Timeline(store).first_page(20)
    assert (page.total, page.complete) == (3, True)
    store.close()


def test_an_empty_place_has_no_rows(store: Store) -> None:
    saved = Timeline(store, Place("saved"))
    assert saved.first_page().rows == []
    assert saved.survey().total == 0
    assert saved.rows(0, 10) == []


@pytest.mark.parametrize("start", [0, 1, PAGE - 1, PAGE, 5 * PAGE + 3, COUNT - 4])
def test_rows_are_found_by_number_wherever_they_are(store: Store, start: int) -> None:
    timeline = Timeline(store)
    timeline.first_page()
    expected = [COUNT - start - step for step in range(10) if COUNT - start - step > 0]
    assert [row.topic_id for row in timeline.rows(start, 10)] == expected
    timeline.survey()
    assert [row.topic_id for row in timeline.rows(start, 10)] == expected


def test_a_survey_counts_and_finds_a_position_again(store: Store) -> None:
    timeline = Timeline(store)
    timeline.first_page()
    here = timeline.rows(3 * PAGE, 1)[0].key
    survey = timeline.survey(here)
    assert (survey.total, survey.waiting, survey.row) == (COUNT, 0, 3 * PAGE)
    held = range(survey.first, survey.first + len(survey.rows))
    assert survey.row - 1 in held
    assert survey.row + 30 in held
    assert survey.rows[survey.row - survey.first].key == here


def test_new_topics_wait_above_the_list(store: Store) -> None:
    timeline = Timeline(store)
    before = timeline.first_page().rows
    put(store, *(topic(COUNT + more, NEWEST + more * HOUR) for more in (1, 2, 3)))
    assert timeline.waiting() == 3
    assert timeline.rows(0, len(before)) == before
    assert timeline.survey().total == COUNT
    renewed = timeline.renewed()
    assert renewed.first_page().rows[0].topic_id == COUNT + 3
    assert renewed.waiting() == 0


def test_older_topics_that_arrive_join_the_list_below(store: Store) -> None:
    timeline = Timeline(store)
    timeline.first_page()
    here = timeline.rows(100, 1)[0].key
    put(store, topic(COUNT + 9, NEWEST - 2 * HOUR - 1), topic(COUNT + 10, NEWEST - 500 * HOUR - 1))
    survey = timeline.survey(here)
    assert (survey.total, survey.row, survey.waiting) == (COUNT + 2, 101, 0)


def test_removed_topics_leave_the_list(store: Store) -> None:
    timeline = Timeline(store)
    timeline.first_page()
    here = timeline.rows(100, 1)[0].key
    store.write(lambda conn: apply(conn, Batch(removed_topics=(COUNT - 1, COUNT - 2))))
    assert timeline.survey(here).row == 98
    assert set(timeline.refreshed([COUNT, COUNT - 1])) == {COUNT}


def test_a_position_that_was_removed_is_found_next_to_where_it_was(store: Store) -> None:
    timeline = Timeline(store)
    timeline.first_page()
    gone = timeline.rows(100, 1)[0]
    store.write(lambda conn: apply(conn, Batch(removed_topics=(gone.topic_id,))))
    survey = timeline.survey(gone.key)
    assert survey.rows[survey.row - survey.first].topic_id == gone.topic_id - 1


def test_places_hold_their_own_topics(store: Store) -> None:
    questions = Timeline(store, Place("questions"))
    assert {row.kind for row in questions.first_page().rows} == {"question"}
    closed = Timeline(store, Place("group", CLOSED))
    closed.first_page()
    survey = closed.survey()
    assert survey.total == COUNT // 10
    assert all(row.closed for row in survey.rows)


def test_new_since_counts_above_any_key(store: Store) -> None:
    assert Timeline(store).new_since(Key(NEWEST - 5 * HOUR, COUNT - 5)) == 5
