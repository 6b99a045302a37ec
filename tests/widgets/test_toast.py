"""The message at the bottom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from widgets.theme import light_theme
from widgets.toast import Toast

THEME = light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def toast(window: QWidget) -> Toast:
    return Toast(window, THEME)


def button(toast: Toast) -> QPushButton:
    found = toast.findChild(QPushButton)
    assert found is not None
    return found


def test_it_says_its_words_as_they_are(toast: Toast) -> None:
    toast.show_message("Saved <b>now</b>")
    assert toast.text == "Saved <b>now</b>"
    assert not button(toast).isVisible()


def test_its_action_happens_once_and_it_goes(toast: Toast) -> None:
    done: list[int] = []
    toast.show_message("Saved", "Undo", lambda: done.append(1))
    QTest.mouseClick(button(toast), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert toast.text == ""


def test_it_leaves_by_itself(qtbot: QtBot, toast: Toast) -> None:
    toast.show_message("Saved", seconds=1)
    qtbot.waitUntil(lambda: toast.text == "", timeout=4000)


def test_it_waits_for_who_has_the_keyboard_on_it(qtbot: QtBot, window: QWidget, toast: Toast) -> None:
    window.activateWindow()
    toast.show_message("Saved", "Undo", lambda: None, seconds=1)
    button(toast).setFocus()
    qtbot.waitUntil(button(toast).hasFocus)
    qtbot.wait(1500)
    assert toast.text == "Saved"


def test_what_is_possible_for_a_while_only_waits_for_nobody(
    qtbot: QtBot, window: QWidget, toast: Toast
) -> None:
    window.activateWindow()
    toast.show_message("Shared", "Undo", lambda: None, seconds=1, patient=False)
    button(toast).setFocus()
    qtbot.waitUntil(lambda: toast.text == "", timeout=4000)


def test_it_stays_at_the_bottom_and_within_the_window(window: QWidget, toast: Toast) -> None:
    toast.show_message("Saved", "Undo", lambda: None)
    window.resize(300, 400)
    assert toast.x() >= 0
    assert toast.geometry().right() < 300
    assert toast.geometry().bottom() < 400
    assert toast.geometry().top() > 300
