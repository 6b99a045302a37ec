"""Asks why the member would like to be let into a group: the owners of the group read that."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from widgets.dialog_size import fit
from widgets.filters.controls import button, label
from widgets.theme import Theme

translate = QCoreApplication.translate

_WIDTH = 480
# A reason, and not a letter.
LONGEST = 1000


class AskAccess(QDialog):
    """A sheet with one field. ``asked(reason)`` when it is to be sent."""

    asked = Signal(str)

    def __init__(self, group: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask-access")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = translate("groups", "Ask for access to {group}").format(group=group)
        self.setWindowTitle(title)
        heading, words = label(title, "section-title"), label(role="muted")
        words.setText(translate("groups", "Why would you like to join? The owners of the group read this."))
        for one in (heading, words):
            one.setWordWrap(True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(theme.px(96))
        self.field.setPlaceholderText(translate("groups", "One or two sentences will do"))
        self.field.setAccessibleName(words.text())
        self.field.textChanged.connect(self._changed)
        self.send = button("primary", self._ask)
        self.send.setText(translate("groups", "Ask for access"))
        self.send.setEnabled(False)
        self.cancel = button("quiet", self.reject)
        self.cancel.setText(translate("groups", "Cancel"))
        buttons, column = QHBoxLayout(), QVBoxLayout(self)
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        for part in (heading, words, self.field):
            column.addWidget(part)
        column.addSpacing(theme.px(8))
        column.addLayout(buttons)
        fit(self, theme.px(_WIDTH))

    @property
    def reason(self) -> str:
        """What was written."""
        return self.field.toPlainText().strip()[:LONGEST]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self.send.setEnabled(bool(self.reason))

    def _ask(self) -> None:
        if self.reason:
            reason = self.reason
            self.accept()
            self.asked.emit(reason)
