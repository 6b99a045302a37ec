"""A member who shares something offline and then types on until the program is killed.

``python -m tests.end2end.typist PROFILE TITLE TEXT`` prints, for every key of the second text, a moment in
seconds and all that was typed by then, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import tests.conftest  # noqa: F401 - keeps away from the member's own screen and keyring
from app import accounts
from app.paths import Profile
from sync.credentials import Key
from tests.end2end.pen import write
from widgets.application import Session
from widgets.main_window import MainWindow

_EVERY_MS = 20
_MOST_SECONDS = 20


def main(folder: str, title: str, text: str) -> None:
    """Share ``text`` under ``title``, then type without end."""
    application, profile = QApplication([]), Profile(Path(folder))
    session = Session(application, profile)
    assert session.claim("")
    session.open(accounts.named(profile, None), Key("not used offline", "typist"))
    window = session.window
    assert isinstance(window, MainWindow)
    until(lambda: window.work is not None and window.overview is not None)
    window.actions_["offline"].setChecked(True)
    work = window.rooms.composer
    work.compose(group_id=8)
    until(lambda: work.is_open and work.ready and work.sheet.audience is not None)
    write(work.sheet, title, text)
    QTest.keyClick(work.sheet.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: not work.is_open)
    work.compose(group_id=8)
    work.sheet.editor.field.selectAll()
    while True:
        for letter in "Wat ik nog zeggen wilde. ":
            QTest.keyClicks(work.sheet.editor.field, letter)
            print(json.dumps([time.monotonic(), work.sheet.editor.text()]), flush=True)
            QTest.qWait(_EVERY_MS)


def until(reached: Callable[[], bool]) -> None:
    """Let the program run until ``reached()``."""
    started = time.monotonic()
    while not reached():
        assert time.monotonic() - started < _MOST_SECONDS
        QTest.qWait(10)


if __name__ == "__main__":
    main(*sys.argv[1:])
