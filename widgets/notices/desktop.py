"""The notifications of a Linux desktop, by its own service on the session bus.

It shows them in its own way: in its do-not-disturb it keeps them quiet, and so ours are never urgent. Who
speaks to whom is in the Desktop Notifications Specification 1.2.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

    from widgets.background import Background

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
# The name of this program, no message to replace, and its icon.
_US = ("Stamtafel", 0, "stamtafel")
_AS_LONG_AS_USUAL = -1
_OPEN = "default"


class DesktopMessages(QObject):
    """Speaks to the service once something is to be told.

    ``chosen(number)``: the member clicked the message with this number. ``unheard(number, title, text)``:
    there is no such service here, or it is gone.
    """

    chosen = Signal(int)
    unheard = Signal(int, str, str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._bus: DBusConnection | None = None
        self._notifier: QSocketNotifier | None = None
        self._waiting: list[tuple[int, str, str]] = []
        self._asked: dict[int, tuple[int, str, str]] = {}
        self._shown: dict[int, int] = {}
        self._service = ""

    def tell(self, number: int, title: str, text: str) -> None:
        """Have a message shown; both texts are plain."""
        if self._bus is not None:
            self._send(self._bus, (number, title, text))
            return
        self._waiting.append((number, title, text))
        if len(self._waiting) == 1:
            self._background.run(_connected, self._use, self._no_service)

    def close(self) -> None:
        """Speak no more."""
        notifier, self._notifier = self._notifier, None
        if notifier is not None:
            notifier.setEnabled(False)
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()

    def _use(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._notifier = QSocketNotifier(bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self._send(bus, message)

    def _send(self, bus: DBusConnection, message: tuple[int, str, str]) -> None:
        from jeepney import DBusAddress, new_method_call

        _, title, text = message
        service = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        # The body may hold markup: what stands in it came from others.
        told: tuple[Any, ...] = (*_US, title, escape(text, quote=False), [_OPEN, ""], {}, _AS_LONG_AS_USUAL)
        serial = next(bus.outgoing_serial)
        self._asked[serial] = message
        try:
            bus.send(new_method_call(service, "Notify", "susssasa{sv}i", told), serial=serial)
        except OSError:
            self._lost()

    def _hear(self) -> None:
        while self._bus is not None:
            try:
                self._take(self._bus.receive(timeout=0))
            except TimeoutError:
                return
            except (OSError, EOFError, ValueError):
                self._lost()

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        header, body = message.header, message.body
        sender, number = str(header.fields.get(HeaderFields.sender)), _number(body)
        if header.message_type == MessageType.signal:
            # Any program on the bus may send us one.
            if sender == self._service and number is not None:
                self._take_signal(str(header.fields.get(HeaderFields.member)), number, body[1:])
            return
        asked = self._asked.pop(header.fields.get(HeaderFields.reply_serial, 0), None)
        if asked is None:
            return
        if header.message_type == MessageType.method_return and number is not None:
            self._service = sender
            self._shown[number] = asked[0]
        else:
            self.unheard.emit(*asked)

    def _take_signal(self, name: str, shown: int, told: tuple[Any, ...]) -> None:
        if name == "ActionInvoked" and told[:1] == (_OPEN,):
            number = self._shown.get(shown)
            if number is not None:
                self.chosen.emit(number)
        elif name == "NotificationClosed":
            self._shown.pop(shown, None)

    def _lost(self) -> None:
        asked, self._asked = list(self._asked.values()), {}
        self.close()
        for message in asked:
            self.unheard.emit(*message)

    def _no_service(self, _error: Exception) -> None:
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.unheard.emit(*message)


def _number(body: tuple[Any, ...]) -> int | None:
    """The number that a message begins with, or ``None`` when it is of another kind than it should be."""
    return body[0] if body and type(body[0]) is int else None


def _connected() -> DBusConnection:
    """The session bus, told that we want to hear what becomes of our messages. Raises when there is none."""
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection

    bus = open_dbus_connection()
    heard = MatchRule(type="signal", sender=_NAME, interface=_NAME, path=_PATH)
    bus.send_and_get_reply(message_bus.AddMatch(heard), timeout=1.0)
    return bus
