"""A search field over a list: a magnifier before what is typed; Escape empties it first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.icons import pixmap
from widgets.theme import Theme

_ICON = 16
_LEFT, _SMALL_LEFT = 10, 12


class FindField(QLineEdit):
    """Where one types to find someone or something in a list.

    ``sunken`` where the field stands on the surface, else outlined; ``small`` where it is part of a panel.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, sunken: bool = False, small: bool = False
    ) -> None:
        super().__init__(parent)
        self._sunken, self._small = sunken, small
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size."""
        self._theme = theme
        if self._small:
            self.setStyleSheet(self._small_sheet())
            return
        self.setTextMargins(theme.px(24), 0, 0, 0)
        if self._sunken:
            edge = theme.text if theme.outlined else theme.sunken
            self.setStyleSheet(
                f"QLineEdit {{ background: {theme.sunken.name()}; border: 1px solid {edge.name()}; }}"
                f"QLineEdit:focus {{ background: {theme.surface.name()};"
                f" border: 2px solid {theme.accent.name()}; }}"
            )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field; in an empty one it means what it means around it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field and the magnifier."""
        super().paintEvent(event)
        size = self._theme.px(_ICON)
        left = _SMALL_LEFT if self._small else self._theme.px(_LEFT)
        drawing = pixmap("search", size, self._theme.muted, self.devicePixelRatioF())
        QPainter(self).drawPixmap(left, (self.height() - size) // 2, drawing)

    def _small_sheet(self) -> str:
        theme = self._theme
        inner = theme.px(_ICON) + _SMALL_LEFT + 8
        outlined = theme.outlined or not self._sunken
        edge = (theme.control if outlined else theme.sunken).name()
        fill = (theme.sunken if self._sunken else theme.surface).name()
        return (
            f"QLineEdit {{ background: {fill}; border: 1px solid {edge}; border-radius: {theme.px(8)}px;"
            f" padding: 0 9px 0 {inner}px; min-height: {theme.px(30)}px;"
            f" font-size: {theme.font('dense').pixelSize()}px; }}"
            f"QLineEdit:focus {{ border: 2px solid {theme.accent.name()};"
            f" padding: 0 8px 0 {inner - 1}px; min-height: {theme.px(28)}px; }}"
        )
