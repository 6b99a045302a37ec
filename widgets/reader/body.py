"""The text of a post: Qt's rich text, shut off from files and the network, as high as what it says."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from widgets.reader.dialect import CODE_GROUND, CODE_PADDING, LIST_STEP, QUOTE_STEP, fit_images, sheet
from widgets.reader.pictures import Pictures, fitted
from widgets.theme import Theme

_TALLEST_IMAGE = 560
_UNKNOWN_IMAGE = QSize(320, 120)
_IMAGE_RESOURCE = int(QTextDocument.ResourceType.ImageResource.value)

# Keys that move the page instead of a caret in one post.
_PAGE_KEYS = frozenset(
    {
        Qt.Key.Key_Space,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Escape,
    }
)


_BY_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


class Body(QTextBrowser):
    """One post's text. ``followed`` and ``pointed_at`` carry a link's address, empty when left.

    ``grew(y, pixels)`` tells that something at ``y`` took another height than was kept for it.
    """

    followed = Signal(str)
    pointed_at = Signal(str)
    focus_changed = Signal()
    grew = Signal(int, int)

    def __init__(self, pictures: Pictures, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._theme = theme
        self._html = ""
        self._width = 0
        self._ornaments: list[tuple[QRectF, bool]] | None = None
        self._boxes: dict[str, QSize] = {}
        self.by_keyboard = False
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        self.highlighted.connect(lambda url: self.pointed_at.emit(url.toString()))
        pictures.ready.connect(self._picture_ready)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another look or text size; takes effect with the next ``show_html``."""
        self._theme = theme
        # The application's sheet gives every text field a frame and its own size; a post's text is no field.
        size = theme.font("reading").pixelSize()
        self.setStyleSheet(f"border: none; padding: 0; background: transparent; font-size: {size}px;")
        document = self.document()
        document.setDefaultFont(theme.font("reading"))
        document.setIndentWidth(theme.px(LIST_STEP))
        document.setDefaultStyleSheet(sheet(theme))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def show_html(self, html: str, width: int) -> int:
        """Shows HTML in the dialect of ``sync/markup.py``, ``width`` pixels wide; returns the height."""
        self._html = html
        self._width = width
        self._ornaments = None
        self._boxes = {}
        self.document().clear()
        self.document().setTextWidth(width)
        self.setHtml(fit_images(html, self._fit) if "<img" in html else html)
        return self.height_at(width)

    def height_at(self, width: int) -> int:
        """The height of the text when it is ``width`` pixels wide."""
        if width != self._width and self._boxes:
            return self.show_html(self._html, width)
        self._width = width
        document = self.document()
        if document.textWidth() != width:
            document.setTextWidth(width)
            self._ornaments = None
        return math.ceil(document.size().height())

    def html(self) -> str:
        """The post's HTML as it was given."""
        return self._html

    def selected_text(self) -> str:
        """The selection as plain text with ordinary line ends."""
        return self.textCursor().selection().toPlainText()

    def reload_images(self, keys: frozenset[str]) -> None:
        """Pictures came in that were not here before: show them, and tell what moved."""
        if self._boxes.keys() & keys:
            self._show_again()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Serves pictures by key and a blank one for anything else, so that Qt never opens a file or address.

        Qt goes on to read the name itself as a file when it gets nothing back, so it always gets an image.
        """
        address = name.toString() if isinstance(name, QUrl) else name
        if int(kind) != _IMAGE_RESOURCE or not address.startswith("image:"):
            return _blank(QSize(1, 1), Qt.GlobalColor.transparent)
        key = address.removeprefix("image:")
        size = self._boxes.get(key)
        if size is None:
            return _blank(QSize(1, 1), Qt.GlobalColor.transparent)
        return self._decoded(key, size) or _blank(size, self._theme.sunken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of code and the rules of quotes, then the text."""
        if self._ornaments is None:
            self._ornaments = _ornaments(self.document(), self._theme, self._width)
        if self._ornaments:
            self._paint_ornaments(self._ornaments)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move the page go to the page."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if plain and Qt.Key(event.key()) in _PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, never one post in it."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The post draws a ring around its text when the keyboard came here by the keyboard."""
        self.by_keyboard = event.reason() in _BY_KEYBOARD
        self.focus_changed.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring any more."""
        self.by_keyboard = False
        self.focus_changed.emit()
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No link is pointed at any more."""
        self.pointed_at.emit("")
        super().leaveEvent(event)

    def _fit(self, key: str, told: QSize | None) -> QSize:
        room = QSize(max(self._width, 1), self._theme.px(_TALLEST_IMAGE))
        size = fitted(told or self._pictures.size(key) or _UNKNOWN_IMAGE, room)
        self._boxes[key] = size
        return size

    def _decoded(self, key: str, size: QSize) -> QImage | None:
        if self._pictures.size(key) is None:
            return None
        ratio = self.devicePixelRatioF()
        image = self._pictures.image(key, size * ratio)
        if image is None:
            return None
        image = QImage(image)
        image.setDevicePixelRatio(ratio)
        return image

    def _picture_ready(self, key: str) -> None:
        if key not in self._boxes:
            return
        image = self._decoded(key, self._boxes[key])
        if image is not None:
            self.document().addResource(_IMAGE_RESOURCE, QUrl(f"image:{key}"), image)
            self.viewport().update()

    def _show_again(self) -> None:
        before, place = self.height_at(self._width), self._first_image_top()
        after = self.show_html(self._html, self._width)
        if after != before:
            self.grew.emit(place, after - before)

    def _first_image_top(self) -> int:
        block = self.document().begin()
        while block.isValid():
            if "\ufffc" in block.text():
                return int(self.document().documentLayout().blockBoundingRect(block).top())
            block = block.next()
        return 0

    def _paint_ornaments(self, ornaments: list[tuple[QRectF, bool]]) -> None:
        theme = self._theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, code in ornaments:
            painter.setBrush(theme.sunken if code else theme.quiet)
            radius = theme.px(8) if code else 1.5
            painter.drawRoundedRect(rect, radius, radius)
        painter.end()


def _blank(size: QSize, colour: QColor | Qt.GlobalColor) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    return image


def _ornaments(document: QTextDocument, theme: Theme, width: int) -> list[tuple[QRectF, bool]]:
    """The rules of quotes, and the grounds of code (``True``), as they lie behind the text."""
    quotes: dict[int, QRectF] = {}
    code: QRectF | None = None
    found: list[tuple[QRectF, bool]] = []
    step, pad = theme.px(QUOTE_STEP), theme.px(CODE_PADDING)
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        is_code = shape.lineHeightType() == fixed
        inset = int(shape.leftMargin()) - (pad if is_code else 0)
        area = _lines(block)
        if is_code:
            ground = QRectF(inset, area.top() - CODE_GROUND, width - inset, area.height() + 2 * CODE_GROUND)
            joined = code is not None and shape.topMargin() == 0
            code = code.united(ground) if code is not None and joined else ground
            if joined:
                found.pop()
            found.append((code, True))
        else:
            code = None
        for level in [level for level in quotes if level >= inset // step]:
            found.append((quotes.pop(level), False))
        for level in range(inset // step):
            rule = QRectF(level * step, area.top(), 3, area.height())
            quotes[level] = quotes[level].united(rule) if level in quotes else rule
        block = block.next()
    return sorted(found + [(rule, False) for rule in quotes.values()], key=lambda item: not item[1])


def _lines(block: QTextBlock) -> QRectF:
    """Where the lines of a block are, with their line height."""
    layout = block.layout()
    top = layout.position().y()
    if not layout.lineCount():
        return QRectF(0, top, 0, 0)
    last = layout.lineAt(layout.lineCount() - 1)
    return QRectF(0, top, last.rect().width(), last.y() + last.height())
