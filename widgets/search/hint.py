"""The quiet line under the search field: what is wrong with a query, or that it can be kept as a view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.announcing import announce
from widgets.filters.controls import label, link
from widgets.theme import Theme

# Where the text of the list begins.
_TEXT_LEFT = 32


class SearchHint(QWidget):
    """``save_wanted(text)`` asks to keep the query as a view."""

    save_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self._words = label(role="dense")
        self._words.setWordWrap(True)
        self.save = link(lambda: self.save_wanted.emit(self._query))
        row = QHBoxLayout(self)
        row.setContentsMargins(_TEXT_LEFT, 0, 16, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.save, 1, Qt.AlignmentFlag.AlignLeft)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What the line says is wrong; empty when nothing is."""
        return "" if self.isHidden() or self._words.isHidden() else self._words.text()

    def offer(self, query: str) -> None:
        """Offer to keep ``query``, which is one."""
        self._query = query
        self._words.hide()
        self.save.show()
        self.show()

    def object_to(self, sentence: str) -> None:
        """Say what is expected of a text that is no query (yet)."""
        self._words.setText(sentence)
        self._words.show()
        self.save.hide()
        self.show()
        announce(self, sentence)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._words.setStyleSheet(f"color: {theme.muted.name()};")

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.save.setText(QCoreApplication.translate("views", "Save as view"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
