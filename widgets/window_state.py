"""What the window remembers between starts: its size, the widths of its panes, and where one was."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow

from app.paths import Profile
from sync.store.rows import Place, PlaceName
from widgets.panes import Panes

_FIRST_SIZE = QSize(1440, 900)
_PLACES: tuple[PlaceName, ...] = ("timeline", "questions", "saved", "group", "member", "view")


class WindowState:
    """Reads and writes a small file in the profile; one that cannot be read is as good as none."""

    def __init__(self, profile: Profile) -> None:
        self._file = QSettings(str(profile.window_file), QSettings.Format.IniFormat)

    def restore(self, window: QMainWindow, panes: Panes) -> None:
        """Give the window and its panes the sizes they had."""
        window.resize(_FIRST_SIZE)
        geometry = self._file.value("geometry")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        sidebar, timeline = panes.widths
        panes.widths = (self._number("sidebar", sidebar), self._number("timeline", timeline))

    def keep(self, window: QMainWindow, panes: Panes, place: Place, zoom: int) -> None:
        """Note how the window is left."""
        self._file.setValue("geometry", window.saveGeometry())
        sidebar, timeline = panes.widths
        self._file.setValue("sidebar", sidebar)
        self._file.setValue("timeline", timeline)
        self._file.setValue("place", place.name)
        self._file.setValue("place_id", -1 if place.id is None else place.id)
        self._file.setValue("zoom", zoom)
        self._file.sync()

    def place(self) -> Place:
        """The place the member was last in; the timeline at first."""
        name, number = self._file.value("place", "timeline"), self._number("place_id", -1)
        known: PlaceName = next((place for place in _PLACES if place == name), "timeline")
        return Place(known, number) if known in ("group", "member", "view") else Place(known)

    def zoom(self) -> int:
        """The size of the reader's text, in per cent."""
        return self._number("zoom", 100)

    def _number(self, key: str, default: int) -> int:
        try:
            return int(str(self._file.value(key, default)))
        except ValueError:
            return default
