"""The notifications of Windows and macOS, and of desktops without the usual service: by an icon in the tray.

The icon is there only while it has something to tell. Focus and do-not-disturb are the system's own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from widgets.delaying import rings_once

_STAYS_MS = 60_000


class TrayMessages(QObject):
    """``chosen(number)``: the member clicked the last message, which has this number."""

    chosen = Signal(int)

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = QSystemTrayIcon(icon, self)
        # The name of a group does not belong here: some desktops read markup in it.
        self._tray.setToolTip("Stamtafel")
        self._number = 0
        self._tray.messageClicked.connect(self._clicked)
        self._tray.activated.connect(lambda _reason: self._clicked())
        self._rest = rings_once(self, self._tray.hide, _STAYS_MS)

    @staticmethod
    def possible() -> bool:
        """Whether this desktop has a tray that shows messages."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def tell(self, number: int, title: str, text: str) -> None:
        """Have a message shown; both texts are plain."""
        self._number = number
        self._tray.show()
        self._tray.showMessage(title, text, self._tray.icon(), _STAYS_MS)
        self._rest.start()

    def close(self) -> None:
        """Take the icon away."""
        self._rest.stop()
        self._tray.hide()

    def _clicked(self) -> None:
        self._tray.hide()
        self.chosen.emit(self._number)
