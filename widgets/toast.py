"""A short message at the bottom of the window that can be undone, and leaves by itself after ten seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from widgets.announcing import announce
from widgets.theme import Theme

STAYS_SECONDS = 10


class Toast(QWidget):
    """One message at a time, over the bottom of ``window``; a screen reader hears it at once."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self._window = window
        self._theme = theme
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._left = QLabel()
        self._button = QPushButton()
        self._button.setFlat(True)
        self._button.clicked.connect(self.act)
        self._action: Callable[[], None] | None = None
        self._seconds = 0
        self._patient = True
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._left)
        row.addWidget(self._button)
        window.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def show_message(
        self,
        text: str,
        action: str = "",
        do: Callable[[], None] | None = None,
        *,
        seconds: int = STAYS_SECONDS,
        patient: bool = True,
    ) -> None:
        """Show plain ``text``; ``action`` names a button that calls ``do``.

        A ``patient`` one stays as long as someone points at it or has the keyboard on its button; one that
        is not goes when its time is over, because then the action is no longer possible.
        """
        self._words.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._left.setVisible(bool(action))
        self._action = do
        self._seconds = seconds
        self._patient = patient
        self._tell_left()
        self.setAccessibleName(text)
        self._clock.start()
        self._place()
        self.show()
        self.raise_()
        announce(self, f"{text} {action}".strip())

    def dismiss(self) -> None:
        """Take the message away."""
        self._clock.stop()
        self._action = None
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown now; empty when none is."""
        return self._words.text() if self.isVisible() else ""

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        for label, font in (
            (self._words, theme.font("body")),
            (self._left, theme.font("meta", tabular=True)),
        ):
            label.setFont(font)
            label.setStyleSheet(f"color: {theme.toast_text.name()}; background: transparent;")
        self._button.setStyleSheet(
            f"QPushButton {{ color: {theme.toast_action.name()}; background: transparent; border: none;"
            f" padding: 0; font-weight: 600; font-size: {theme.font('body').pixelSize()}px; }}"
            f"QPushButton:focus {{ text-decoration: underline; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom as the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded bar in the inverted colours, with a line that suffices without a shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.toast)
        painter.setPen(QColor(self._theme.toast_text) if self._theme.outlined else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), self._theme.px(8), self._theme.px(8))

    def _place(self) -> None:
        room = self._window.width() - 32
        width = min(max(self._theme.px(400), self.sizeHint().width()), room)
        height = self._theme.px(44)
        left = (self._window.width() - width) // 2
        self.setGeometry(QRect(left, self._window.height() - height - self._theme.px(28) - 16, width, height))

    def _tick(self) -> None:
        # Who points at it, or has the keyboard on its button, is not done with it.
        if self._patient and (self.underMouse() or self._button.hasFocus()):
            return
        self._seconds -= 1
        self._tell_left()
        if self._seconds <= 0:
            self.dismiss()

    def _tell_left(self) -> None:
        words = QCoreApplication.translate("toast", "{0} s left")
        self._left.setText(words.format(self._seconds))

    def act(self) -> None:
        """Do what the button offers."""
        action = self._action
        self.dismiss()
        if action is not None:
            action()
