"""A damaged cache is put in order behind a window that says so, and that nothing cuts off half way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.language import Language
from app.sentences import note_sentence
from sync.errors import DiskFull
from widgets.appearance import Appearance
from widgets.repair_window import RepairWindow

Make = Callable[[Callable[[], None]], RepairWindow]
LANGUAGE: dict[str, Language] = {"now": "nl"}


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Iterator[Make]:
    LANGUAGE["now"] = "nl"
    appearance = Appearance(qapp, "light")

    def made(mend: Callable[[], None]) -> RepairWindow:
        window = RepairWindow(mend, lambda: note_sentence("repairing", LANGUAGE["now"]), appearance)
        qtbot.addWidget(window)
        window.show()
        return window

    yield made
    appearance.deleteLater()
    qapp.setStyleSheet("")


def said(window: RepairWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_it_says_what_happens_and_ends_by_itself(qtbot: QtBot, make: Make) -> None:
    may_end = threading.Event()

    def mend() -> None:
        assert threading.current_thread() is not threading.main_thread()
        may_end.wait(20)

    window = make(mend)
    assert "Je bestand was beschadigd" in said(window)
    assert "Wat je las en bewaarde blijft" in said(window)
    bar = window.findChild(QProgressBar)
    assert bar is not None
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert bar.accessibleName() == "Je bestand was beschadigd"
    with qtbot.waitSignal(window.mended):
        may_end.set()


def test_what_goes_wrong_is_handed_on(qtbot: QtBot, make: Make) -> None:
    def mend() -> None:
        raise DiskFull

    with qtbot.waitSignal(make(mend).failed) as told:
        pass
    assert isinstance(told.args[0], DiskFull)


def test_closing_it_lets_the_work_end_first(qtbot: QtBot, make: Make) -> None:
    begun, ended = threading.Event(), threading.Event()

    def mend() -> None:
        begun.set()
        threading.Event().wait(0.3)
        ended.set()

    window = make(mend)
    assert begun.wait(20)
    button = window.findChild(QPushButton)
    assert button is not None
    with qtbot.assertNotEmitted(window.mended):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert ended.is_set()


def test_it_follows_the_language(qapp: QApplication, make: Make) -> None:
    window = make(lambda: None)
    LANGUAGE["now"] = "en"
    qapp.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert "Your file was damaged" in said(window)
