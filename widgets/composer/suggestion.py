"""The group that fits best by what its people write about, with the reason, and other groups that may fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.filters.controls import label, link
from widgets.filters.flow import Flow
from widgets.style import mark
from widgets.theme import Theme

if TYPE_CHECKING:
    from app.composer.suggest import Suggestion

translate = QCoreApplication.translate

_MOST_WORDS = 3
_MOST_GROUPS = 3


class SuggestionNote(QWidget):
    """Says which group is suggested and why. ``picked(int)`` when the member takes one."""

    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: Sequence[Suggestion] = ()
        self._chosen: int | None = None
        self._reason = QLabel()
        self._reason.setTextFormat(Qt.TextFormat.RichText)
        self._reason.setWordWrap(True)
        self._reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        mark(self._reason, "meta")
        self._also = label(role="meta")
        self.buttons: list[QPushButton] = []
        self._row = QWidget()
        self._flow = Flow(self._row, gap=6)
        self._flow.addWidget(self._also)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._reason)
        column.addWidget(self._row)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, in plain words."""
        return "" if self.isHidden() else self.accessibleName()

    def show_suggestions(self, found: Sequence[Suggestion], chosen: int | None) -> None:
        """Show what was found, beside the group that is chosen now."""
        if (list(found), chosen) == (list(self._found), self._chosen) and not self.isHidden():
            return
        self._found, self._chosen = found, chosen
        self.setVisible(bool(found))
        if found:
            self._say(found[0])
            others = found[1:] if found[0].group_id == chosen else found
            self._offer([one for one in others if one.group_id != chosen][:_MOST_GROUPS], chosen)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._again()

    def retranslate(self) -> None:
        """The words, in the language of now."""
        self._again()

    def _again(self) -> None:
        found, self._found = self._found, ()
        self.show_suggestions(found, self._chosen)

    def _say(self, best: Suggestion) -> None:
        chosen = best.group_id == self._chosen
        words = [str(word) for word in best.words[:_MOST_WORDS]]
        if chosen:
            plain = translate("composer", "{suggested} because people here often write about {words}.")
        else:
            plain = translate("composer", "{suggested}: {group}, where people often write about {words}.")
        named = translate("composer", "Suggested")
        self.setAccessibleName(plain.format(suggested=named, group=best.name, words=joined(words)))
        ink, accent = self._theme.text.name(), self._theme.accent.name()
        marked = joined([f'<span style="color: {ink}">{escape(word)}</span>' for word in words])
        self._reason.setText(
            escape(plain, quote=False).format(
                suggested=f'<b style="color: {accent}">{escape(named)}</b>',
                group=f'<b style="color: {ink}">{escape(best.name)}</b>',
                words=marked,
            )
        )

    def _offer(self, others: Sequence[Suggestion], chosen: int | None) -> None:
        for old in self.buttons:
            self._flow.drop(old)
        self.buttons = []
        self._row.setVisible(bool(others))
        best = self._found[0]
        self._also.setText(
            translate("composer", "Also possible:")
            if best.group_id == chosen
            else translate("composer", "Choose:")
        )
        for one in others:
            made = link(partial(self.picked.emit, one.group_id))
            made.setText(one.name)
            made.setAccessibleName(translate("composer", "Choose the group {0}").format(one.name))
            made.setStyleSheet(
                f"QPushButton {{ font-size: {self._theme.font('meta').pixelSize()}px;"
                f" min-height: {self._theme.px(18)}px; }}"
            )
            self._flow.addWidget(made)
            made.show()
            self.buttons.append(made)


def joined(words: Sequence[str]) -> str:
    """Words as one reads them: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return translate("composer", "{0} and {1}").format(", ".join(words[:-1]), words[-1])
