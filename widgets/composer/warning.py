"""What must be known before something is sent, above the writing: one thing at a time, with its ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.announcing import announce
from widgets.filters.flow import Flow
from widgets.icons import pixmap
from widgets.painting import paint_block
from widgets.style import mark
from widgets.theme import Theme

Tone = Literal["warning", "danger"]
Way = tuple[str, Callable[[], object]]

_LEFT, _ICON = 12, 18


class WarningBlock(QWidget):
    """Says what changed or stands in the way. The first way out is the one most people want."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: Tone = "warning"
        self._drawing = "users"
        self.what = ""
        self._again: Callable[[], object] | None = None
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.buttons: list[QPushButton] = []
        self._row = QWidget()
        self._ways = Flow(self._row)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self._column.addWidget(self._row)
        self.set_theme(theme)
        self.hide()

    def tell(
        self,
        what: str,
        strong: str,
        rest: str,
        ways: Sequence[Way],
        *,
        tone: Tone = "warning",
        drawing: str = "users",
        again: Callable[[], object] | None = None,
    ) -> None:
        """Say ``strong`` and ``rest`` (plain text) with buttons for ``ways``; ``what`` names the matter.

        ``again`` tells the same in the language of then.
        """
        self.what, self._tone, self._drawing, self._again = what, tone, drawing, again
        self._words.setText(f"<b>{escape(strong)}</b> {escape(rest)}")
        self._fill(ways)
        words = f"{strong} {rest}".strip()
        self.setAccessibleName(words)
        self.show()
        self.update()
        announce(self, words)

    def clear(self, what: str = "") -> None:
        """Take it away; with ``what`` only when it is about that."""
        if not what or what == self.what:
            self.what = ""
            self.hide()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        if self.what and self._again is not None:
            self._again()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self._column.setContentsMargins(_LEFT + px(_ICON) + px(8), px(10), px(12), px(10))
        self._column.setSpacing(px(8))
        self._words.setFont(theme.font("body"))
        plain = theme.text.name() if theme.outlined else theme.surface.name()
        self._row.setStyleSheet(f'QPushButton[role="secondary"] {{ background: {plain}; }}')

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft block with an icon."""
        theme = self._theme
        painter = QPainter(self)
        soft, ink = (
            (theme.warning_soft, theme.warning)
            if self._tone == "warning"
            else (theme.danger_soft, theme.danger)
        )
        paint_block(painter, self.rect().adjusted(0, 0, -1, -1), soft, theme)
        drawing = pixmap(self._drawing, theme.px(_ICON), ink, self.devicePixelRatioF())
        painter.drawPixmap(_LEFT, theme.px(11), drawing)

    def _fill(self, ways: Sequence[Way]) -> None:
        for old in self.buttons:
            self._ways.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = []
        for number, (name, do) in enumerate(ways):
            made = QPushButton(name)
            mark(made, "secondary" if number else "primary")
            made.setProperty("small", True)
            made.clicked.connect(lambda _checked=False, do=do: do())
            self._ways.addWidget(made)
            made.show()
            self.buttons.append(made)
        self._row.setVisible(bool(ways))
