"""What the reader shows when no topic is open, or when one could not be shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from widgets.drawing import Drawing
from widgets.icons import pixmap
from widgets.style import mark
from widgets.theme import Theme

translate = QCoreApplication.translate


class Empty(QWidget):
    """An icon, a title and a line of help, calmly in the middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Drawing(self)
        self._title = QLabel(self)
        self._help = QLabel(self)
        self._drawing = "text-align-start"
        mark(self._title, "section-title")
        mark(self._help, "muted")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon)
        for label in (self._title, self._help):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self._help.setWordWrap(True)
        column.addStretch(3)
        self.set_theme(theme)

    def tell_nothing_open(self) -> None:
        """No topic is chosen."""
        title = translate("reader", "Choose a topic to read")
        self.tell("text-align-start", title, translate("reader", "Press Enter on a topic, or click it."))

    def tell_absent(self) -> None:
        """The topic is not in the cache."""
        title = translate("reader", "This topic is not here")
        self.tell("cloud-off", title, translate("reader", "It was removed, or it is not yet fetched."))

    def tell_failed(self, error: Exception) -> None:
        """The cache could not be read."""
        title = translate("reader", "This topic could not be read from the cache")
        self.tell("triangle-alert", title, type(error).__name__)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        self._icon.show_pixmap(pixmap(self._drawing, theme.px(24), theme.muted, self.devicePixelRatioF()))

    def tell(self, drawing: str, title: str, text: str) -> None:
        """Another icon, title and line."""
        self._drawing = drawing
        self._title.setText(title)
        self._help.setText(text)
        self.set_theme(self._theme)
