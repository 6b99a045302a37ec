"""What a screen reader meets where one writes, among groups, in the outbox and among notifications."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from sync.store.rows import Place
from tests.end2end import pen
from tests.end2end.conftest import Desk
from tests.end2end.hands import press
from tests.end2end.test_accessibility import everything, name, nameless, rows_of, silent_labels

CLOSED, OPEN = "participatie", "webredactie"
TITLE = "Wie wil meedenken over het buurtgesprek?"
TEXT = "Wij zoeken drie mensen die een avond mee willen denken."
_CHECKS = (QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)


def composer(desk: Desk, kind: str) -> QWidget:
    sheet = pen.begin(desk, CLOSED, TITLE, TEXT)
    desk.window.rooms.composer._choose_kind(kind)
    sheet.side.group.setFocus()
    desk.settle(400)
    return sheet


def composer_choosing(desk: Desk) -> QWidget:
    sheet = pen.begin(desk, CLOSED, TITLE, TEXT)
    sheet.side.group.setFocus()
    press(desk, "Return")
    desk.settle(100)
    return sheet


def preview(desk: Desk) -> QWidget:
    sheet = pen.begin(desk, CLOSED, TITLE, TEXT)
    sheet.editor.actions_["preview"].trigger()
    desk.settle(400)
    return sheet


def groups(desk: Desk) -> QWidget:
    press(desk, "G", "G")
    work = desk.window.rooms.groups
    desk.until(lambda: work.page is not None and work.page.panel.opened is not None)
    return desk.window


def side(desk: Desk, which: int) -> QWidget:
    desk.window.go(Place("group", pen.group_id(desk, CLOSED)))
    head = desk.window.rooms.groups.here.head
    desk.until(lambda: head.isVisible())
    tabs = [one for one in head.findChildren(QAbstractButton) if one.isCheckable()]
    tabs[which].click()
    desk.settle(100)
    return desk.window


def outbox(desk: Desk) -> QWidget:
    pen.work_offline(desk)
    pen.share(desk, CLOSED, TITLE, TEXT)
    page = pen.outbox_page(desk)
    desk.until(lambda: len(page.rows.rows) == 1)
    return desk.window


def drafts(desk: Desk) -> QWidget:
    pen.begin(desk, CLOSED, TITLE, TEXT)
    press(desk, "Escape")
    press(desk, "G", "C")
    page = desk.window.rooms.outbox.page
    assert page is not None
    desk.until(lambda: len(page.rows.rows) == 1)
    return desk.window


def notices(desk: Desk) -> QWidget:
    press(desk, "G", "M")
    desk.until(lambda: desk.window.rooms.notices.page is not None)
    desk.settle(100)
    return desk.window


def answering(desk: Desk) -> QWidget:
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=CLOSED)
    desk.until_quiet()
    box = pen.reply_box(desk, topic_id)
    QTest.keyClicks(box.editor.field, TEXT)
    desk.settle(100)
    return desk.window


def readers(desk: Desk) -> QWidget:
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=CLOSED)
    desk.until_quiet()
    desk.window.open_topic(topic_id)
    reader = desk.window.topic_pane().reader
    desk.until(lambda: reader.topic == topic_id and reader.heading.strip.isVisible())
    head = next(one for one in reader.heading.strip.findChildren(QAbstractButton) if one.isVisible())
    head.click()
    desk.settle(200)
    return desk.window


SHOWN: dict[str, Callable[[Desk], QWidget]] = {
    **{kind: partial(composer, kind=kind) for kind in ("question", "link", "spotlight")},
    "choosing a group": composer_choosing,
    "preview": preview,
    "groups": groups,
    **{f"side {which} of a group": partial(side, which=which) for which in (1, 2, 3)},
    "outbox": outbox,
    "drafts": drafts,
    "notices": notices,
    "answering": answering,
    "readers": readers,
}


def mute(window: QWidget) -> list[str]:
    """Buttons that one can press, by name, which do not say whether they are on."""
    return [
        name(part)
        for part in everything(window)
        if isinstance(made := part.object(), QAbstractButton)
        and made.isCheckable()
        and not part.state().checkable
    ]


def doubled(window: QWidget) -> list[str]:
    """Names by which two buttons of one place cannot be told apart."""
    told = [
        name(part)
        for part in everything(window)
        if part.role() == QAccessible.Role.PushButton and isinstance(part.object(), QWidget)
    ]
    return sorted({one for one in told if told.count(one) > 1})


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN.keys())
def test_every_part_says_what_it_is(desk: Desk, shown: Callable[[Desk], QWidget]) -> None:
    desk.start_and_fetch()
    desk.window.resize(1440, 900)
    part = shown(desk)
    assert nameless(part) == []
    assert silent_labels(part) == []
    assert mute(part) == []


def dialog(desk: Desk) -> QDialog:
    desk.until(lambda: bool(shown_dialogs(desk)))
    return shown_dialogs(desk)[0]


def shown_dialogs(desk: Desk) -> list[QDialog]:
    return [one for one in desk.window.findChildren(QDialog) if one.isVisible()]


def check_dialog(desk: Desk) -> None:
    found = dialog(desk)
    assert nameless(found) == []
    assert silent_labels(found) == []
    assert found.windowTitle()
    desk.until(lambda: found.focusWidget() is not None)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    desk.until(lambda: not shown_dialogs(desk))


def test_the_dialogs_say_what_they_ask(desk: Desk) -> None:
    topic_id = desk.server.add_topic(title="Wie wil er meelezen?", group=CLOSED)
    desk.start_and_fetch()
    groups(desk)
    page = desk.window.rooms.groups.page
    assert page is not None
    QTest.keyClicks(page.field, "campagnes")
    page.list.setFocus()
    press(desk, "Space")
    check_dialog(desk)
    desk.window.open_topic(topic_id)
    reader = desk.window.topic_pane().reader
    desk.until(lambda: reader.topic == topic_id and reader.loaded)
    desk.window.rooms.share_on.do("quote")
    check_dialog(desk)


def test_lists_say_where_one_is(desk: Desk) -> None:
    desk.start_and_fetch()
    groups(desk)
    page = desk.window.rooms.groups.page
    assert page is not None
    told = rows_of(page.list)
    assert any("Participatie" in one and "closed" in one.lower() for one in told)
    assert any("member" in one.lower() for one in told)


def state_of(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def test_the_share_button_says_who_reads_it(desk: Desk) -> None:
    desk.start_and_fetch()
    sheet = pen.begin(desk, CLOSED, TITLE, TEXT)
    told = name(state_of(sheet.share))
    assert told.startswith("Share with ")
    assert sheet.audience is not None
    assert str(sheet.audience.count) in told
    assert "Closed group" in state_of(sheet.share).text(QAccessible.Text.Description)
    pen.choose_group(desk, OPEN)
    assert "Closed group" not in state_of(sheet.share).text(QAccessible.Text.Description)
