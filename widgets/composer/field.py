"""The text field of the editor: plain text, the keys of Markdown, and what is pasted or dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from widgets.composer import marking
from widgets.composer.line_height import Airy
from widgets.composer.marking import Passage
from widgets.composer.pasting import markdown_from
from widgets.composer.time_spent import TypingTime
from widgets.theme import Theme

# How far up the item that another one belongs under is looked for.
_LINES_ABOVE = 200
MOST_PASTED = 1_000_000
"""Characters: more belongs in a file. The community takes far less, but one may want to cut it down here."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TAKES_AWAY = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class MarkdownField(QPlainTextEdit):
    """Edits Markdown as the plain text it is.

    ``edited`` when the text changed by hand; ``send_wanted`` on Ctrl+Enter; ``pasted(text)`` when text was
    pasted or dropped; ``files_given(paths)`` and ``image_given(image)`` when those were; ``too_long(length)``
    for a text that is not taken in.
    """

    edited = Signal()
    send_wanted = Signal()
    pasted = Signal(str)
    files_given = Signal(object)
    image_given = Signal(object)
    too_long = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QTextDocument(self)
        self._airy = Airy(self._sheet, theme.line_height("reading"))
        self._sheet.setDocumentLayout(self._airy)
        self._sheet.setDocumentMargin(0)
        self.setDocument(self._sheet)
        # Without this Qt keeps the focus here, also when the field lets go of it.
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.before_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self.keys_of_tools: Sequence[QKeySequence] = ()
        self.typing = TypingTime()
        self._leaving = False
        self._filling = False
        self._revision = self._sheet.revision()
        self._sheet.contentsChanged.connect(self._changed)

    def set_text(self, text: str) -> None:
        """Show another text, nothing to undo before it; says nothing."""
        self._filling = True
        self.setPlainText(text)
        self._filling = False
        self._revision = self._sheet.revision()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_theme(self, theme: Theme, *, compact: bool) -> None:
        """Draw in another theme from now on; a ``compact`` field has no frame of its own."""
        size = theme.font("reading").pixelSize()
        frame = "border: none; padding: 0; background: transparent;"
        focus = ""
        if not compact:
            frame = (
                f"border: 1px solid {theme.control.name()}; border-radius: {theme.px(10)}px;"
                f" padding: {theme.px(12)}px {theme.px(15)}px; background: {theme.surface.name()};"
            )
            focus = (
                f"MarkdownField:focus {{ border: 2px solid {theme.accent.name()};"
                f" padding: {theme.px(12) - 1}px {theme.px(15) - 1}px; }}"
            )
        self.setStyleSheet(f"MarkdownField {{ {frame} font-size: {size}px; }}{focus}")
        self.setFont(theme.font("reading"))
        self._airy.step = theme.line_height("reading")
        self._sheet.markContentsDirty(0, self._sheet.characterCount())

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return self._sheet.characterCount() - 1

    def passage(self) -> Passage:
        """The whole lines that the selection touches, and the selection in them."""
        cursor = self.textCursor()
        first = self._sheet.findBlock(cursor.selectionStart())
        last = self._sheet.findBlock(cursor.selectionEnd())
        lines = [first.text()]
        block = first
        while block != last:
            block = block.next()
            lines.append(block.text())
        begin = first.position()
        return Passage("\n".join(lines), cursor.selectionStart() - begin, cursor.selectionEnd() - begin)

    def change(self, how: Callable[[Passage], Passage]) -> None:
        """Put what ``how`` makes of the lines of the selection in their place, as one step to undo."""
        before = self.passage()
        after = how(before)
        begin = self._sheet.findBlock(self.textCursor().selectionStart()).position()
        self._replace(begin, before.text, after.text)
        cursor = self.textCursor()
        cursor.setPosition(begin + after.start)
        cursor.setPosition(begin + after.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put(self, text: str, start: int | None = None) -> None:
        """Put text in place of the selection, or of all from ``start`` to the cursor, as one step to undo."""
        cursor = self.textCursor()
        if start is not None:
            end = cursor.position()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def before_cursor(self, most: int = 120) -> str:
        """What stands on the line before the cursor, at most so many characters of it."""
        cursor = self.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()][-most:]

    def event(self, event: QEvent) -> bool:
        """Tab reaches ``keyPressEvent``, and a tool's key the tool, whatever else the system uses it for."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if QKeySequence(event.keyCombination()) in self.keys_of_tools:
                event.ignore()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TABS:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of lists and of the list of names; everything else is typing."""
        key, modifiers = event.key(), event.modifiers()
        if self.isReadOnly() and key not in _TABS:
            super().keyPressEvent(event)
            return
        if event.text() or key in _TAKES_AWAY:
            self.typing.note_key()
        if self.before_key(event):
            return
        leaving, self._leaving = self._leaving, key == Qt.Key.Key_Escape
        if key in _TABS:
            self._tab(event, leaving)
        elif key in _ENTER and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.send_wanted.emit()
        elif key in _ENTER and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self._enter(event)
        elif key == Qt.Key.Key_V and modifiers == _CONTROL_SHIFT:
            self.paste_plain()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Typing with an input method is typing too."""
        self.typing.note_key()
        super().inputMethodEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where one writes stays in sight when what is below the text takes more room."""
        super().resizeEvent(event)
        if self.hasFocus():
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, images and files."""
        return source.hasText() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: files and images are handed over, anything else comes in as plain text."""
        paths = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if paths:
            self.files_given.emit(paths)
        elif source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.image_given.emit(image)
        elif text := source.text():
            html = source.html() if source.hasHtml() and not self.in_code() else ""
            self._paste(text, markdown_from(html, text) or text)

    def paste_plain(self) -> None:
        """Paste what was copied without any look it had."""
        if text := QGuiApplication.clipboard().text():
            self._paste(text, text)

    def _paste(self, plain: str, text: str) -> None:
        if len(plain) > MOST_PASTED:
            self.too_long.emit(len(plain))
            return
        chosen = self.textCursor().selectedText()
        self.pasted.emit(plain)
        if chosen and marking.is_address(plain) and not marking.is_address(chosen):
            self.change(lambda passage: marking.linked(passage, plain.strip()))
        else:
            self.put(text)

    def _tab(self, event: QKeyEvent, leaving: bool) -> None:
        """Tab moves an item of a list in or out where it can; else, and after Escape, it leaves the field."""
        modifiers = event.modifiers()
        back = event.key() == Qt.Key.Key_Backtab or bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        free = leaving or bool(modifiers & Qt.KeyboardModifier.ControlModifier) or self.isReadOnly()
        if free or not self._shift(back):
            self.focusNextPrevChild(not back)

    def _shift(self, back: bool) -> bool:
        passage = self.passage()
        lines = passage.text.split("\n")
        above = self._items_above()
        nearest = above[0] if above else None
        made = marking.outdented(lines[0], above) if back else marking.indented(lines[0], nearest)
        if made is None:
            return False
        grown = len(made) - len(lines[0])
        rest = [_moved(line, grown) for line in lines[1:]]
        text = "\n".join([made, *rest])
        start = max(passage.start + grown, 0)
        end = max(passage.end + len(text) - len(passage.text), 0)
        self.change(lambda _passage: Passage(text, start, end))
        return True

    def _items_above(self) -> list[str]:
        """The items of the same list above the selection, nearest first."""
        found: list[str] = []
        block: QTextBlock = self._sheet.findBlock(self.textCursor().selectionStart()).previous()
        for _ in range(_LINES_ABOVE):
            line = block.text() if block.isValid() else ""
            if marking.is_item(line):
                found.append(line)
            elif not line.startswith(" "):
                break
            block = block.previous()
        return found

    def _enter(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        line, column = cursor.block().text(), cursor.positionInBlock()
        if cursor.hasSelection() or self.in_code():
            super().keyPressEvent(event)
        elif marking.empty_item(line) and column == len(line):
            if not self._shift(back=True):
                self.change(lambda _passage: Passage("", 0, 0))
        elif (start := marking.continued(line, column)) is not None:
            self.put(f"\n{start}")
        else:
            super().keyPressEvent(event)

    def in_code(self) -> bool:
        """Whether the cursor is in a block of code, as far as the colours know."""
        return self.textCursor().block().userState() > 0

    def _replace(self, begin: int, before: str, after: str) -> None:
        """Put ``after`` where ``before`` stands, touching only what differs."""
        head = 0
        while head < min(len(before), len(after)) and before[head] == after[head]:
            head += 1
        tail = 0
        most = min(len(before), len(after)) - head
        while tail < most and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        cursor = self.textCursor()
        cursor.setPosition(begin + head)
        cursor.setPosition(begin + len(before) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(after[head : len(after) - tail])
        cursor.endEditBlock()

    def _changed(self) -> None:
        # Colours change the look, and Qt says that the contents changed; only the revision tells them apart.
        if not self._filling and self._sheet.revision() != self._revision:
            self._revision = self._sheet.revision()
            self.edited.emit()


def _moved(line: str, by: int) -> str:
    if not marking.is_item(line):
        return line
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]
