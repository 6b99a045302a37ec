"""Other programs hand something over: an address, a link that is dropped, a second start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.end2end.conftest import Desk
from widgets.composer.sheet import Sheet


def drop(desk: Desk, data: QMimeData) -> bool:
    """Drop something on the window; whether it was taken."""
    window = desk.window
    actions, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(400, 300), actions, data, button, keys)
    QApplication.sendEvent(window, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), actions, data, button, keys))
    return True


def composed(desk: Desk) -> Sheet:
    """The composer, once it is open."""
    composer = desk.window.rooms.composer
    desk.until(lambda: composer.sheet is not None and composer.sheet.isVisible())
    assert composer.sheet is not None
    return composer.sheet


def test_an_address_of_ours_opens_the_composer_filled_in(desk: Desk) -> None:
    desk.start_and_fetch()
    assert desk.session is not None
    desk.session.show_address("stamtafel:share?url=https%3A%2F%2Fexample.org%2Fa&title=Een%20goed%20stuk")
    sheet = composed(desk)
    assert sheet.title.text() == "Een goed stuk"
    assert sheet.address.text() == "https://example.org/a"


def test_an_address_of_ours_opens_a_topic(desk: Desk) -> None:
    desk.start_and_fetch()
    assert desk.session is not None
    row = desk.window.model.row(0)
    assert row is not None
    desk.session.show_address(f"stamtafel:topic/{row.topic_id}")
    desk.until(lambda: desk.window.topic_pane().reader.topic == row.topic_id)


def test_an_address_at_the_very_start_waits_for_the_window(desk: Desk) -> None:
    desk.start()
    assert desk.session is not None
    desk.session.show_address("https://example.org/stuk")
    assert composed(desk).address.text() == "https://example.org/stuk"


@pytest.mark.parametrize(
    "address", ["stamtafel:", "stamtafel:wis/alles", "javascript:alert(1)", "file:///etc/passwd"]
)
def test_other_addresses_do_nothing(desk: Desk, address: str) -> None:
    desk.start_and_fetch()
    assert desk.session is not None
    desk.session.show_address(address)
    desk.settle(50)
    sheet = desk.window.rooms.composer.sheet
    assert sheet is None or not sheet.isVisible()


def test_a_dropped_link_opens_the_composer(desk: Desk) -> None:
    desk.start_and_fetch()
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/kaart")])
    assert drop(desk, data)
    assert composed(desk).address.text() == "https://example.org/kaart"


def test_dropped_text_is_what_the_composer_begins_with(desk: Desk) -> None:
    desk.start_and_fetch()
    data = QMimeData()
    data.setText("Een zin die ik wil delen.")
    assert drop(desk, data)
    assert "Een zin die ik wil delen." in composed(desk).editor.text()


def test_a_dropped_file_is_not_for_the_window(desk: Desk) -> None:
    desk.start_and_fetch()
    data = QMimeData()
    data.setUrls([QUrl("file:///etc/passwd")])
    assert not drop(desk, data)


def test_what_does_not_show_is_not_dropped_in(desk: Desk) -> None:
    desk.start_and_fetch()
    data = QMimeData()
    data.setText("Betaal aan \u202e12LN\u200b\x00 vandaag.")
    assert drop(desk, data)
    assert "Betaal aan 12LN vandaag." in composed(desk).editor.text()
