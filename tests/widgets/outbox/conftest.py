"""A window on an account that never touches the network, for the tests of the outbox on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.accounts import Account
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from tests.sync.store.samples import pages, write
from widgets.appearance import Appearance
from widgets.main_window import MainWindow
from widgets.outbox.work import OutboxWork


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """An account with a small community in its cache."""
    profile = Profile(tmp_path)
    profile.create()
    settings = Settings(profile)
    settings.set("appearance.language", "en")
    made = Client(profile, Account("test", "discourse", "https://c.test", "fatima", "tests"), settings)
    for batch in pages():
        write(made.store, batch)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, client: Client) -> Iterator[MainWindow]:
    """The window, at work and offline by choice: no round begins."""
    appearance = Appearance(qapp, "light")
    made = MainWindow(client, appearance)
    made.resize(1200, 900)
    made.show()
    qtbot.waitUntil(lambda: made.work is not None and made.overview is not None)
    assert made.work is not None
    made.work.rounds.set_offline(True)
    yield made
    made.close()
    made.deleteLater()
    appearance.deleteLater()
    qtbot.wait(1)
    qapp.setStyleSheet("")


@pytest.fixture
def work(window: MainWindow) -> OutboxWork:
    return window.rooms.outbox
