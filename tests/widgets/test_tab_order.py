"""The Tab key comes to what is put in a window later where it stands, and not at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.tab_order import put_in_order


def walk(first: QWidget, steps: int) -> list[QWidget]:
    """What has the keyboard at first, and after each Tab."""
    first.setFocus()
    order: list[QWidget] = []
    for _ in range(steps):
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return order


def test_what_comes_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, last = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(last)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    late, inside = QWidget(), [QPushButton("a"), QPushButton("b")]
    group, line = QButtonGroup(late), QVBoxLayout(late)
    for one in inside:
        one.setCheckable(True)
        group.addButton(one)
        line.addWidget(one)
    inside[1].setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.insertWidget(1, late)
    qtbot.waitUntil(late.isVisible)
    assert put_in_order(first, late) is inside[1]
    assert walk(first, 4) == [first, inside[0], last, first]
    assert inside[1].focusPolicy() == Qt.FocusPolicy.NoFocus
    inside[0].setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside[1].setFocusPolicy(Qt.FocusPolicy.TabFocus)
    assert walk(first, 4) == [first, inside[1], last, first]
