"""The notifications of a Linux desktop: our words, on a real session bus."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop_service import NAME, PATH, Service
from widgets.background import Background
from widgets.notices.desktop import DesktopMessages

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="needs a session bus"
)


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    bridge = Background(qapp)
    yield bridge
    bridge.close()


@pytest.fixture
def messages(background: Background) -> Iterator[DesktopMessages]:
    made = DesktopMessages(background)
    yield made
    made.close()


def test_a_message_has_our_name_its_words_and_one_way_in(
    qtbot: QtBot, service: Service, messages: DesktopMessages
) -> None:
    messages.tell(7, "Participatie", "Wie komt er?")
    qtbot.waitUntil(lambda: bool(service.told))
    name, replaces, _icon, title, text, ways, hints, _time = service.told[0]
    assert (name, replaces, title, text) == ("Stamtafel", 0, "Participatie", "Wie komt er?")
    assert ways == ["default", ""]
    assert "urgency" not in hints


def test_words_of_others_are_no_markup(qtbot: QtBot, service: Service, messages: DesktopMessages) -> None:
    messages.tell(7, "x", '<img src="file:///etc/passwd"> & <b>')
    qtbot.waitUntil(lambda: bool(service.told))
    assert service.told[0][4] == '&lt;img src="file:///etc/passwd"&gt; &amp; &lt;b&gt;'


def test_a_click_says_which_message_it_was(qtbot: QtBot, service: Service, messages: DesktopMessages) -> None:
    messages.tell(7, "een", "")
    messages.tell(8, "twee", "")
    qtbot.waitUntil(lambda: len(service.told) == 2)
    service_number = next(n for n, told in enumerate(service.told, 1) if told[3] == "twee")
    with qtbot.waitSignal(messages.chosen) as chosen:
        # The reply to what was told comes before: a click can only follow it.
        service.click(service_number)
    assert chosen.args == [8]


def test_without_a_service_it_is_unheard(qtbot: QtBot, bus: str, messages: DesktopMessages) -> None:  # noqa: ARG001
    with qtbot.waitSignal(messages.unheard) as unheard:
        messages.tell(7, "titel", "tekst")
    assert unheard.args == [7, "titel", "tekst"]


def test_without_a_bus_it_is_unheard(
    qtbot: QtBot, messages: DesktopMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    with qtbot.waitSignal(messages.unheard) as unheard:
        messages.tell(7, "titel", "tekst")
    assert unheard.args == [7, "titel", "tekst"]


def test_another_program_cannot_click_for_the_member(
    qtbot: QtBot, service: Service, messages: DesktopMessages
) -> None:
    from jeepney import DBusAddress, HeaderFields, new_signal
    from jeepney.io.blocking import open_dbus_connection

    clicked: list[int] = []
    messages.chosen.connect(clicked.append)
    messages.tell(7, "een", "")
    qtbot.waitUntil(lambda: len(service.told) == 1)
    with open_dbus_connection() as stranger:
        for to in (None, service.asked_by):
            said = new_signal(DBusAddress(PATH, interface=NAME), "ActionInvoked", "us", (1, "default"))
            if to is not None:
                said.header.fields[HeaderFields.destination] = to
            stranger.send(said)
        messages.tell(8, "twee", "")
        qtbot.waitUntil(lambda: len(service.told) == 2)
        with qtbot.waitSignal(messages.chosen):
            service.click(2)
    assert clicked == [8]


@pytest.mark.parametrize(
    ("signature", "body"), [("s", ("een",)), ("", ()), ("as", (["een"],)), ("b", (True,)), ("a{ss}", ({},))]
)
def test_an_answer_of_another_kind_is_none(
    qtbot: QtBot, service: Service, messages: DesktopMessages, signature: str, body: tuple[Any, ...]
) -> None:
    service.reply = (signature, body)
    with qtbot.waitSignal(messages.unheard) as unheard:
        messages.tell(7, "titel", "tekst")
    assert unheard.args == [7, "titel", "tekst"]


def test_signals_of_another_kind_say_nothing(
    qtbot: QtBot, service: Service, messages: DesktopMessages
) -> None:
    messages.tell(7, "een", "")
    qtbot.waitUntil(lambda: len(service.told) == 1)
    for name in ("ActionInvoked", "NotificationClosed"):
        service.signal(name, "asas", (["1"], ["default"]))
        service.signal(name, "", ())
        service.signal(name, "a{ss}", ({},))
    service.signal("ActionInvoked", "u", (1,))
    with qtbot.waitSignal(messages.chosen) as chosen:
        service.click(1)
    assert chosen.args == [7]
