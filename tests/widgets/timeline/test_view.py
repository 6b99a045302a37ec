"""The timeline as a member uses it: by keyboard, mouse and wheel, while the cache changes under it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.timeline import Survey, Timeline
from sync.model import Batch, Changes
from sync.store import marks
from sync.store.apply import apply
from sync.store.database import Store
from sync.store.rows import Key, Place
from tests.listed import CLOSED, HOUR, NEWEST, post, put, topic
from tests.widgets.timeline.conftest import COUNT
from widgets.theme import dark_theme, light_theme
from widgets.timeline.view import TimelineView

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def shown(view: TimelineView) -> list[tuple[int, int]]:
    """The topics in sight with the pixel their card begins at."""
    found = []
    for placed in view.scrolling.strip.visible():
        row = view.model.row(placed.row)
        found.append((row.topic_id if row is not None else 0, placed.y))
    return found


def screen(view: TimelineView) -> QImage:
    """What really stands on the screen, not what would be painted now."""
    QApplication.processEvents()
    return view.screen().grabWindow(view.winId()).toImage().copy(view.viewport().geometry())


def settle(qtbot: QtBot, view: TimelineView) -> None:
    """Wait until every row in sight is read."""
    qtbot.waitUntil(lambda: all(topic_id for topic_id, _ in shown(view)))


def wheel(view: TimelineView, pixels: int, notches: float = 0) -> None:
    """A touchpad's pixels or a wheel's notches, downwards."""
    where = QPointF(200, 200)
    event = QWheelEvent(
        where,
        view.viewport().mapToGlobal(where),
        QPoint(0, -pixels),
        QPoint(0, round(-120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def centre(view: TimelineView, row: int) -> QPoint:
    return view.row_rect(row).center()


def test_the_newest_topics_stand_under_a_day_heading(view: TimelineView) -> None:
    rows = view.scrolling.strip.visible()
    assert (rows[0].row, rows[0].y) == (0, rows[0].lead)
    assert view.cards.heading(0) == "Today"
    assert [topic_id for topic_id, _ in shown(view)][:3] == [COUNT, COUNT - 1, COUNT - 2]
    headings = [view.cards.heading(row) for row in range(40)]
    assert [heading for heading in headings if heading][:2] == ["Today", "Yesterday"]


def test_the_keyboard_walks_opens_and_saves(view: TimelineView) -> None:
    opened: list[int] = []
    saved: list[int] = []
    view.opened.connect(opened.append)
    view.save_requested.connect(saved.append)
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K):
        QTest.keyClick(view, key)
    assert view.current_topic == COUNT - 1
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_S)
    assert (opened, saved) == ([COUNT - 1], [COUNT - 1])


def test_the_selected_card_is_always_wholly_in_sight(view: TimelineView) -> None:
    for _ in range(25):
        QTest.keyClick(view, Qt.Key.Key_J)
        assert view.current is not None
        area = view.row_rect(view.current)
        assert area.top() >= 0
        assert area.bottom() < view.viewport().height()


def test_pages_home_and_end(qtbot: QtBot, view: TimelineView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current is not None
    assert view.current > 2
    with qtbot.waitSignal(view.selected, check_params_cb=lambda topic_id: topic_id == 1):
        QTest.keyClick(view, Qt.Key.Key_End)
    settle(qtbot, view)
    assert shown(view)[-1][0] == 1
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_topic == COUNT
    assert view.scrolling.at_top


def test_a_click_selects_and_opens(qtbot: QtBot, view: TimelineView) -> None:
    with qtbot.waitSignals([view.selected, view.opened], order="strict"):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, centre(view, 2))
    assert view.current_topic == COUNT - 2


def test_the_menu_key_and_the_right_button_ask_for_the_menu_of_a_topic(view: TimelineView) -> None:
    asked: list[tuple[int, QPoint]] = []
    view.context_requested.connect(lambda topic_id, where: asked.append((topic_id, where)))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, NO_MODIFIER, centre(view, 1))
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        where = view.viewport().mapToGlobal(centre(view, 1))
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, centre(view, 1), where))
    assert [topic_id for topic_id, _ in asked] == [COUNT - 1, COUNT - 1]
    assert asked[0][1] == asked[1][1]


def test_scrolled_pixels_are_those_of_a_full_repaint(qtbot: QtBot, view: TimelineView) -> None:
    view.select(1)
    for pixels in (37, 5, -12, 300, 64, -250, 700):
        wheel(view, pixels)
        settle(qtbot, view)
        scrolled = screen(view)
        view.viewport().update()
        assert screen(view) == scrolled


def test_the_wheel_moves_by_notches_and_adds_up_parts_of_them(view: TimelineView) -> None:
    before = shown(view)[0][1]
    wheel(view, 0, notches=1)
    whole = before - shown(view)[0][1]
    view.scrolling.by(-whole)
    for _ in range(8):
        wheel(view, 0, notches=1 / 8)
    assert before - shown(view)[0][1] == whole > 0


def test_the_scroll_bar_leaps_to_rows_that_are_not_loaded(qtbot: QtBot, view: TimelineView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(qtbot, view)
    ids = [topic_id for topic_id, _ in shown(view)]
    assert abs(ids[0] - COUNT // 2) < 20
    assert ids == sorted(ids, reverse=True)
    bar.setValue(bar.maximum())
    settle(qtbot, view)
    placed = view.scrolling.strip.visible()[-1]
    assert placed.row == COUNT - 1
    assert placed.y + placed.body == view.viewport().height()


def test_new_topics_wait_behind_the_pill(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    before = shown(view)
    changes = put(store, topic(COUNT + 1, NEWEST + HOUR), topic(COUNT + 2, NEWEST + 2 * HOUR))
    with qtbot.waitSignal(view.model.waiting_changed):
        view.apply(changes)
    assert shown(view) == before
    assert view.pill.isVisible()
    assert "2" in view.pill.text()
    assert view.pill.accessibleName() == view.pill.text()
    with qtbot.waitSignal(view.model.opened):
        QTest.mouseClick(view.pill, Qt.MouseButton.LeftButton)
    assert shown(view)[0][0] == COUNT + 2
    assert not view.pill.isVisible()


def test_home_lets_waiting_topics_in(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    with qtbot.waitSignal(view.model.waiting_changed):
        view.apply(put(store, topic(COUNT + 1, NEWEST + HOUR)))
    with qtbot.waitSignal(view.model.opened):
        QTest.keyClick(view, Qt.Key.Key_Home)
    assert shown(view)[0][0] == COUNT + 1


def test_topics_that_come_and_go_above_move_nothing_in_sight(
    qtbot: QtBot, store: Store, view: TimelineView
) -> None:
    view.scrolling.by(5_000)
    view.select(view.scrolling.strip.visible()[2].row)
    settle(qtbot, view)
    before, selected = shown(view), view.current_topic
    image = screen(view)
    older = [topic(COUNT + 50 + extra, NEWEST - HOUR * extra - 1) for extra in range(5)]
    changes = put(store, *older)
    changes |= store.write(lambda conn: apply(conn, Batch(removed_topics=(COUNT - 3,))))
    with qtbot.waitSignal(view.model.measured):
        view.apply(changes)
    settle(qtbot, view)
    assert shown(view) == before
    assert view.current_topic == selected
    assert view.current == view.model.loaded_row(selected or 0)
    assert screen(view) == image
    assert view.model.total == COUNT + 4


def test_scrolling_on_while_the_list_is_measured_jumps_nowhere(
    qtbot: QtBot, store: Store, view: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.scrolling.by(5_000)
    settle(qtbot, view)
    timeline = view.timeline
    assert timeline is not None
    survey, began, go = timeline.survey, threading.Event(), threading.Event()

    def held(near: Key | None) -> Survey:
        began.set()
        go.wait(10)
        return survey(near)

    monkeypatch.setattr(timeline, "survey", held)
    with qtbot.waitSignal(view.model.measured):
        view.apply(put(store, *(topic(COUNT + 60 + nr, NEWEST - HOUR * nr - 1) for nr in range(4))))
        qtbot.waitUntil(began.is_set)
        view.scrolling.by(777)
        before = shown(view)
        go.set()
    settle(qtbot, view)
    assert shown(view) == before


def test_a_leap_while_the_list_is_measured_stays_where_it_went(
    qtbot: QtBot, store: Store, view: TimelineView
) -> None:
    changes = put(store, topic(COUNT + 70, NEWEST - 30 * HOUR - 1))
    with qtbot.waitSignal(view.model.measured):
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        view.model.survey()
        view.apply(changes)
    settle(qtbot, view)
    assert abs(view.scrolling.strip.top - COUNT // 2) < 20


def test_a_topic_that_left_the_cache_leaves_the_list(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    changes = store.write(lambda conn: apply(conn, Batch(removed_topics=(COUNT - 1,))))
    with qtbot.waitSignal(view.model.measured):
        view.apply(changes)
    assert COUNT - 1 not in [topic_id for topic_id, _ in shown(view)]
    assert view.model.total == COUNT - 1


def test_a_reply_changes_a_card_where_it_is(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    before = view.model.row(4)
    assert before is not None
    reply = post(990_001, before.topic_id, 2, NEWEST + HOUR)
    changed, _ = topic(before.topic_id, before.created)
    batch = Batch(topics=(changed,), posts=(reply,))
    with qtbot.waitSignal(view.model.loaded):
        view.apply(store.write(lambda conn: apply(conn, batch)))
    after = view.model.row(4)
    assert after is not None
    assert after.topic_id == before.topic_id
    assert after.unread == before.unread + 1


def test_reading_takes_the_dot_away(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    first = view.model.row(0)
    assert first is not None
    assert first.unread == 1
    image = screen(view)
    with qtbot.waitSignal(view.model.loaded):
        view.apply(store.write(lambda conn: marks.mark_topic_read(conn, first.topic_id)))
    after = view.model.row(0)
    assert after is not None
    assert after.unread == 0
    assert screen(view) != image


def test_a_place_is_found_as_it_was_left(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    view.scrolling.by(20_000)
    settle(qtbot, view)
    left = shown(view)
    with qtbot.waitSignal(view.model.opened):
        view.open(Timeline(store, Place("group", CLOSED)))
    assert view.scrolling.at_top
    assert all(view.model.row(row) is not None for row in range(view.model.total))
    with qtbot.waitSignal(view.model.opened):
        view.open(Timeline(store))
    assert shown(view) == left


def test_a_place_with_nothing_says_so(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    with qtbot.waitSignal(view.counted) as counted:
        view.open(Timeline(store, Place("saved")))
    assert counted.args == [0]
    assert shown(view) == []
    for key in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert view.current_topic is None


def test_unsaving_in_the_saved_place_shortens_its_list(
    qtbot: QtBot, store: Store, view: TimelineView
) -> None:
    store.write(lambda conn: [marks.save(conn, topic_id) for topic_id in (3, 4)])
    with qtbot.waitSignal(view.model.opened):
        view.open(Timeline(store, Place("saved")))
    assert view.model.total == 2
    with qtbot.waitSignal(view.model.measured):
        view.apply(store.write(lambda conn: marks.unsave(conn, 4)))
    assert [topic_id for topic_id, _ in shown(view)] == [3]


def test_the_order_of_activity_puts_replies_first(qtbot: QtBot, store: Store, view: TimelineView) -> None:
    old, _ = topic(7, NEWEST - (COUNT - 7) * HOUR)
    batch = Batch(topics=(old,), posts=(post(990_002, 7, 2, NEWEST + HOUR),))
    store.write(lambda conn: apply(conn, batch))
    with qtbot.waitSignal(view.model.opened):
        view.open(Timeline(store, order="activity"))
    assert shown(view)[0][0] == 7


def test_compact_rows_are_two_lines_and_keep_their_place(qtbot: QtBot, view: TimelineView) -> None:
    view.scrolling.by(3_000)
    top = view.scrolling.strip.top
    view.set_compact(True)
    settle(qtbot, view)
    rows = view.scrolling.strip.visible()
    assert {placed.body for placed in rows} == {56}
    assert rows[0].row == top


def test_themes_and_text_sizes_change_on_the_spot(qtbot: QtBot, view: TimelineView) -> None:
    view.scrolling.by(3_000)
    top = view.scrolling.strip.top
    light = screen(view)
    view.set_theme(dark_theme("Inter", "DejaVu Sans Mono"))
    assert screen(view) != light
    assert view.scrolling.strip.top == top
    view.set_theme(light_theme("Inter", "DejaVu Sans Mono", 2.0))
    settle(qtbot, view)
    assert view.scrolling.strip.top == top
    assert view.scrolling.strip.visible()[0].body > 200


def test_a_narrower_pane_keeps_the_row_at_the_top(view: TimelineView) -> None:
    view.scrolling.by(4_321)
    top = view.scrolling.strip.top
    view.resize(400, 700)
    assert view.scrolling.strip.top == top


def test_the_card_under_the_pointer_lights_up(qtbot: QtBot, view: TimelineView) -> None:
    plain = screen(view)
    QTest.mouseMove(view.viewport(), centre(view, 1))
    qtbot.waitUntil(lambda: screen(view) != plain)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert screen(view) == plain


def test_the_ring_is_for_the_keyboard_only(view: TimelineView) -> None:
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, centre(view, 0))
    QTest.mouseMove(view.viewport(), QPoint(1, 1))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    clicked = screen(view)
    QTest.keyClick(view, Qt.Key.Key_J)
    QTest.keyClick(view, Qt.Key.Key_K)
    assert screen(view) != clicked


def test_a_change_before_anything_is_open_is_harmless(qtbot: QtBot, view: TimelineView) -> None:
    fresh = TimelineView(view.model, light_theme("Inter", "DejaVu Sans Mono"), view.cards._words)
    qtbot.addWidget(fresh)
    fresh.apply(Changes(topics=frozenset({1})))
    fresh.take_in()
    assert fresh.current is None


def test_a_cache_that_fails_is_reported(
    qtbot: QtBot, store: Store, view: TimelineView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise OSError("disk gone")

    timeline = Timeline(store)
    with qtbot.waitSignal(view.model.measured):
        view.open(timeline)
    bar = view.verticalScrollBar()
    asking: dict[str, Callable[[], None]] = {
        "rows": lambda: bar.setValue(bar.maximum() // 2),
        "survey": view.model.survey,
        "refreshed": lambda: view.apply(Changes(topics=frozenset({COUNT}))),
    }
    for failing, ask in asking.items():
        monkeypatch.setattr(timeline, failing, fail)
        with qtbot.waitSignal(view.model.failed) as failed:
            ask()
        assert failed.args is not None
        assert isinstance(failed.args[0], OSError)
