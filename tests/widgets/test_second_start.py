"""A second start beside a first one that hangs: it says so, and leaves with a status that tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.paths import Profile
from app.settings import Settings
from tests.widgets.test_single_instance import answering, hanging
from widgets import application, single_instance
from widgets.fault_window import FaultWindow
from widgets.first_run_window import FirstRunWindow

W = TypeVar("W", bound=QWidget)
GIVE_UP_MS = 20_000
GAVE_UP = 99


@pytest.fixture
def place(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Profile]:
    """A profile, in the application that the tests have already, with little patience."""
    made = Profile(tmp_path / "member")
    made.create()
    Settings(made).set("appearance.language", "en")
    monkeypatch.setattr(application, "make_application", lambda _arguments: qapp)
    monkeypatch.setattr(single_instance, "ANSWER_SECONDS", 0.5)
    qapp.setQuitOnLastWindowClosed(True)
    # Nothing of Python's own interrupts a loop in which nothing happens any more.
    QTimer.singleShot(GIVE_UP_MS, qapp, lambda: qapp.exit(GAVE_UP))
    yield made
    qapp.setStyleSheet("")


def shown_now(kind: type[W]) -> list[W]:
    """The windows of a kind that can be seen; one that was closed may linger."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def when(shown: Callable[[FaultWindow], None]) -> None:
    """Call ``shown`` once the window with a sentence is there."""

    def look() -> None:
        if found := shown_now(FaultWindow):
            shown(found[0])
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def press(window: FaultWindow, text: str) -> None:
    [button] = [one for one in window.findChildren(QPushButton) if one.text() == text]
    button.click()


def test_a_first_that_hangs_is_told_and_the_status_is_1(place: Profile) -> None:
    titles: list[str] = []

    def close(window: FaultWindow) -> None:
        titles.append(window.banner.title)
        press(window, "Close")

    with hanging(place):
        when(close)
        assert application.open_window(place) == 1
    assert titles == ["Stamtafel is open, but does not answer"]


def test_trying_again_opens_the_window_once_the_first_is_gone(place: Profile) -> None:
    def leave() -> None:
        if found := shown_now(FirstRunWindow):
            found[0].close()
        else:
            QTimer.singleShot(20, leave)

    with hanging(place) as process:

        def again(window: FaultWindow) -> None:
            process.kill()
            process.wait()
            press(window, "Try again")
            QTimer.singleShot(0, leave)

        when(again)
        assert application.open_window(place) == 0


def test_a_first_that_answers_is_left_to_it(place: Profile) -> None:
    with answering(place):
        assert application.open_window(place, url="https://c.example.nl/t/a/1") == 0
