"""The outbox beside the page: the toast after sending, the line at the bottom, and what came back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app import share
from sync import delivery, outbox
from sync.store import outbox as rows
from sync.store.database import Store
from tests.sync.store.samples import read
from widgets.main_window import MainWindow
from widgets.outbox.work import OutboxWork

OPEN, CLOSED, IN_OPEN = 1, 2, 2


@pytest.fixture
def store(window: MainWindow) -> Store:
    return window.client.store


def in_status(window: MainWindow) -> list[str]:
    return [one.text() for one in window.status.findChildren(QPushButton) if one.isVisible()]


def online(window: MainWindow) -> None:
    status = window.status.status
    window.status.show_status(status._replace(phase="idle"))


def test_sharing_is_told_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    online(window)
    item = share.share(store, CLOSED, "Onder ons", "Tekst")
    work.sent(item)
    assert window.toast.text == "Shared with Participatie"
    with qtbot.waitSignal(work.reopen) as reopened:
        window.toast.act()
    assert (reopened.args[0].title, reopened.args[0].group_id) == ("Onder ons", CLOSED)
    assert read(store, rows.items) == []


def test_offline_the_toast_promises_no_more_than_is_so(
    window: MainWindow, work: OutboxWork, store: Store
) -> None:
    work.sent(share.reply(store, IN_OPEN, "Dank"))
    assert window.toast.text == "Goes to Algemeen once there is a connection"


def test_what_has_left_cannot_be_taken_back(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    item = share.share(store, OPEN, "Een", "Tekst")
    work.sent(item)
    now = share.now_ms()
    store.write(lambda conn: delivery.claim(conn, item, now, now))
    assert work.undo()
    qtbot.waitUntil(lambda: window.toast.text == "Too late: it has left already")
    assert not work.undo(), "there is nothing to take back any more"
    assert [one.state for one in read(store, rows.items)] == ["sending"]


def test_a_deletion_is_taken_back_without_a_draft(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    work.sent(share.delete(store, IN_OPEN, 5))
    assert window.toast.text == "It will be taken back"
    window.toast.act()
    qtbot.waitUntil(lambda: window.toast.text == "Undone")
    assert read(store, rows.items) == []


def test_a_like_needs_no_message(window: MainWindow, work: OutboxWork, store: Store) -> None:
    work.sent(share.like(store, 4))
    assert window.toast.text == ""
    work.sent(share.like(store, 4, wanted=False))
    assert window.toast.text == ""
    assert read(store, rows.items) == []


def test_the_line_at_the_bottom_counts_and_leads_there(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    work.sent(share.share(store, OPEN, "Een", "Tekst"))
    qtbot.waitUntil(lambda: "1 contribution waits" in in_status(window))
    back = share.share(store, OPEN, "Twee", "Tekst", wait_ms=0)
    store.write(lambda conn: delivery.note_rejected(conn, back.item_id, outbox.REFUSED))
    work.refresh()
    qtbot.waitUntil(lambda: "1 contribution waits · 1 needs you" in in_status(window))
    button = next(one for one in window.status.findChildren(QPushButton) if "needs you" in one.text())
    button.click()
    assert work.page is not None
    assert work.page.isVisible()


def test_what_comes_back_is_said_at_once(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    older = share.share(store, OPEN, "Eerder", "Tekst", wait_ms=0)
    store.write(lambda conn: delivery.note_rejected(conn, older.item_id, outbox.REFUSED))
    work.refresh()
    qtbot.waitUntil(lambda: any("needs you" in words for words in in_status(window)))
    qtbot.wait(50)
    window.toast.dismiss()
    item = share.reply(store, IN_OPEN, "Dank", wait_ms=0)
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, outbox.CLOSED))
    work.refresh()
    qtbot.waitUntil(lambda: window.toast.text == "Came back: Answer to “Onderwerp 2”")
    window.toast.act()
    qtbot.waitUntil(lambda: work.page is not None and len(work.page.rows.rows) == 2)


def test_after_a_round_everything_is_looked_at_again(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    item = share.share(store, OPEN, "Een", "Tekst", wait_ms=0)
    window.go("outbox")
    qtbot.waitUntil(lambda: work.page is not None and len(work.page.rows.rows) == 1)
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, outbox.DENIED))
    assert window.work is not None
    with qtbot.waitSignal(work.changed):
        window.work.rounds.set_offline(True)
    assert work.page is not None
    page = work.page
    qtbot.waitUntil(lambda: page.rows.rows[0].shown.state == "The group is closed for new posts")
