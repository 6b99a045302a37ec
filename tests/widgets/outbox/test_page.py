"""The page of the outbox and the drafts over a real cache: read, reached by keyboard, and acted on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app import drafts, share
from sync import delivery, outbox
from sync.delivery import Remote
from sync.outbox import Item
from sync.store import drafts as draft_rows
from sync.store import outbox as rows
from sync.store.database import Store
from sync.store.drafts import Draft
from tests.sync.store.samples import read
from widgets.main_window import MainWindow
from widgets.outbox.page import OutboxPage
from widgets.outbox.row import Row
from widgets.outbox.rows import AT_ONCE
from widgets.outbox.work import OutboxWork

OPEN, IN_OPEN, IN_CLOSED = 1, 2, 3


@pytest.fixture
def store(window: MainWindow) -> Store:
    return window.client.store


def opened(qtbot: QtBot, window: MainWindow, work: OutboxWork, count: int) -> OutboxPage:
    """The page of the outbox with so many rows."""
    window.go("outbox")
    qtbot.waitUntil(lambda: work.page is not None and len(work.page.rows.rows) == count)
    assert work.page is not None
    return work.page


def titles(page: OutboxPage) -> list[str]:
    return [row.shown.title for row in page.rows.rows]


def row_of(page: OutboxPage, item: Item) -> Row:
    return next(row for row in page.rows.rows if row.shown.key == item.item_id)


def link(row: Row, words: str) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if one.text() == words and one.isVisible())


def returned(store: Store, title: str = "Terug", reason: str = outbox.REFUSED, *told: str) -> Item:
    item = share.share(store, OPEN, title, "Tekst", wait_ms=0)
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, reason, told))
    return item


def sent(store: Store, topic_id: int = IN_OPEN) -> Item:
    item = share.reply(store, topic_id, "Dank je wel!", wait_ms=0)
    now = share.now_ms()
    store.write(lambda conn: delivery.claim(conn, item, now, now))
    store.write(lambda conn: delivery.note_sent(conn, item.item_id, Remote(topic_id, 90, 2), now))
    return item


def state(store: Store, item: Item) -> str:
    found = read(store, lambda conn: rows.get(conn, item.item_id))
    if found is None:
        return "gone"
    return "discarded" if found.discarded is not None else found.state


def test_what_needs_the_member_stands_first(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    sent(store)
    share.reply(store, IN_CLOSED, "Wacht", wait_ms=0)
    returned(store, "Terug", outbox.REFUSED, "Titel lijkt te veel op <b>een andere</b>")
    page = opened(qtbot, window, work, 3)
    assert titles(page) == ["Terug", "Answer to “Onderwerp 3”", "Answer to “Onderwerp 2”"]
    headings = [one.text() for one in page.findChildren(QLabel) if one.property("role") == "list-heading"]
    assert headings == ["Needs you", "On its way", "Sent in the last week"]
    back, waits, there = (row.shown for row in page.rows.rows)
    assert back.state == "The community did not accept it"
    assert back.told == "The community says: Titel lijkt te veel op <b>een andere</b>"
    told = next(one for one in page.findChildren(QLabel) if one.text() == back.told)
    assert told.textFormat() == Qt.TextFormat.PlainText
    assert (waits.state, waits.closed) == ("Waits for connection", True)
    assert there.state.startswith("Arrived ")


def test_a_row_is_read_out_whole_with_what_one_can_do(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    item = returned(store, "Zonnetje", outbox.DENIED)
    row = row_of(opened(qtbot, window, work, 1), item)
    assert row.accessibleName() == "Zonnetje; Algemeen · 3 people; The group is closed for new posts"
    assert row.accessibleDescription() == "Other group, Edit, To drafts, Send again, Discard"
    assert link(row, "Edit").accessibleName() == "Edit: Zonnetje"
    assert [action.text() for action in row.menu().actions()] == [one.words for one in row.shown.deeds]


def test_the_keyboard_goes_through_rows_and_links(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    first, second = returned(store, "Een"), returned(store, "Twee")
    page = opened(qtbot, window, work, 2)
    window.activateWindow()
    above, below = row_of(page, first), row_of(page, second)
    qtbot.waitUntil(above.hasFocus)
    QTest.keyClick(above, Qt.Key.Key_Down)
    assert below.hasFocus()
    QTest.keyClick(below, Qt.Key.Key_Up)
    assert above.hasFocus()
    reached = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached[1:] == ["Edit: Een", "To drafts: Een", "Send again: Een", "More about Een"]
    assert below.hasFocus()


def test_delete_throws_away_and_undo_brings_back(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    first, second = returned(store, "Een"), returned(store, "Twee")
    page = opened(qtbot, window, work, 2)
    row_of(page, first).setFocus()
    QTest.keyClick(row_of(page, first), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["Twee"])
    assert row_of(page, second).hasFocus(), "the keyboard goes on with what took its place"
    assert state(store, first) == "discarded"
    assert window.toast.text == "Thrown away"
    window.toast.act()
    qtbot.waitUntil(lambda: titles(page) == ["Een", "Twee"])


def test_enter_does_what_helps_most(qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store) -> None:
    item = share.reply(store, IN_OPEN, "Bijna goed", wait_ms=0)
    page = opened(qtbot, window, work, 1)
    with qtbot.waitSignal(work.reopen) as reopened:
        QTest.keyClick(row_of(page, item), Qt.Key.Key_Return)
    [draft] = reopened.args
    assert isinstance(draft, Draft)
    assert (draft.raw, draft.topic_id) == ("Bijna goed", IN_OPEN)
    assert state(store, item) == "gone"


def test_withdrawing_puts_it_among_the_drafts(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    item = share.share(store, OPEN, "Toch maar niet", "Tekst", wait_ms=0)
    page = opened(qtbot, window, work, 1)
    link(row_of(page, item), "Withdraw").click()
    qtbot.waitUntil(lambda: window.toast.text == "It is among your drafts again")
    assert [one.title for one in read(store, draft_rows.drafts)] == ["Toch maar niet"]
    with qtbot.waitSignal(work.reopen):
        window.toast.act()


def test_what_came_back_is_taken_to_the_nearest_place(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    item = share.reply(store, IN_OPEN, "Te laat, zo te zien", wait_ms=0)
    store.write(lambda conn: delivery.note_rejected(conn, item.item_id, outbox.CLOSED))
    page = opened(qtbot, window, work, 1)
    row = row_of(page, item)
    assert row.shown.state == "The topic is closed for new answers"
    with qtbot.waitSignal(work.reopen) as reopened:
        link(row, "New topic in Algemeen").click()
    assert (reopened.args[0].action, reopened.args[0].group_id) == ("topic", OPEN)


def test_a_grown_audience_asks_by_name(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    item = _held(store)
    page = opened(qtbot, window, work, 1)
    row = row_of(page, item)
    assert row.shown.alert == "1 person reads along since you wrote this"
    assert row.shown.names == "Renée Smit (VWS)"
    assert "Renée Smit" in row.accessibleName()
    assert link(row, "Change").isVisible()
    link(row, "Send anyway").click()
    qtbot.waitUntil(lambda: row.shown.alert == "")
    assert state(store, item) == "queued"
    assert row.shown.state == "Waits for connection"


def test_what_may_be_there_is_decided_by_the_member(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    items = [share.share(store, OPEN, title, title, wait_ms=0) for title in ("Een", "Twee")]
    now = share.now_ms()
    for item in items:
        store.write(lambda conn, item=item: delivery.claim(conn, item, now, now))  # type: ignore[misc]
        store.write(lambda conn, item=item: delivery.note_unknown(conn, item.item_id, now))  # type: ignore[misc]
        store.write(lambda conn, item=item: delivery.note_ambiguous(conn, item.item_id))  # type: ignore[misc]
    page = opened(qtbot, window, work, 2)
    first, second = (row_of(page, item) for item in items)
    assert "no confirmation" in first.shown.where
    link(first, "It is there").click()
    link(second, "Send again").click()
    qtbot.waitUntil(lambda: [state(store, item) for item in items] == ["sent", "queued"])


def test_a_long_list_is_shown_in_parts_and_stays_when_it_changes(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    for number in range(200):
        share.reply(store, 1 + number % 12, f"Tekst {number}", wait_ms=0)
    page = opened(qtbot, window, work, AT_ONCE)
    more = next(one for one in page.findChildren(QPushButton) if one.text() == f"Show {AT_ONCE} more")
    more.click()
    assert len(page.rows.rows) == 2 * AT_ONCE
    assert page.rows.rows[AT_ONCE].hasFocus()
    kept = page.rows.rows[3]
    share.reply(store, IN_OPEN, "Nog een", wait_ms=0)
    work.refresh()
    qtbot.waitUntil(lambda: len(page.listed.items) == 201)
    assert page.rows.rows[3] is kept
    assert page.rows.rows[AT_ONCE].hasFocus()


def test_drafts_stand_in_the_other_list(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    keeper = drafts.Keeper(store, drafts.begin("reply", topic_id=IN_CLOSED))
    keeper.keep(raw="Bij ons hing het\naan een waslijn").result()
    drafts.Keeper(store, drafts.begin()).keep(title="Later").result()
    window.go("drafts")
    qtbot.waitUntil(lambda: work.page is not None and len(work.page.drafts.rows) == 2)
    assert work.page is not None
    page = work.page
    assert titles(page) == ["Later", "Answer to “Onderwerp 3”"]
    assert page.rows.rows[1].shown.words == "Bij ons hing het aan een waslijn"
    assert page.rows.rows[1].shown.closed
    assert page.rows.rows[0].shown.where.startswith("No group yet")
    link(page.rows.rows[0], "Discard").click()
    qtbot.waitUntil(lambda: len(page.drafts.rows) == 1)
    window.toast.act()
    qtbot.waitUntil(lambda: len(page.drafts.rows) == 2)
    with qtbot.waitSignal(work.reopen) as reopened:
        link(page.rows.rows[1], "Write on").click()
    assert reopened.args[0].raw == "Bij ons hing het\naan een waslijn"


def test_a_draft_in_a_lost_group_says_why(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    drafts.Keeper(store, drafts.begin(group_id=2)).keep(title="Onder ons").result()
    store.write(lambda conn: outbox.group_lost(conn, 2, share.now_ms()))
    window.go("drafts")
    qtbot.waitUntil(lambda: work.page is not None and len(work.page.drafts.rows) == 1)
    assert work.page is not None
    shown = work.page.drafts.rows[0].shown
    assert (shown.state, shown.tone) == ("You are no longer in this group", "danger")


def test_everything_is_written_to_a_file(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store, tmp_path: Path
) -> None:
    share.share(store, OPEN, "Een", "Tekst een", wait_ms=0)
    share.reply(store, IN_OPEN, "Tekst twee", wait_ms=0)
    opened(qtbot, window, work, 2)
    file = tmp_path / "outbox.md"
    assert work.deeds is not None
    work.deeds.write(file, "outbox")
    qtbot.waitUntil(lambda: window.toast.text == "2 texts written to outbox.md")
    assert file.read_text(encoding="utf-8") == "# Een\n\nTekst een\n\n---\n\n# Onderwerp 2\n\nTekst twee\n"
    work.deeds.write(tmp_path / "nowhere" / "outbox.md", "outbox")
    qtbot.waitUntil(lambda: window.toast.text.startswith("Not written: "))


def test_nothing_is_said_to_be_nothing(qtbot: QtBot, window: MainWindow, work: OutboxWork) -> None:
    page = opened(qtbot, window, work, 0)
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "Nothing waits" in words
    window.go("drafts")
    words = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "No drafts" in words


def test_escape_leaves_the_page(qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store) -> None:
    item = returned(store)
    page = opened(qtbot, window, work, 1)
    QTest.keyClick(row_of(page, item), Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.pane.isVisible()


def test_the_page_follows_theme_and_language(
    qtbot: QtBot, window: MainWindow, work: OutboxWork, store: Store
) -> None:
    item = returned(store)
    page = opened(qtbot, window, work, 1)
    before = row_of(page, item)
    window.appearance.set_text_scale(2.0)
    after = row_of(page, item)
    assert after is not before
    assert after.height() > before.height()
    window.appearance.set_text_scale(1.0)
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert titles(page) == ["Terug"]


def _held(store: Store) -> Item:
    def readers(*ids: int) -> None:
        store.write(
            lambda conn: conn.executemany(
                "INSERT OR IGNORE INTO group_readers VALUES (2, ?, 'member')", [(one,) for one in ids]
            )
        )

    store.write(
        lambda conn: conn.execute(
            "INSERT OR REPLACE INTO group_facts VALUES (2, 63, 'p', 'P', '', 1, 'member', 3, 1, 77)"
        )
    )
    readers(2)
    item = share.share(store, 2, "Onder ons", "Tekst", wait_ms=0)
    readers(3)
    store.write(lambda conn: outbox.hold(conn, item.item_id, outbox.AUDIENCE_GREW))
    return item
