"""The list of places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.places import Overview
from sync.store.rows import Counts, GroupRow, Place
from widgets.sidebar import Sidebar
from widgets.theme import dark_theme, light_theme

LIGHT = light_theme("Inter", "DejaVu Sans Mono")


def group(number: int, *, closed: bool = False) -> GroupRow:
    return GroupRow(number, f"g{number}", f"Group {number}", "", int(closed), 1, "", 1, None, 0, number)


def many(count: int) -> Overview:
    rows = [group(number, closed=number == 1) for number in range(1, count + 1)]
    return Overview(rows, Counts(12, 3, 0, {1: 2}))


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(LIGHT)
    qtbot.addWidget(made)
    made.resize(232, 700)
    made.show_overview(many(12))
    made.show()
    return made


def spoken(sidebar: Sidebar) -> list[str]:
    return [entry.spoken for entry in sidebar.places.entries()]


def test_rows_say_what_is_unread_and_closed(sidebar: Sidebar) -> None:
    assert spoken(sidebar)[:2] == ["My timeline, 12 unread", "Questions, 3 unread"]
    assert "Group 1, closed group, 2 unread" in spoken(sidebar)


def test_a_click_goes_there(qtbot: QtBot, sidebar: Sidebar) -> None:
    index = sidebar.places.index(sidebar.places.row_of(Place("questions")))
    with qtbot.waitSignal(sidebar.chosen) as went:
        QTest.mouseClick(
            sidebar.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            sidebar.visualRect(index).center(),
        )
    assert went.args == [Place("questions")]
    assert not sidebar.by_keyboard


def test_the_keyboard_goes_there_too(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.select(Place("timeline"))
    sidebar.setFocus()
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    assert sidebar.by_keyboard
    with qtbot.waitSignal(sidebar.chosen) as went:
        QTest.keyClick(sidebar, Qt.Key.Key_Return)
    assert went.args == [Place("questions")]


def test_headings_cannot_be_chosen(sidebar: Sidebar) -> None:
    heading = next(row for row, entry in enumerate(sidebar.places.entries()) if entry.target is None)
    assert sidebar.places.flags(sidebar.places.index(heading)) == Qt.ItemFlag.NoItemFlags


def test_all_groups_lead_to_their_page(qtbot: QtBot, sidebar: Sidebar) -> None:
    more = sidebar.places.row_of("groups")
    assert sidebar.places.entries()[more].spoken == "All groups, 12"
    with qtbot.waitSignal(sidebar.chosen) as went:
        sidebar.clicked.emit(sidebar.places.index(more))
    assert went.args == ["groups"]


def test_what_one_manages_stands_at_the_bottom(sidebar: Sidebar) -> None:
    last = sidebar.places.index(sidebar.places.rowCount() - 1)
    assert sidebar.places.entry(last).target == "outbox"
    room = sidebar.viewport().height()
    assert room - 16 <= sidebar.visualRect(last).bottom() <= room
    sidebar.resize(232, 800)
    assert sidebar.visualRect(last).bottom() >= sidebar.viewport().height() - 16


def test_a_low_window_scrolls_to_what_stands_at_the_bottom(sidebar: Sidebar) -> None:
    sidebar.resize(232, 300)
    last = sidebar.places.index(sidebar.places.rowCount() - 1)
    sidebar.scrollTo(last)
    assert sidebar.visualRect(last).bottom() <= sidebar.viewport().height()


def test_the_outbox_says_that_it_needs_the_member(sidebar: Sidebar) -> None:
    told = many(12)._replace(waiting=1, needs_you=1, drafts=2, notices=3)
    sidebar.show_overview(told)
    assert spoken(sidebar)[-3:] == ["Notifications, 3 unread", "Drafts, 2", "Outbox, 2, needs you"]


def test_new_counts_keep_the_place(sidebar: Sidebar) -> None:
    sidebar.select(Place("group", 1))
    sidebar.show_overview(Overview(many(12).groups, Counts(1, 0, 0, {})))
    assert sidebar.places.entry(sidebar.currentIndex()).target == Place("group", 1)
    assert sidebar.name_of(Place("group", 1)) == ("Group 1", True)
    assert sidebar.name_of(Place("group", 999)) == ("", False)


def test_stepping_leaves_out_headings(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.select("people")
    with qtbot.waitSignal(sidebar.chosen) as went:
        sidebar.step(1)
    assert went.args == [Place("group", 1)]
    sidebar.select("groups")
    with qtbot.waitSignal(sidebar.chosen) as went:
        sidebar.step(1)
    assert went.args == ["rules"]


def test_there_is_air_above_the_first_row_in_every_theme(sidebar: Sidebar) -> None:
    assert sidebar.viewport().y() == 12
    for theme in (LIGHT, dark_theme("Inter", "DejaVu Sans Mono")):
        sidebar.set_theme(theme)
        image = sidebar.grab().toImage()
        assert image.pixelColor(100, 5) == theme.window
        assert image.pixelColor(100, 650) == theme.window
