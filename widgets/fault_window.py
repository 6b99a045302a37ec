"""The window for when there is no other to show: what is wrong, what was kept, and a way to try again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMainWindow

from app.sentences import Sentence
from widgets.banner import Banner
from widgets.centred import Centred, resize_within_screen
from widgets.theme import Theme

_WIDTH = 520


class FaultWindow(QMainWindow):
    """Shows one sentence. ``retry_wanted()`` asks to try once more what did not work."""

    retry_wanted = Signal()

    def __init__(self, sentence: Sentence, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Stamtafel")
        self.banner = Banner(theme)
        translate = QCoreApplication.translate
        self.banner.show_sentence(
            sentence,
            [
                (translate("fault", "Try again"), self.retry_wanted.emit),
                (translate("fault", "Close"), self._leave),
            ],
        )
        self.setCentralWidget(Centred(self.banner))
        self.set_theme(theme)
        resize_within_screen(self, theme.px(880), theme.px(560))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self.banner.set_theme(theme)
        self.banner.setMaximumWidth(theme.px(_WIDTH))

    def _leave(self) -> None:
        self.close()
