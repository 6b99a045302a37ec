"""A session bus of its own, with a notification service on it, for the tests of what the system is told."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from typing import Any

import pytest

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class Service:
    """A desktop's notification service: remembers what it was told, and can be clicked."""

    def __init__(self) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.told: list[tuple[Any, ...]] = []
        self.reply: tuple[str, tuple[Any, ...]] | None = None
        self.asked_by = ""
        self._bus = open_dbus_connection()
        self._bus.send_and_get_reply(message_bus.RequestName(NAME))
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def click(self, number: int) -> None:
        """Someone clicks the message that was told as this number."""
        self.signal("ActionInvoked", "us", (number, "default"))

    def hears(self) -> bool:
        """Whether the program that told the last message is still on the bus."""
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        # Not the service's own connection: its thread reads that.
        asking = open_dbus_connection()
        try:
            return bool(asking.send_and_get_reply(message_bus.NameHasOwner(self.asked_by)).body[0])
        finally:
            asking.close()

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._bus.close()

    def _serve(self) -> None:
        from jeepney import HeaderFields, MessageType, new_method_return

        while not self._over.is_set():
            try:
                message = self._bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type == MessageType.method_call:
                self.asked_by = message.header.fields[HeaderFields.sender]
                self.told.append(message.body)
                signature, body = self.reply or ("u", (len(self.told),))
                self._bus.send(new_method_return(message, signature, body))

    def signal(self, name: str, signature: str, body: tuple[Any, ...]) -> None:
        """Tell everyone who listens."""
        from jeepney import DBusAddress, new_signal

        self._bus.send(new_signal(DBusAddress(PATH, interface=NAME), name, signature, body))


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus of its own."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def service(bus: str) -> Iterator[Service]:  # noqa: ARG001 - it speaks on that bus
    made = Service()
    yield made
    made.close()
