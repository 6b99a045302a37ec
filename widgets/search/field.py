"""The search field: sunken and quiet, with its key shown until it is used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from widgets.icons import icon, pixmap
from widgets.theme import Theme

_ICON = 18
_KEY = 20


class SearchField(QLineEdit):
    """Where one types to search. Down emits ``down``; Escape empties the field, then emits ``left``."""

    down = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._theme = theme
        self._clear = QToolButton(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        edge = theme.text.name() if theme.outlined else theme.sunken.name()
        inner = theme.px(_ICON) + 20
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.sunken.name()}; border: 1px solid {edge};"
            f" border-radius: {theme.px(8)}px; padding: 0 {theme.px(36)}px 0 {inner}px;"
            f" min-height: {theme.px(30)}px; }}"
            f"QLineEdit:focus {{ border: 2px solid {theme.accent.name()}; background: {theme.surface.name()};"
            f" padding: 0 {theme.px(36) - 1}px 0 {inner - 1}px; min-height: {theme.px(28)}px; }}"
        )
        self._clear.setIcon(icon("x", theme.px(16), theme.muted))
        self._clear.setStyleSheet("QToolButton { min-width: 0; min-height: 0; }")

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setPlaceholderText(
            QCoreApplication.translate("search", "Search or filter, for example kind:question")
        )
        self.setAccessibleName(QCoreApplication.translate("search", "Search"))
        self._clear.setAccessibleName(QCoreApplication.translate("search", "Clear the search"))
        self._clear.setToolTip(self._clear.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the results; Escape empties, then leaves."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button to clear at the right."""
        super().resizeEvent(event)
        side = self._theme.px(24)
        self._clear.setGeometry(self.width() - side - 6, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, a magnifier, and the key that leads here."""
        super().paintEvent(event)
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_ICON)
        drawing = pixmap("search", size, theme.muted, self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - size) // 2, drawing)
        if not self.text() and not self.hasFocus():
            self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        theme = self._theme
        side = theme.px(_KEY)
        cap = QRect(self.width() - side - 9, (self.height() - side) // 2, side, side)
        painter.setPen(QPen(theme.quiet, 1))
        painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
        painter.setPen(theme.muted)
        painter.setFont(theme.font("meta"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, "/")
