"""The timeline as a screen reader meets it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.widgets.timeline.conftest import COUNT
from widgets.timeline.accessible import TimelineItem, TimelineList
from widgets.timeline.view import TimelineView


@pytest.fixture
def reader(view: TimelineView) -> Iterator[QAccessibleInterface]:
    """What a screen reader gets for the list, as if one were running."""
    QAccessible.setActive(True)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    yield QAccessible.queryAccessibleInterface(view)
    QAccessible.setActive(False)


def test_the_list_has_an_item_for_every_row_in_sight(
    view: TimelineView, reader: QAccessibleInterface
) -> None:
    assert isinstance(reader, TimelineList)
    assert reader.role() == QAccessible.Role.List
    rows = view.scrolling.strip.visible()
    assert reader.childCount() == len(rows)
    for number, placed in enumerate(rows):
        item = reader.child(number)
        assert item.role() == QAccessible.Role.ListItem
        assert reader.indexOfChild(item) == number
        assert item.parent() is reader
        assert item.rect().height() == placed.body
    assert reader.child(len(rows)) is None


def test_an_item_is_one_meaningful_sentence(view: TimelineView, reader: QAccessibleInterface) -> None:
    row = view.model.row(1)
    assert row is not None
    name = reader.child(1).text(QAccessible.Text.Name)
    for part in (row.title, row.author, row.organisation, row.group, f"2 of {COUNT}", "unread"):
        assert part in name


def test_the_selected_row_is_the_focused_item(view: TimelineView, reader: QAccessibleInterface) -> None:
    view.select(2)
    focused = reader.focusChild()
    assert isinstance(focused, TimelineItem)
    assert focused.row_number == 2
    assert focused.state().focused
    assert focused.state().selected
    assert not reader.child(1).state().selected


def test_an_item_is_found_by_its_place_on_the_screen(
    view: TimelineView, reader: QAccessibleInterface
) -> None:
    where = view.viewport().mapToGlobal(view.row_rect(3).center())
    found = reader.childAt(where.x(), where.y())
    assert isinstance(found, TimelineItem)
    assert found.row_number == 3


def test_a_long_walk_through_the_list_survives_the_garbage_collector(
    view: TimelineView, reader: QAccessibleInterface
) -> None:
    for step in range(300):
        QTest.keyClick(view, Qt.Key.Key_J)
        names = [reader.child(number).text(QAccessible.Text.Name) for number in range(reader.childCount())]
        assert names
        if step % 50 == 0:
            gc.collect()
    assert view.current == 299


def test_a_list_that_is_gone_takes_its_items_along(view: TimelineView, reader: QAccessibleInterface) -> None:
    view.select(1)
    number = QAccessible.uniqueId(reader.child(1))
    assert QAccessible.accessibleInterface(number) is not None
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert QAccessible.accessibleInterface(number) is None
