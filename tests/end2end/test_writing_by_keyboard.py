"""Writing, groups and the outbox by the keyboard alone, with a ring that shows where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from sync.store.rows import Place
from tests.end2end import pen
from tests.end2end.conftest import Desk
from tests.end2end.hands import press
from tests.end2end.pen import items, kept
from widgets.help_window import PAGES, HelpWindow
from widgets.sidebar_rows import Target

OPEN = "webredactie"
TITLE = "Wie wil meedenken over het buurtgesprek?"
TEXT = "Wij zoeken drie mensen die een avond mee willen denken."


def focused(desk: Desk) -> QWidget:
    found = desk.application.focusWidget()
    assert found is not None
    return found


def tab_until(desk: Desk, there: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until the keyboard is where it is wanted."""
    for _ in range(60):
        if there(focused(desk)):
            return focused(desk)
        QTest.keyClick(focused(desk), Qt.Key.Key_Tab)
    raise AssertionError("Tab never came there")


def type_(desk: Desk, text: str) -> None:
    QTest.keyClicks(focused(desk), text)


def test_from_the_timeline_to_what_is_shared(unhurried: Desk) -> None:
    desk = unhurried
    desk.start_and_fetch()
    desk.window.resize(1440, 900)
    press(desk, "N")
    sheet = pen.composer(desk)
    type_(desk, TITLE)
    press(desk, "Return")
    assert sheet.editor.field.hasFocus()
    press(desk, "Ctrl+A")
    type_(desk, TEXT)
    tab_until(desk, lambda one: one is sheet.side.group)
    press(desk, "Return")
    type_(desk, "begrijp")
    press(desk, "Return")
    assert sheet.side.group.hasFocus()
    desk.until(lambda: sheet.audience is not None and sheet.audience.group == "Begrijpelijke taal")
    press(desk, "Ctrl+Return")
    desk.until(lambda: not desk.window.rooms.composer.is_open)
    desk.until(lambda: len(items(desk)) == 1)
    assert desk.window.view.hasFocus()
    pen.let_undo_pass(desk)
    desk.until(lambda: pen.arrived(desk, TITLE) == [TEXT])
    desk.until_quiet()


def test_from_a_topic_to_its_answer_in_the_outbox(unhurried: Desk) -> None:
    desk = unhurried
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=OPEN)
    desk.start_and_fetch()
    pen.work_offline(desk)
    desk.window.resize(1440, 900)
    desk.window.open_topic(topic_id)
    reader = desk.window.topic_pane().reader
    desk.until(lambda: reader.loaded and reader.heading.strip.isVisible())
    reader.thread_view.setFocus()
    press(desk, "R")
    desk.until(lambda: reader.writing.box.is_open)
    type_(desk, "Ik lees graag mee.")
    press(desk, "Ctrl+Return")
    desk.until(lambda: len(items(desk)) == 1 and not reader.writing.box.is_open)
    press(desk, "G", "U")
    page = desk.window.rooms.outbox.page
    assert page is not None
    desk.until(lambda: len(page.rows.rows) == 1 and page.rows.rows[0].hasFocus())
    withdraw = tab_until(desk, lambda one: isinstance(one, QAbstractButton) and one.text() == "Withdraw")
    assert withdraw.accessibleName() == "Withdraw: Answer to “Wie wil er meelezen?”"
    press(desk, "Space")
    desk.until(lambda: [draft.raw for draft in kept(desk)] == ["Ik lees graag mee."])
    press(desk, "Escape")
    assert desk.window.view.hasFocus()


def test_a_group_is_joined_by_keys(desk: Desk) -> None:
    desk.start_and_fetch()
    press(desk, "G", "G")
    work = desk.window.rooms.groups
    desk.until(lambda: work.page is not None and work.page.list.current is not None)
    assert work.page is not None
    page = work.page
    assert page.list.hasFocus()
    tab_until(desk, lambda one: one is page.field)
    type_(desk, "gedrag")
    press(desk, "Down")
    assert page.list.hasFocus()
    assert page.list.current is not None
    assert page.list.current.group_id == pen.group_id(desk, "gedrag-en-taal")
    press(desk, "Space")
    desk.until(lambda: [item.action for item in items(desk)] == ["join"])
    desk.until_quiet()


def ring(desk: Desk, widget: QWidget) -> QImage:
    """A widget as it is drawn, with a little of what is around it."""
    window = desk.window
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-5, -5, 5, 5)
    return window.grab(area & window.rect()).toImage()


def walk(desk: Desk, within: QWidget) -> list[QWidget]:
    """Where Tab comes in a part of the window, from where the keyboard is."""
    order: list[QWidget] = []
    while (now := focused(desk)) not in order and within.isAncestorOf(now):
        order.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return order


def reachable(within: QWidget) -> set[QWidget]:
    """What can have the keyboard by Tab; in a group of radio buttons one of them does."""
    return {
        one
        for one in within.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one.isVisibleTo(within)
        and one.isEnabled()
        and not (isinstance(one, QAbstractButton) and one.isCheckable() and not one.isChecked())
    }


def composer_shown(desk: Desk) -> QWidget:
    sheet = pen.begin(desk, OPEN, TITLE, TEXT)
    sheet.title.edit.setFocus()
    desk.settle(400)
    return sheet


def groups_shown(desk: Desk) -> QWidget:
    press(desk, "G", "G")
    work = desk.window.rooms.groups
    desk.until(lambda: work.page is not None and work.page.panel.opened is not None)
    assert work.page is not None
    return work.page


def outbox_shown(desk: Desk) -> QWidget:
    pen.work_offline(desk)
    pen.share(desk, OPEN, TITLE, TEXT)
    page = pen.outbox_page(desk)
    desk.until(lambda: len(page.rows.rows) == 1 and page.rows.rows[0].hasFocus())
    return page


def notices_shown(desk: Desk) -> QWidget:
    press(desk, "G", "M")
    work = desk.window.rooms.notices
    desk.until(lambda: work.page is not None and work.page.isVisible())
    assert work.page is not None
    desk.settle(100)
    return work.page


@pytest.mark.parametrize("shown", [composer_shown, groups_shown, outbox_shown, notices_shown])
def test_tab_comes_everywhere_and_shows_where_it_is(desk: Desk, shown: Callable[[Desk], QWidget]) -> None:
    desk.start_and_fetch()
    desk.window.resize(1440, 900)
    part = shown(desk)
    if not part.isAncestorOf(focused(desk)):
        part.setFocus()
    order = walk(desk, part)
    missed = reachable(part) - set(order)
    # Pages stand in the window: Tab goes on from the last of them elsewhere, and comes back to the first.
    if missed and not part.isAncestorOf(focused(desk)):
        first = tab_until(desk, part.isAncestorOf)
        order = walk(desk, part)
        missed = reachable(part) - set(order)
        assert first in order
    assert [str(one) for one in missed] == []
    desk.window.toast.dismiss()
    unseen = []
    for one in order:
        one.setFocus(Qt.FocusReason.TabFocusReason)
        desk.settle(1)
        with_keyboard = ring(desk, one)
        one.clearFocus()
        desk.settle(1)
        if ring(desk, one) == with_keyboard:
            unseen.append(str(one))
    assert unseen == []


def test_help_opens_at_what_is_in_front_of_the_member(desk: Desk) -> None:
    desk.start_and_fetch()
    places: list[tuple[Target, str]] = [
        ("groups", "groups"),
        ("outbox", "outbox"),
        ("rules", "rules"),
        (Place(), "start"),
    ]
    for place, page in places:
        desk.window.go(place)
        desk.window.actions_["help"].trigger()
        shown = desk.window.findChild(HelpWindow)
        assert shown is not None
        assert PAGES[shown.pages.currentRow()] == page
        shown.close()
        desk.until(lambda: desk.window.findChild(HelpWindow) is None)
