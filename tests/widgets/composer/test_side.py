"""Who reads this: the group, its readers and the number on the button; and what is here already."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.client import Client
from sync.model import Changes
from tests.widgets.composer.community import CLOSED, ESTHER, FATIMA, GUUS, JOOST, ME, WEB, let_read
from tests.widgets.composer.conftest import Compose, Kept
from widgets.composer.sheet import Sheet
from widgets.composer.work import ComposerWork
from widgets.main_window import MainWindow


def test_the_number_on_the_button_is_the_number_in_the_strip(sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    assert sheet.share.text() == "Share with 3 people"
    assert "3 people" in sheet.side.strip.head.accessibleName()
    assert sheet.side.strip.is_open
    assert sheet.side.strip.readers is not None
    said = " ".join(sheet.side.strip.readers.lines)
    for name in ("Fatima El Amrani", "Joost van Dijk", "Esther Molenaar"):
        assert name in said
    assert "Noor" not in said


def test_another_group_has_other_readers_at_once(qtbot: QtBot, sheet: Sheet, compose: Compose) -> None:
    composition = compose(group_id=CLOSED)
    sheet.side.group.picked.emit(WEB)
    assert sheet.audience is None
    assert sheet.share.text() == "Share"
    qtbot.waitUntil(lambda: sheet.audience is not None)
    assert sheet.share.text() == "Share with 4 people"
    assert "4 members" in sheet.side.strip.head.accessibleName()
    assert composition.fields.group_id == WEB


def test_a_group_is_found_by_typing_a_part_of_its_name(qtbot: QtBot, sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    field = sheet.side.group
    assert field.accessibleName() == "Group: Participatie, closed group"
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.list.isVisible()
    names = [field.list.list.item(row).text() for row in range(field.list.list.count())]
    assert names == ["Participatie", "Webredactie"]
    assert field.list.search.accessibleDescription() == "Participatie, closed group"
    QTest.keyClicks(field.list.search, "redac")
    assert field.list.search.accessibleDescription() == "Webredactie"
    QTest.keyClick(field.list.search, Qt.Key.Key_Return)
    assert not field.list.isVisible()
    assert field.hasFocus()
    assert field.accessibleName() == "Group: Webredactie"
    qtbot.waitUntil(lambda: sheet.audience is not None and not sheet.audience.closed)


def test_escape_leaves_the_list_and_not_the_sheet(sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    sheet.side.group.open_list()
    QTest.keyClick(sheet.side.group.list.search, Qt.Key.Key_Escape)
    assert not sheet.side.group.list.isVisible()
    assert sheet.isVisible()
    sheet.side.group.open_list()
    sheet.title.edit.setFocus()
    assert not sheet.side.group.list.isVisible()


def test_without_a_group_one_is_asked_for(sheet: Sheet, compose: Compose) -> None:
    compose(title="Hoe bereik je inwoners zonder enquête?", raw="Dat wil ik graag van jullie weten.")
    assert sheet.side.group.accessibleName() == "Group: Choose a group"
    sheet.share.click()
    assert sheet.warning.isVisible()
    assert "a group" in sheet.warning.accessibleName()
    assert sheet.side.group.hasFocus()


def test_the_group_that_fits_is_suggested_with_the_reason(
    qtbot: QtBot, sheet: Sheet, compose: Compose
) -> None:
    composition = compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, "Welke zoekmachine past bij een website?")
    qtbot.waitUntil(lambda: sheet.side.suggestion.text != "")
    assert "Webredactie" in sheet.side.suggestion.text
    assert "website" in sheet.side.suggestion.text
    button = next(one for one in sheet.side.suggestion.buttons if one.text() == "Webredactie")
    button.click()
    assert composition.fields.group_id == WEB
    assert sheet.side.suggestion.text.startswith("Suggested because")
    assert sheet.side.suggestion.buttons == []


def test_a_topic_that_may_answer_it_opens_and_the_draft_waits(
    qtbot: QtBot, window: MainWindow, work: ComposerWork, sheet: Sheet, compose: Compose, kept: Kept
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, "Hoe doe je straatgesprekken met inwoners?")
    qtbot.waitUntil(lambda: sheet.side.similar.isVisible())
    row = sheet.side.similar.rows[0]
    told = "Hoe bereik je inwoners met straatgesprekken?; closed group; 3 answers · answered"
    assert row.accessibleName() == told
    row.click()
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: window.topic_pane().reader.topic == 1)
    qtbot.waitUntil(lambda: window.toast.text == "Your draft is kept")
    assert [draft.title for draft in kept()] == ["Hoe doe je straatgesprekken met inwoners?"]
    window.toast.act()
    qtbot.waitUntil(lambda: work.is_open)
    assert sheet.title.text() == "Hoe doe je straatgesprekken met inwoners?"


def test_the_last_group_is_remembered(
    qtbot: QtBot, work: ComposerWork, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=WEB, title="Welke zoekmachine gebruiken jullie?", raw="Wij zoeken er een die goed is.")
    sheet.share.click()
    qtbot.waitUntil(lambda: not work.is_open)
    compose()
    qtbot.waitUntil(lambda: sheet.side.group.chosen is not None)
    assert sheet.side.group.chosen is not None
    assert sheet.side.group.chosen.group_id == WEB


def test_the_list_follows_what_the_community_tells(
    qtbot: QtBot, client: Client, window: MainWindow, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=CLOSED)
    let_read(client, ME, FATIMA, JOOST, ESTHER, GUUS)
    window.apply(Changes(groups=frozenset({CLOSED})))
    qtbot.waitUntil(lambda: sheet.share.text() == "Share with 4 people")
    qtbot.waitUntil(lambda: sheet.warning.isVisible())
    assert "Guus Veldman (IenW)" in sheet.warning.accessibleName()
