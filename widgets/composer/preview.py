"""The text as readers will see it, made in the background by the same cleaner, drawn by the same widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from widgets.background import Background
from widgets.delaying import rings_once
from widgets.filters.controls import label
from widgets.plain_text import as_tip
from widgets.reader.body import Body
from widgets.reader.pictures import Pictures
from widgets.theme import Theme

translate = QCoreApplication.translate

# The preview follows when the typing rests; a long text is laid out less often.
_REST_MS = 150
_LONG_REST_MS = 600
_LONG = 8_000


class Preview(QScrollArea):
    """Shows ``render(raw)`` for the newest text that it was given."""

    failed = Signal(object)

    def __init__(
        self,
        background: Background,
        pictures: Pictures,
        theme: Theme,
        render: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._theme = theme
        self.render_ = render
        self._raw = ""
        self._shown: str | None = None
        self._html = ""
        self._body = Body(pictures, theme)
        self._nothing = label("", "muted")
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._body)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._resting = rings_once(self, self._ask)
        self._body.pointed_at.connect(lambda address: self._body.setToolTip(as_tip(address)))
        self._body.grew.connect(lambda _y, _pixels: self._fit())
        self.set_theme(theme)
        self.retranslate()

    @property
    def html(self) -> str:
        """What is shown, in the reader's dialect."""
        return self._html

    def show_text(self, raw: str, *, now: bool = False) -> None:
        """Show another text, once the typing rests or ``now``."""
        self._raw = raw
        if now:
            self._ask()
        else:
            self._resting.start(_LONG_REST_MS if len(raw) > _LONG else _REST_MS)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        edge = theme.text if theme.outlined else theme.line
        self.setStyleSheet(
            f"Preview {{ background: {theme.surface.name()}; border: 1px solid {edge.name()};"
            f" border-radius: {theme.px(10)}px; }}"
            f"Preview:focus {{ border: 2px solid {theme.accent.name()}; }}"
        )
        self._page.setStyleSheet("background: transparent;")
        self.viewport().setAutoFillBackground(False)
        self._column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._body.set_theme(theme)
        self._draw()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(translate("editor", "Preview"))
        self._body.setAccessibleName(translate("editor", "Your text as others will read it"))
        self._nothing.setText(translate("editor", "Nothing to show yet."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text is as wide as the room."""
        super().resizeEvent(event)
        self._fit()

    def _ask(self) -> None:
        self._resting.stop()
        raw = self._raw
        if raw == self._shown:
            return
        render = self.render_
        self._background.run(
            lambda: (raw, render(raw)), self._take, self.failed.emit, key=f"preview-{id(self)}"
        )

    def _take(self, made: tuple[str, str]) -> None:
        self._shown, self._html = made
        self._draw()

    def _draw(self) -> None:
        self._nothing.setVisible(not self._html)
        self._body.setVisible(bool(self._html))
        width = self._width()
        self._body.setFixedSize(width, self._body.show_html(self._html, width))

    def _fit(self) -> None:
        width = self._width()
        self._body.setFixedSize(width, self._body.height_at(width))

    def _width(self) -> int:
        margins = self._column.contentsMargins()
        return max(self.viewport().width() - margins.left() - margins.right(), 1)
