"""The rule as text: coloured as the language reads it, the place of a mistake underlined, words offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.filters.spans import Span, SpanKind, spans
from widgets.filters.completing import Completing, Offer
from widgets.theme import Theme

translate = QCoreApplication.translate

_OF_THE_LIST = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
)
_LEAST_LINES, _MOST_LINES = 2, 8


class TextOffer(NamedTuple):
    """A completion: what replaces the text from ``start`` to the cursor, and how it is offered."""

    start: int
    offer: Offer


Complete: TypeAlias = Callable[[str, int], Sequence[TextOffer]]

# What each kind of span is drawn in: a colour of the theme, and whether bold.
_LOOKS: dict[SpanKind, tuple[str, bool]] = {
    "field": ("accent", True),
    "operator": ("muted", True),
    "number": ("closed", False),
}


class Colours(QSyntaxHighlighter):
    """Colours a document by the spans of the whole text."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._read: tuple[str, Sequence[Span]] = ("", ())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._formats = {}
        for kind, (role, bold) in _LOOKS.items():
            look = QTextCharFormat()
            look.setForeground(getattr(theme, role))
            look.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            self._formats[kind] = look
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        whole = self.document().toPlainText()
        if self._read[0] != whole:
            self._read = (whole, spans(whole))
        begin = self.currentBlock().position()
        for span in self._read[1]:
            look = self._formats.get(span.kind)
            start = max(span.start - begin, 0)
            end = min(span.start + span.length - begin, len(text))
            if look is not None and start < end:
                self.setFormat(start, end - start, look)


class TextEditor(QPlainTextEdit):
    """Edits the text of a rule. ``edited(text)`` while the member types."""

    edited = Signal(str)

    def __init__(self, theme: Theme, complete: Complete, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        self._start = 0
        self._filling = False
        self._mark: tuple[int, int] | None = None
        self._colours = Colours(self.document())
        self.completing = Completing(self, theme, self._put_in)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._changed)
        self.set_theme(theme)
        self.retranslate()

    def show_text(self, text: str) -> None:
        """Show another text, the cursor where it was as far as it can; says nothing."""
        if text == self.toPlainText():
            return
        at = self.textCursor().position()
        self._filling = True
        self.setPlainText(text)
        self._filling = False
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)) if self.hasFocus() else len(text))
        self.setTextCursor(cursor)
        self._fit()

    def underline(self, start: int | None, length: int = 0) -> None:
        """Mark a place as wrong, or nothing with ``None``."""
        self._mark = None if start is None else (start, length)
        self._draw_mark()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        px = theme.px
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.sunken.name()}; border: 1px solid"
            f" {(theme.text if theme.outlined else theme.sunken).name()}; border-radius: {px(10)}px;"
            f" padding: {px(7)}px {px(11)}px; font-family: '{theme.fixed}';"
            f" font-size: {theme.font('code').pixelSize()}px; }}"
            f"QPlainTextEdit:focus {{ border: 2px solid {theme.accent.name()};"
            f" padding: {px(7) - 1}px {px(11) - 1}px; }}"
        )
        self.setFont(theme.font("code"))
        self.completing.set_theme(theme)
        self._colours.set_theme(theme)
        self._draw_mark()
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(translate("rules", "The rule as text"))
        self.setPlaceholderText(translate("rules", "For example: kind:announcement title:newsletter"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Space offers words; with the list open, Enter and Tab belong to the list."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and control:
            self._offer()
            return
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            # The page around it steps back, with everything else that the rule is.
            event.ignore()
            return
        if self.completing.shown and event.key() in _OF_THE_LIST:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _changed(self) -> None:
        self._fit()
        if self._filling:
            return
        self.edited.emit(self.toPlainText())
        if self.hasFocus():
            self._offer()

    def _offer(self) -> None:
        cursor = self.textCursor()
        offers = self._complete(self.toPlainText(), cursor.position())
        if not offers:
            self.completing.close()
            return
        self._start = offers[0].start
        place = self.cursorRect().bottomLeft() + self.viewport().pos() + QPoint(0, 4)
        self.completing.offer([offer.offer for offer in offers], place)

    def _put_in(self, value: str) -> None:
        cursor = self.textCursor()
        end = cursor.position()
        cursor.setPosition(self._start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(value)
        self.setTextCursor(cursor)

    def _draw_mark(self) -> None:
        if self._mark is None:
            self.setExtraSelections([])
            return
        start, length = self._mark
        size = len(self.toPlainText())
        wrong = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        # A place behind the text is shown at its last letter.
        start = min(start, max(size - 1, 0))
        cursor.setPosition(start)
        cursor.setPosition(min(max(start + max(length, 1), start), size), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.danger)
        wrong.cursor, wrong.format = cursor, look
        self.setExtraSelections([wrong])

    def _fit(self) -> None:
        lines = max(1, sum(max(1, block.lineCount()) for block in _blocks(self.document())))
        lines = min(max(lines, _LEAST_LINES), _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._theme.px(16) + 10)


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found: list[QTextBlock] = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
