"""Marking as read: what was in sight for a second, or passed by scrolling, in the active window only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sync.store import marks
from sync.store.database import Store
from tests.widgets.reader.topics import LONG, TOPIC, long_thread, put
from widgets.reader.page import ReaderPage

Open = Callable[..., ReaderPage]


@pytest.fixture
def long_topic(store: Store) -> int:
    put(store, long_thread(80), topic=LONG)
    return LONG


def test_what_stands_on_the_screen_for_a_second_is_read(qtbot: QtBot, open_topic: Open, store: Store) -> None:
    page = open_topic(TOPIC)
    unread = {row.post_id for row in page.rows if row.unread}
    assert len(unread) == 5
    with qtbot.waitSignal(page.read, timeout=6000) as told:
        pass
    assert set(told.args[0]) == unread
    assert all(1000 <= spent <= 5000 for spent in told.args[0].values())
    page.refresh(store.write(lambda conn: marks.mark_read(conn, told.args[0])))
    qtbot.waitUntil(lambda: not any(row.unread for row in page.rows))


def test_what_was_scrolled_past_is_read_and_what_a_jump_skipped_is_not(
    qtbot: QtBot, open_topic: Open, long_topic: int
) -> None:
    page = open_topic(long_topic)
    bar = page.thread_view.verticalScrollBar()
    page.marker.look()
    while page.thread_view.in_sight()[0].row.number < 12:
        bar.setValue(bar.value() + 60)
    page.thread_view.jump_to(59)
    with qtbot.waitSignal(page.read) as told:
        page.clear()
    read = {post_id % 10_000 for post_id in told.args[0]}
    assert read == set(range(1, max(read) + 1))
    assert 9 <= max(read) <= 12


def test_leaving_a_topic_tells_what_was_read_of_it(qtbot: QtBot, open_topic: Open, long_topic: int) -> None:
    page = open_topic(long_topic)
    page.marker.look()
    bar = page.thread_view.verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.value() + 60)
    with qtbot.waitSignal(page.read) as told:
        page.show_topic(TOPIC)
    assert 1 in {post_id % 10_000 for post_id in told.args[0]}


def test_nothing_is_read_in_a_window_that_is_not_active(qtbot: QtBot, open_topic: Open) -> None:
    page = open_topic(TOPIC)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    with qtbot.assertNotEmitted(page.read, wait=2600):
        page.marker.look()
