"""Someone answers, and the member hears of it: in the window, in the list, and not twice."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from sqlite3 import Connection

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sync import notices
from sync.store import cursors
from tests.desktop_service import Service
from tests.end2end.conftest import Desk
from tests.end2end.hands import press

ME = "noor_wijnands"


def _forget(name: str, conn: Connection) -> None:
    cursors.put(conn, name, "1")


def answered(desk: Desk, *, group: str = "webredactie") -> int:
    """A topic of the member's own, answered a moment ago; the community is asked with the next round."""
    topic_id = desk.server.add_topic(title="Wie leest er mee met onze folder?", author=ME, group=group)
    desk.server.add_reply(topic_id, author="fatima_elamrani")
    for name in (notices.AT, "chores_rested"):
        desk.window.client.store.write(partial(_forget, name))
    return topic_id


def test_an_answer_is_told_in_the_window_and_leads_to_it(desk: Desk) -> None:
    desk.start_and_fetch()
    topic_id = answered(desk)
    desk.until_quiet()
    desk.until(lambda: "Fatima El Amrani answered" in desk.window.toast.text)
    desk.window.toast.act()
    desk.until(lambda: desk.window.topic_pane().reader.topic == topic_id)


def test_the_list_counts_in_the_sidebar_until_it_is_read(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    desk.until(lambda: window.overview is not None)
    before = window.overview.notices if window.overview is not None else 0
    topic_id = answered(desk)
    desk.until_quiet()
    desk.until(lambda: window.overview is not None and window.overview.notices == before + 1)
    press(desk, "G", "M")
    page = window.rooms.notices.page
    desk.until(lambda: window.rooms.notices.page is not None and window.rooms.notices.page.isVisible())
    page = window.rooms.notices.page
    assert page is not None
    desk.until(lambda: page.model.rowCount() > 0 and page.model.notices[0].topic_id == topic_id)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    desk.until(lambda: window.topic_pane().reader.topic == topic_id)
    desk.until(lambda: window.overview is not None and window.overview.notices <= before)


def test_what_was_told_is_not_told_again_by_the_next_start(desk: Desk) -> None:
    desk.start_and_fetch()
    answered(desk)
    desk.until_quiet()
    desk.until(lambda: "answered" in desk.window.toast.text)
    desk.stop()
    desk.start_and_fetch()
    desk.settle(300)
    assert "answered" not in desk.window.toast.text


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs a session bus"
)
def test_what_the_system_is_told_of_ends_with_the_window(desk: Desk, service: Service) -> None:
    desk.start_and_fetch()
    answered(desk)
    other = QWidget()
    desk.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    desk.until(other.isActiveWindow)
    desk.until_quiet()
    desk.until(lambda: bool(service.told))
    assert service.hears()
    desk.stop()
    assert not service.hears()


def test_a_choice_beside_the_list_is_kept(desk: Desk) -> None:
    desk.start_and_fetch()
    desk.window.go("notices")
    desk.until(lambda: desk.window.rooms.notices.page is not None)
    page = desk.window.rooms.notices.page
    assert page is not None
    page.choices.switches["notifications.groups"].click()
    assert desk.window.client.settings.switch("notifications.groups")
