"""The line under the timeline that says how much the rules hide, one click from showing it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from widgets.filters.controls import label, link
from widgets.icons import pixmap
from widgets.theme import Theme

translate = QCoreApplication.translate


class HiddenFooter(QWidget):
    """Says how many topics are hidden. ``toggled(shown)`` when the member wants to see them, or no longer."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics = self._rules = 0
        self._shown = False
        self._sign, self._words, self._dot = label(), label(role="meta"), label("·", "meta")
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.button = link(self._toggle)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        for widget in (self._sign, self._words, self._dot, self.button):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What the line says; empty when it is not there."""
        return "" if self.isHidden() else self._words.text()

    def show_hidden(self, topics: int, rules: int, *, shown: bool) -> None:
        """Say that ``rules`` rules hide ``topics`` topics, which are ``shown`` now or not."""
        self._topics, self._rules, self._shown = topics, rules, shown
        self.retranslate()
        self.setVisible(topics > 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._row.setContentsMargins(theme.px(32), 0, theme.px(16), 0)
        self.setMinimumHeight(theme.px(32))
        self._sign.setPixmap(pixmap("eye-off", theme.px(16), theme.muted, self.devicePixelRatioF()))
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if self._topics == 1:
            words = translate("rules", "1 hidden by a rule")
        elif self._rules == 1:
            words = translate("rules", "{0} hidden by 1 rule").format(self._topics)
        else:
            words = translate("rules", "{0} hidden by {1} rules").format(self._topics, self._rules)
        self._words.setText(words)
        self.button.setText(translate("rules", "Hide again") if self._shown else translate("rules", "Show"))
        self.button.setAccessibleName(f"{words}: {self.button.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)
        painter.fillRect(0, 0, self.width(), 1, self._theme.line)

    def _toggle(self) -> None:
        self._shown = not self._shown
        self.retranslate()
        self.toggled.emit(self._shown)
