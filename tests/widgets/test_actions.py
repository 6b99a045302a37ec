"""What one can do in the window, and with which keys."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from widgets.actions import Actions
from widgets.key_sheet import KeySheet, section
from widgets.reader.actions import ReaderActions
from widgets.theme import light_theme

THEME = light_theme("Inter", "DejaVu Sans Mono")

# The map of keys that people learned; each may have more, none may lose these.
MAP = {
    "next_topic": "J",
    "previous_topic": "K",
    "open_topic": "Return",
    "toggle_read": "M",
    "undo": "Ctrl+Z",
    "search": "/",
    "keys": "?",
    "go_timeline": "G, T",
    "go_questions": "G, V",
    "go_saved": "G, B",
}


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_the_map_of_keys_holds(window: QMainWindow) -> None:
    actions = Actions(window)
    for name, keys in MAP.items():
        assert keys in [key.toString() for key in actions[name].shortcuts()]


def test_no_key_means_two_things(window: QMainWindow) -> None:
    page = QWidget(window)
    everything = [*Actions(window).by_name.values(), *ReaderActions(page, THEME).all]
    counted = Counter(key.toString() for action in everything for key in action.shortcuts())
    assert [key for key, times in counted.items() if times > 1] == []
    # A key that begins a sequence cannot do something by itself.
    first = {key.split(", ")[0] for key in counted if ", " in key}
    assert not first & counted.keys()


def test_everything_has_words(window: QMainWindow) -> None:
    actions = Actions(window)
    assert all(action.text() for action in actions.by_name.values())
    assert all(action.text() for choice in actions.choices for action in choice.actions.values())


def test_menus_hold_what_the_keys_do(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.fill_menus(window, [])
    listed = {
        entry.objectName()
        for menu in window.menuBar().actions()
        for entry in menu.menu().actions()  # type: ignore[attr-defined]
    }
    left_out = {"menu", "open_topic"}
    assert actions.by_name.keys() - left_out <= listed


def test_the_sheet_shows_keys_beside_their_words(qtbot: QtBot, window: QMainWindow) -> None:
    actions = Actions(window)
    sheet = KeySheet([section(name, part) for name, part in actions.sections([])], THEME)
    qtbot.addWidget(sheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert words[words.index("Next topic") - 1] == "J"
    assert words[words.index("Search") - 1] == "/ or Ctrl+F"
