"""The sheet: one question, a title with calm hints, fields per kind; all by keyboard, at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.client import Client
from sync.model import Batch, Member
from sync.store.apply import apply
from tests.widgets.composer.community import ADDRESS, CLOSED, ME, WEB
from tests.widgets.composer.conftest import Compose
from widgets.appearance import Appearance
from widgets.composer.kinds_row import KindButton
from widgets.composer.sheet import Sheet
from widgets.composer.work import ComposerWork
from widgets.main_window import MainWindow


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whoever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def kinds(sheet: Sheet) -> list[str]:
    return [button.kind for button in sheet.kinds.buttons]


def choose(sheet: Sheet, kind: str) -> None:
    next(button for button in sheet.kinds.buttons if button.kind == kind).click()


def test_it_opens_on_the_title_of_a_question(sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    assert sheet.isVisible()
    assert sheet.kinds.kind == "question"
    assert sheet.title.label.text() == "Your question in one sentence"
    assert sheet.title.edit.hasFocus()
    assert sheet.kept.text() == ""


def test_an_announcement_is_offered_to_whoever_may_make_one(
    qtbot: QtBot, client: Client, work: ComposerWork, sheet: Sheet, compose: Compose
) -> None:
    compose()
    assert kinds(sheet) == ["question", "experience", "link", "spotlight"]
    work.close()
    team = Batch(members=(Member(ME, "noor", "Noor Wijnands", "Communityteam", team=True),))
    client.store.write(lambda conn: apply(conn, team))
    compose()
    qtbot.waitUntil(lambda: kinds(sheet)[-1] == "announcement")


def test_a_template_comes_with_the_kind_and_never_over_what_was_typed(sheet: Sheet, compose: Compose) -> None:
    composition = compose(group_id=CLOSED)
    assert "What would you like to know?" in sheet.editor.text()
    choose(sheet, "experience")
    assert "What did you do?" in sheet.editor.text()
    assert sheet.title.label.text() == "Your experience in one sentence"
    sheet.editor.insert("We spoke to people.")
    choose(sheet, "question")
    assert "We spoke to people." in sheet.editor.text()
    assert "What would you like to know?" not in sheet.editor.text()
    assert composition.fields.kind == "question"


def test_hints_come_while_the_typing_rests_and_can_be_taken_over(
    qtbot: QtBot, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, "NIEUWE WEBSITE VOOR IEDEREEN")
    qtbot.waitUntil(lambda: any(row.text and not row.act.isHidden() for row in sheet.title.hints))
    row = next(row for row in sheet.title.hints if row.text and not row.act.isHidden())
    assert row.text in sheet.title.edit.accessibleDescription()
    proposed = row.proposal
    row.act.click()
    assert sheet.title.text() == proposed
    assert sheet.title.edit.hasFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sheet.title.text() == "NIEUWE WEBSITE VOOR IEDEREEN"


def test_a_good_title_gets_no_hints(qtbot: QtBot, sheet: Sheet, compose: Compose) -> None:
    composition = compose(group_id=CLOSED)
    QTest.keyClicks(sheet.title.edit, "Wie heeft ervaring met straatgesprekken?")
    qtbot.waitUntil(lambda: composition.advice is not None)
    assert [row.text for row in sheet.title.hints] == ["", "", ""]


def test_tags_are_chips_that_complete_and_go(qtbot: QtBot, sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    sheet.tags.add.click()
    assert sheet.tags.edit.hasFocus()
    QTest.keyClicks(sheet.tags.edit, "straat")
    qtbot.waitUntil(lambda: sheet.tags.completing.labels == ["#straatgesprek"])
    QTest.keyClick(sheet.tags.completing.list, Qt.Key.Key_Down)
    QTest.keyClick(sheet.tags.completing.list, Qt.Key.Key_Return)
    assert list(sheet.tags.tags) == ["straatgesprek"]
    QTest.keyClicks(sheet.tags.edit, "Op-De-Markt!")
    sheet.tags.completing.close()
    press(Qt.Key.Key_Return)
    assert list(sheet.tags.tags) == ["straatgesprek", "op-de-markt"]
    press(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    chip = next(
        one
        for one in sheet.tags.findChildren(QAbstractButton)
        if one.text() == "" and "markt" in one.accessibleName()
    )
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert list(sheet.tags.tags) == ["straatgesprek"]


def test_a_colleague_is_found_by_a_part_of_the_name_and_thanked(
    qtbot: QtBot, sheet: Sheet, compose: Compose
) -> None:
    composition = compose(group_id=WEB)
    choose(sheet, "spotlight")
    assert sheet.person.edit.hasFocus()
    QTest.keyClicks(sheet.person.edit, "amra")
    qtbot.waitUntil(lambda: len(sheet.person.completing.labels) == 1)
    sheet.person.completing.close()
    press(Qt.Key.Key_Return)
    assert sheet.person.person is not None
    assert sheet.title.text() == "In the spotlight: Fatima El Amrani"
    assert "@fatima" in sheet.editor.text()
    sheet.person.remove.click()
    QTest.keyClicks(sheet.person.edit, "joost")
    qtbot.waitUntil(lambda: len(sheet.person.completing.labels) == 1)
    sheet.person.completing.close()
    press(Qt.Key.Key_Return)
    assert "@joost" in composition.fields.raw
    assert "@fatima" not in composition.fields.raw
    assert sheet.title.text() == "In the spotlight: Joost van Dijk"


def test_a_link_gets_its_title_and_goes_before_the_text(qtbot: QtBot, sheet: Sheet, compose: Compose) -> None:
    composition = compose(link=f"{ADDRESS}/t/x/5", raw="Very useful.", group_id=WEB)
    assert sheet.kinds.kind == "link"
    qtbot.waitUntil(lambda: sheet.title.text() == "Gids voor een website die iedereen kan lezen")
    assert composition.fields.raw == f"{ADDRESS}/t/x/5\n\nVery useful."
    assert sheet.editor.text() == "Very useful."


def test_a_title_of_the_members_own_stays(qtbot: QtBot, sheet: Sheet, compose: Compose) -> None:
    compose(kind="link", title="Look at this guide", group_id=WEB)
    sheet.address.edit.setText(f"{ADDRESS}/t/x/5")
    qtbot.waitUntil(lambda: not sheet.address.told.isVisible())
    qtbot.wait(50)
    assert sheet.title.text() == "Look at this guide"


def test_a_copied_link_is_offered_once(sheet: Sheet, work: ComposerWork, compose: Compose) -> None:
    QGuiApplication.clipboard().setText("https://example.org/guide\n")
    compose(group_id=WEB)
    assert "https://example.org/guide" in sheet.offer.text
    sheet.offer.act.click()
    assert sheet.kinds.kind == "link"
    assert sheet.address.text() == "https://example.org/guide"
    work.close()
    compose(group_id=WEB)
    assert sheet.offer.text == ""
    QGuiApplication.clipboard().setText("no link at all")


def test_escape_closes_and_the_keyboard_goes_back(
    window: MainWindow, sheet: Sheet, work: ComposerWork, compose: Compose
) -> None:
    window.view.setFocus()
    compose(group_id=CLOSED)
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not work.is_open
    assert window.view.hasFocus()


def test_keys_of_the_window_mean_nothing_behind_the_sheet(
    window: MainWindow, sheet: Sheet, compose: Compose
) -> None:
    compose(group_id=CLOSED)
    before = window.view.current
    sheet.kinds.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_Slash, Qt.Key.Key_M):
        press(key)
    assert window.view.current == before
    assert sheet.isVisible()
    assert sheet.kinds.buttons[0].hasFocus()


def test_tab_goes_round_within_the_sheet_in_reading_order(sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED, title="Hoe bereik je inwoners zonder enquête?", raw="Dat wil ik graag weten.")
    sheet.kinds.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        if focused in reached:
            break
        reached.append(focused)
        press(Qt.Key.Key_Tab)
    stops = [sheet.title.edit, sheet.editor.field, sheet.tags.add, sheet.close_button, sheet.share]
    places = [reached.index(stop) for stop in stops]
    assert places == sorted(places)
    assert sheet.side.group in reached
    assert sheet.side.strip.head in reached


def test_everything_is_named_for_a_screen_reader(sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    for kind in kinds(sheet):
        choose(sheet, kind)
        for widget in sheet.findChildren(QWidget):
            reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            if reached and isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit):
                said = widget.accessibleName() or (
                    widget.text() if isinstance(widget, QAbstractButton) else ""
                )
                assert said, widget


@pytest.mark.parametrize(("width", "scale"), [(760, 1.0), (1440, 2.0), (960, 1.25)])
def test_readers_go_below_the_writing_where_there_is_no_room(
    qtbot: QtBot,
    window: MainWindow,
    appearance: Appearance,
    sheet: Sheet,
    compose: Compose,
    width: int,
    scale: float,
) -> None:
    appearance.set_text_scale(scale)
    window.resize(width, 800)
    compose(group_id=CLOSED)
    qtbot.waitUntil(lambda: sheet.below)
    assert sheet.side.isVisible()
    scroll = sheet.side.parentWidget()
    assert scroll is not None
    assert scroll.minimumSizeHint().width() <= scroll.width()
    for part in (sheet.share, sheet.close_button, sheet.who):
        assert part.isVisible()
        assert sheet.card.rect().contains(part.mapTo(sheet.card, part.rect().bottomRight()))
    sheet.who.click()
    assert sheet.side.group.hasFocus()
    window.resize(1440, 900)
    appearance.set_text_scale(1.0)
    qtbot.waitUntil(lambda: not sheet.below)
    assert sheet.side.isVisible()


def test_arrows_go_through_the_kinds_and_stay_there(sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    sheet.kinds.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    for kind in ("experience", "link", "spotlight"):
        press(Qt.Key.Key_Right)
        assert sheet.kinds.kind == kind
        assert isinstance(QApplication.focusWidget(), KindButton)


def test_enter_goes_on_to_the_text_and_control_enter_shares(
    sheet: Sheet, compose: Compose, qtbot: QtBot
) -> None:
    compose(group_id=CLOSED, title="Wie heeft ervaring met straatgesprekken?")
    sheet.title.edit.setFocus()
    press(Qt.Key.Key_Return)
    assert sheet.editor.field.hasFocus()
    sheet.side.group.setFocus()
    with qtbot.waitSignal(sheet.shared):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_is_typed_is_never_markup(qtbot: QtBot, sheet: Sheet, compose: Compose) -> None:
    compose(group_id=CLOSED)
    sheet.title.edit.insert('<img src="/etc/passwd"> WIE WEET DIT EN DAT')
    qtbot.waitUntil(lambda: any(row.text for row in sheet.title.hints))
    for row in sheet.title.hints:
        for shown in row.findChildren(QLabel):
            assert "<img" not in shown.text()
        assert "<img" not in row.act.toolTip()
