"""A cache, the bridge and a reader for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.reading import Reading
from sync.images import ImageFolder
from sync.store.database import Store
from tests.widgets.reader.topics import ADDRESS, conversation, put
from widgets.background import Background
from widgets.faces import Faces
from widgets.reader.page import ReaderPage
from widgets.reader.pictures import Pictures
from widgets.theme import Theme, light_theme

Open = Callable[..., ReaderPage]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    put(opened, conversation())
    yield opened
    opened.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - fonts need an application
    return light_theme("Inter", "DejaVu Sans Mono")


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    bridge = Background(qapp)
    yield bridge
    bridge.close()


@pytest.fixture
def folder(store: Store) -> ImageFolder:
    return ImageFolder(store.images)


@pytest.fixture
def pictures(background: Background, folder: ImageFolder) -> Pictures:
    return Pictures(background, folder)


@pytest.fixture
def page(qtbot: QtBot, background: Background, theme: Theme, store: Store, folder: ImageFolder) -> ReaderPage:
    """A reader in a window of its own, nothing open."""
    made = ReaderPage(background, theme, Faces(folder.find, background), Reading(store, ADDRESS))
    qtbot.addWidget(made)
    made.resize(716, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def open_topic(qtbot: QtBot, page: ReaderPage) -> Open:
    """Opens a topic and waits until all of it is on the page."""

    def opened(topic: int, at_number: int | None = None) -> ReaderPage:
        page.show_topic(topic, at_number)
        qtbot.waitUntil(lambda: page.loaded)
        return page

    return opened
