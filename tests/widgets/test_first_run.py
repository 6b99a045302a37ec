"""The first-run page in small windows and with large text, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.paths import Profile
from app.sentences import note_sentence
from app.settings import Settings
from app.welcome import Found
from sync.connectors.discourse_signin import SignIn as Attempt
from widgets.appearance import Appearance
from widgets.centred import Centred
from widgets.first_run_window import FirstRunWindow

FOUND = Found("De Vaktafel", "https://c.example.nl/user-api-key/new", Attempt("https://c.example.nl"))


@pytest.fixture(params=[1.0, 2.0], ids=["100%", "200%"])
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[FirstRunWindow]:
    profile = Profile(tmp_path / "member")
    settings = Settings(profile)
    settings.set("appearance.language", "en")
    font = qapp.font()
    appearance = Appearance(qapp, "light", request.param)
    made = FirstRunWindow(profile, settings, appearance)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    appearance.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)


def controls(window: FirstRunWindow) -> list[QWidget]:
    kinds = (QLabel, QPushButton, QLineEdit, QPlainTextEdit)
    return [part for kind in kinds for part in window.findChildren(kind) if part.isVisible()]


def scrolled(window: FirstRunWindow) -> Centred:
    found = window.findChild(Centred)
    assert found is not None
    return found


def assert_nothing_is_cut(window: FirstRunWindow) -> None:
    area = scrolled(window)
    page = area.widget()
    assert page is not None
    for part in controls(window):
        corner = part.mapTo(page, QPoint(0, 0))
        assert corner.x() >= 0
        assert corner.x() + part.width() <= area.viewport().width(), part
        assert corner.y() + part.height() <= page.height(), part
        if isinstance(part, QPushButton):
            assert part.width() >= part.sizeHint().width(), part.text()
        if isinstance(part, QLabel):
            needed = part.heightForWidth(part.width()) if part.wordWrap() else part.sizeHint().height()
            assert part.height() >= needed, part.text()


@pytest.mark.parametrize("size", [(960, 640), (600, 360)])
def test_nothing_is_cut_in_either_step(window: FirstRunWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    qtbot.wait(1)
    assert_nothing_is_cut(window)
    window.page.show_found(FOUND)
    window.page.key_step.refuse(note_sentence("key-unreadable", "nl"))
    qtbot.wait(1)
    assert_nothing_is_cut(window)


def test_what_has_the_keyboard_is_in_sight(window: FirstRunWindow, qtbot: QtBot, qapp: QApplication) -> None:
    window.resize(600, 320)
    window.activateWindow()
    window.page.show_found(FOUND)
    qtbot.wait(1)
    area = scrolled(window)
    for _ in range(4):
        focused = qapp.focusWidget()
        assert focused is not None
        top = focused.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert top >= 0
        assert top + focused.height() <= area.viewport().height()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        qtbot.wait(1)


def texts_by_tab(qapp: QApplication) -> list[str]:
    seen: list[str] = []
    while True:
        focused = qapp.focusWidget()
        assert focused is not None
        name = focused.text() if isinstance(focused, QPushButton) else type(focused).__name__
        if name in seen:
            return seen
        seen.append(name)
        QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_the_keyboard_goes_from_top_to_bottom(window: FirstRunWindow, qapp: QApplication) -> None:
    window.activateWindow()
    assert texts_by_tab(qapp) == ["QLineEdit", "Continue", "Look around in the demo community"]
    window.page.show_found(FOUND)
    assert texts_by_tab(qapp) == [
        "Open the sign-in page",
        "QPlainTextEdit",
        "Sign in",
        "Another address",
    ]
    window.page.key_step.other_wanted.emit()
    assert isinstance(qapp.focusWidget(), QLineEdit)


def test_enter_presses_the_button_that_has_the_keyboard(window: FirstRunWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.page.show_found(FOUND)
    buttons = {one.text(): one for one in window.findChildren(QPushButton)}
    with qtbot.waitSignal(window.page.key_step.other_wanted):
        QTest.keyClick(buttons["Another address"], Qt.Key.Key_Return)


def test_enter_in_the_field_is_a_new_line_and_with_ctrl_signs_in(
    window: FirstRunWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.page.show_found(FOUND)
    step = window.page.key_step
    step.pasted.disconnect()
    step.paste.setPlainText("key")
    step.paste.setFocus()
    with qtbot.assertNotEmitted(step.pasted):
        QTest.keyClick(step.paste, Qt.Key.Key_Return)
    with qtbot.waitSignal(step.pasted) as given:
        QTest.keyClick(step.paste, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert given.args == ["\nkey"]
