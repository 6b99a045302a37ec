"""A picture enlarged: over the whole window, by mouse and keyboard, and back to the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sync.images import ImageFolder
from sync.markup_links import image_key
from sync.store.database import Store
from tests.widgets.reader.topics import ADDRESS, PICTURE, PICTURE_KEY, png, post, put
from widgets.reader.lightbox import Lightbox
from widgets.reader.page import ReaderPage

OTHER = f"{ADDRESS}/uploads/tweede.png"
TOPIC = 9
RED, BLUE = 0xFFFF0000, 0xFF0000FF


@pytest.fixture
def box(open_topic: Callable[..., ReaderPage], store: Store, folder: ImageFolder) -> Lightbox:
    folder.store(PICTURE_KEY, png(1200, 900))
    folder.store(image_key(OTHER), png(300, 200, (0, 0, 255)))
    html = f'<p><img src="{PICTURE}" alt="De kaart"></p><p>en</p><p><img src="{OTHER}" alt="Nog een"></p>'
    put(store, (post(1, html, topic=TOPIC),), topic=TOPIC)
    page = open_topic(TOPIC)
    page.thread_view.views()[0].body.followed.emit(f"image:{PICTURE_KEY}")
    found = page.findChild(Lightbox)
    assert isinstance(found, Lightbox)
    return found


def centre(box: Lightbox) -> int:
    seen = box.window().grab().toImage()
    return seen.pixel(seen.width() // 2, seen.height() // 2)


def test_it_covers_the_window_and_shows_the_picture(qtbot: QtBot, box: Lightbox) -> None:
    assert box.geometry() == box.window().rect()
    assert box.accessibleName() == "Picture 1 of 2: De kaart"
    qtbot.waitUntil(lambda: centre(box) == RED)


def test_arrows_go_through_the_pictures_of_the_post_and_stop_at_the_ends(qtbot: QtBot, box: Lightbox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Left)
    assert box.accessibleName().startswith("Picture 1 of 2")
    QTest.keyClick(box, Qt.Key.Key_Right)
    QTest.keyClick(box, Qt.Key.Key_Right)
    assert box.accessibleName() == "Picture 2 of 2: Nog een"
    qtbot.waitUntil(lambda: centre(box) == BLUE)


def test_escape_closes_it_and_gives_the_keyboard_back(qtbot: QtBot, box: Lightbox) -> None:
    page = box.window()
    with qtbot.waitSignal(box.closed):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert isinstance(page, ReaderPage)
    qtbot.waitUntil(lambda: page.findChild(Lightbox) is None)
    qtbot.waitUntil(page.thread_view.views()[0].body.hasFocus)


def test_a_click_closes_it(qtbot: QtBot, box: Lightbox) -> None:
    with qtbot.waitSignal(box.closed):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
