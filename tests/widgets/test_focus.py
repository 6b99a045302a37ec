"""The ring around the button that has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from widgets.focus import FocusRing
from widgets.style import mark
from widgets.theme import light_theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def button(window: QWidget) -> QPushButton:
    made = QPushButton("Share", window)
    mark(made, "primary")
    made.setGeometry(100, 50, 120, 32)
    made.show()
    return made


def test_the_ring_stands_four_pixels_off_the_focused_button(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window, light_theme("Inter", "DejaVu Sans Mono"))
    focused = button(window)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry() == focused.geometry().adjusted(-4, -4, 4, 4)
    focused.move(QPoint(20, 100))
    assert ring.geometry() == focused.geometry().adjusted(-4, -4, 4, 4)


def test_the_ring_leaves_with_the_focus(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window, light_theme("Inter", "DejaVu Sans Mono"))
    focused, field = button(window), QLineEdit(window)
    field.show()
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_the_ring_hides_with_its_button(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window, light_theme("Inter", "DejaVu Sans Mono"))
    focused = button(window)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    focused.deleteLater()
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_marked_buttons_take_the_focus_by_keyboard_only(window: QWidget) -> None:
    assert button(window).focusPolicy() == Qt.FocusPolicy.TabFocus
