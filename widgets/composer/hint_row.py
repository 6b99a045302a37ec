"""One calm line with at most one action: a hint on the title, or a link that was copied."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from widgets.drawing import Drawing
from widgets.filters.controls import link
from widgets.icons import pixmap
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.language import Language
    from app.titles import Hint

translate = QCoreApplication.translate

_ICON = 16


class HintRow(QWidget):
    """One line with at most one action. ``wanted(str)``: what it proposes."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._proposal, self._drawing_name = "", "lightbulb"
        self._theme = theme
        self._drawing = Drawing()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.act: QPushButton = link(self._take)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)
        self.set_theme(theme)
        self.hide()

    @property
    def proposal(self) -> str:
        """What a click takes over; empty when there is nothing to take."""
        return self._proposal

    @property
    def text(self) -> str:
        """The sentence of the hint, empty when none is shown."""
        return "" if self.isHidden() else self.accessibleName()

    def show_hint(self, hint: Hint | None, language: Language) -> None:
        """Show this hint, or none."""
        if hint is None:
            self.clear()
            return
        sentence, proposal = hint.text.say(language), hint.suggestion or ""
        if hint.code == "question-mark" and proposal:
            asked = translate("composer", "Ask it as a question: “{0}”").format(proposal)
            self.show_line(asked, proposal, translate("composer", "Take over"))
        else:
            self.show_line(sentence, proposal, translate("composer", "Replace"))

    def show_line(self, sentence: str, proposal: str, action: str, drawing: str = "lightbulb") -> None:
        """Show a sentence; ``action`` names what takes the proposal over, when there is one."""
        self._proposal, self._drawing_name = proposal, drawing
        self.setAccessibleName(sentence)
        self._words.setText(_bold(sentence, proposal))
        self.act.setVisible(bool(proposal))
        self.act.setText(action)
        self.act.setAccessibleDescription(sentence)
        # What looks like markup in it is no markup.
        self.act.setToolTip(f"<span>{escape(proposal)}</span>")
        self._draw()
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._proposal = ""
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self._row.setContentsMargins(0, px(3), 0, px(3))
        self._row.setSpacing(px(10))
        self._words.setFont(theme.font("dense"))
        self._words.setMinimumHeight(px(20))
        self._drawing.setContentsMargins(px(1), px(2), 0, 0)
        self._draw()

    def _draw(self) -> None:
        size, ink = self._theme.px(_ICON), self._theme.warning
        if self._drawing_name != "lightbulb":
            ink = self._theme.muted
        self._drawing.show_pixmap(pixmap(self._drawing_name, size, ink, self.devicePixelRatioF()))

    def _take(self) -> None:
        if self._proposal:
            self.wanted.emit(self._proposal)


def _bold(sentence: str, suggestion: str | None) -> str:
    """The sentence as rich text, with what it proposes in bold."""
    if not suggestion or suggestion not in sentence:
        return escape(sentence)
    before, _, after = sentence.partition(suggestion)
    return f"{escape(before)}<b>{escape(suggestion)}</b>{escape(after)}"
