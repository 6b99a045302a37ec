"""Three panes, and fewer where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QListView, QMainWindow, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.panes import Panes, Placeholder
from widgets.theme import light_theme

PLAIN = light_theme("Inter", "DejaVu Sans Mono")
LARGE = light_theme("Inter", "DejaVu Sans Mono", 2.0)


class Shown:
    def __init__(self, qtbot: QtBot) -> None:
        self.places, self.list = QWidget(), QWidget()
        self.panes = Panes(self.places, self.list, PLAIN)
        self.panes.right.addWidget(QWidget())
        self.window = QMainWindow()
        self.window.setCentralWidget(self.panes)
        qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        self.window.show()

    def __call__(self) -> tuple[bool, bool, bool]:
        return self.places.isVisible(), self.list.isVisible(), self.panes.right.isVisible()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (960, (True, True, True)),
        (959, (False, True, True)),
        (640, (False, True, True)),
        (639, (False, True, False)),
    ],
)
def test_panes_go_as_the_window_shrinks(shown: Shown, width: int, expected: tuple[bool, bool, bool]) -> None:
    shown.window.resize(width, 700)
    assert shown.panes.width() == width
    assert shown() == expected


def test_where_there_is_one_the_reader_covers_the_list(qtbot: QtBot, shown: Shown) -> None:
    shown.window.resize(500, 700)
    shown.panes.show_reader(True)
    assert shown() == (False, False, True)
    back = shown.panes.findChild(QToolButton)
    assert back is not None
    assert back.isVisible()
    with qtbot.waitSignal(shown.panes.left):
        back.click()
    shown.panes.show_reader(False)
    assert shown() == (False, True, False)


def test_there_is_no_way_back_where_both_are_seen(shown: Shown) -> None:
    shown.panes.show_reader(True)
    back = shown.panes.findChild(QToolButton)
    assert back is not None
    assert not back.isVisible()


def test_large_text_folds_earlier_and_leaves_no_trace(qtbot: QtBot, shown: Shown) -> None:
    shown.panes.widths = (240, 500)
    with qtbot.waitSignal(shown.panes.folded):
        shown.panes.set_theme(LARGE)
    assert shown() == (False, True, True)
    shown.panes.set_theme(PLAIN)
    assert shown() == (True, True, True)
    assert shown.panes.sizes()[:2] == [240, 500]


def test_what_comes_later_into_its_room_comes_before_the_other_panes_by_tab(qtbot: QtBot) -> None:
    room, middle, field = Placeholder(), QWidget(), QLineEdit()
    QVBoxLayout(middle).addWidget(field)
    window = QMainWindow()
    qtbot.addWidget(window)
    panes = Panes(room, middle, PLAIN)
    window.setCentralWidget(panes)
    window.resize(1440, 900)
    window.show()
    places = QListView()
    room.take(places)
    panes.right.addWidget(QLineEdit())
    qtbot.waitUntil(lambda: places.size() == room.size())
    order: list[QWidget | None] = [window]
    while (following := order[-1]) is not None and following.nextInFocusChain() is not window:
        order.append(following.nextInFocusChain())
    assert order.index(places) < order.index(field)
