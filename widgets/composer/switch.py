"""Write or Preview: two words on one track, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from widgets.theme import Theme

translate = QCoreApplication.translate


class Switch(QFrame):
    """``chosen(preview)`` when the member chose the other one."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.write, self.preview = QPushButton(), QPushButton()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for button in (self.write, self.preview):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            row.addWidget(button)
        self.write.setChecked(True)
        self.preview.toggled.connect(self.chosen)
        self.set_theme(theme)
        self.retranslate()

    def show_choice(self, preview: bool) -> None:
        """Stand at one of them; says nothing."""
        self.preview.blockSignals(True)
        (self.preview if preview else self.write).setChecked(True)
        self.preview.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        edge = theme.text if theme.outlined else theme.line
        ground = theme.text if theme.outlined else theme.sunken
        self.setStyleSheet(
            f"Switch {{ background: {theme.sunken.name()}; border: 1px solid {ground.name()};"
            f" border-radius: {theme.px(8)}px; }}"
            f"QPushButton {{ min-height: {theme.px(26)}px; padding: 0 {theme.px(10)}px;"
            f" background: transparent; border: 1px solid transparent; border-radius: {theme.px(7)}px;"
            f" color: {theme.muted.name()}; font-size: {theme.font('dense').pixelSize()}px;"
            " font-weight: 500; }"
            f"QPushButton:checked {{ background: {theme.surface.name()}; color: {theme.text.name()};"
            f" border: 1px solid {edge.name()}; }}"
        )

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.write.setText(translate("editor", "Write"))
        self.preview.setText(translate("editor", "Preview"))
        self.setAccessibleName(translate("editor", "Write or preview"))
