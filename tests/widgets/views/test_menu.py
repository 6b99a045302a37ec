"""What one can do with a view in the sidebar, by its menu and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.places import Overview, OwnView
from sync.store.rows import Counts, Place
from widgets.sidebar import Sidebar
from widgets.theme import Theme
from widgets.views.menu import ViewMenu

VIEWS = (OwnView(4, "Waiting", "clock", 5), OwnView(9, "From elsewhere", "no-such-drawing"))


@pytest.fixture
def sidebar(qtbot: QtBot, theme: Theme) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.resize(232, 700)
    made.show_overview(Overview([], Counts(0, 0, 0, {}), views=VIEWS))
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


@pytest.fixture
def menu(sidebar: Sidebar) -> ViewMenu:
    return ViewMenu(sidebar)


def at(sidebar: Sidebar, place: Place) -> None:
    sidebar.setCurrentIndex(sidebar.places.index(sidebar.places.row_of(place)))


def test_views_stand_under_their_heading_with_what_is_unread(sidebar: Sidebar) -> None:
    spoken = [entry.spoken for entry in sidebar.places.entries()]
    heading = spoken.index("My views")
    assert spoken[heading : heading + 3] == ["My views", "Waiting, 5 unread", "From elsewhere"]
    sidebar.grab()


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "edit"),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, "copy"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "up"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "down"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove"),
    ],
)
def test_keys_act_on_the_row_with_the_keyboard(
    qtbot: QtBot, sidebar: Sidebar, menu: ViewMenu, key: Qt.Key, modifier: Qt.KeyboardModifier, name: str
) -> None:
    at(sidebar, Place("view", 4))
    with qtbot.waitSignal(menu.asked) as asked:
        QTest.keyClick(sidebar, key, modifier)
    assert asked.args == [name, 4]


def test_a_place_that_is_always_there_is_not_moved_or_removed(
    qtbot: QtBot, sidebar: Sidebar, menu: ViewMenu
) -> None:
    at(sidebar, Place("questions"))
    with qtbot.assertNotEmitted(menu.asked):
        QTest.keyClick(sidebar, Qt.Key.Key_Delete)
        QTest.keyClick(sidebar, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(menu.asked) as asked:
        QTest.keyClick(sidebar, Qt.Key.Key_F2)
    assert asked.args == ["edit", -2]


def test_the_menu_offers_what_fits_the_row(qtbot: QtBot, menu: ViewMenu) -> None:
    def words(view: int | None) -> list[str]:
        return [action.text() for action in menu.menu_for(view).actions() if not action.isSeparator()]

    assert words(4) == ["Edit view…", "Copy view…", "Move up", "Move down", "Remove view", "New view…"]
    assert words(-1) == ["Look into this view…", "Copy view…", "New view…"]
    assert words(None) == ["New view…"]
    with qtbot.waitSignal(menu.asked) as asked:
        menu.menu_for(9).actions()[3].trigger()
    assert asked.args == ["down", 9]
    with qtbot.waitSignal(menu.asked) as asked:
        menu.menu_for(None).actions()[-1].trigger()
    assert asked.args == ["new", 0]


def test_the_keyboard_stays_at_a_view_that_moved(sidebar: Sidebar) -> None:
    at(sidebar, Place("view", 4))
    sidebar.show_overview(Overview([], Counts(0, 0, 0, {}), views=VIEWS[::-1]))
    entry = sidebar.places.entry(sidebar.currentIndex())
    assert entry.target == Place("view", 4)
    others = [sidebar.places.row_of(Place("view", view.id)) for view in VIEWS if view.id != 4]
    assert sidebar.currentIndex().row() == max(others) + 1
