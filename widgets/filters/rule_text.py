"""The rule as text under its heading, with whether it can be read, and what is wrong when it cannot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.filters.query_error import QueryError
from widgets.filters.controls import label
from widgets.filters.text_editor import Complete, TextEditor
from widgets.icons import pixmap
from widgets.theme import Theme

translate = QCoreApplication.translate


class RuleText(QWidget):
    """``editor`` holds the text; ``show_state`` says how it stands with it."""

    def __init__(self, theme: Theme, complete: Complete, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wrong: QueryError | None = None
        self._says = False
        self.editor = TextEditor(theme, complete)
        self._heading, self._state, self._sign = label(role="list-heading"), label(role="dense"), label()
        self._error = label(role="danger")
        self._error.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._sign)
        head.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addWidget(self._error)
        self.retranslate()

    @property
    def error(self) -> str:
        """What is wrong with the text, in words; empty when nothing is."""
        return self._error.text()

    def show_state(self, wrong: QueryError | None, words: str, *, says: bool) -> None:
        """Say that the text is right, or ``words`` about what is wrong; ``says``: it has a condition."""
        self._wrong, self._says = wrong, says
        self._error.setText(words)
        self._error.setVisible(wrong is not None)
        if wrong is None:
            self.editor.underline(None)
        else:
            self.editor.underline(wrong.position, wrong.length)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.editor.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        theme = self._theme
        self._heading.setText(translate("rules", "The same rule as text"))
        if self._wrong is not None:
            words, ink, drawing = translate("rules", "Not right yet"), theme.danger, "triangle-alert"
        elif self._says:
            words, ink, drawing = translate("rules", "This is right"), theme.positive, "check"
        else:
            words, ink, drawing = translate("rules", "No condition yet"), theme.muted, "minus"
        self._state.setText(words)
        self._state.setStyleSheet(f"color: {ink.name()};")
        self._sign.setPixmap(pixmap(drawing, theme.px(16), ink, self.devicePixelRatioF()))
        self.editor.setAccessibleDescription(self._error.text() or words)
