"""How much room is left in a text, said when it is nearly full and not before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from widgets.style import mark
from widgets.theme import Theme

translate = QCoreApplication.translate

# Said from the last tenth on.
_NEAR = 0.9


class Counter(QLabel):
    """One line at the right, hidden while there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        mark(self, "meta")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setWordWrap(True)
        self.set_theme(theme)
        self.hide()

    def show_length(self, length: int, most: int) -> None:
        """A text of ``length`` characters, of which the community takes ``most``."""
        self.setVisible(length > most * _NEAR)
        left = most - length
        if left >= 0:
            words = translate("editor", "Room for {0} more characters")
        else:
            words = translate("editor", "{0} characters too many for this community")
        self.setText(words.format(abs(left)))
        if self._over != (left < 0):
            self._over = left < 0
            self._colour()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._colour()

    def _colour(self) -> None:
        colour = self._theme.warning if self._over else self._theme.muted
        self.setStyleSheet(f"color: {colour.name()};")
