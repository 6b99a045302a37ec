"""The title of what is shared, in one sentence, with calm hints below it that never stand in the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.composer.hint_row import HintRow
from widgets.composer.time_spent import TypingTime
from widgets.filters.controls import label
from widgets.style import mark
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.language import Language
    from app.titles import Hint

MOST_HINTS = 3
LONGEST = 1000


class TitleField(QWidget):
    """A label, the field, and up to three hints. ``changed()`` after each change; ``done()`` on Enter."""

    changed = Signal()
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label(role="list-heading")
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST)
        mark(self.edit, "title-field")
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.typing = TypingTime()
        self.hints = [HintRow(theme) for _ in range(MOST_HINTS)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(self.edit)
        for row in self.hints:
            row.wanted.connect(self.take_over)
            self._column.addWidget(row)
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        self.edit.textEdited.connect(lambda _text: self.typing.note_key())
        self.edit.returnPressed.connect(self.done)
        self.set_theme(theme)

    def text(self) -> str:
        """The title as it stands."""
        return self.edit.text()

    def show_text(self, title: str) -> None:
        """Put a title in, as of a draft; says nothing."""
        self.edit.blockSignals(True)
        self.edit.setText(title)
        self.edit.blockSignals(False)
        self.show_hints([], "en")

    def take_over(self, title: str) -> None:
        """Put a proposed title in the place of what stands there; undo brings that back."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()
        self.edit.insert(title)

    def name(self, words: str, example: str) -> None:
        """What the title of this kind is called, and one to show in the empty field."""
        self.label.setText(words)
        self.edit.setAccessibleName(words)
        self.edit.setPlaceholderText(example)

    def show_hints(self, hints: Sequence[Hint], language: Language) -> None:
        """Show these hints below the field; they are read out with it."""
        for number, row in enumerate(self.hints):
            row.show_hint(hints[number] if number < len(hints) else None, language)
        self.edit.setAccessibleDescription(" ".join(hint.text.say(language) for hint in hints[:MOST_HINTS]))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._column.setSpacing(theme.px(6))
        # What a style sheet says of weight does not reach what is typed.
        self.edit.setFont(theme.font("title", 600))
        self.edit.setTextMargins(theme.px(5), 0, theme.px(5), 0)
        for row in self.hints:
            row.set_theme(theme)
