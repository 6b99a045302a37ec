"""Keeps the look in step with the system and the member's choice; hands out a new theme when it changes."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from widgets.fonts import fixed_family, interface_family, system_scale
from widgets.style import palette, style_sheet
from widgets.theme import Theme, contrast_theme, dark_theme, light_theme

Choice = Literal["system", "light", "dark"]

_FORCED = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """The look of a running application: ``theme`` now, and ``changed(Theme)`` after every change.

    ``choice`` follows the system or not; ``text_scale`` (1.0 is 100%) comes on top of the system's own text
    size. A high-contrast wish of the system goes before the choice.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, choice: Choice = "system", text_scale: float = 1.0) -> None:
        super().__init__(application)
        self._application = application
        self._choice: Choice = choice
        self._text_scale = text_scale
        self._system_font = QFont(application.font())
        hints = application.styleHints()
        hints.setColorScheme(_FORCED[choice])
        self.theme = self._make()
        self._apply()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def choose(self, choice: Choice) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        self._application.styleHints().setColorScheme(_FORCED[choice])
        self.refresh()

    def set_text_scale(self, text_scale: float) -> None:
        """The member's own text size: 1.0 is 100%, 2.0 the largest."""
        self._text_scale = text_scale
        self.refresh()

    def refresh(self) -> None:
        """Look again at what the system and the member want."""
        theme = self._make()
        if theme != self.theme:
            self.theme = theme
            self._apply()
            self.changed.emit(theme)

    def _make(self) -> Theme:
        family, fixed = interface_family(self._system_font), fixed_family()
        scale = self._text_scale * system_scale(self._system_font)
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._application.setPalette(QPalette())
            return contrast_theme(self._application.palette(), family, fixed, scale)
        if hints.colorScheme() == Qt.ColorScheme.Dark or self._choice == "dark":
            return dark_theme(family, fixed, scale)
        return light_theme(family, fixed, scale)

    def _apply(self) -> None:
        self._application.setFont(self.theme.font("body"))
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))
