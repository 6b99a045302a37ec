"""Rows made of widgets are items of a list for a screen reader, and go without a trace."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.read_as import read_as


class Part(QWidget):
    """A part of a list."""


def test_a_list_of_widgets_is_a_list_with_items(qtbot: QtBot) -> None:
    whole, row, words = Part(), Part(), QLabel("Wacht op verbinding")
    qtbot.addWidget(whole)
    read_as(whole, "list")
    read_as(row, "item")
    row.setAccessibleName("Een vraag")
    QVBoxLayout(whole).addWidget(row)
    QVBoxLayout(row).addWidget(words)
    found = QAccessible.queryAccessibleInterface(whole)
    assert found.role() == QAccessible.Role.List
    item = found.child(0)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name) == "Een vraag"
    assert item.child(0).text(QAccessible.Text.Name) == "Wacht op verbinding"


def test_a_row_that_was_asked_about_can_go(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    for _ in range(20):
        row = Part(whole)
        read_as(row, "item")
        assert QAccessible.queryAccessibleInterface(row).role() == QAccessible.Role.ListItem
        row.deleteLater()
        del row
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert whole.children() == []
