"""A file that goes along, as a chip: its name, its size, and a cross."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.composer.filetypes import PICTURES
from widgets.composer.refusals import size_words
from widgets.icons import pixmap
from widgets.painting import LEFT, paint_block
from widgets.plain_text import as_tip
from widgets.theme import Theme

translate = QCoreApplication.translate

_HEIGHT, _LEFT, _GAP, _CROSS, _ICON = 28, 10, 6, 14, 16
_WIDEST_NAME = 240
_TRACK = 2
_TAKES_AWAY = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FileChip(QAbstractButton):
    """One file; a click, Delete or Backspace takes it away. ``address`` is empty until it is kept."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = ""
        self.line = ""
        self._name = name
        self._bytes = 0
        self._share = 0.0
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def show_share(self, share: float) -> None:
        """How far the file is on its way, from 0 to 1."""
        if share != self._share:
            self._share = share
            self.update()

    def show_file(self, name: str, size: int, address: str, line: str) -> None:
        """The file is kept: its size in bytes, its address, and what is written for it below the text."""
        self._name, self._bytes, self.address, self.line = name, size, address, line
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(
            translate("editor", "File {0}, take away").format(f"{self._name} {self._said()}")
        )
        self.setToolTip(as_tip(translate("editor", "Take away {0}").format(self._name)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The icon, the name, the size and the cross on one line, 28 high at 100% text."""
        px, theme = self._theme.px, self._theme
        said = QFontMetrics(theme.font("meta")).horizontalAdvance(self._said())
        width = px(_LEFT) + px(_ICON) + px(_GAP) + self._name_width() + px(_GAP)
        return QSize(width + (said + px(_GAP) if said else 0) + px(_CROSS) + px(8), px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace do what the cross does."""
        if event.key() in _TAKES_AWAY:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sunken chip; while the file is on its way a track along its foot."""
        theme, px, dpr = self._theme, self._theme.px, self.devicePixelRatioF()
        painter = QPainter(self)
        paint_block(painter, self.rect().adjusted(0, 0, -1, -1), theme.sunken, theme)
        ending = self._name.rpartition(".")[2].lower()
        drawing = "image" if ending in PICTURES or (self.address and not self.line) else "file"
        drawn = pixmap(drawing, px(_ICON), theme.muted, dpr)
        painter.drawPixmap(px(_LEFT), (self.height() - px(_ICON)) // 2, drawn)
        room = self.rect().adjusted(px(_LEFT) + px(_ICON) + px(_GAP), 0, 0, 0)
        painter.setFont(theme.font("dense"))
        painter.setPen(theme.text)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, px(_WIDEST_NAME))
        painter.drawText(room, LEFT, name)
        room.setLeft(room.left() + self._name_width() + px(_GAP))
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.muted)
        painter.drawText(room, LEFT, self._said())
        cross = pixmap("x", px(_CROSS), theme.muted, dpr)
        painter.drawPixmap(self.width() - px(8) - px(_CROSS), (self.height() - px(_CROSS)) // 2, cross)
        if not self.address:
            self._paint_track(painter)

    def _paint_track(self, painter: QPainter) -> None:
        theme, left = self._theme, self._theme.px(_LEFT)
        width = float(self.width() - 2 * left)
        track = QRectF(left, self.height() - _TRACK - 2, width, _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.quiet)
        painter.drawRect(track)
        track.setWidth(width * self._share)
        painter.setBrush(theme.accent)
        painter.drawRect(track)

    def _name_width(self) -> int:
        advance = QFontMetrics(self._theme.font("dense")).horizontalAdvance(self._name)
        return min(advance + 1, self._theme.px(_WIDEST_NAME))

    def _said(self) -> str:
        if not self.address:
            return translate("editor", "being added")
        return size_words(self._bytes) if self._bytes else ""
