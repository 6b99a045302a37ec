"""Asks how rules leave this computer: for keeping, or as a pack that a team can share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.filters.exchange_document import Pack
from widgets.filters.controls import Field, button, label
from widgets.theme import Theme

translate = QCoreApplication.translate

_WIDTH = 480


class ExportDialog(QDialog):
    """``confirmed(Pack | None)`` once the member chose; where the file goes is asked after that."""

    confirmed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("rules", "Export rules"))
        self.resize(theme.px(_WIDTH), 0)
        words = label(
            translate("rules", "All your rules and views in one file, for yourself or to share."), "muted"
        )
        words.setWordWrap(True)
        self.as_pack = QCheckBox(translate("rules", "As a pack for others, without what is only about me"))
        self.name, self.by, self.about = Field(), Field(), Field()
        self._details = QWidget()
        form = QFormLayout(self._details)
        form.setContentsMargins(theme.px(24), 0, 0, 0)
        for field, name in (
            (self.name, translate("rules", "Name of the pack")),
            (self.by, translate("rules", "Made by")),
            (self.about, translate("rules", "What it is for")),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        self._details.hide()
        self.save = button("primary", self._confirm)
        self.save.setText(translate("rules", "Choose where…"))
        cancel = button("secondary", self.reject)
        cancel.setText(translate("rules", "Cancel"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (label(translate("rules", "Export rules"), "pane-title"), words, self.as_pack):
            column.addWidget(widget)
        column.addWidget(self._details)
        column.addLayout(buttons)
        self.as_pack.toggled.connect(self._toggle)
        self.name.textChanged.connect(lambda _text: self._check())

    def _toggle(self, on: bool) -> None:
        self._details.setVisible(on)
        self._check()
        self.adjustSize()
        if on:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self.save.setEnabled(not self.as_pack.isChecked() or bool(self.name.text().strip()))

    def _confirm(self) -> None:
        pack = None
        if self.as_pack.isChecked():
            pack = Pack(self.name.text().strip(), self.by.text().strip(), self.about.text().strip())
        self.accept()
        self.confirmed.emit(pack)
