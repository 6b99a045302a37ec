"""The address of a link that is shared, with a copied one offered, and its title when that is known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.composer.links import link_in
from widgets.filters.controls import label, link
from widgets.theme import Theme

translate = QCoreApplication.translate

LONGEST = 2000
_SHOWN = 60


class AddressField(QWidget):
    """A field for an address. ``changed()`` after each change; ``entered(str)`` with a whole address."""

    changed = Signal()
    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label(role="list-heading")
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST)
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.told = label(role="meta")
        self.told.setWordWrap(True)
        self.told.hide()
        self.copied: QPushButton = link(self._take_copied)
        self._offered = ""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.copied)
        row.addStretch(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(self.edit)
        self._column.addLayout(row)
        self.edit.textChanged.connect(self._changed)
        self.copied.hide()
        self.set_theme(theme)
        self.retranslate()

    def text(self) -> str:
        """The address, as it was typed."""
        return self.edit.text().strip()

    def show_text(self, address: str) -> None:
        """Put an address in, as of a draft; says nothing."""
        self.edit.blockSignals(True)
        self.edit.setText(address)
        self.edit.blockSignals(False)
        self.tell("")

    def tell(self, words: str) -> None:
        """Say something about the address, such as that its title is looked up."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)

    def look_at_clipboard(self) -> None:
        """Offer a link that was copied, while there is none here."""
        self._offered = "" if self.text() else copied_link()
        self.copied.setVisible(bool(self._offered))
        self._name_copied()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._column.setSpacing(theme.px(6))

    def retranslate(self) -> None:
        """The words, in the language of now."""
        self.label.setText(translate("composer", "The address of the link"))
        self.edit.setAccessibleName(self.label.text())
        self.edit.setPlaceholderText("https://")
        self._name_copied()

    def _name_copied(self) -> None:
        shown = self._offered.partition("://")[2]
        if len(shown) > _SHOWN:
            shown = f"{shown[: _SHOWN - 1]}…"
        self.copied.setText(translate("composer", "Use the link you copied: {0}").format(shown))

    def _take_copied(self) -> None:
        self.edit.setText(self._offered)
        self.edit.setFocus()

    def _changed(self, text: str) -> None:
        if text:
            self.copied.hide()
        self.tell("")
        self.changed.emit()
        found = link_in(text)
        if found is not None and found == text.strip():
            self.entered.emit(found)


def copied_link() -> str:
    """The one link that was copied last; empty for anything else."""
    clipboard = QGuiApplication.clipboard()
    data = clipboard.mimeData() if clipboard is not None else None
    text = clipboard.text().strip() if data is not None and data.hasText() else ""
    if not text or len(text) > LONGEST or len(text.split()) != 1:
        return ""
    return link_in(text) or ""
