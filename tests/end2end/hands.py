"""What a member's hands and eyes do in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from sync.store.rows import TopicRow
from tests.end2end.conftest import Desk


def button(widget: QWidget, text: str) -> QPushButton | None:
    """The visible button that says ``text``."""
    buttons = widget.findChildren(QPushButton)
    return next((one for one in buttons if one.text() == text and one.isVisible()), None)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(desk: Desk, widget: QWidget, text: str) -> None:
    """Click the button in ``widget`` that says ``text``, once it is there."""
    desk.until(lambda: button(widget, text) is not None)
    found = button(widget, text)
    assert found is not None
    click(found)


def press(desk: Desk, *keys: str) -> None:
    """Keys as they are pressed anywhere in the window."""
    for key in keys:
        desk.qtbot.keySequence(desk.application.focusWidget() or desk.window, key)


def said(widget: QWidget) -> str:
    """All that can be read in ``widget`` now."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def row_at(desk: Desk, number: int) -> TopicRow:
    """A row of the timeline, once it is read."""
    desk.until(lambda: desk.window.model.row(number) is not None)
    row = desk.window.model.row(number)
    assert row is not None
    return row
