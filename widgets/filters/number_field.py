"""A field for one number, as values go in the builder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from widgets.filters.controls import Field
from widgets.theme import Theme


class NumberField(Field):
    """A field for one number. ``changed()`` while typing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(0, 999_999, self))
        self.textEdited.connect(lambda _text: self.changed.emit())

    @property
    def values(self) -> tuple[str, ...]:
        """The number as the only value; none while the field is empty."""
        return (str(int(self.text())),) if self.text().isdigit() else ()

    def set_values(self, values: Sequence[str]) -> None:
        """Hold this number from now on; says nothing."""
        self.setText(values[0] if values else "")

    def set_theme(self, theme: Theme) -> None:
        """Nothing of its own to draw."""

    def name(self, words: str) -> None:
        """What the field is called by a screen reader."""
        self.setAccessibleName(words)

    def commit(self) -> bool:
        """What is typed counts already."""
        return True
