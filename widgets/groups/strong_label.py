"""Labels of running text of which the first words stand out."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy

from widgets.fonts import StyleName
from widgets.theme import Theme


class StrongLabel(QLabel):
    """A sentence that wraps, of which ``strong`` words stand out; both are plain text from anywhere."""

    def __init__(self, style: StyleName) -> None:
        super().__init__()
        self._style_name = style
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def tell(
        self, strong: str, rest: str, theme: Theme, colour: QColor | None = None, between: str = " "
    ) -> None:
        """Say ``strong``, in ``colour`` if given, then ``rest``."""
        ink = (colour or theme.text).name()
        line, size = theme.line_height(self._style_name), theme.font(self._style_name).pixelSize()
        self.setText(
            f'<p style="margin: 0; line-height: {line}px; font-size: {size}px; color: {theme.text.name()}">'
            f'<span style="font-weight: 600; color: {ink}">{escape(strong)}</span>'
            f"{escape(between)}{escape(rest)}</p>"
        )
        self.setAccessibleName(f"{strong}{between}{rest}")
