"""The page of notifications."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import Profile
from app.settings import Settings
from sync.store.notices import NoticeRow
from widgets.background import Background
from widgets.faces import Faces
from widgets.notices.page import NoticesPage
from widgets.theme import light_theme

NOW = 1_790_000_000_000


def row(number: int, kind: str = "reply", *, closed: bool = False, read: bool = False) -> NoticeRow:
    return NoticeRow(
        notice_id=number,
        kind=kind,
        topic_id=number,
        number=2,
        title=f"Onderwerp {number}",
        author="Fatima El Amrani",
        organisation="Rijkswaterstaat",
        avatar="",
        group_id=3,
        group="Participatie",
        closed=int(closed),
        created=NOW,
        shown=0,
        read=int(read),
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    profile = Profile(tmp_path)
    profile.create()
    return Settings(profile)


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> Iterator[NoticesPage]:
    bridge = Background(QApplication.instance())
    faces = Faces(lambda _key: None, bridge)
    made = NoticesPage(settings, light_theme("Inter", "DejaVu Sans Mono"), faces, lambda _moment: "2 u")
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    yield made
    bridge.close()


def spoken(page: NoticesPage) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [page.model.data(page.model.index(n), role) for n in range(page.model.rowCount())]


def test_each_kind_is_a_sentence_and_says_what_is_unread_and_closed(page: NoticesPage) -> None:
    page.show_notices([row(1, closed=True), row(2, "answer", read=True), row(3, "rule", read=True)])
    assert spoken(page) == [
        "unread, Fatima El Amrani answered in “Onderwerp 1”, Participatie, closed group, 2 u",
        "Your answer in “Onderwerp 2” helped, Participatie, 2 u",
        "A rule of yours tells of “Onderwerp 3”, Participatie, 2 u",
    ]


def test_enter_opens_what_it_is_about(qtbot: QtBot, page: NoticesPage) -> None:
    page.show_notices([row(1), row(2)])
    page.focus_list()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened.args == [row(2)]


def test_the_keyboard_stays_at_its_row_as_they_are_read(page: NoticesPage) -> None:
    page.show_notices([row(1), row(2)])
    page.list.setCurrentIndex(page.model.index(1))
    page.show_notices([row(1, read=True), row(2, read=True)])
    assert page.list.currentIndex().row() == 1
    assert not page.read.isEnabled()


def test_an_empty_list_says_what_will_come(page: NoticesPage) -> None:
    page.show_notices([])
    assert page.empty.isVisible()
    assert not page.list.isVisible()


def test_what_is_not_addressed_is_off_until_it_is_wanted(qtbot: QtBot, page: NoticesPage) -> None:
    on = {key: switch.isChecked() for key, switch in page.choices.switches.items()}
    assert on == {
        "notifications.addressed": True,
        "notifications.groups": False,
        "notifications.likes": False,
        "notifications.system": True,
        "notifications.quiet_weekend": False,
    }
    with qtbot.waitSignal(page.chosen) as chosen:
        page.choices.switches["notifications.likes"].click()
    assert chosen.args == ["notifications.likes", "yes"]


def test_quiet_hours_that_are_none_are_said(qtbot: QtBot, page: NoticesPage) -> None:
    field = page.choices.quiet
    field.setFocus()
    QTest.keyClicks(field, "nooit")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "18:00-08:00" in page.choices.fault
    field.selectAll()
    QTest.keyClicks(field, "18:00-08:00")
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["notifications.quiet", "18:00-08:00"]
    assert page.choices.fault == ""


def test_a_narrow_page_keeps_its_list(page: NoticesPage) -> None:
    page.show_notices([row(1)])
    page.resize(500, 700)
    assert page.list.isVisible()
    assert not page.choices.isVisible()
