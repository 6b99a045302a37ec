"""The line at the bottom: online or not, when the cache was last brought up to date, and work under way."""

from __future__ import annotations

import time
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from widgets import wording
from widgets.icons import pixmap
from widgets.style import mark
from widgets.theme import Theme

Phase = Literal["idle", "fetching", "offline", "waiting", "failed"]

_ICONS = {
    "idle": "cloud",
    "fetching": "refresh-cw",
    "offline": "cloud-off",
    "waiting": "clock",
    "failed": "triangle-alert",
}
_MARGIN = 16
_ICON = 16


class Status(NamedTuple):
    """What the line says. ``updated`` is the moment of the last good round (ms since 1970)."""

    phase: Phase = "idle"
    updated: int | None = None
    posts: int = 0
    done: int = 0
    total: int | None = None
    wait_seconds: int = 0

    @property
    def in_reach(self) -> bool:
        """Whether the community answers, or is being asked."""
        return self.phase not in ("offline", "failed")


class StatusLine(QWidget):
    """Shows a ``Status``, and what waits in the outbox.

    ``stop_requested``, ``retry_requested`` and ``outbox_wanted`` tell what the member wants.
    """

    stop_requested = Signal()
    retry_requested = Signal()
    outbox_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-line")
        mark(self, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._status = Status()
        self._outbox = (0, 0)
        self._words = QLabel()
        self._hint = QLabel()
        for label in (self._words, self._hint):
            mark(label, "meta")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._stop = _small_button(self.stop_requested)
        self._retry = _small_button(self.retry_requested)
        self._waiting = _small_button(self.outbox_wanted)
        row = QHBoxLayout(self)
        row.setSpacing(12)
        for widget in (self._words, self._progress, self._stop, self._retry):
            row.addWidget(widget)
        row.insertWidget(1, self._waiting)
        row.addStretch(1)
        row.addWidget(self._hint)
        self._hint.hide()
        self.set_theme(theme)

    @property
    def status(self) -> Status:
        """What the line says now."""
        return self._status

    def show_status(self, status: Status) -> None:
        """Say ``status`` from now on."""
        self._status = status
        self._say()

    def show_outbox(self, waiting: int, needs_you: int) -> None:
        """Say how many contributions still wait, and how many came back or are held for the member."""
        self._outbox = (waiting, needs_you)
        self._say()

    def hint(self, text: str) -> None:
        """Show a passing text at the right, such as the address of a link under the pointer."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.setFixedHeight(theme.px(28))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(_MARGIN + theme.px(_ICON) + 8, 0, _MARGIN, 0)
        self._progress.setFixedWidth(theme.px(120))
        self._say()

    def words(self) -> str:
        """The whole line as one sentence, as it is read out."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing of the state, and a hairline above the line."""
        super().paintEvent(event)
        theme, phase = self._theme, self._status.phase
        painter = QPainter(self)
        painter.setPen(theme.line)
        painter.drawLine(0, 0, self.width(), 0)
        size = theme.px(_ICON)
        colour = theme.danger if phase == "failed" else theme.muted
        drawing = pixmap(_ICONS[phase], size, colour, self.devicePixelRatioF())
        painter.drawPixmap(_MARGIN, (self.height() - size) // 2, drawing)

    def _say(self) -> None:
        translate = QCoreApplication.translate
        status = self._status
        self.update()
        self._words.setText(" · ".join(part for part in (self._first(), self._updated()) if part))
        self.setAccessibleName(self._words.text())
        fetching = status.phase == "fetching"
        self._progress.setVisible(fetching and status.posts > 0)
        self._progress.setRange(0, status.total or 0)
        self._progress.setValue(min(status.done, status.total or 0))
        self._progress.setAccessibleName(translate("status", "Progress of fetching"))
        self._stop.setText(translate("status", "Stop"))
        self._stop.setVisible(fetching)
        self._waiting.setText(self._in_outbox())
        self._waiting.setVisible(any(self._outbox))
        self._retry.setText(translate("status", "Try now"))
        self._retry.setVisible(status.phase in ("failed", "offline", "waiting"))

    def _first(self) -> str:
        translate = QCoreApplication.translate
        status = self._status
        if status.phase == "offline":
            return translate("status", "Offline")
        if status.phase == "failed":
            return translate("status", "Not connected")
        if status.phase == "waiting":
            words = translate("status", "Waiting {0} s, as the community asks")
            return words.format(status.wait_seconds)
        if status.phase == "fetching":
            if status.posts:
                return translate("status", "Fetching: {0} new").format(status.posts)
            return translate("status", "Looking for news")
        return translate("status", "Online")

    def _in_outbox(self) -> str:
        translate = QCoreApplication.translate
        waiting, needs_you = self._outbox
        parts = []
        if waiting == 1:
            parts.append(translate("status", "1 contribution waits"))
        elif waiting:
            parts.append(translate("status", "{0} contributions wait").format(waiting))
        if needs_you == 1:
            parts.append(translate("status", "1 needs you"))
        elif needs_you:
            parts.append(translate("status", "{0} need you").format(needs_you))
        return " · ".join(parts)

    def _updated(self) -> str:
        if self._status.updated is None:
            return ""
        moment = wording.moment(self._status.updated, time.time_ns() // 1_000_000)
        return QCoreApplication.translate("status", "updated {time}").format(time=moment)


def _small_button(signal: object) -> QPushButton:
    button = QPushButton()
    mark(button, "quiet")
    button.setProperty("small", True)
    button.setProperty("inline", True)
    button.clicked.connect(signal)
    return button
