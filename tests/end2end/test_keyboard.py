"""The window by the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sync.store.rows import Place, PlaceName
from tests.end2end.conftest import Desk
from tests.end2end.hands import press, row_at, said


def test_places_by_keys(desk: Desk) -> None:
    desk.start()
    window = desk.window
    places: tuple[tuple[str, PlaceName], ...] = (("V", "questions"), ("B", "saved"), ("T", "timeline"))
    for keys, place in places:
        press(desk, "G", keys)
        assert window.place == Place(place)
    press(desk, "G", "P")
    assert window.topic is not None
    assert window.topic.currentWidget() is window.topic.people
    press(desk, "Escape")
    window.go(Place("timeline"))
    press(desk, "Ctrl+Down")
    assert window.place == Place("questions")
    press(desk, "Ctrl+Up")
    assert window.place == Place("timeline")


def test_topics_by_keys(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    press(desk, "J")
    desk.until(lambda: window.view.current == 0)
    press(desk, "J", "J", "K")
    desk.until(lambda: window.view.current == 1)
    press(desk, "Return")
    assert window.topic is not None
    desk.until(lambda: window.topic_pane().isAncestorOf(window.focusWidget() or window))
    press(desk, "Escape")
    assert window.view.hasFocus()
    row = row_at(desk, 1)
    press(desk, "M")
    desk.until(lambda: bool(row_at(desk, 1).unread) != bool(row.unread))
    press(desk, "Ctrl++")
    desk.until(lambda: window.topic_pane().reader.zoom() == 110)
    press(desk, "Ctrl+0")
    desk.until(lambda: window.topic_pane().reader.zoom() == 100)


def test_all_keys_are_on_the_sheet(desk: Desk) -> None:
    desk.start()
    window = desk.window
    press(desk, "?")
    sheet = window.findChild(QWidget, "key-sheet")
    assert sheet is not None
    words = said(sheet)
    everything = [*window.actions_.by_name.values(), *window.topic_pane().reader.actions_.all]
    for action in everything:
        if action.shortcuts():
            assert action.text().replace("&", "") in words
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    desk.until(lambda: not sheet.isVisible())


def open_menu(desk: Desk) -> QWidget:
    menu = desk.application.activePopupWidget()
    assert menu is not None
    return menu


def test_the_menu_bar_comes_on_alt_and_goes_again(desk: Desk) -> None:
    desk.start()
    bar = desk.window.menuBar()
    assert not bar.isVisible()
    QTest.keyClick(desk.window.view, Qt.Key.Key_Alt)
    assert bar.isVisible()
    assert desk.application.activePopupWidget() is bar.actions()[0].menu()
    QTest.keyClick(open_menu(desk), Qt.Key.Key_Escape)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    desk.until(lambda: not bar.isVisible())
    assert desk.window.focusWidget() is desk.window.view
    QTest.keyClick(desk.window.view, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert not bar.isVisible()


def test_what_is_chosen_from_the_menu_bar_happens_and_the_bar_goes(desk: Desk) -> None:
    desk.start()
    bar = desk.window.menuBar()
    desk.window.actions_["menu"].trigger()
    assert bar.isVisible()
    QTest.keyClick(open_menu(desk), Qt.Key.Key_Right)
    places = open_menu(desk)
    assert places is bar.actions()[1].menu()
    QTest.keyClick(places, Qt.Key.Key_Down)
    QTest.keyClick(places, Qt.Key.Key_Return)
    assert desk.window.place == Place("questions")
    desk.until(lambda: not bar.isVisible())


def test_tab_walks_through_everything_from_left_to_right(desk: Desk) -> None:
    desk.start()
    window = desk.window
    window.resize(1440, 900)
    window.view.select(0)
    desk.until(lambda: window.topic_pane().reader.loaded)
    window.sidebar.setFocus()
    order: list[QWidget] = []
    while (focus := desk.application.focusWidget()) not in order:
        assert focus is not None
        order.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    panes = [
        next(
            (
                pane
                for pane in (window.sidebar, window.pane, window.panes.right)
                if pane is one or pane.isAncestorOf(one)
            ),
            None,
        )
        for one in order
    ]
    places = [
        (window.sidebar, window.pane, window.panes.right).index(pane) for pane in panes if pane is not None
    ]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2}
    for part in (window.pane.field, window.pane.options, window.pane.help, window.view):
        assert part in order


def test_a_profile_opens_where_the_keyboard_is(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    press(desk, "G", "P")
    pane = window.topic_pane()
    people = pane.people.list
    desk.until(lambda: people.model().rowCount() > 20)
    people.setFocus()
    people.setCurrentIndex(people.model().index(3, 0))
    QTest.keyClick(people, Qt.Key.Key_Return)
    desk.until(lambda: pane.card is not None and pane.card.isVisible())
    row = people.visualRect(people.currentIndex())
    assert pane.card is not None
    top = pane.card.mapToGlobal(QPoint(0, 0)).y() - people.mapToGlobal(row.topLeft()).y()
    assert 0 <= top <= 2 * row.height()
