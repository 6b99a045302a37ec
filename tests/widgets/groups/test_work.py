"""Groups in the window: their page, joining and leaving offline with undo, and the sides of a group."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.client import Client
from app.joining import Joining
from sync.model import Changes
from sync.outbox import Item
from sync.store import audience, group_members
from sync.store import outbox as items
from sync.store.group_members import Listed
from sync.store.rows import Place
from tests.widgets.groups.conftest import (
    BEHAVIOUR,
    CLOSED,
    ESTHER,
    FATIMA,
    GUUS,
    JOOST,
    ME,
    NOW,
    SPOKEN,
    WEB,
    readers,
)
from widgets.appearance import Appearance
from widgets.background import Background
from widgets.groups import looking
from widgets.groups.head import GroupHead
from widgets.groups.page import GroupsPage
from widgets.groups.reason import AskAccess
from widgets.groups.work import GroupsWork
from widgets.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, client: Client) -> Iterator[MainWindow]:
    """The window on the account, offline."""
    appearance = Appearance(qapp, "light")
    made = MainWindow(client, appearance, clock=lambda: NOW)
    made.resize(1440, 900)
    made.show()
    qtbot.waitUntil(lambda: made.work is not None and made.overview is not None)
    made.actions_["offline"].setChecked(True)
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    appearance.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def work(window: MainWindow) -> Iterator[GroupsWork]:
    """What is tested, and that nothing went wrong in it."""
    faults: list[Exception] = []
    made = window.rooms.groups
    made.failed.connect(faults.append)
    yield made
    assert faults == []


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, work: GroupsWork) -> GroupsPage:
    """The page, with the first group looked at."""
    window.go("groups")
    qtbot.waitUntil(lambda: work.page is not None and work.page.panel.opened is not None)
    assert work.page is not None
    return work.page


@pytest.fixture
def waiting(client: Client) -> Callable[[], list[Item]]:
    """What is in the outbox now."""

    def read() -> list[Item]:
        with client.store.reading() as conn:
            return items.items(conn, sent=False)

    return read


def state(page: GroupsPage, group_id: int) -> str:
    return next(
        row.card.state for row in page.list.rows() if row.card is not None and row.card.group_id == group_id
    )


def test_the_page_shows_the_first_group_and_follows_the_keyboard(qtbot: QtBot, page: GroupsPage) -> None:
    assert page.list.hasFocus()
    assert page.panel.opened is not None
    assert page.panel.opened.card.group_id == CLOSED
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.panel.opened is not None and page.panel.opened.card.group_id == WEB)


def test_joining_offline_waits_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, page: GroupsPage, waiting: Callable[[], list[Item]]
) -> None:
    page.list.select(BEHAVIOUR)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: state(page, BEHAVIOUR) == "joining")
    assert [(item.action, item.group_id, item.title) for item in waiting()] == [("join", BEHAVIOUR, "gedrag")]
    assert window.toast.text == "You join Gedrag & taal"
    index = page.list.currentIndex()
    assert "Joining, waits for connection" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.list.current is not None
    assert page.list.current.group_id == BEHAVIOUR
    window.toast.act()
    qtbot.waitUntil(lambda: state(page, BEHAVIOUR) == "open")
    assert waiting() == []


def test_leaving_waits_a_moment_and_can_be_undone(
    qtbot: QtBot,
    window: MainWindow,
    work: GroupsWork,
    page: GroupsPage,
    waiting: Callable[[], list[Item]],
) -> None:
    card = page.list.current
    assert card is not None
    work.acting.act("leave", card)
    qtbot.waitUntil(lambda: state(page, CLOSED) == "leaving")
    (item,) = waiting()
    assert (item.action, item.group_id) == ("leave", CLOSED)
    assert item.not_before > item.created
    window.toast.act()
    qtbot.waitUntil(lambda: state(page, CLOSED) == "member")
    assert waiting() == []


def test_asking_for_access_takes_a_reason(
    qtbot: QtBot, window: MainWindow, page: GroupsPage, waiting: Callable[[], list[Item]]
) -> None:
    page.list.select(SPOKEN)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    sheet = window.findChild(AskAccess, "ask-access")
    assert sheet is not None
    assert not sheet.send.isEnabled()
    QTest.keyClicks(sheet.field, "Ik doe de woordvoering bij ons.")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: state(page, SPOKEN) == "asked")
    (item,) = waiting()
    assert (item.action, item.title, item.raw) == ("ask", "woordvoering", "Ik doe de woordvoering bij ons.")
    window.toast.act()
    qtbot.waitUntil(lambda: state(page, SPOKEN) == "asks")
    assert waiting() == []


def test_escape_in_the_sheet_asks_nothing(
    qtbot: QtBot, window: MainWindow, page: GroupsPage, waiting: Callable[[], list[Item]]
) -> None:
    page.list.select(SPOKEN)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    sheet = window.findChild(AskAccess, "ask-access")
    assert sheet is not None
    QTest.keyClicks(sheet.field, "Toch niet")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(AskAccess, "ask-access") is None)
    assert waiting() == []


def test_enter_opens_the_group_and_escape_goes_back(
    qtbot: QtBot, window: MainWindow, page: GroupsPage
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place == Place("group", CLOSED) and window.view.hasFocus())
    assert not page.isVisible()
    window.go("groups")
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_link_of_a_group_is_copied(window: MainWindow, work: GroupsWork, page: GroupsPage) -> None:
    card = page.list.current
    assert card is not None
    work.acting.act("copy", card)
    assert QGuiApplication.clipboard().text() == f"https://community.test/c/participatie/{CLOSED}"
    assert window.toast.text == "The link is copied"


def test_who_is_new_is_new_until_the_next_look(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    client: Client,
    window: MainWindow,
    page: GroupsPage,
) -> None:
    monkeypatch.setattr(looking, "_LOOK_MS", 0)
    work = GroupsWork(window)
    work.show_page()
    shown = work.page
    assert shown is not None
    qtbot.waitUntil(lambda: shown.panel.opened is not None)
    assert page is not shown

    def new() -> list[str]:
        opened = shown.panel.opened
        assert opened is not None
        return [reader.name for reader in opened.new]

    def seen() -> bool:
        with client.store.reading() as conn:
            return audience.seen(conn, audience.seen_key(CLOSED)) is not None

    assert new() == []
    qtbot.wait(1)
    shown.list.select(WEB)
    qtbot.waitUntil(seen)
    more = readers(ME, FATIMA, JOOST, ESTHER, GUUS)
    client.store.write(lambda conn: audience.put_readers(conn, CLOSED, more, NOW))
    shown.list.select(CLOSED)
    qtbot.waitUntil(lambda: new() == ["Guus Veldman"])


def test_the_sides_of_a_group_stand_above_its_timeline(
    qtbot: QtBot, window: MainWindow, work: GroupsWork
) -> None:
    head = work.here.head
    assert not head.isVisible()
    work.show_group(CLOSED)
    qtbot.waitUntil(lambda: head.isVisible() and head.chips["unanswered"].text() == "Unanswered  1")
    assert head.chips["members"].text() == "Members  4"
    assert head.side == "timeline"
    qtbot.waitUntil(lambda: window.model.total == 3)
    head.chips["unanswered"].click()
    qtbot.waitUntil(lambda: window.model.total == 1)
    assert window.place.id == CLOSED
    head.chips["members"].click()
    assert window.pane.shown == "part"
    assert any("Fatima El Amrani" in line for line in work.here.members.readers.lines)
    head.chips["about"].click()
    assert work.here.about.isVisible()
    head.chips["timeline"].click()
    qtbot.waitUntil(lambda: window.model.total == 3 and window.pane.shown == "list")
    window.go(Place("timeline"))
    qtbot.waitUntil(lambda: not head.isVisible())


def test_a_group_without_open_questions_says_so(qtbot: QtBot, window: MainWindow, work: GroupsWork) -> None:
    head = work.here.head
    work.show_group(BEHAVIOUR)
    qtbot.waitUntil(lambda: head.chips["unanswered"].text() == "Unanswered  0")
    head.chips["unanswered"].click()
    qtbot.waitUntil(lambda: window.pane.shown == "empty")
    assert head.isVisible()
    head.chips["about"].click()
    assert window.pane.shown == "part"


def test_searching_puts_the_sides_away_for_a_while(
    qtbot: QtBot, window: MainWindow, work: GroupsWork
) -> None:
    head = work.here.head
    work.show_group(CLOSED)
    qtbot.waitUntil(head.isVisible)
    window.pane.field.setText("Onderwerp")
    qtbot.waitUntil(lambda: window.pane.shown == "results")
    assert not head.isVisible()
    window.pane.field.clear()
    qtbot.waitUntil(lambda: head.isVisible() and window.pane.shown == "list")


def test_what_comes_in_is_shown_where_one_looks(
    qtbot: QtBot, client: Client, window: MainWindow, page: GroupsPage
) -> None:
    more = readers(ME, FATIMA, JOOST, ESTHER, GUUS)
    changes = client.store.write(lambda conn: audience.put_readers(conn, CLOSED, more, NOW))
    window.apply(changes)
    qtbot.waitUntil(lambda: page.panel.opened is not None and page.panel.opened.audience.count == 4)


def test_another_look_and_language_reach_everything(
    window: MainWindow, work: GroupsWork, page: GroupsPage
) -> None:
    window.appearance.set_text_scale(2.0)
    work.retranslate()
    assert page.list.placed(page.list.rows()[1].card or page.list.rows()[2].card).height > 64  # type: ignore[arg-type]


def test_leaving_that_was_heard_already_is_not_undone_unasked(
    qtbot: QtBot,
    client: Client,
    window: MainWindow,
    work: GroupsWork,
    page: GroupsPage,
    waiting: Callable[[], list[Item]],
) -> None:
    card = page.list.current
    assert card is not None
    work.acting.act("leave", card)
    qtbot.waitUntil(lambda: window.toast.text == "You leave Participatie")
    (item,) = waiting()
    client.store.write(lambda conn: items.update(conn, item.item_id, state="sent"))
    window.toast.act()
    qtbot.waitUntil(lambda: window.toast.text == "Too late: Participatie has heard it already")
    assert waiting() == []


def test_a_group_has_its_sides_from_the_first_time_on(qtbot: QtBot, window: MainWindow) -> None:
    window.go(Place("group", CLOSED))
    qtbot.waitUntil(lambda: (head := window.findChild(GroupHead)) is not None and head.isVisible())


@pytest.mark.parametrize("side", ["timeline", "members", "about"])
def test_tab_comes_to_the_sides_of_a_group_before_what_they_show(
    qtbot: QtBot, window: MainWindow, work: GroupsWork, side: str
) -> None:
    head = work.here.head
    work.show_group(CLOSED)
    qtbot.waitUntil(lambda: head.isVisible() and head.chips["members"].text() == "Members  4")
    chip = next(chip for name, chip in head.chips.items() if name == side)
    chip.click()
    qtbot.waitUntil(lambda: window.pane.shown == ("list" if side == "timeline" else "part"))
    parts = {"timeline": window.view, "members": work.here.members, "about": work.here.about}
    window.pane.field.setFocus()
    order: list[QWidget] = []
    while len(order) < 30:
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    inside = [one is parts[side] or parts[side].isAncestorOf(one) for one in order]
    first = inside.index(True)
    assert order[first - 1] in head.chips.values()
    assert chip in order[:first]


def test_the_members_side_of_an_open_group_lists_its_members_offline(
    qtbot: QtBot, client: Client, work: GroupsWork
) -> None:
    told = Listed(frozenset((ME, FATIMA, GUUS)), NOW, complete=True)
    client.store.write(lambda conn: group_members.put(conn, WEB, told))
    work.show_group(WEB)
    qtbot.waitUntil(lambda: work.here.head.chips["members"].text() == "Members  287")
    work.here.show_side("members")
    assert work.here.members.readers.isVisible()
    assert [line for line in work.here.members.readers.lines if "Guus" in line]
    assert work.here.members.readers.foot.startswith("List of ")
    assert work.here.members.people.isVisible()


def test_members_are_fetched_when_the_member_stays_at_a_group_and_is_online(
    qtbot: QtBot, client: Client, joining: Joining, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "_STAY_MS", 50)
    asked: list[int] = []

    def refreshed(group_id: int, _stop: object) -> Changes:
        asked.append(group_id)
        return Changes(groups=frozenset((group_id,)))

    monkeypatch.setattr(client, "refresh_members", refreshed)
    online = False
    look = looking.Looking(joining, background, lambda: online)
    look.look(WEB)
    qtbot.wait(150)
    assert asked == []
    online = True
    look.look(BEHAVIOUR)
    look.look(WEB)
    with qtbot.waitSignal(look.fetched):
        pass
    assert asked == [WEB], "not of the group one passed"
    look.again()
    qtbot.wait(150)
    assert asked == [WEB]


def test_the_arrows_go_from_side_to_side(qtbot: QtBot, window: MainWindow, work: GroupsWork) -> None:
    head = work.here.head
    work.show_group(CLOSED)
    qtbot.waitUntil(lambda: head.isVisible() and head.chips["members"].text() == "Members  4")
    head.chips["timeline"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(head.chips["timeline"], Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.model.total == 1)
    QTest.keyClick(head.chips["unanswered"], Qt.Key.Key_Right)
    assert window.pane.shown == "part"
    assert head.chips["members"].hasFocus()
    QTest.keyClick(head.chips["members"], Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: window.pane.shown == "list")
    assert head.side == "unanswered"
