"""Language, colours, sizes: they follow without a restart and come back after one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from app.settings import Settings
from sync.store.rows import Place
from tests.end2end.conftest import Desk
from tests.end2end.hands import click, press, said


def test_language_and_theme_follow_without_a_restart(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    assert "My timeline" in said(window)
    window.actions_.language.actions["nl"].trigger()
    desk.until(lambda: "Mijn tijdlijn" in said(window))
    assert window.status.words().startswith("Online")
    window.actions_.language.actions["en"].trigger()
    desk.until(lambda: "My timeline" in said(window))
    window.actions_.theme.actions["dark"].trigger()
    assert window.appearance.theme.dark
    window.view.select(0)
    desk.settle(50)
    image = window.grab().toImage()
    for where in (QPoint(4, 4), QPoint(100, 800), QPoint(400, 4), QPoint(1430, 4)):
        assert image.pixelColor(where).lightness() < 80, where
    window.actions_.theme.actions["light"].trigger()
    assert not window.appearance.theme.dark
    assert Settings(desk.profile).get("appearance.theme") == "light"


def test_size_panes_and_place_are_remembered(desk: Desk) -> None:
    desk.start_and_fetch()
    window = desk.window
    window.resize(790, 640)
    window.panes.widths = (260, 600)
    window.go(Place("questions"))
    window.topic_pane().reader.set_zoom(125)
    desk.stop()
    desk.start()
    window = desk.window
    assert (window.width(), window.height()) == (790, 640)
    assert window.panes.widths == (260, 600)
    assert window.place == Place("questions")
    assert window.topic_pane().reader.zoom() == 125


@pytest.mark.parametrize(
    ("width", "places", "reader"), [(1440, True, True), (900, False, True), (600, False, False)]
)
def test_a_narrow_window_shows_fewer_panes(desk: Desk, width: int, places: bool, reader: bool) -> None:
    desk.start()
    window = desk.window
    window.resize(width, 700)
    desk.settle(20)
    assert window.width() == width
    assert window.sidebar.isVisible() == places
    assert window.pane.fold.isVisible() != places
    assert window.panes.right.isVisible() == reader
    assert window.view.isVisible()


def test_where_one_pane_fits_the_reader_covers_and_gives_back(desk: Desk) -> None:
    desk.start()
    window = desk.window
    window.resize(600, 700)
    window.view.select(0)
    desk.until(lambda: window.view.current_topic is not None)
    press(desk, "Return")
    desk.until(lambda: window.panes.right.isVisible())
    assert not window.view.isVisible()
    back = next(
        one for one in window.panes.findChildren(QWidget) if getattr(one, "text", str)() == "Back to the list"
    )
    click(back)
    assert window.view.isVisible()
    assert window.view.hasFocus()


def test_large_text_makes_room_for_itself(desk: Desk) -> None:
    desk.start()
    window = desk.window
    window.resize(1440, 900)
    window.actions_.text.actions["200"].trigger()
    desk.settle(50)
    assert window.width() == 1440
    assert not window.sidebar.isVisible()
    title = next(one for one in window.pane.findChildren(QLabel) if one.text() == "My timeline")
    assert title.width() >= title.sizeHint().width()
    window.actions_.text.actions["100"].trigger()
    desk.settle(50)
    assert window.panes.sizes()[:2] == [232, 520]
