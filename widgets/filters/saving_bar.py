"""The bar that stays in sight under the editor: what a rule never does, and the way to keep it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from widgets.filters.controls import button, label
from widgets.style import mark
from widgets.theme import Theme

translate = QCoreApplication.translate


class SavingBar(QWidget):
    """``saved()`` and ``cancelled()``. A rule that hides much is asked about here, beside the buttons."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning = ""
        self._note = label(role="dense")
        self._note.setWordWrap(True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cancel = button("secondary", self.cancelled.emit)
        self.save = button("primary", self.saved.emit)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._note, 1)
        self._row.addWidget(self.cancel)
        self._row.addWidget(self.save)
        self.set_theme(theme)

    @property
    def warning(self) -> str:
        """What is asked about before the rule is kept; empty when nothing is."""
        return self._warning

    @property
    def note(self) -> QLabel:
        """The words beside the buttons."""
        return self._note

    def ask(self, words: str) -> None:
        """Ask about the rule in ``words``; the next press on the button keeps it all the same."""
        self._warning = words
        self.retranslate()
        self.cancel.setFocus()

    def calm(self) -> None:
        """Nothing to ask about."""
        if self._warning:
            self._warning = ""
            self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._row.setContentsMargins(theme.px(40), theme.px(12), theme.px(32), theme.px(12))
        self.setMinimumHeight(theme.px(64))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        plain = translate("rules", "A rule deletes nothing. What is hidden stays counted, one click away.")
        self._note.setText(self._warning or plain)
        ink = self._theme.warning if self._warning else self._theme.muted
        self._note.setStyleSheet(f"color: {ink.name()};")
        mark(self._note, "dense")
        self.cancel.setText(translate("rules", "Cancel"))
        keep = (
            translate("rules", "Keep it all the same") if self._warning else translate("rules", "Keep rule")
        )
        self.save.setText(keep)
        self.save.setAccessibleDescription(self._note.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above; a warning on its own tint."""
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), theme.warning_soft if self._warning else theme.surface)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
