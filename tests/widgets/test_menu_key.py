"""The menu bar that Alt or F10 brings; here what happens to it as its window goes."""

from __future__ import annotations

import shiboken6
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from widgets.menu_key import MenuKey


def test_the_keyboard_may_move_while_the_window_is_taken_apart(qtbot: QtBot, qapp: QApplication) -> None:
    window, field = QMainWindow(), QLineEdit()
    qtbot.addWidget(field)
    bar = window.menuBar()
    MenuKey(window, QAction(window))
    # The bar goes before what follows the keyboard, and tells of that.
    bar.destroyed.connect(lambda: qapp.focusChanged.emit(None, field))
    with qtbot.captureExceptions() as raised:
        shiboken6.delete(window)
    assert raised == []
    assert not shiboken6.isValid(bar)


def test_the_bar_goes_when_the_keyboard_goes_elsewhere(qtbot: QtBot, qapp: QApplication) -> None:
    window, field = QMainWindow(), QLineEdit()
    for widget in (window, field):
        qtbot.addWidget(widget)
    window.menuBar().addAction("Menu")
    action = QAction(window)
    kept = MenuKey(window, action)
    window.show()
    action.trigger()
    assert window.menuBar().isVisible()
    qapp.focusChanged.emit(None, window.menuBar())
    assert window.menuBar().isVisible()
    qapp.focusChanged.emit(None, field)
    assert window.menuBar().isHidden()
    assert kept.parent() is window
