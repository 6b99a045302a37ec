"""The composer in a real window on a real cache, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.client import Client
from sync.store import drafts
from sync.store.drafts import Draft
from tests.widgets.composer import community
from tests.widgets.composer.editing import background, desk, editor, faces, keeper, store, theme  # noqa: F401
from widgets.appearance import Appearance
from widgets.composer.composition import Composition
from widgets.composer.sheet import Sheet
from widgets.composer.work import ComposerWork
from widgets.main_window import MainWindow

Compose = Callable[..., Composition]
Kept = Callable[[], list[Draft]]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    made = community.opened(tmp_path / "profile")
    yield made
    made.close()


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    made = Appearance(qapp, "light")
    yield made
    made.set_text_scale(1.0)
    qapp.setStyleSheet("")


@pytest.fixture
def window(qtbot: QtBot, client: Client, appearance: Appearance) -> Iterator[MainWindow]:
    made = MainWindow(client, appearance, clock=lambda: community.NOW)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.work is not None and made.overview is not None)
    yield made
    made.close()


@pytest.fixture
def work(qtbot: QtBot, window: MainWindow) -> ComposerWork:
    """The composer, warmed as it is a moment after the start."""
    made = window.rooms.composer
    made.warm()
    qtbot.waitUntil(lambda: made.ready)
    return made


@pytest.fixture
def sheet(work: ComposerWork) -> Sheet:
    return work.sheet


@pytest.fixture
def compose(qtbot: QtBot, work: ComposerWork) -> Compose:
    """Begin something, and wait until it is known who reads along."""

    def begin(**given: object) -> Composition:
        work.compose(**given)  # type: ignore[arg-type]
        made = work.composition
        assert made is not None
        if made.fields.group_id is not None:
            qtbot.waitUntil(lambda: work.sheet.audience is not None)
        return made

    return begin


@pytest.fixture
def kept(client: Client) -> Kept:
    """The drafts on the disk, last changed first."""

    def read() -> list[Draft]:
        with client.store.reading() as conn:
            return drafts.drafts(conn)

    return read
