"""A calm banner above the timeline: what happened, what was kept, what can be done, and details on demand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.sentences import Sentence
from widgets.announcing import announce
from widgets.icons import pixmap
from widgets.painting import paint_block
from widgets.style import mark
from widgets.theme import Theme

Tone = Literal["quiet", "warning", "danger"]

_ICONS = {"quiet": "cloud-off", "warning": "triangle-alert", "danger": "triangle-alert"}


_LEFT = 12
_ICON = 18


class Banner(QWidget):
    """Shows one sentence with its actions; server text in it is plain text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._theme = theme
        self._tone: Tone = "quiet"
        self._title, self._text, self._details = QLabel(), QLabel(), QLabel()
        for label in (self._title, self._text, self._details):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._more = QPushButton()
        mark(self._more, "quiet")
        self._more.setProperty("inline", True)
        self._more.clicked.connect(self._toggle)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(16)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addSpacing(4)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self._details)
        self.hide()

    def show_sentence(
        self, sentence: Sentence, actions: list[tuple[str, Callable[[], None]]], tone: Tone = "danger"
    ) -> None:
        """Show ``sentence`` with buttons for ``actions``; the same sentence again is not announced twice."""
        again = self.isVisible() and self._title.text() == sentence.title
        self._tone = tone
        self._title.setText(sentence.title)
        self._text.setText(sentence.text)
        self._text.setVisible(bool(sentence.text))
        self._details.setText(sentence.details)
        self._details.hide()
        self._fill_buttons(actions, bool(sentence.details))
        self.set_theme(self._theme)
        self.show()
        if not again:
            words = f"{sentence.title.rstrip('.')}. {sentence.text}".strip()
            self.setAccessibleName(words)
            announce(self, words)

    def show_details(self, shown: bool = True) -> None:
        """Show the facts behind the sentence, or hide them again."""
        self._details.setVisible(shown)
        self._name_more()

    @property
    def title(self) -> str:
        """The title that is shown now; empty when the banner is hidden."""
        return "" if self.isHidden() else self._title.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._column.setContentsMargins(_LEFT + theme.px(_ICON) + _LEFT, 10, 12, 8)
        # One quiet line needs no heading.
        self._title.setFont(theme.font("body", 600 if self._text.text() else 400))
        self._text.setFont(theme.font("body"))
        self._details.setFont(theme.font("code"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded soft fill; in high contrast an outline."""
        theme = self._theme
        fill = {"quiet": theme.sunken, "warning": theme.warning_soft, "danger": theme.danger_soft}[self._tone]
        painter = QPainter(self)
        paint_block(painter, self.rect().adjusted(0, 0, -1, -1), fill, theme)
        ink = {"quiet": theme.muted, "warning": theme.warning, "danger": theme.danger}[self._tone]
        drawing = pixmap(_ICONS[self._tone], theme.px(_ICON), ink, self.devicePixelRatioF())
        painter.drawPixmap(_LEFT, 10 + theme.px(1), drawing)

    def _fill_buttons(self, actions: list[tuple[str, Callable[[], None]]], with_details: bool) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._more:
                widget.hide()
                widget.deleteLater()
        for name, do in actions:
            button = QPushButton(name)
            mark(button, "quiet")
            button.setProperty("inline", True)
            button.clicked.connect(do)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._more)
        self._more.setVisible(with_details)
        self._name_more()

    def _toggle(self) -> None:
        self.show_details(not self._details.isVisibleTo(self))

    def _name_more(self) -> None:
        shown = self._details.isVisibleTo(self)
        self._more.setText(
            QCoreApplication.translate("banner", "Less")
            if shown
            else QCoreApplication.translate("banner", "Details")
        )
