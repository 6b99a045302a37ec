"""The files that go along, as chips under the text, and what was said about those that cannot."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.filters.flow import Flow
from widgets.theme import Theme

translate = QCoreApplication.translate


class Attached(NamedTuple):
    """A file that goes along: its name, its size in bytes, and its address in the text."""

    name: str
    bytes: int
    address: str


class Tray(QWidget):
    """Chips for the files, and for what else the owner adds with ``add_extra``."""

    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._chips = Flow(gap=8)
        self._column.addLayout(self._chips)
        self.attached: list[Attached] = []

    def add_extra(self, widget: QWidget) -> None:
        """A widget of the owner behind the files: the tags, for example."""
        self._chips.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
