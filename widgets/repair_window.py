"""The window while a damaged cache is put in order: what happened, what is kept, and that it goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.sentences import Sentence
from widgets.appearance import Appearance
from widgets.background import Background
from widgets.centred import Centred, resize_within_screen
from widgets.style import mark
from widgets.theme import Theme

_WIDTH = 440
# The work may not be cut off half way; so much patience is more than any cache needs.
_PATIENCE_SECONDS = 1800.0


class RepairWindow(QMainWindow):
    """Calls ``mend()`` in the background: ``mended()`` when it is done, ``failed(Exception)`` when it fails.

    ``sentence()`` gives the words in the language of the moment. Closing the window hides it; the work is
    finished first.
    """

    mended = Signal()
    failed = Signal(object)

    def __init__(
        self, mend: Callable[[], None], sentence: Callable[[], Sentence], appearance: Appearance
    ) -> None:
        super().__init__()
        self.setWindowTitle("Stamtafel")
        self._sentence = sentence
        self._background = Background(self)
        self._column = QWidget()
        self._title, self._text, self._close = QLabel(), QLabel(), QPushButton()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._lay_out()
        self.retranslate()
        self.set_theme(appearance.theme)
        appearance.changed.connect(self.set_theme)
        resize_within_screen(self, appearance.theme.px(880), appearance.theme.px(560))
        self._close.clicked.connect(self.close)
        self._background.run(mend, self._done, self.failed.emit)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._column.setMaximumWidth(theme.px(_WIDTH))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        sentence = self._sentence()
        self._title.setText(sentence.title)
        self._text.setText(sentence.text)
        self._progress.setAccessibleName(sentence.title)
        self._progress.setAccessibleDescription(sentence.text)
        self._close.setText(QCoreApplication.translate("fault", "Close"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Out of sight at once; gone when the work is done."""
        super().closeEvent(event)
        self.hide()
        self._background.close(_PATIENCE_SECONDS)

    def _lay_out(self) -> None:
        mark(self._title, "page-title")
        mark(self._text, "muted")
        mark(self._close, "secondary")
        self._close.setAutoDefault(True)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self._column)
        column.setSpacing(16)
        for widget in (self._title, self._text, self._progress):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._close)
        row.addStretch(1)
        column.addLayout(row)
        self.setCentralWidget(Centred(self._column))

    def _done(self, _nothing: None) -> None:
        self.mended.emit()
