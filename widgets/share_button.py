"""The button above the places that begins something new."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from widgets.icons import icon
from widgets.style import mark
from widgets.theme import Theme

_AROUND = 12
_ICON = 18


class ShareButton(QWidget):
    """``clicked()`` when the member wants to share something."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        mark(self.button, "primary")
        mark(self, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(_AROUND, _AROUND, _AROUND, 0)
        row.addWidget(self.button)
        self.button.clicked.connect(lambda _checked=False: self.clicked.emit())
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.button.setIcon(icon("plus", theme.px(_ICON), theme.accent_text))
        self.button.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.button.setText(QCoreApplication.translate("sidebar", "Share"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
