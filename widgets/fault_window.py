"""The window for when the cache cannot be opened: what is wrong, what was kept, and a way to try again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.sentences import Sentence
from widgets.banner import Banner
from widgets.theme import Theme

_WIDTH = 520


class FaultWindow(QMainWindow):
    """Shows one sentence. ``retry_wanted()`` asks to open the profile again."""

    retry_wanted = Signal()

    def __init__(self, sentence: Sentence, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Stamtafel")
        self.banner = Banner(theme)
        self.banner.setFixedWidth(theme.px(_WIDTH))
        translate = QCoreApplication.translate
        self.banner.show_sentence(
            sentence,
            [
                (translate("fault", "Try again"), self.retry_wanted.emit),
                (translate("fault", "Close"), self._leave),
            ],
        )
        central = QWidget()
        column = QVBoxLayout(central)
        column.addStretch(2)
        column.addWidget(self.banner, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setCentralWidget(central)
        self.resize(theme.px(880), theme.px(560))

    def _leave(self) -> None:
        self.close()
